"""A first look at many pairs: how good a pair can be at best, from equal values alone.

Most candidate pairs are hopeless, and seeing that costs far less than comparing their letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons import EXACT, LEVELS, compare_dates
from steward.matching.features import ValueData
from steward.matching.scoring import MATCH, UNRELATED
from steward.matching.words import OUTCOMES, ROLES, WordOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints
    from steward.matching.features import Feature, FeatureData
    from steward.matching.model import MatchModel, OutcomeWeights
    from steward.matching.name_words import WordData

Bits = npt.NDArray[np.float64]

#: Beyond any doubt: the pair must be looked at closely.
_HOPEFUL = 100.0


def upper_bounds(model: MatchModel, data: Sequence[FeatureData], left: Ints, right: Ints) -> Bits:
    """Match weights that the pairs can't exceed; what is not equal is taken for as near as can be."""
    bounds = np.full(len(left), model.prior[MATCH] - model.prior[UNRELATED])
    for feature, weights, values in zip(model.features, model.weights, data, strict=True):
        if isinstance(values, ValueData):
            _add_value_bounds(bounds, feature, weights, values, left, right)
        else:
            _add_word_bounds(bounds, weights, values, left, right)
    return bounds


def _add_value_bounds(
    bounds: Bits, feature: Feature, weights: OutcomeWeights, data: ValueData, left: Ints, right: Ints
) -> None:
    gains = np.subtract(weights.match, weights.unrelated).reshape(2, len(LEVELS)).max(axis=0)
    first, second = data.ids[left], data.ids[right]
    present = (first[:, 0] >= 0) & (second[:, 0] >= 0)
    if feature.type is AttributeType.DATE and first.shape[1] == 1:
        rows = np.flatnonzero(present)
        levels = compare_dates(data.dates[first[rows, 0]], data.dates[second[rows, 0]])
        bounds[rows] += gains[levels] - np.where(levels == EXACT, data.log_share[first[rows, 0]], 0.0)
        return
    equal = np.zeros(len(left))
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            rows = np.flatnonzero((first[:, i] == second[:, j]) & (first[:, i] >= 0))
            equal[rows] = np.minimum(equal[rows], data.log_share[first[rows, i]])
    nearest = max(0.0, float(gains[EXACT + 1 :].max()))
    bounds += np.where(equal < 0, np.maximum(gains[EXACT] - equal, nearest), np.where(present, nearest, 0.0))


def _add_word_bounds(bounds: Bits, weights: OutcomeWeights, data: WordData, left: Ints, right: Ints) -> None:
    gains = np.subtract(weights.match, weights.unrelated).reshape(ROLES, OUTCOMES)
    exact = float(gains[:, WordOutcome.EXACT].max())
    nearest = max(0.0, float(gains[:, WordOutcome.CLOSE : WordOutcome.LEFT_OUT].max()))
    left_out = max(0.0, float(gains[:, WordOutcome.ECHOED : WordOutcome.CONFLICT].max()))
    first, second = data.names.ids[left], data.names.ids[right]
    matched = np.zeros(len(left), np.int64)
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            rows = np.flatnonzero((first[:, i] == second[:, j]) & (first[:, i] >= 0))
            bounds[rows] += exact - data.log_share[first[rows, i]]
            matched[rows] += 1
    count, other_count = (first >= 0).sum(axis=1), (second >= 0).sum(axis=1)
    shorter = np.minimum(count, other_count)
    bounds += np.maximum(shorter - matched, 0) * nearest
    bounds += np.where(shorter > 0, np.abs(count - other_count) * left_out, 0.0)
    in_other_words = data.names.joined[left] == data.names.joined[right]
    has_others = (data.others.joined[left] >= 0) | (data.others.joined[right] >= 0)
    bounds[in_other_words | has_others] += _HOPEFUL
