"""Damage to dates, and by dates: order of day and month, and numbers that a spreadsheet took for a day."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.damages.written_days import NUMERIC_DAY, written_day
from steward.exchange.headers.kinds import says_house
from steward.exchange.headers.month_words import is_month
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.exchange.damages.kinds import Column
    from steward.exchange.damages.written_days import WrittenDay

_ISO = re.compile(r"([12]\d{3})-(\d{2})-(\d{2})([ T]00:00(:00)?)?")
#: Short for months in Indonesian and English, and in the languages of Western Europe.
_MONTHS = (
    "jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec"
    "|janv|fev|f[ée]vr|abr|avr|mai|mag|juin|juil|ene|gen|giu|lug|ago|ao[uû]t|set|sept|out|ott|dic|dez|d[ée]c|m[aä]rz?|mrt|maj"
)
_BORN_DATE = re.compile(
    rf"[12]\d{{3}}-\d{{2}}-\d{{2}}([ T]\d{{2}}:\d{{2}}(:\d{{2}})?)?|\d{{1,2}}-({_MONTHS})(-\d{{2,4}})?"
    rf"|({_MONTHS})[-/]\d{{2,4}}|[12]\d{{3}}/\d{{1,2}}/\d{{1,2}}|\d{{1,2}}[/-]\d{{1,2}}[/-](19|20)\d{{2}}"
    r"|\d{1,2}月\d{1,2}日|\d{1,2}월 ?\d{1,2}일|\d{1,2}-thg\d{1,2}",
    re.IGNORECASE,
)
#: How all of these begin, which is told of a cell many times as fast as that it is one of them.
_BEGINS_AS_DATE = re.compile(r"\s*(?:\d|[^\W\d_]{3,4}[-/])")
_SHOWN_DAY = re.compile(rf"\d{{1,2}}-({_MONTHS})|({_MONTHS})-\d{{2}}", re.IGNORECASE)
#: As spreadsheets of other languages show it: "09.lip", "09. Jul", "9/jul". Behind other signs such words begin codes.
_DAY_AND_MONTH = re.compile(r"\d{1,2}(?:[-/.]|\. )(?P<month>[^\W\d_]{3,5})\.?")
#: Small numbers shown as days: Excel's first years.
_BORN_OF_NUMBER = re.compile(r"(1900|1901|1902|1903|1904)-\d{2}-\d{2}([ T].*)?")
#: The years 1930 to 2030 typed where days were expected, and the years that a list of very old people has as well.
_BORN_OF_YEAR = re.compile(r"1905-0[4-7]-\d{2}([ T]00:00(:00)?)?")
_NEAR_IT = re.compile(r"1[78]\d{2}-|19(0[6-9]|1\d)-")
_PLACEHOLDER_DAYS = ("1900-01-01", "1900-01-00", "1904-01-01")
#: Attributes in which a date is at home, or may be part of what somebody wrote.
_FREE = frozenset({AttributeType.TEXT, AttributeType.DATE})
#: "3-1662" would be a month, were there a calendar for that year; "13-1998" and "MLK-02" were there such a month.
_SHORT_CODE = re.compile(
    r"\d{1,3}-\d{1,3}-\d{1,3}(\s.*)?|[A-Za-z]{0,2}\d{0,2}\s?[-/.]\s?\d{1,3}[A-Za-z]?|\d{1,2}\s?[-/]\s?[A-Za-z]{1,2}"
    r"|\d{1,2}[-/](?!19|20)\d{4}|(1[3-9]|[2-9]\d)[-/](19|20)\d\d|([A-Za-z]{3}|[IVX]{4})\s?[-/.]\s?\d{1,3}"
    # Behind hundreds no calendar has a day; ages above and below another one.
    r"|[1-9]\d{2}\s?[-/]\s?\d{1,3}[A-Za-z]?|\d{1,3}\s?\+|[<>]\s?\d{1,3}"
)
#: A number of somebody's own before a month and a year: "47/07/2026".
_NUMBERED = re.compile(r"(?P<number>\d{1,4})(?P<sign>[-/.])(0?[1-9]|1[0-2])(?P=sign)(19|20)\d{2}")
_DIGIT = re.compile(r"\d")
_NEIGHBOURHOODS = frozenset({"rt_rw", ColumnRule.RT, ColumnRule.RW})
_DATE_SHARE, _CODE_SHARE, _ALL_DAYS = 0.5, 0.1, 0.95
_MANY_CELLS, _MANY_TEXTS = 8, 3
_LAST_MONTH, _LAST_DAY = 12, 31
#: The day before a spreadsheet's first, as most numbers are off by one; it takes longer numbers for no days of today.
_COUNTED_FROM, _LONGEST_DAY_COUNT = date(1899, 12, 30), 5
#: Of days that people type two in five are up to the 12th: that none of so many texts is happens once in 2,000 lists.
_SURELY_LEFT = 15


def turned_into_date(column: Column) -> Collection[str]:
    """Ids, phones, house numbers and RT/RW that became a day; days of 1900 that were small numbers."""
    if column.is_date:
        return _born_of_numbers(column)
    if says_house(column.header):
        return _born_dates(column)
    if column.type is AttributeType.ADDRESS:
        return _days_among_codes(column) or _shown_days(column)
    if column.target == ColumnRule.UNMAPPED and column.type is None:
        return _days_among_codes(column) or _days_among_numbers(column)
    is_rule = column.target in (ColumnRule.ID_NUMBER, ColumnRule.RT, ColumnRule.RW, ColumnRule.SOURCE_KEY)
    if column.type in _FREE or (column.type is None and not is_rule):
        return ()
    found = _born_dates(column)
    is_mostly_dates = sum(column.counts[cell] for cell in found) > _DATE_SHARE * column.filled
    # A column of neighbourhoods is called so: its days are all that a spreadsheet left of it.
    if is_mostly_dates and column.target not in _NEIGHBOURHOODS:
        return _days_among_codes(column)
    return found


def _born_dates(column: Column) -> list[str]:
    """Cells that look as a spreadsheet writes a day."""
    if not column.holds("-/.月월"):
        return []
    likely = compress(column.texts, map(_BEGINS_AS_DATE.match, column.texts))
    found = [cell for cell in likely if _BORN_DATE.fullmatch(text := cell.strip()) or _is_day_and_month(text)]
    return _but_numbered(column, found) if found else found


def _but_numbered(column: Column, days: list[str]) -> list[str]:
    """Without texts such as "1/07/2026" where others are as "47/07/2026": contracts counted by the month."""
    found = [match for cell in column.texts if (match := _NUMBERED.fullmatch(cell.strip()))]
    signs = Counter(match["sign"] for match in found if int(match["number"]) > _LAST_DAY)
    numbered = {match.string for match in found if signs[match["sign"]] >= _MANY_TEXTS}
    return [cell for cell in days if cell in column.as_dates or cell.strip() not in numbered]


def _born_of_numbers(column: Column) -> Collection[str]:
    """Days in the first years of the calendar that a spreadsheet counts; those of years where nobody is as old."""
    early = [cell for cell in column.texts if cell.startswith("190")] if column.holds(("190",)) else []
    small = [cell for cell in early if _BORN_OF_NUMBER.fullmatch(cell) and not cell.startswith(_PLACEHOLDER_DAYS)]
    years = [cell for cell in early if _BORN_OF_YEAR.fullmatch(cell)]
    has_old = bool(years) and any(map(_NEAR_IT.match, column.texts))
    return small if has_old else [*small, *years]


def _shown_days(column: Column) -> Collection[str]:
    """Days as a spreadsheet shows numbers with a sign between them, or holds them, in a few addresses: "05-Sep"."""
    likely = compress(column.texts, map(_BEGINS_AS_DATE.match, column.texts)) if column.holds("-") else ()
    found = [cell for cell in likely if cell in column.as_dates or _SHOWN_DAY.fullmatch(cell.strip())]
    return found if sum(column.counts[cell] for cell in found) <= _DATE_SHARE * column.filled else ()


def _is_day_and_month(text: str) -> bool:
    found = _DAY_AND_MONTH.fullmatch(text)
    return found is not None and is_month(found["month"])


def _holds_days(column: Column) -> bool:
    """Whether a column that nobody mapped holds days and nothing else."""
    is_unknown = column.target == ColumnRule.UNMAPPED
    return is_unknown and column.share(NUMERIC_DAY) + column.share(_ISO) >= _ALL_DAYS


def _days_among_codes(column: Column) -> Collection[str]:
    """Days in a column of nobody knows what, or of lots and houses, whose other cells are what would become a day.

    "5-3", "C/12", "2-27-22".
    """
    found = _born_dates(column)
    if not found:
        return ()
    days = set(found)
    # Words beside them are no days either: "dewasa" in a column of ages, "13-15".
    others = {cell: count for cell, count in column.counts.items() if cell not in days and _DIGIT.search(cell)}
    codes = sum(count for cell, count in others.items() if _SHORT_CODE.fullmatch(cell.strip()))
    is_code = codes >= max(_MANY_TEXTS, _CODE_SHARE * column.filled) and 2 * codes > sum(others.values())
    return found if is_code else ()


def _days_among_numbers(column: Column) -> Collection[str]:
    """Days that a spreadsheet counts by numbers such as all others of a column are: years, areas, distances."""
    if not column.holds("-"):
        return ()
    counted = {cell: count for cell in column.texts if (count := _day_count(cell)) is not None}
    numbers = {cell: int(cell) for cell in column.texts if len(cell) <= _LONGEST_DAY_COUNT and cell.isdecimal()}
    if len(numbers) < _MANY_CELLS:
        return ()
    days, others = (sum(map(column.counts.__getitem__, cells)) for cells in (counted, numbers))
    if days > _CODE_SHARE * column.filled or others < _ALL_DAYS * (column.filled - days):
        return ()
    least, most = min(numbers.values()), max(numbers.values())
    return [cell for cell, count in counted.items() if least <= count <= most]


def _day_count(cell: str) -> int | None:
    """The number by which a spreadsheet keeps a day, None for what is none."""
    if not _ISO.fullmatch(cell.strip()):
        return None
    try:
        return (date.fromisoformat(cell.strip()[:10]) - _COUNTED_FROM).days
    except ValueError:
        return None


def day_month_swapped(column: Column) -> Collection[str]:
    """Dates of the other order than their column, and the work of a program that took day for month where it could.

    A program set to the American order reads 03/04/1985 as a day in March and leaves 17/04/1985 as text: then all
    real dates of the column have a day up to 12, and all texts one above. Where others typed days there as well, those
    up to 12 may be either. Days behind the year have an order of their own.
    """
    if not column.is_date and not _holds_days(column):
        return ()
    written = {cell: day for cell in column.texts if (day := written_day(cell))}
    typed = {cell: day for cell, day in written.items() if not day.is_year_first}
    turned = _turned_by_program(column, [cell for cell in written if _ISO.fullmatch(cell.strip())], typed)
    if turned is not None:
        return turned
    behind_year = {cell: day for cell, day in written.items() if day.is_year_first}
    return [*_of_other_order(column, typed), *_of_other_order(column, behind_year)]


def _turned_by_program(column: Column, real: list[str], typed: dict[str, WrittenDay]) -> list[str] | None:
    """The real dates in which a program took day for month, None where no program did."""
    proven = sum(column.counts[cell] for cell, day in typed.items() if day.day > _LAST_MONTH >= day.month)
    if len(real) < _MANY_CELLS or proven < sum(map(column.counts.__getitem__, typed)):
        return None
    if proven >= _MANY_TEXTS and all(int(cell.strip()[8:10]) <= _LAST_MONTH for cell in real):
        return real
    return _exchangeable(real) if proven >= _SURELY_LEFT else None


def _of_other_order(column: Column, days: dict[str, WrittenDay]) -> list[str]:
    """Of the days that can be read in one way only, those of the order that fewer have."""
    usual = [cell for cell, day in days.items() if day.day > _LAST_MONTH >= day.month]
    other = [cell for cell, day in days.items() if day.month > _LAST_MONTH >= day.day]
    return min(other, usual, key=lambda cells: sum(map(column.counts.__getitem__, cells)))


def _exchangeable(cells: list[str]) -> list[str]:
    """The days that would be another one with day and month the other way round."""
    read = ((cell, _ISO.fullmatch(cell.strip())) for cell in cells)
    return [cell for cell, found in read if found and found[2] != found[3] and int(found[3]) <= 12]
