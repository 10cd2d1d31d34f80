"""Dates of which many are known by their year alone."""

from __future__ import annotations

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.comparisons.levels import CLOSE, DIFFERENT, EXACT, PARTIAL, SIMILAR
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.features.plan import Shares, plan_features

_YEARS = [str(year) for year in range(1850, 1880) for _ in range(4)]
_DAYS = [f"{year}-{month:02}-17" for year in range(1850, 1880) for month in range(1, 13)]


def level(first: str, second: str, others: list[str]) -> int:
    """How two dates of a column compare."""
    cells = Column("born", AttributeType.DATE, [first, second, *others])
    features = plan_features([cells])
    data, _ = encode_features(features, [cells])
    (outcome,) = compute_outcomes(features, data, np.array([0], np.int32), np.array([1], np.int32))
    return int(outcome.codes[0])


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("1855", "1855", EXACT),
        ("1855", "1855-12-07", SIMILAR),
        ("1855", "1857", PARTIAL),
        ("1855", "1854-12-07", PARTIAL),
        ("1855", "1858", DIFFERENT),
        ("1855", "1862", DIFFERENT),
        ("1855", "1858-01-11", DIFFERENT),
        ("1855-08-07", "1858-08-07", CLOSE),
    ],
)
def test_digits_of_years_alone_are_not_mistyped_but_those_of_days_are(first: str, second: str, expected: int) -> None:
    assert level(first, second, _YEARS + _DAYS) == expected


@pytest.mark.parametrize("others", [_DAYS, _DAYS + ["1900-01-01"] * 50])
def test_where_only_a_filler_is_the_first_of_a_year_it_is_a_day_like_others(others: list[str]) -> None:
    assert level("1855-01-01", "1858-01-01", others) == CLOSE


def test_what_was_counted_tells_of_a_few_records_too() -> None:
    cells = Column("born", AttributeType.DATE, ["1855", "1858"])
    features = plan_features([cells])
    counted = Shares(1_000, 2.0, {f"{year}0101": 10.0 for year in range(1850, 1860)})

    data, _ = encode_features(features, [cells], [counted])

    (outcome,) = compute_outcomes(features, data, np.array([0], np.int32), np.array([1], np.int32))
    assert outcome.codes.tolist() == [DIFFERENT]
