"""How often strangers share a value that hardly anybody has."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import DIFFERENT, EXACT
from steward.matching.features.outcomes import Outcomes
from steward.matching.features.plan import Feature, Shares
from steward.matching.learning.coincidences import Coincidences

_T = AttributeType
_RECORDS = 1_000
_SHARES = Shares(_RECORDS, 0.5, {"desk": 40.0})


def _coincidences(kind: AttributeType, levels: list[int], carriers: list[float]) -> Coincidences | None:
    nothing = np.zeros(len(levels))
    chance = np.round(np.log2(np.array(carriers) / _RECORDS), 6)
    outcome = Outcomes(np.array(levels, np.int64), np.zeros((0, 0)), chance, nothing, nothing)
    return Coincidences.of(Feature(kind, ("column",)), _SHARES, outcome, 1.0)


@pytest.mark.parametrize("kind", [_T.DATE, _T.ADDRESS, _T.NAME, _T.EMAIL])
def test_what_is_not_given_to_one_alone_is_not_told(kind: AttributeType) -> None:
    assert _coincidences(kind, [EXACT], [0.5]) is None


def test_strangers_hardly_share_a_phone_where_those_who_do_are_one_customer() -> None:
    found = _coincidences(_T.PHONE, [EXACT] * 200, [0.5] * 200)
    assert found is not None
    assert found.as_often(np.full(200, 0.01)) < 0.1
    assert found.as_often(np.full(200, 0.5)) > 0.4
    assert found.as_often(np.ones(200)) > 0.8


def test_only_pairs_that_share_a_rare_value_count() -> None:
    found = _coincidences(_T.PHONE, [EXACT, EXACT, DIFFERENT], [0.5, 40.0, 1000.0])
    assert found is not None
    assert found.rows.tolist() == [0]


@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=2_000))
def test_coincidences_are_as_usual_as_strangers_are_and_never_beyond_chance(
    strangers: list[float],
) -> None:
    found = _coincidences(_T.NATIONAL_ID, [EXACT] * len(strangers), [0.5] * len(strangers))
    assert found is not None
    seen = np.array(strangers)
    assert 0.0 < found.as_often(seen) <= found.as_often(np.minimum(seen + 0.1, 1.0)) <= 1.0
