"""How much an answer about a cluster is expected to put right: what to ask a steward first.

Of any two groups of records the same is asked: are they one customer? Of two clusters, which are kept apart; and of
the two parts into which a cluster falls most easily, which were put together. What all the pairs between the groups
say on average tells how likely it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.clusters.clustering import bounded_weights
from steward.matching.clusters.divisions import bits_between, summed, weakest_divisions
from steward.matching.weights.scoring import MATCH, probability

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.matching.runs.engine import MatchResult

Bits = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

#: How much likelier (bits) two groups are one customer than the pairs between them say. It fits tables of many kinds,
#: for clusters as for parts of one.
_HIGHER = 1.2
#: It is single records that go astray: groups of several each, all of which say no, are that much less likely (bits).
_SEVERAL = 2.0
#: A cluster that is decided was seen beside its neighbours then: that much is left of their chance.
OVERLOOKED = 0.1


def usefulness(result: MatchResult, decided: Collection[int]) -> Bits:
    """Per cluster (its label is the index) the pairs of records that an answer about it, one act however it comes out,
    is expected to put right.

    ``decided``: the labels of clusters that were answered.
    """
    clusters = result.clusters.astype(np.int64)
    members = np.bincount(clusters, minlength=len(clusters))
    weights = bounded_weights(result.match_weights, result.model.prior[MATCH])
    left, right = clusters[result.left], clusters[result.right]
    apart = left != right
    first, second, chances = chances_between(left[apart], right[apart], weights[apart], members)
    shares = np.ones(len(clusters))
    shares[list(decided)] = OVERLOOKED
    wrong = _wrong_pairs(clusters, result.left[~apart], result.right[~apart], weights[~apart])
    neighbours = expected_by_cluster(first, second, chances, shares)
    # Few of another cluster's records stand beside it: each is taken to bring one.
    useful = wrong + members * neighbours
    # Of two neighbours the more useful one is asked first; when it is the other's turn, they were seen together.
    later = np.where(useful[first] < useful[second], first, second)
    earlier = first + second - later
    return useful - members * np.bincount(later, chances * (shares[earlier] - OVERLOOKED), len(clusters))


def expected_by_cluster(first: Labels, second: Labels, chances: Bits, shares: Bits) -> Bits:
    """Per cluster, how many of those it is coupled with are expected to be the same customer.

    ``shares``: by label, how much of its chance counts where a cluster is the other one of a couple.
    """
    found = np.bincount(first, chances * shares[second], len(shares))
    return np.asarray(found + np.bincount(second, chances * shares[first], len(shares)))


def chances_between(left: Labels, right: Labels, weights: Bits, members: Labels) -> tuple[Labels, Labels, Bits]:
    """Couples of clusters, the lower label first, and how likely the two of each are one customer.

    ``left, right``: the clusters of the records of each pair, ``weights`` its bounded bits; ``members``: how many
    records a cluster has, by its label.
    """
    size = max(len(members), 1)
    couples, place = np.unique(np.minimum(left, right) * size + np.maximum(left, right), return_inverse=True)
    first, second = couples // size, couples % size
    sums, listed = summed(place, weights, len(couples)), np.bincount(place, minlength=len(couples))
    bits = bits_between(sums, listed, members[first] * members[second])
    return first, second, _chances(bits, members[first], members[second])


def _wrong_pairs(clusters: Labels, left: Labels, right: Labels, weights: Bits) -> Bits:
    """Per cluster the pairs between its two parts that are expected to be of two customers.

    ``left, right``: the records of the pairs within clusters.
    """
    divisions = weakest_divisions(clusters, left, right, weights)
    several = divisions.several
    first, second = divisions.first[several], divisions.second[several]
    found = np.zeros(len(clusters))
    found[several] = (1.0 - _chances(divisions.bits(), first, second)) * first * second
    return found


def _chances(bits: Bits, first: Labels, second: Labels) -> Bits:
    """How likely groups of so many records are one customer, by what the pairs between them say."""
    return probability(bits + _HIGHER - _SEVERAL * (np.minimum(first, second) > 1))
