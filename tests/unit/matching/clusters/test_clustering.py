"""Clusters from weighted pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.domain.progress import NoProgress
from steward.matching.clusters.clustering import Graph, Rules, cluster

if TYPE_CHECKING:
    from collections.abc import Callable


def _clusters(
    size: int,
    pairs: dict[tuple[int, int], float],
    must: tuple[tuple[int, int], ...] = (),
    cannot: tuple[tuple[int, int], ...] = (),
    identified: tuple[int, ...] = (),
    conflict: Callable[[int, int], bool] = lambda a, b: False,
) -> list[int]:
    left = np.array([a for a, _ in pairs], np.int32)
    right = np.array([b for _, b in pairs], np.int32)
    graph = Graph(size, left, right, np.array(list(pairs.values()), np.float64), -5.0)
    has_identifier = np.isin(np.arange(size), identified)
    return cluster(graph, Rules(must, cannot, has_identifier, conflict), 0.0, NoProgress()).tolist()


def test_rows_without_pairs_stay_single() -> None:
    assert _clusters(3, {}) == [0, 1, 2]


def test_a_complete_group_is_one_cluster() -> None:
    assert _clusters(4, {(0, 1): 8.0, (1, 3): 6.0, (0, 3): 2.0}) == [0, 0, 2, 0]


def test_one_strong_pair_does_not_chain_two_customers() -> None:
    pairs = {(0, 1): 9.0, (2, 3): 9.0, (1, 2): 1.0, (0, 2): -5.0, (1, 3): -5.0, (0, 3): -5.0}
    assert _clusters(4, pairs) == [0, 0, 2, 2]


def test_one_weak_pair_does_not_keep_a_customer_apart() -> None:
    assert _clusters(3, {(0, 1): 9.0, (1, 2): 9.0, (0, 2): -4.0}) == [0, 0, 0]


def test_pairs_that_were_never_compared_count_against_a_cluster() -> None:
    assert _clusters(4, {(0, 1): 9.0, (1, 2): 1.0, (2, 3): 9.0}) == [0, 0, 2, 2]


def test_decisions_hold_whatever_the_weights_say() -> None:
    pairs = {(0, 1): 12.0, (1, 2): 12.0, (0, 2): 12.0}
    assert _clusters(4, pairs, must=((0, 3),), cannot=((0, 2),)) in ([0, 0, 2, 0], [0, 1, 1, 0])


def test_linked_rows_are_together_even_with_nothing_in_common() -> None:
    assert _clusters(3, {}, must=((0, 2),)) == [0, 1, 0]


def test_not_the_same_reaches_through_linked_rows() -> None:
    labels = _clusters(4, {(1, 2): 12.0}, must=((0, 1), (2, 3)), cannot=((0, 3),))
    assert labels == [0, 0, 2, 2]


def test_conflicting_identifiers_cut_a_cluster_also_through_a_third_row() -> None:
    pairs = {(0, 1): 9.0, (1, 2): 8.0}
    labels = _clusters(3, pairs, identified=(0, 2), conflict=lambda a, b: {a, b} == {0, 2})
    assert labels == [0, 0, 2]
