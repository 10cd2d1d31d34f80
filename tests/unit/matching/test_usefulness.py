"""What to ask a steward first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.engine import MatchResult, match
from steward.matching.usefulness import expected_neighbours, usefulness


def _result(pairs: dict[tuple[int, int], float]) -> MatchResult:
    """Five rows in the clusters 0-1, 2-3 and 4, whose pairs have these weights."""
    listed = np.array(list(pairs), np.int32).reshape(-1, 2)
    anything = match([Column("code", AttributeType.CODE, list("abcde"))])
    return replace(
        anything,
        clusters=np.array([0, 0, 2, 2, 4], np.int32),
        left=listed[:, 0],
        right=listed[:, 1],
        match_weights=np.array(list(pairs.values())),
    )


def test_all_pairs_between_two_clusters_speak() -> None:
    one_strong = expected_neighbours(_result({(0, 1): 9.0, (0, 2): 4.0}), ())
    all_weak = expected_neighbours(_result({(0, 2): 0.0, (0, 3): 0.0, (1, 2): 0.0, (1, 3): 0.0}), ())
    assert one_strong[0] == one_strong[2] < 0.25 < 0.5 < all_weak[0] == all_weak[2]
    assert all_weak[[1, 3, 4]].tolist() == [0.0, 0.0, 0.0]


def test_neighbours_that_were_decided_count_less() -> None:
    result = _result({(0, 4): 1.0, (1, 4): 1.0})
    fresh, late = expected_neighbours(result, ()), expected_neighbours(result, {4})
    assert 0.0 < late[0] < fresh[0]
    assert late[4] == fresh[4]


def test_without_links_nothing_is_expected() -> None:
    assert expected_neighbours(_result({}), ()).tolist() == [0.0] * 5


def test_doubtful_and_large_clusters_with_neighbours_come_first() -> None:
    sure, doubtful = np.full(2, 0.99), np.full(2, 0.6)
    assert usefulness(sure, 0.0) < usefulness(doubtful, 0.0) < usefulness(np.full(4, 0.6), 0.0)
    assert usefulness(np.full(4, 0.6), 0.0) < usefulness(np.full(4, 0.6), 0.5)


def test_useful_is_what_is_expected_to_be_put_right_by_one_answer() -> None:
    assert usefulness(np.ones(2), 0.1) == pytest.approx(0.2)
    # Each of three records is in two pairs, and a wrong pair shows in both of its records.
    assert usefulness(np.full(3, 0.8), 0.0) == pytest.approx(3 * (1 - 0.8) * (1 - 1.5 / 3))


def test_two_records_that_found_each_other_are_surer_than_their_weights_tell() -> None:
    assert usefulness(np.full(2, 0.6), 0.0) / 1 < usefulness(np.full(3, 0.6), 0.0) / 3
