"""When a cluster still waits, its weakest link, and vetoes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.domain.clusters import ClusterState, Groups, compute_state, weakest_link
from steward.domain.pairs import RecordPair, Strength
from steward.domain.records import RecordId
from steward.domain.vetoes import are_conflicting

R = RecordId


@pytest.mark.parametrize(
    ("customers", "apart", "answered", "deferred", "expected"),
    [
        ("abc", [], False, False, ClusterState.OPEN),
        ("abc", [], False, True, ClusterState.DEFERRED),
        ("abc", [], True, True, ClusterState.DECIDED),
        ("aaa", [], False, False, ClusterState.DECIDED),
        ("aab", ["ab"], False, False, ClusterState.DECIDED),
        ("abc", ["ab", "ac"], False, False, ClusterState.OPEN),
        ("abc", ["ab", "ac", "cd"], False, False, ClusterState.OPEN),
        ("abc", ["ab", "ac", "bc"], False, False, ClusterState.DECIDED),
    ],
)
def test_a_cluster_waits_until_every_customer_in_it_is_answered(
    customers: str, apart: list[str], answered: bool, deferred: bool, expected: ClusterState
) -> None:
    state = compute_state(customers, set(map(frozenset, apart)), is_answered=answered, is_deferred=deferred)
    assert state is expected


def test_the_weakest_link_is_that_of_the_strongest_tree() -> None:
    links = [(R(1), R(2), 9.0), (R(2), R(3), 2.0), (R(1), R(3), 1.0), (R(3), R(4), 7.0)]
    assert weakest_link(links) == (2, 3, 2.0)
    assert weakest_link([]) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("3273015507850002", "3273015507850002", False),
        ("3273015507850002", "3273015507850003", False),  # a typing error
        ("3273015507850002", "3273016209880004", True),
        ("327301550785000?", "3273016209880004", False),  # a lost digit says nothing
        ("", "3273016209880004", False),
        ("1234", "3273016209880004", False),
        ("3273019915850002", "3273016209880004", False),  # no such birthday: some digit is wrong
    ],
)
def test_two_valid_ids_that_differ_in_more_than_one_digit_are_a_veto(a: str, b: str, expected: bool) -> None:
    assert are_conflicting(a, b) is expected
    assert are_conflicting(b, a) is expected


def test_a_pair_has_the_lower_id_first_and_two_records() -> None:
    assert RecordPair.of(7, 3) == (3, 7)
    with pytest.raises(ValueError, match="itself"):
        RecordPair.of(3, 3)


@pytest.mark.parametrize(("probability", "word"), [(0.99, "almost_certain"), (0.95, "likely"), (0.4, "unclear")])
def test_the_word_follows_the_probability(probability: float, word: str) -> None:
    assert Strength.of(probability) == word


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_two_are_joined_once_however_many_links_lead_from_one_to_the_other(links: list[tuple[int, int]]) -> None:
    groups: Groups[int] = Groups()
    sets = [{member} for member in range(10)]
    for one, other in links:
        first, second = (next(found for found in sets if member in found) for member in (one, other))
        assert groups.join(one, other) is (first is not second)
        if first is not second:
            first |= second
            sets.remove(second)
