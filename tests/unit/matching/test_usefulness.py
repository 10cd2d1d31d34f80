"""What to ask a steward first."""

from __future__ import annotations

import numpy as np

from steward.matching.usefulness import expected_neighbours, usefulness


def test_the_best_link_between_two_clusters_counts_once_for_each() -> None:
    clusters = np.array([0, 0, 2, 2, 4], np.int32)
    left, right = np.array([0, 0, 1, 2, 3], np.int32), np.array([1, 2, 3, 3, 4], np.int32)
    probabilities = np.array([0.9, 0.2, 0.3, 0.8, 0.1])
    expected = expected_neighbours(clusters, left, right, probabilities)
    assert expected.round(6).tolist() == [0.3, 0.0, 0.4, 0.0, 0.1]


def test_without_links_nothing_is_expected() -> None:
    nothing = np.zeros(0, np.int32)
    assert expected_neighbours(np.arange(3, dtype=np.int32), nothing, nothing, np.zeros(0)).tolist() == [0, 0, 0]


def test_doubtful_and_large_clusters_with_neighbours_come_first() -> None:
    assert usefulness(2, 0.99, 0.0) < usefulness(2, 0.6, 0.0) < usefulness(4, 0.6, 0.0) < usefulness(4, 0.6, 0.5)
