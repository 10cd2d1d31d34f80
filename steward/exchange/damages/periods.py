"""Damage that another day of the row gives away: a permit ends a year after it began, unless a day is swapped."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.damages.rows_in_order import read_both_ways

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.exchange.damages.rows_in_order import DaysOfRows
    from steward.exchange.raw_rows import CellColumn, Ints

#: So many rows in which both days have one reading only; so many of them are alike apart, but for a day of leap years.
_FEWEST_SURE, _ALIKE, _GIVE = 10, 0.9, 1
#: Fewer may be slips of the hand.
_FEWEST_SWAPPED = 3
_SAMPLE = 2_000


def swapped_in_periods(columns: Mapping[str, CellColumn]) -> dict[str, list[int]]:
    """By header the places of days that are as far from another day of their row as those of all others only when day
    and month are turned."""
    days = {header: read for header, column in columns.items() if (read := read_both_ways(column))}
    found: dict[str, set[int]] = {}
    for one, other in permutations(days, 2):
        found.setdefault(one, set()).update(_out_of_period(days[one], days[other]))
    return {header: sorted(places) for header, places in found.items() if len(places) >= _FEWEST_SWAPPED}


def _out_of_period(one: DaysOfRows, other: DaysOfRows) -> list[int]:
    """The places where only the first day turned is as far from the second one as it is in the other rows."""
    apart = _usual_distance((other.as_read - one.as_read)[one.is_sure & other.is_sure])
    if apart is None:
        return []
    fits = np.abs(other.as_read - one.as_read - apart) <= _GIVE
    would = np.abs(other.as_read - one.turned - apart) <= _GIVE
    or_other = np.abs(other.turned - one.as_read - apart) <= _GIVE
    is_read = (one.turned != 0) & (other.as_read > 0)
    # Where turning the second day mends the row as well nothing tells which one it is.
    found = np.flatnonzero(is_read & would & ~fits & ~((other.turned != 0) & or_other))
    return found.tolist() if len(found) <= fits.sum() else []


def _usual_distance(apart: Ints) -> int | None:
    """The number of days that nearly all rows are apart, None where they are not."""
    if len(apart) < _FEWEST_SURE:
        return None
    apart = apart[:: max(1, len(apart) // _SAMPLE)]
    values, counts = np.unique(apart, return_counts=True)
    usual = int(values[counts.argmax()])
    return usual if (np.abs(apart - usual) <= _GIVE).mean() >= _ALIKE else None
