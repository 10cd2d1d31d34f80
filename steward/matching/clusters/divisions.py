"""Where clusters fall apart most easily, and how sure it is that each is one customer.

A cluster is as sure as two parts of it that hold together badly: that its other records fit each other says nothing of
the one that doesn't. The parts are looked for from the known pair that fits worst; there may be worse ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.clusters.clustering import MISSING_WEIGHT

if TYPE_CHECKING:
    from steward.domain.progress import Progress

Bits = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
#: Rows, or labels, by either kind of number.
Rows = npt.NDArray[np.int32] | npt.NDArray[np.int64]

#: The more pairs (log2) say the same, the more it says.
_STEEPER = 0.15


def bits_between(sums: Bits, listed: Labels, pairs: Labels) -> Bits:
    """What groups of records say of being one customer. All ``pairs`` between them speak, as in clustering: a single
    strong one among many weak ones says little.

    ``sums``: the bits of the ``listed`` ones.
    """
    average = (sums + (pairs - listed) * MISSING_WEIGHT) / pairs
    return np.asarray((1.0 + _STEEPER * np.log2(pairs)) * average)


@dataclass(frozen=True, slots=True)
class Divisions:
    """Two parts of every cluster, its label being the index. ``first, second``: how many records they have, the second
    none where a cluster has no pairs; ``sums, listed``: the bits of the pairs between them, and how many are known."""

    first: Labels
    second: Labels
    sums: Bits
    listed: Labels

    @property
    def several(self) -> Labels:
        """The labels of the clusters that have two parts."""
        return np.flatnonzero(self.second)

    def bits(self) -> Bits:
        """What the two parts of each of ``several`` say of being one customer."""
        several = self.several
        return bits_between(self.sums[several], self.listed[several], self.first[several] * self.second[several])


def weakest_divisions(clusters: Rows, left: Rows, right: Rows, weights: Bits) -> Divisions:
    """Of the two records whose pair fits worst each stands for a part; the others go with the one they fit better.

    ``left, right``: the records of the pairs within clusters, ``weights`` their bounded bits.
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
    return Divisions(
        first, second, summed(labels[between], weights[between], size), np.bincount(labels[between], minlength=size)
    )


def sureness(clusters: Rows, left: Rows, right: Rows, weights: Bits, progress: Progress) -> Bits:
    """Bits for each cluster, by its label: the least that a record and the others, or two parts that fit badly
    (``weakest_divisions``), say of being one customer. Of single records it says nothing (infinite)."""
    size = len(clusters)
    others = np.bincount(clusters, minlength=size)[clusters] - 1
    listed = np.bincount(left, minlength=size) + np.bincount(right, minlength=size)
    progress.check()
    sums = summed(left, weights, size) + summed(right, weights, size)
    rows = np.flatnonzero(others)
    progress.check()
    least = np.full(size, np.inf)
    np.minimum.at(least, clusters[rows], bits_between(sums[rows], listed[rows], others[rows]))
    progress.check()
    divisions = weakest_divisions(clusters, left, right, weights)
    several = divisions.several
    least[several] = np.minimum(least[several], divisions.bits())
    return least


def summed(places: Rows, weights: Bits, size: int) -> Bits:
    """The sum of the weights at each place."""
    # Of no weights at all numpy makes whole numbers.
    return np.bincount(places, weights, size).astype(np.float64)
