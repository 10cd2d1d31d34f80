"""What to ask a steward first."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.runs.engine import MatchResult, match
from steward.matching.runs.usefulness import usefulness

_SURE, _UNSURE = 10.0, 0.5


def _result(*clusters: tuple[int, ...], pairs: dict[tuple[int, int], float]) -> MatchResult:
    """Rows in these clusters, whose pairs have these weights."""
    size = sum(map(len, clusters))
    labels = np.zeros(size, np.int32)
    for rows in clusters:
        labels[list(rows)] = min(rows)
    listed = np.array(sorted(pairs), np.int32).reshape(-1, 2)
    anything = match([Column("code", AttributeType.CODE, [str(row) for row in range(size)])])
    return replace(
        anything,
        clusters=labels,
        left=listed[:, 0],
        right=listed[:, 1],
        match_weights=np.array([pairs[pair] for pair in sorted(pairs)], np.float64),
    )


def _among(rows: tuple[int, ...], weight: float) -> dict[tuple[int, int], float]:
    return dict.fromkeys(combinations(rows, 2), weight)


def test_all_pairs_between_two_clusters_speak() -> None:
    clusters = ((0, 1), (2, 3), (4,))
    one_strong = usefulness(_result(*clusters, pairs={(0, 1): _SURE, (2, 3): _SURE, (0, 2): 4.0}), ())
    all_weak = usefulness(
        _result(*clusters, pairs={(0, 1): _SURE, (2, 3): _SURE, (0, 2): 0.0, (0, 3): 0.0, (1, 2): 0.0, (1, 3): 0.0}), ()
    )
    assert 0.0 < one_strong[0] < all_weak[0]
    assert all_weak[[1, 3, 4]].tolist() == [0.0, 0.0, 0.0]


def test_neighbours_that_were_decided_count_less() -> None:
    result = _result((0, 1), (2, 3), (4,), pairs={(0, 4): 1.0, (1, 4): 1.0})
    fresh, late = usefulness(result, ()), usefulness(result, {4})
    assert 0.0 < late[0] < fresh[0]


def test_of_two_neighbours_the_more_useful_one_is_asked_about_both() -> None:
    pairs = {**_among((0, 1, 2), 0.0), (3, 4): _SURE, (0, 3): -1.0, (1, 3): -1.0, (2, 3): -1.0}
    apart, coupled = (_result((0, 1, 2), (3, 4), pairs=kept) for kept in (_among((0, 1, 2), 0.0), pairs))
    before, after = usefulness(apart, ()), usefulness(coupled, ())
    assert after[0] - before[0] > after[3] - before[3] > 0.0
    assert after[3] == pytest.approx(usefulness(coupled, {0})[3])


def test_a_single_record_has_strayed_sooner_than_several_that_all_say_no() -> None:
    single = _result((0, 1), (2,), pairs={(0, 1): _SURE, (0, 2): -1.0, (1, 2): -1.0})
    several = _result((0, 1), (2, 3), pairs={**_among((0, 1, 2, 3), -1.0), (0, 1): _SURE, (2, 3): _SURE})
    assert usefulness(several, ())[0] < usefulness(single, ())[0]


def test_of_records_that_match_nothing_nothing_is_expected() -> None:
    assert usefulness(_result((0,), (1,), pairs={}), ()).tolist() == [0.0, 0.0]


def test_doubtful_and_large_clusters_come_first() -> None:
    sure, doubtful = (_result((0, 1, 2), pairs=_among((0, 1, 2), weight)) for weight in (_SURE, _UNSURE))
    larger = _result((0, 1, 2, 3), pairs=_among((0, 1, 2, 3), _UNSURE))
    assert usefulness(sure, ())[0] < usefulness(doubtful, ())[0] < usefulness(larger, ())[0]


def test_two_customers_of_several_records_each_are_expected_in_a_cluster_that_hardly_holds_together() -> None:
    one_record = _result((0, 1, 2, 3), pairs={**_among((0, 1, 2, 3), _SURE), (0, 3): 0.0, (1, 3): 0.0, (2, 3): 0.0})
    halves = _result((0, 1, 2, 3), pairs={**_among((0, 1, 2, 3), 0.0), (0, 1): _SURE, (2, 3): _SURE})
    # Three pairs of a record that fits badly may be wrong, and four of the halves.
    assert 0.5 < usefulness(one_record, ())[0] < 2.0 < usefulness(halves, ())[0] < 4.0


def test_a_chain_is_more_doubtful_than_what_agrees_all_round() -> None:
    chain, round_ = (_result((0, 1, 2), pairs=pairs) for pairs in ({(0, 1): 6.0, (1, 2): 6.0}, _among((0, 1, 2), 6.0)))
    assert usefulness(round_, ())[0] < usefulness(chain, ())[0]
