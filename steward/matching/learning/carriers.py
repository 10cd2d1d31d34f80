"""How many records of one customer carry a value, beside each that does, as far as a first model can tell.

A firm with five hundred records makes its name look usual, a town with five hundred inhabitants is usual. Of values
that equally many records carry, those of one customer are told by the pairs of its records; the average of all
customers, which the largest ones dominate, says little of the values of small ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.progress import NO_PROGRESS, Progress
from steward.matching.features.data import HELD_BY_ONE, SPARE, ValueData

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature, Shares

Bits = npt.NDArray[np.float64]

#: The average of all customers counts like so many pairs.
_BELIEF = 10.0
_SIZES = 32
#: How many records of other customers are believed to carry a value that none of them was seen to carry.
_UNSEEN = 0.35


@dataclass(frozen=True, slots=True)
class Copies:
    """Per power of two of the records that carry a value: how many others beside each are its customer's."""

    by_size: tuple[float, ...]

    @classmethod
    def always(cls, copies: float) -> Copies:
        """As many for usual values as for rare ones."""
        return cls((copies,))

    def of(self, carriers: float) -> float:
        """For a value that so many records carry."""
        return self.by_size[min(max(int(np.log2(max(carriers, 1.0))), 0), len(self.by_size) - 1)]


def copies_of_values(
    data: Sequence[FeatureData],
    left: Ints,
    right: Ints,
    likely: Bits,
    weight_of_pair: float,
    average: float,
    progress: Progress = NO_PROGRESS,
) -> list[Copies]:
    """For each feature, from pairs (left[i], right[i]) that are one customer as ``likely``, each standing for
    ``weight_of_pair`` pairs; ``average``: how many other records of the same customer a record has."""
    found = []
    for values in data:
        progress.check()
        ids = values.ids if isinstance(values, ValueData) else values.names.ids
        carriers = np.bincount(ids[ids >= 0], minlength=1)
        size_of = np.log2(np.maximum(carriers, 1)).astype(np.int64)
        records = np.bincount(size_of, carriers, _SIZES)
        seen = np.zeros(_SIZES)
        for rows, shared in _shared(ids[left], ids[right]):
            seen += np.bincount(size_of[shared], likely[rows], _SIZES)
        # Each pair is a copy for both of its records.
        expected = average * records / (2.0 * weight_of_pair)
        found.append(Copies(tuple((average * (seen + _BELIEF) / (expected + _BELIEF)).tolist())))
    return found


def _shared(first: Ints, second: Ints) -> Iterator[tuple[npt.NDArray[np.int64], Ints]]:
    """The pairs that share a value, and that value."""
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            rows = np.flatnonzero((first[:, i] == second[:, j]) & (first[:, i] >= 0))
            yield rows, first[rows, i]


def without_copies(
    features: Sequence[Feature], shares: Sequence[Shares], copies: Sequence[Copies], progress: Progress = NO_PROGRESS
) -> list[Shares]:
    """How often *another* customer carries a value.

    ``copies``: how many other records of the same customer carry a value beside a record that does. Like the record
    itself they make rare values look more usual than they are.
    """
    found = []
    for feature, share, copied in zip(features, shares, copies, strict=True):
        progress.check()
        is_held = feature.type in HELD_BY_ONE
        # There are many values, and few numbers of records that carry one.
        spare = cache(partial(_spare, copied, is_held=is_held))
        floor = min(share.floor, max(share.floor - spare(share.floor), 1.0 if is_held else _UNSEEN))
        counts, wholes = (
            {value: others for value, count in held.items() if (others := count - spare(count)) > floor}
            for held in (share.counts, share.wholes)
        )
        found.append(replace(share, floor=floor, counts=counts, wholes=wholes))
    return found


def _spare(copies: Copies, count: float, *, is_held: bool) -> float:
    """How many of the records counted for a value are the same customer's as one that carries it."""
    return max(copies.of(count + SPARE) - SPARE, 0.0) if is_held else copies.of(count) + 1.0
