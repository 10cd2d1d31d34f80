"""Damage that another day of the row gives away: a permit ends a year after it began, unless a day is swapped."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.progress import NO_PROGRESS
from steward.exchange.damages.rows_in_order import read_both_ways
from steward.exchange.raw_rows import spread_evenly

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.progress import Progress
    from steward.exchange.damages.rows_in_order import DaysOfCells
    from steward.exchange.raw_rows import CellColumn, Ints

#: So many rows in which both days have one reading only; so many of them are alike apart, but for a day of leap years.
_FEWEST_SURE, _ALIKE, _GIVE = 10, 0.9, 1
#: Fewer may be slips of the hand.
_FEWEST_SWAPPED = 3
_SAMPLE = 2_000


def swapped_in_periods(columns: Mapping[str, CellColumn], progress: Progress = NO_PROGRESS) -> dict[str, list[int]]:
    """By header the places of days that are as far from another day of their row as those of all others only when day
    and month are turned."""
    days: dict[str, DaysOfCells] = {}
    for header, column in columns.items():
        progress.check()
        if read := read_both_ways(column, _FEWEST_SURE):
            days[header] = read
    found: dict[str, set[int]] = {}
    for one, other in combinations(days, 2):
        progress.check()
        apart = _sure_distances(days[one], days[other])
        found.setdefault(one, set()).update(_out_of_period(days[one], days[other], apart))
        found.setdefault(other, set()).update(_out_of_period(days[other], days[one], -apart))
    return {header: sorted(places) for header, places in found.items() if len(places) >= _FEWEST_SWAPPED}


def _out_of_period(one: DaysOfCells, other: DaysOfCells, sure_distances: Ints) -> list[int]:
    """The places where only the first day turned is as far from the second one as it is in the other rows."""
    apart = _usual_distance(sure_distances)
    if apart is None:
        return []
    places = np.flatnonzero((one.as_read > 0)[one.codes] & (other.as_read > 0)[other.codes])
    one_cells, other_cells = one.codes[places], other.codes[places]
    stands, turned = one.as_read[one_cells], one.turned[one_cells]
    other_stands, other_turned = other.as_read[other_cells], other.turned[other_cells]
    fits = np.abs(other_stands - stands - apart) <= _GIVE
    would = (turned > 0) & (np.abs(other_stands - turned - apart) <= _GIVE)
    or_other = (other_turned > 0) & (np.abs(other_turned - stands - apart) <= _GIVE)
    # Where turning the second day mends the row as well nothing tells which one it is.
    found = places[would & ~fits & ~or_other]
    return found.tolist() if len(found) <= fits.sum() else []


def _sure_distances(one: DaysOfCells, other: DaysOfCells) -> Ints:
    """How many days rows in which both can be read in one way only are apart, of so many rows as tell what is usual."""
    sure = np.flatnonzero(one.is_sure[one.codes] & other.is_sure[other.codes])
    sure = sure[spread_evenly(len(sure), _SAMPLE)]
    distances: Ints = other.as_read[other.codes[sure]] - one.as_read[one.codes[sure]]
    return distances


def _usual_distance(apart: Ints) -> int | None:
    """The number of days that nearly all rows are apart, None where they are not."""
    if len(apart) < _FEWEST_SURE:
        return None
    values, counts = np.unique(apart, return_counts=True)
    usual = int(values[counts.argmax()])
    return usual if (np.abs(apart - usual) <= _GIVE).mean() >= _ALIKE else None
