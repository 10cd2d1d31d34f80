"""How many customers carry a name."""

from __future__ import annotations

import numpy as np

from steward.matching.dates import Dates
from steward.matching.namesakes import count_bearers


def _bearers(*dates: str) -> float:
    known = sorted(set(dates))
    marks = np.array([known.index(date) for date in dates], np.int32)
    (bearers,) = count_bearers(np.zeros(len(dates), np.int32), marks, Dates.of(known).compare, 1)
    return float(bearers)


def test_records_of_one_name_with_different_birth_dates_are_of_different_customers() -> None:
    assert _bearers("19700512", "19700512", "19560128") == 2


def test_birth_dates_that_are_near_may_be_one_that_is_misspelt() -> None:
    assert _bearers("17900512", "17910228", "17900512") == 1
