"""A first look at many pairs: how good a pair can be at best, seen without comparing letters.

Most candidate pairs are hopeless, and seeing that costs far less than comparing their values closely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons import DIFFERENT, EXACT, LEVELS, PARTIAL, compare_dates
from steward.matching.features import CONTACTS, ValueData
from steward.matching.scoring import MATCH, RELATED, UNRELATED
from steward.matching.words import OUTCOMES, ROLES, SHORTEST_ECHO, WordOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints
    from steward.matching.features import Feature, FeatureData
    from steward.matching.model import MatchModel, OutcomeWeights
    from steward.matching.name_words import WordData

#: Shape (2, pairs): as one customer, and as related ones.
Bounds = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: Words that many kin share can add this much (bits) that the bounds don't know of.
_KIN_FASHION = -4.0
#: Beyond any doubt: the pair must be looked at closely.
_HOPEFUL = 100.0
_WITH_PARTIAL = (
    *(AttributeType.EMAIL, AttributeType.ADDRESS, AttributeType.LOCALITY, AttributeType.POSTCODE),
    *(AttributeType.NUMBER, AttributeType.TEXT, AttributeType.DATE),
)


def may_matter(model: MatchModel, data: Sequence[FeatureData], left: Ints, right: Ints, least: float) -> Mask:
    """False where a pair can reach neither a match weight of ``least`` nor even odds of being related."""
    as_match, as_related = upper_bounds(model, data, left, right)
    return np.asarray((as_match > least) | ((as_related > _KIN_FASHION) & _may_share_contact(model, data, left, right)))


def upper_bounds(model: MatchModel, data: Sequence[FeatureData], left: Ints, right: Ints) -> Bounds:
    """What the match weights and the weights of being related can't exceed; what may be near counts as near."""
    prior = np.array(model.prior)
    bounds = np.repeat((prior[[MATCH, RELATED]] - prior[UNRELATED])[:, None], len(left), axis=1)
    for feature, weights, values in zip(model.features, model.weights, data, strict=True):
        if not isinstance(values, ValueData):
            _add_word_bounds(bounds, weights, values, left, right)
        elif feature.type is AttributeType.DATE and values.ids.shape[1] == 1:
            _add_date_bounds(bounds, feature, weights, values, left, right)
        else:
            _add_value_bounds(bounds, feature, weights, values, left, right)
    return bounds


def _may_share_contact(model: MatchModel, data: Sequence[FeatureData], left: Ints, right: Ints) -> Mask:
    """Relations show in a phone, an e-mail or an address; addresses must be read closely to tell."""
    shared = np.zeros(len(left), bool)
    for feature, values in zip(model.features, data, strict=True):
        if not isinstance(values, ValueData) or feature.type not in CONTACTS:
            continue
        first, second = values.ids[left], values.ids[right]
        if feature.type is AttributeType.ADDRESS:
            shared |= (first[:, 0] >= 0) & (second[:, 0] >= 0)
            continue
        for i in range(first.shape[1]):
            for j in range(second.shape[1]):
                shared |= (first[:, i] == second[:, j]) & (first[:, i] >= 0)
    return shared


def _gains(weights: OutcomeWeights) -> npt.NDArray[np.float64]:
    """Shape (2, outcomes): what an outcome adds."""
    by_class = weights.as_array()
    return np.asarray(by_class[[MATCH, RELATED]] - by_class[UNRELATED])


def _level_gains(feature: Feature, weights: OutcomeWeights) -> npt.NDArray[np.float64]:
    """Shape (2, levels): what a level can add in any context that the feature has."""
    in_contexts = _gains(weights).reshape(2, 2, len(LEVELS))
    has_contexts = feature.contexts or feature.loose_contexts
    return np.asarray(in_contexts.max(axis=1) if has_contexts else in_contexts[:, 0])


def _add_date_bounds(
    bounds: Bounds, feature: Feature, weights: OutcomeWeights, data: ValueData, left: Ints, right: Ints
) -> None:
    first, second = data.ids[left, 0], data.ids[right, 0]
    rows = np.flatnonzero((first >= 0) & (second >= 0))
    levels = compare_dates(data.dates[first[rows]], data.dates[second[rows]])
    rarity = np.where(levels == EXACT, data.log_share[first[rows]], 0.0)
    bounds[:, rows] += _level_gains(feature, weights)[:, levels] - rarity


