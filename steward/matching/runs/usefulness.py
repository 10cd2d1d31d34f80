"""How much an answer about a cluster is expected to put right: what to ask a steward first.

Of any two groups of records the same is asked: are they one customer? Of two clusters, which are kept apart; and of
the two parts into which a cluster falls most easily, which were put together. What all the pairs between the groups
say on average tells how likely it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.clusters.clustering import MISSING_WEIGHT, bounded_weights
from steward.matching.weights.scoring import MATCH, probability

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.matching.runs.engine import MatchResult

Bits = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

#: How likely two groups are one customer, in bits: so many, and so many times the average of the pairs between them,
#: more the more pairs (log2) have a say. They fit tables of many kinds, for clusters as for parts of one.
_HIGHER, _STEEP, _STEEPER = 1.2, 1.0, 0.15
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
    sums, listed = _summed(place, weights, len(couples)), np.bincount(place, minlength=len(couples))
    return first, second, _chances(sums, listed, members[first], members[second])


def _wrong_pairs(clusters: Labels, left: Labels, right: Labels, weights: Bits) -> Bits:
    """Per cluster the pairs between its two parts that are expected to be of two customers.

    Of the two records that fit worst each stands for a part; the others go with the one they fit better.
    ``left, right``: the records of the pairs within clusters.
    """
    size, labels = len(clusters), clusters[left]
    least = np.full(size, np.inf)
    np.minimum.at(least, labels, weights)
    weakest = np.flatnonzero(weights == least[labels])[::-1]
    ends = np.full((2, size), -1)
    ends[:, labels[weakest]] = left[weakest], right[weakest]
    fits = np.full((2, size), MISSING_WEIGHT)
    for of_part, end in zip(fits, ends, strict=True):
        for some, others in ((left, right), (right, left)):
            meets = others == end[labels]
            of_part[some[meets]] = weights[meets]
        of_part[end[end >= 0]] = np.inf
    in_second = fits[1] > fits[0]
    second = np.bincount(clusters[in_second], minlength=size)
    first = np.bincount(clusters, minlength=size) - second
    between = in_second[left] != in_second[right]
    sums = _summed(labels[between], weights[between], size)
    listed = np.bincount(labels[between], minlength=size)
    several = np.flatnonzero(second)
    found = np.zeros(size)
    chances = _chances(sums[several], listed[several], first[several], second[several])
    found[several] = (1.0 - chances) * first[several] * second[several]
    return found


def _chances(sums: Bits, listed: Labels, first: Labels, second: Labels) -> Bits:
    """How likely groups of so many records are one customer. All pairs between them speak, as in clustering: a single
    strong one among many weak ones says little.

    ``sums``: the bits of the ``listed`` pairs between them.
    """
    pairs = first * second
    average = (sums + (pairs - listed) * MISSING_WEIGHT) / pairs
    steepness = _STEEP + _STEEPER * np.log2(pairs)
    return probability(steepness * average + _HIGHER - _SEVERAL * (np.minimum(first, second) > 1))


def _summed(places: Labels, weights: Bits, size: int) -> Bits:
    # Of no weights at all numpy makes whole numbers.
    return np.bincount(places, weights, size).astype(np.float64)
