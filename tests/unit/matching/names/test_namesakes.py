"""How many customers carry a name."""

from __future__ import annotations

import numpy as np

from steward.matching.comparisons.dates import Dates
from steward.matching.names.namesakes import count_bearers


def _bearers(*dates: str) -> float:
    known = sorted(set(dates))
    marks = np.array([known.index(date) for date in dates], np.int32)
    (bearers,) = count_bearers(np.zeros(len(dates), np.int32), marks, Dates.of(known).compare, 1)
    return float(bearers)


def test_records_of_one_name_with_different_birth_dates_are_of_different_customers() -> None:
    assert _bearers("19700512", "19700512", "19560128") == 2


def test_birth_dates_that_are_near_may_be_one_that_is_misspelt() -> None:
    assert _bearers("17900512", "17910228", "17900512") == 1


class _Asked:
    """Counts how often it is looked whether to stop."""

    def __init__(self) -> None:
        self.times = 0

    def report(self, phase: str, done: int, total: int) -> None:
        pass

    def check(self) -> None:
        self.times += 1


def test_whether_to_stop_is_asked_between_portions_of_many_namesakes() -> None:
    days = [f"19{year}{month:02}{day:02}" for year in range(50, 90) for month in range(1, 13) for day in range(1, 29)]
    asked = _Asked()
    names, marks = np.repeat(np.arange(4000, dtype=np.int32), 12), np.arange(48_000, dtype=np.int32) % len(days)
    count_bearers(names, marks, Dates.of(days).compare, 4000, asked)
    assert asked.times > 1
