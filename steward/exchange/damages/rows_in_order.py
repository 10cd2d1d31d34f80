"""Damage that the order of the rows gives away: in a list kept day by day, a swapped day stands out of its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from steward.exchange.raw_rows import CellColumn, Ints

_ISO = re.compile(r"([12]\d{3})-(\d{2})-(\d{2})([ T].*)?")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})( .*)?")
_MONTHS = 12
#: Days above the 12th are nobody's months: they tell whether the rows are in order, and where each belongs.
_FEWEST_SURE, _IN_ORDER, _STEPS_IN_ORDER = 20, 0.97, 0.95
#: Lists are kept up to so many days late.
_LATE = 10
#: One that is out of its place may be a slip of the hand.
_FEWEST_SWAPPED = 3


def swapped_in_order(column: CellColumn) -> list[int]:
    """The places of days that are out of order as they stand, and in order with day and month the other way round.

    None unless the rows are in the order of the days that can be read in one way only, rising or falling.
    """
    is_month_first = _is_month_first(column)
    read = [_ordinals(cell, is_month_first=is_month_first) for cell in column.distinct]
    as_read, turned = (np.array([one[at] for one in read], np.int32)[column.codes] for at in (0, 1))
    sure = np.flatnonzero((as_read > 0) & (turned == 0)).astype(np.int32)
    if len(sure) < _FEWEST_SURE:
        return []
    for sign in (1, -1):
        days = sign * as_read[sure]
        if (np.diff(days) >= 0).mean() < _STEPS_IN_ORDER:
            continue
        kept = _in_order(days)
        if len(kept) >= _IN_ORDER * len(sure):
            return _out_of_place(sign * as_read, sign * turned, sure[kept])
    return []


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


def _is_month_first(column: CellColumn) -> bool:
    """Whether more cells can only be month and day than day and month."""
    balance = 0
    for cell, count in column.tally().items():
        if found := _NUMERIC.fullmatch(cell.strip(" '")):
            first, second = int(found[1]), int(found[2])
            balance += count * ((second > _MONTHS >= first) - (first > _MONTHS >= second))
    return balance > 0


def _ordinals(cell: str, *, is_month_first: bool) -> tuple[int, int]:
    """The day as it stands and with day and month turned; 0 for what is no day, or the same one, or can't be turned."""
    text = cell.strip(" '")
    if found := _ISO.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _NUMERIC.fullmatch(text):
        year, first, second = int(found[3]), int(found[1]), int(found[2])
        day, month = (second, first) if is_month_first else (first, second)
    else:
        return 0, 0
    stands = _ordinal(year, month, day)
    return stands, _ordinal(year, day, month) if stands and day != month else 0


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0
