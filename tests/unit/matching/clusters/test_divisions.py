"""A cluster is as sure as the two parts that hold together worst."""

import numpy as np
import pytest

from steward.domain.progress import NO_PROGRESS
from steward.matching.clusters.clustering import MISSING_WEIGHT
from steward.matching.clusters.divisions import bits_between, sureness, weakest_divisions


def _sureness(size: int, weights: dict[tuple[int, int], float]) -> float:
    left, right = np.array(list(weights)).T
    bits = sureness(np.zeros(size, np.int64), left, right, np.array(list(weights.values())), NO_PROGRESS)
    return float(bits[0])


def _two_groups(each: int, *, inside: float, between: float) -> dict[tuple[int, int], float]:
    size = 2 * each
    return {(a, b): inside if (a < each) == (b < each) else between for a in range(size) for b in range(a + 1, size)}


def test_two_records_are_as_sure_as_their_pair() -> None:
    assert _sureness(2, {(0, 1): 7.5}) == 7.5


def test_one_record_that_fits_badly_makes_its_cluster_doubtful() -> None:
    good = {(a, b): 12.0 for a in range(5) for b in range(a + 1, 5)}
    assert _sureness(5, good) > 12.0
    assert _sureness(6, good | {(a, 5): 0.5 for a in range(5)}) < 1.0


def test_two_groups_that_fit_badly_are_doubtful_though_every_record_fits_its_own() -> None:
    assert _sureness(10, _two_groups(5, inside=11.0, between=1.0)) < 2.0


def test_pairs_that_are_not_known_speak_against_a_cluster() -> None:
    assert _sureness(3, {(0, 1): 9.0, (0, 2): 9.0}) < _sureness(3, {(0, 1): 9.0, (0, 2): 9.0, (1, 2): 0.0})


def test_more_pairs_that_say_the_same_say_more() -> None:
    sums = np.array([5.0, 20.0, -20.0])
    alone, together, against = bits_between(sums, np.array([1, 4, 4]), np.array([1, 4, 4]))
    assert alone == 5.0
    assert together > 5.0
    assert against < -5.0


def test_of_a_single_record_nothing_is_said() -> None:
    nothing = np.zeros(0, np.int64)
    assert sureness(np.arange(3), nothing, nothing, np.zeros(0), NO_PROGRESS).tolist() == [np.inf] * 3


def test_a_cluster_falls_apart_between_the_records_that_fit_worst() -> None:
    weights = _two_groups(3, inside=9.0, between=2.0) | {(0, 5): -3.0}
    left, right = np.array(list(weights)).T
    divisions = weakest_divisions(np.zeros(6, np.int64), left, right, np.array(list(weights.values())))
    assert divisions.several.tolist() == [0]
    assert sorted([divisions.first[0], divisions.second[0]]) == [3, 3]
    assert divisions.sums[0] == pytest.approx(8 * 2.0 - 3.0)


def test_a_cluster_without_a_known_pair_is_as_doubtful_as_can_be() -> None:
    nothing = np.zeros(0, np.int64)
    assert sureness(np.zeros(2, np.int64), nothing, nothing, np.zeros(0), NO_PROGRESS)[0] == MISSING_WEIGHT
