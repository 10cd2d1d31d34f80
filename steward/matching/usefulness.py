"""How much an answer about a cluster is expected to put right: what to ask a steward first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.clustering import MISSING_WEIGHT, bounded_weights
from steward.matching.scoring import MATCH, probability

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.matching.engine import MatchResult

Bits = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

#: What speaks between two clusters is told by few and dependent pairs, and their average understates it both ways:
#: so many times the bits, and so many bits more, fit tables of many kinds.
_STEEPER, _HIGHER = 1.6, 2.0
#: The records of a small cluster found nothing that fits better, which their weights do not know: of n records that
#: many are as good as certain.
_CERTAIN = 1.5
#: A cluster that is decided was seen beside its neighbours then: they are hardly the same customer.
OVERLOOKED = 0.3


def expected_neighbours(result: MatchResult, decided: Collection[int]) -> Bits:
    """Per cluster (its label is the index) how many other clusters are expected to be the same customer after all.

    ``decided``: the labels of clusters that were answered.
    """
    clusters = result.clusters.astype(np.int64)
    size = len(clusters)
    left, right = clusters[result.left], clusters[result.right]
    apart = left != right
    weights = bounded_weights(result.match_weights[apart], result.model.prior[MATCH])
    members = np.bincount(clusters, minlength=size)
    first, second, chances = chances_between(left[apart], right[apart], weights, members)
    open_share = np.ones(size)
    open_share[list(decided)] = OVERLOOKED
    return expected_by_cluster(first, second, chances, open_share)


def expected_by_cluster(first: Labels, second: Labels, chances: Bits, shares: Bits) -> Bits:
    """Per cluster, how many of those it is coupled with are expected to be the same customer.

    ``shares``: by label, how much of its chance counts where a cluster is the other one of a couple.
    """
    found = np.bincount(first, chances * shares[second], len(shares))
    return np.asarray(found + np.bincount(second, chances * shares[first], len(shares)))


def chances_between(left: Labels, right: Labels, weights: Bits, members: Labels) -> tuple[Labels, Labels, Bits]:
    """Couples of clusters, the lower label first, and how likely the two of each are one customer.

    All pairs between two clusters speak, as in clustering: a single strong one among many weak ones says little.
    ``left, right``: the clusters of the records of each pair, ``weights`` its bounded bits; ``members``: how many
    records a cluster has, by its label.
    """
    size = max(len(members), 1)
    couples, place = np.unique(np.minimum(left, right) * size + np.maximum(left, right), return_inverse=True)
    first, second = couples // size, couples % size
    pairs = members[first] * members[second]
    unlisted = pairs - np.bincount(place, minlength=len(couples))
    average = (np.bincount(place, weights, len(couples)) + unlisted * MISSING_WEIGHT) / pairs
    return first, second, probability(_STEEPER * average + _HIGHER)


def usefulness(confidences: Bits, neighbours: float) -> float:
    """Pairs of records that an answer about a cluster is expected to put right: one act, however it comes out.

    ``confidences``: how sure each of its records belongs there; ``neighbours``: other clusters expected to be the same
    customer, each bringing one record.
    """
    count = len(confidences)
    doubts = (1.0 - confidences) * max(1.0 - _CERTAIN / count, 0.0)
    # A wrong pair shows in both of its records.
    wrong = float(doubts.sum()) * (count - 1) / 2
    return wrong + neighbours * count
