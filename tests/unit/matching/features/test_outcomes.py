"""The outcome of each comparison of a pair, and what else makes it likely anyway."""

from __future__ import annotations

import numpy as np

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.comparisons.levels import EXACT, LEVELS
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.features.plan import plan_features

_T = AttributeType

#: What is equal because something else agrees.
EXACT_IN_CONTEXT = EXACT + len(LEVELS)


def _town_of(first_address: str, second_address: str) -> int:
    """The outcome of an equal town at these addresses."""
    columns = [
        Column("address", _T.ADDRESS, [first_address, second_address]),
        Column("village", _T.LOCALITY, ["Dindigul", "Dindigul"]),
    ]
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    outcomes = compute_outcomes(features, data, np.array([0], np.int32), np.array([1], np.int32))
    return int(outcomes[1].codes[0])


def test_the_same_street_has_the_same_town_whatever_the_house() -> None:
    assert _town_of("Anna Salai Dindigul 77", "Anna Salai Dindigul 77") == EXACT_IN_CONTEXT
    assert _town_of("Anna Salai Dindigul 77", "Anna Salai Dindigul 512") == EXACT_IN_CONTEXT


def test_the_same_town_of_different_streets_is_evidence() -> None:
    assert _town_of("Anna Salai Dindigul 77", "Mangalam Road 3") == EXACT
