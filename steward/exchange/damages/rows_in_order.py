"""Damage that the order of the rows gives away: in a list kept day by day, a swapped day stands out of its place."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steward.exchange.damages.written_days import written_day

if TYPE_CHECKING:
    from steward.exchange.damages.written_days import WrittenDay
    from steward.exchange.raw_rows import CellColumn, Ints, Mask

_MONTHS = 12
#: More different ones are times, which a program wrote.
_MOST_DAYS = 20_000
#: Days above the 12th are nobody's months: they tell whether the rows are in order, and where each belongs.
_FEWEST_SURE, _IN_ORDER, _STEPS_IN_ORDER = 20, 0.97, 0.95
#: Lists are kept up to so many days late.
_LATE = 10
#: One that is out of its place may be a slip of the hand.
_FEWEST_SWAPPED = 3


class DaysOfCells(NamedTuple):
    """Of each different cell the day as it stands, and with day and month turned, as numbers; of each row its cell.

    0 for what is no day; with day and month turned for what is the same day, or can't be turned, too. ``is_sure``: the
    cells whose day can be read in one way only. Nothing but ``codes``, which the column has anyway, is as long as the
    list.
    """

    as_read: Ints
    turned: Ints
    is_sure: Mask
    codes: Ints


def swapped_in_order(column: CellColumn) -> list[int]:
    """The places of days that are out of order as they stand, and in order with day and month the other way round.

    None unless the rows are in the order of the days that can be read in one way only, rising or falling.
    """
    read = read_both_ways(column, _FEWEST_SURE)
    if read is None:
        return []
    as_read, turned = read.as_read[read.codes], read.turned[read.codes]
    sure = np.flatnonzero(read.is_sure[read.codes]).astype(np.int32)
    for sign in (1, -1):
        days = sign * as_read[sure]
        if (np.diff(days) >= 0).mean() < _STEPS_IN_ORDER:
            continue
        kept = _in_order(days)
        if len(kept) >= _IN_ORDER * len(sure):
            return _out_of_place(sign * as_read, sign * turned, sure[kept])
    return []


def read_both_ways(column: CellColumn, fewest_sure: int) -> DaysOfCells | None:
    """The days of a column; None where so many are different that they are times, or fewer rows have a sure one."""
    if len(column.distinct) > _MOST_DAYS:
        return None
    written = [written_day(cell) for cell in column.distinct]
    typed = [day for day in written if day and not day.is_year_first]
    is_month_first = sum(day.month > _MONTHS for day in typed) > sum(day.day > _MONTHS for day in typed)
    read = [_readings(day, is_month_first=is_month_first) for day in written]
    as_read, turned = (np.array([one[at] for one in read], np.int32) for at in (0, 1))
    is_sure = (as_read > 0) & (turned == 0)
    is_enough = is_sure.any() and np.count_nonzero(is_sure[column.codes]) >= fewest_sure
    return DaysOfCells(as_read, turned, is_sure, column.codes) if is_enough else None


def _out_of_place(as_read: Ints, turned: Ints, sure: Ints) -> list[int]:
    """Days between the sure ones around them only when day and month are turned; before the first nothing is sure."""
    doubtful = np.flatnonzero(turned != 0)
    days, behind = as_read[sure], np.searchsorted(sure, doubtful)
    earliest = days[np.maximum(behind - 1, 0)] - _LATE
    latest = days[np.minimum(behind, len(sure) - 1)] + _LATE
    is_between = (behind > 0) & (behind < len(sure))
    stands = (as_read[doubtful] >= earliest) & (as_read[doubtful] <= latest)
    would = (turned[doubtful] >= earliest) & (turned[doubtful] <= latest)
    found = doubtful[is_between & would & ~stands]
    # Where nearly all are out of place the order is of something else.
    return found.tolist() if _FEWEST_SWAPPED <= len(found) <= len(sure) else []


def _in_order(days: Ints) -> Ints:
    """The places of a longest part of the days that never falls."""
    ends: list[int] = []
    last: list[int] = []
    before = np.full(len(days), -1, np.int32)
    for place, day in enumerate(days.tolist()):
        at = bisect_right(ends, day)
        before[place] = last[at - 1] if at else -1
        if at == len(ends):
            ends.append(day)
            last.append(place)
        else:
            ends[at], last[at] = day, place
    kept = []
    place = last[-1] if last else -1
    while place >= 0:
        kept.append(place)
        place = int(before[place])
    return np.array(kept[::-1], np.int32)


def _readings(written: WrittenDay | None, *, is_month_first: bool) -> tuple[int, int]:
    """The day as it stands and with day and month turned; 0 for what is no day, or the same one, or can't be turned."""
    if written is None:
        return 0, 0
    year, month, day, is_year_first = written
    if is_month_first and not is_year_first:
        month, day = day, month
    stands = _ordinal(year, month, day)
    return stands, _ordinal(year, day, month) if stands and day != month else 0


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0
