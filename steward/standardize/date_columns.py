"""What the dates of a whole column tell of each: the order of day and month, the calendar, whether 1970 is a year."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from steward.standardize.dates import START_OF_CLOCKS, YEAR, shown_order, standardize_date
from steward.standardize.standard_value import EARLIEST_YEAR, ColumnHints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: The years around what many programs make of no date at all; beside their days it is no commoner where it is one.
_NEAR_IT = ("1960", "1980")
_MAY_BE_IT = re.compile(r"70(?!\d)|^1970|25569")
_MAY_BE_NEAR = re.compile(r"19[67]\d|(?<!\d)[67]\d(?!\d)|^2[1-9]\d{3}")
_EARLIEST_WRITTEN_YEAR = 1000
#: Thailand counts from the death of the Buddha.
_BUDDHIST_AHEAD, _BUDDHIST_YEARS, _FEWEST_YEARS = 543, range(2400, 2600), 3
#: In years of the sun 1921 to 2080, in years of the moon 1883 to 2047.
_YEARS_OF_ISLAM = range(1300, 1460)
#: One date of the other order, or from long ago, in so many is a slip.
_SLIPS_IN = 20


def day_order(raws: Iterable[str]) -> tuple[bool, bool]:
    """(day first, both orders in use) for the numeric dates of a column; day first unless proven otherwise."""
    day_first = month_first = 0
    for raw in raws:
        shown = shown_order(raw)
        day_first += shown is True
        month_first += shown is False
    # A slip of the keyboard among hundreds of dates does not put the others in doubt.
    is_mixed = min(day_first, month_first) * _SLIPS_IN > day_first + month_first
    return day_first >= month_first, is_mixed


def earliest_year(raws: Iterable[str]) -> int:
    """The earliest year that the dates of a column can mean: where many are old, it is a list of historical people.

    Not where most old years are those that Iran and Arabia count now: such days are told as none of our calendar.

    >>> earliest_year(["1761-04-02", "12/5/1803"]), earliest_year(["12/5/1085"] + ["12/5/1985"] * 100)
    (1000, 1850)
    >>> earliest_year(["1364/05/12", "1405-01-03", "17/05/1985"])
    1850
    """
    years = [int(found[0]) for raw in raws if (found := YEAR.search(raw))]
    old = sum(year < EARLIEST_YEAR for year in years)
    is_theirs = 2 * sum(year in _YEARS_OF_ISLAM for year in years) > old
    return _EARLIEST_WRITTEN_YEAR if old * _SLIPS_IN > len(years) and not is_theirs else EARLIEST_YEAR


def years_ahead(raws: Iterable[str]) -> int:
    """By how many years the calendar of a column is ahead of ours: 543 where all years are Thailand's, 0 elsewhere.

    >>> years_ahead(["25/07/2514", "1 ม.ค. 2539", "3/4/2560"]), years_ahead(["25/07/2514", "1/4/1985"])
    (543, 0)
    """
    years = [int(found[0]) for raw in raws if (found := YEAR.search(raw))]
    ahead = sum(year in _BUDDHIST_YEARS for year in years)
    is_ahead = ahead >= _FEWEST_YEARS and (len(years) - ahead) * _SLIPS_IN <= len(years)
    return _BUDDHIST_AHEAD if is_ahead else 0


def may_be_near_1970(raw: str) -> bool:
    """Whether a value can mean a day that ``keeps_1970`` looks at; it leaves out most of those that do not."""
    return _MAY_BE_NEAR.search(raw) is not None


def keeps_1970(counts: Mapping[str, int]) -> bool:
    """Whether 1 January 1970 is a day like others of a column: there are days around it, and one is as common.

    ``counts``: how often each raw value stands in the column, those that are nowhere near perhaps left out.

    >>> keeps_1970({"01/01/1970": 1, "3/5/1968": 1}), keeps_1970({"01/01/1970": 9, "3/5/1968": 1})
    (True, False)
    """
    if not any(_means(raw) == START_OF_CLOCKS for raw in counts if _MAY_BE_IT.search(raw)):
        return False
    days: Counter[str] = Counter()
    for raw, count in counts.items():
        if may_be_near_1970(raw):
            days[_means(raw)] += count
    near = [count for day, count in days.items() if _NEAR_IT[0] <= day < _NEAR_IT[1] and day != START_OF_CLOCKS]
    return days[START_OF_CLOCKS] <= max(near, default=0)


def _means(raw: str) -> str:
    return standardize_date(raw, ColumnHints(keeps_1970=True)).value