def _add_value_bounds(
    bounds: Bounds, feature: Feature, weights: OutcomeWeights, data: ValueData, left: Ints, right: Ints
) -> None:
    gains = _level_gains(feature, weights)
    first, second = data.ids[left], data.ids[right]
    present = (first[:, 0] >= 0) & (second[:, 0] >= 0)
    equal = np.zeros(len(left))
    is_equal, may_be_near = np.zeros(len(left), bool), np.zeros(len(left), bool)
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            rows = np.flatnonzero((first[:, i] >= 0) & (second[:, j] >= 0))
            a, b = first[rows, i], second[rows, j]
            same = rows[a == b]
            is_equal[same] = True
            equal[same] = np.minimum(equal[same], data.log_share[first[same, i]])
            may_be_near[rows] |= data.may_be_near(a, b)
    farthest = PARTIAL if feature.type in _WITH_PARTIAL else DIFFERENT
    far = gains[:, farthest:].max(axis=1, keepdims=True)
    near = np.maximum(gains[:, EXACT + 1 : PARTIAL].max(axis=1, keepdims=True), far)
    unequal = np.where(may_be_near, near, far)
    bounds += np.where(is_equal, np.maximum(gains[:, [EXACT]] - equal, unequal), np.where(present, unequal, 0.0))


def _add_word_bounds(bounds: Bounds, weights: OutcomeWeights, data: WordData, left: Ints, right: Ints) -> None:
    gains = _gains(weights).reshape(2, ROLES, OUTCOMES).max(axis=1)[:, :, None]
    exact, conflict, echoed = (gains[:, o] for o in (WordOutcome.EXACT, WordOutcome.CONFLICT, WordOutcome.ECHOED))
    nearest = np.maximum(gains[:, WordOutcome.CLOSE : WordOutcome.ECHOED].max(axis=1), 0.0)
    left_out = np.maximum(gains[:, WordOutcome.LEFT_OUT], 0.0)
    echoed = np.maximum(echoed, 0.0)
    first, second = data.names.ids[left], data.names.ids[right]
    matched = np.zeros(len(left), np.int64)
    alike, other_alike = np.zeros(first.shape, bool), np.zeros(second.shape, bool)
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            rows = np.flatnonzero((first[:, i] >= 0) & (second[:, j] >= 0))
            a, b = first[rows, i], second[rows, j]
            same = a == b
            bounds[:, rows[same]] += exact - data.log_share[a[same]]
            matched[rows[same]] += 1
            near = rows[~same & (data.shapes.may_be_alike(a, b) | (data.folds[a] == data.folds[b]))]
            alike[near, i] = True
            other_alike[near, j] = True
    count, other_count = (first >= 0).sum(axis=1), (second >= 0).sum(axis=1)
    shorter = np.minimum(count, other_count)
    unmatched = np.maximum(shorter - matched, 0)
    answered = np.minimum(np.minimum(alike.sum(axis=1), other_alike.sum(axis=1)), unmatched)
    echoes = _may_be_echoed(data, first, right) + _may_be_echoed(data, second, left)
    bounds += answered * nearest + echoes * echoed
    bounds += np.maximum(unmatched - answered - echoes, 0) * conflict
    bounds += np.where(shorter > 0, np.abs(count - other_count) * left_out, 0.0)
    in_other_words = data.names.joined[left] == data.names.joined[right]
    has_others = (data.others.joined[left] >= 0) | (data.others.joined[right] >= 0)
    bounds[:, in_other_words | has_others] += _HOPEFUL


def _may_be_echoed(data: WordData, words: Ints, others: Ints) -> npt.NDArray[np.int64]:
    """How many of the words have all their couples of letters in the other record's e-mail addresses and handles."""
    echo = data.echo_signatures[others]
    found = np.zeros(len(words), np.int64)
    for i in range(words.shape[1]):
        rows = np.flatnonzero((words[:, i] >= 0) & (echo > 0))
        ids = words[rows, i]
        signed = data.shapes.signatures[ids]
        found[rows] += (data.shapes.lengths[ids] >= SHORTEST_ECHO) & ((signed & ~echo[rows]) == 0)
    return found
