"""The features of many pairs at once: which outcome each comparison had, as small numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons import (
    CLOSE,
    EXACT,
    LEVELS,
    MISSING,
    SIMILAR,
    compare_dates,
    compare_prepared,
    date_numbers,
)
from steward.matching.features import Feature, FeatureData, ValueData
from steward.matching.words import OUTCOMES, ROLES, WordOutcome, align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints

Bits = npt.NDArray[np.float64]

#: Name words that people of one household or firm have in common more often than strangers.
KIN_SHARE = 0.15

VALUE_OUTCOMES = 2 * len(LEVELS)
WORD_OUTCOMES = ROLES * OUTCOMES

#: Comparing distinct pairs once pays while a feature has few distinct values.
_FEW_VALUES = 30_000


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One feature of n pairs.

    ``counts`` (n, outcomes): how often each outcome occurred; all zero where a value is missing.
    ``chance``: log2 probability that unrelated records agree on the equal values; ``kin_chance``: what being
    possibly related adds to the outcome's probability.
    """

    counts: npt.NDArray[np.int8]
    chance: Bits
    kin_chance: Bits
    agrees: npt.NDArray[np.bool_]


def compute_outcomes(
    features: Sequence[Feature], data: Sequence[FeatureData], left: Ints, right: Ints
) -> list[Outcomes]:
    """All features of the pairs (left[i], right[i])."""
    found: list[Outcomes] = []
    for feature, values in zip(features, data, strict=True):
        in_context = np.zeros(len(left), bool)
        for position in feature.contexts:
            in_context |= found[position].agrees
        if isinstance(values, ValueData):
            found.append(_value_outcomes(feature, values, left, right, in_context))
        else:
            aligned = align(values, left, right, KIN_SHARE)
            found.append(Outcomes(aligned.counts, aligned.chance, aligned.kin_chance, _names_agree(aligned.counts)))
    return found


def value_levels(counts: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    """The level number of each pair of a value feature, ``MISSING`` where a value is missing."""
    level: npt.NDArray[np.int8] = (counts.argmax(axis=1) % len(LEVELS)).astype(np.int8)
    level[~counts.any(axis=1)] = MISSING
    return level


def _names_agree(counts: npt.NDArray[np.int8]) -> npt.NDArray[np.bool_]:
    by_role = counts.reshape(len(counts), ROLES, OUTCOMES)
    alike = by_role[:, :, [WordOutcome.EXACT, WordOutcome.CLOSE]].sum(axis=(1, 2))
    return np.asarray((alike > 0) & (by_role[:, :, WordOutcome.CONFLICT].sum(axis=1) == 0))


def _value_outcomes(
    feature: Feature, data: ValueData, left: Ints, right: Ints, in_context: npt.NDArray[np.bool_]
) -> Outcomes:
    first, second = data.ids[left], data.ids[right]
    levels = np.full(len(left), MISSING, np.int8)
    chance = np.zeros(len(left))
    present = (first[:, 0] >= 0) & (second[:, 0] >= 0)
    levels[present] = len(LEVELS)
    _mark_exact(data, first, second, levels, chance)
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            rows = np.flatnonzero((levels > EXACT) & (first[:, i] >= 0) & (second[:, j] >= 0))
            if len(rows):
                found = _compare_ids(feature.type, data, first[rows, i], second[rows, j])
                levels[rows] = np.minimum(levels[rows], found)
    in_context = in_context.copy()
    if feature.type is AttributeType.EMAIL:
        # An e-mail address is unique: namesakes have similar ones, never the same one.
        in_context[levels == EXACT] = False
    chance[in_context] = 0.0
    counts = np.zeros((len(left), VALUE_OUTCOMES), np.int8)
    rows = np.flatnonzero(levels >= 0)
    counts[rows, levels[rows] + len(LEVELS) * in_context[rows]] = 1
    agrees = (levels >= EXACT) & (levels <= (SIMILAR if feature.type is AttributeType.ADDRESS else CLOSE))
    return Outcomes(counts, chance, np.zeros(len(left)), agrees)


def _mark_exact(data: ValueData, first: Ints, second: Ints, levels: npt.NDArray[np.int8], chance: Bits) -> None:
    """Equal values; of several equal ones the rarest counts."""
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            same = np.flatnonzero((first[:, i] == second[:, j]) & (first[:, i] >= 0))
            levels[same] = EXACT
            chance[same] = np.minimum(chance[same], data.log_share[first[same, i]])


def _compare_ids(type_: AttributeType, data: ValueData, first: Ints, second: Ints) -> npt.NDArray[np.int8]:
    if type_ is AttributeType.DATE:
        numbers = date_numbers(data.values)
        return compare_dates(numbers[first], numbers[second])
    low, high = np.minimum(first, second).astype(np.int64), np.maximum(first, second).astype(np.int64)
    if len(data.values) > _FEW_VALUES:
        return compare_prepared(type_, [data.values[i] for i in low], [data.values[i] for i in high])
    distinct, back = np.unique(low * len(data.values) + high, return_inverse=True)
    a, b = distinct // len(data.values), distinct % len(data.values)
    return compare_prepared(type_, [data.values[i] for i in a], [data.values[i] for i in b])[back]
