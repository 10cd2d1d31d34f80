"""Tests of what shows that branches share the numbers of their firm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.plan import plan_features
from steward.matching.learning.branches import Branches, find_branches

_T = AttributeType
_TOWNS = ("Göttingen", "Saarbrücken", "Hamburg", "Tübingen", "Bielefeld", "Osnabrück", "Würzburg", "Kiel")
_FIRMS = 60


def _shared(towns_of_firm: list[list[str]], *, kind: AttributeType = _T.ORGANIZATION) -> dict[int, float]:
    """What is found where the records of each of many firms are in these towns."""
    rows = [
        (f"firm {firm}", f"{40_000_000 + 7919 * firm}", f"{town}er Weg {firm + 1}" if town else "", "Deutschland")
        for firm, towns in enumerate(towns_of_firm)
        for town in towns
    ]
    kinds = (kind, _T.NATIONAL_ID, _T.ADDRESS, _T.LOCALITY)
    columns = [Column(each.value, each, [row[i] for row in rows]) for i, each in enumerate(kinds)]
    features = plan_features(columns)
    data, shares = encode_features(features, columns)
    return dict(find_branches(features, data, shares, NO_PROGRESS).shared)


def _towns(count: int, records: int) -> list[list[str]]:
    """So many different towns for the records of each firm."""
    return [[_TOWNS[(firm + n % count) % len(_TOWNS)] for n in range(records)] for firm in range(_FIRMS)]


def test_a_number_found_at_three_places_is_shared_by_branches() -> None:
    assert list(_shared(_towns(3, 4)).values()) == [1.0]


@pytest.mark.parametrize("places", [1, 2])
def test_numbers_of_firms_that_moved_are_found_at_two_places_at_most(places: int) -> None:
    assert list(_shared(_towns(places, 5)).values()) == [0.0]


def test_a_few_firms_at_three_places_are_not_believed_outright() -> None:
    few = [*_towns(3, 3)[:2], *_towns(1, 3)[2:]]
    [shared] = _shared(few).values()
    assert 0.0 < shared < 1.0 / 0.15 * 2 / 10


def test_missing_places_are_no_other_places() -> None:
    left_out = [[towns[0], "", ""] for towns in _towns(1, 3)]
    assert list(_shared(left_out).values()) == [0.0]


def test_what_more_records_carry_than_a_firm_has_branches_tells_nothing() -> None:
    assert list(_shared([list(_TOWNS) * 2 for _ in range(_FIRMS)]).values()) == [0.0]


def test_people_have_no_branches() -> None:
    assert _shared(_towns(3, 4), kind=_T.NAME) == {}


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_the_more_branches_share_the_fewer_customers_are_believed_to_have_moved(one: float, other: float) -> None:
    few, many = (Branches((2,), {1: shared, 3: 0.0}).most_moved for shared in sorted((one, other)))
    assert Branches().most_moved == 1.0 >= few >= many > 0.0
