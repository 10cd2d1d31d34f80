"""What a value feature can add to a pair at best."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.comparisons.levels import CLOSE, EXACT, LEVELS, Levels
from steward.matching.features.outcomes import compare_ids
from steward.matching.weights.scoring import UNRELATED

if TYPE_CHECKING:
    from steward.domain.attributes import AttributeType
    from steward.matching.columns import Ints
    from steward.matching.features.data import ValueData
    from steward.matching.features.plan import Feature
    from steward.matching.weights.model import OutcomeWeights

#: What is added to each pair at most.
Bounds = npt.NDArray[np.float32]
Compare = Callable[["Ints", "Ints"], Levels]


def class_gains(weights: OutcomeWeights, class_: int) -> Bounds:
    """What an outcome adds for a class of pairs, against being unrelated."""
    by_class = weights.as_array()
    return np.asarray(by_class[class_] - by_class[UNRELATED], np.float32)


@dataclass(frozen=True, slots=True)
class ValueGlance:
    """What a value feature adds for one class of pairs.

    ``gains``: the most that a level or one beyond it adds; ``rarity``: of each value, in bits; ``ids``: column by
    column the numbers of each record's values.
    """

    type: AttributeType
    data: ValueData
    gains: Bounds
    rarity: Bounds
    ids: tuple[Ints, ...]

    @classmethod
    def of(cls, feature: Feature, weights: OutcomeWeights, data: ValueData, class_: int) -> ValueGlance:
        """Whether its context agrees is not known: the better case counts."""
        in_contexts = class_gains(weights, class_).reshape(2, len(LEVELS))
        gains = in_contexts.max(axis=0) if feature.contexts or feature.loose_contexts else in_contexts[0]
        if not data.sketch.is_exact or data.ids.shape[1] > 1:
            # Equal values are equal, whatever else could be.
            beyond = np.maximum.accumulate(gains[:EXACT:-1])[::-1]
            gains = np.concatenate([gains[: EXACT + 1], beyond])
        ids = tuple(np.ascontiguousarray(column) for column in data.ids.T)
        return cls(feature.type, data, gains, -data.log_share.astype(np.float32), ids)

    def bounds(self, left: Ints, right: Ints) -> Bounds:
        """The most that the feature adds to each pair, as far as its sketch tells."""
        return self._bounds(left, right, self.data.sketch.closest)

    def closer_bounds(self, left: Ints, right: Ints) -> Bounds:
        """The most that the feature adds to each pair, its values compared letter by letter."""
        return self._bounds(left, right, lambda first, second: compare_ids(self.type, self.data, first, second))

    def potentials(self) -> Bounds:
        """The most that the feature adds to any pair of each record, never less than nothing."""
        near = max(float(self.gains[CLOSE:].max()), 0.0)
        of_value = np.append(np.maximum(self.gains[EXACT] + self.rarity, np.float32(near)), np.float32(0))
        return np.asarray(np.max([of_value[ids] for ids in self.ids], axis=0))

    def _bounds(self, left: Ints, right: Ints, compare: Compare) -> Bounds:
        if len(self.ids) == 1:
            found = np.zeros(len(left), np.float32)
            first, second = self.ids[0][left], self.ids[0][right]
            both = np.flatnonzero((first >= 0) & (second >= 0))
            found[both] = self._best(first[both], second[both], compare)
            return found
        # Of several values the best ones count.
        found = np.full(len(left), -np.inf, np.float32)
        for column in self.ids:
            for other in self.ids:
                first, second = column[left], other[right]
                both = np.flatnonzero((first >= 0) & (second >= 0))
                found[both] = np.maximum(found[both], self._best(first[both], second[both], compare))
        return np.where(np.isinf(found), np.float32(0), found)

    def _best(self, first: Ints, second: Ints, compare: Compare) -> Bounds:
        levels = np.full(len(first), EXACT, np.int8)
        differ = np.flatnonzero(first != second)
        levels[differ] = compare(first[differ], second[differ])
        found = self.gains[levels]
        equal = np.flatnonzero(levels == EXACT)
        found[equal] += self.rarity[first[equal]]
        return found
