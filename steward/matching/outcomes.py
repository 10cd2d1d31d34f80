"""The features of many pairs at once: which outcome each comparison had, as small numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons import (
    CLOSE,
    DIFFERENT,
    EXACT,
    LEVELS,
    MISSING,
    PARTIAL,
    SIMILAR,
    compare_dates,
    compare_different,
    mailboxes_alike,
)
from steward.matching.features import Feature, FeatureData, ValueData
from steward.matching.words import OUTCOMES, ROLES, Alignment, WordOutcome, align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints

Bits = npt.NDArray[np.float64]

#: Name words that people of one household or firm have in common more often than strangers.
KIN_SHARE = 0.15

VALUE_OUTCOMES = 2 * len(LEVELS)
WORD_OUTCOMES = ROLES * OUTCOMES

_NO_CODES = np.zeros(0, np.int8)
_NO_COUNTS = np.zeros((0, WORD_OUTCOMES), np.int8)

#: Comparing distinct pairs once pays while a feature has few distinct values.
_FEW_VALUES = 30_000


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One feature of n pairs.

    ``codes``: the outcome of each pair of a value feature, -1 where a value is missing;
    ``counts`` (n, outcomes): how often each outcome occurred among the words of a name. One of them is empty.
    ``chance``: log2 probability that unrelated records agree on the equal values; ``kin_chance``: what being
    possibly related adds to the outcome's probability; ``crowd``: other customers known to carry the same name.
    """

    codes: npt.NDArray[np.int8]
    counts: npt.NDArray[np.int8] | Bits
    chance: Bits
    kin_chance: Bits
    crowd: Bits

    def to_learn_from(self) -> Outcomes:
        """The same with counts that are multiplied fast, again and again."""
        return replace(self, counts=self.counts.astype(np.float64))

    def sums(self, weights: Bits, size: int) -> Bits:
        """How often each outcome occurred, every pair counted by its weight."""
        if len(self.counts):
            return np.asarray(weights @ self.counts)
        return np.bincount(self.codes + 1, weights, minlength=size + 1)[1:].astype(np.float64)


def compute_outcomes(
    features: Sequence[Feature], data: Sequence[FeatureData], left: Ints, right: Ints
) -> list[Outcomes]:
    """All features of the pairs (left[i], right[i])."""
    found = [
        _compare_values(feature, values, left, right)
        if isinstance(values, ValueData)
        else align(values, left, right, KIN_SHARE)
        for feature, values in zip(features, data, strict=True)
    ]
    agrees = [_agree(feature, compared) for feature, compared in zip(features, found, strict=True)]
    return [
        _in_contexts(feature, compared, agrees)
        if isinstance(compared, _Compared)
        else Outcomes(_NO_CODES, compared.counts, compared.chance, compared.kin_chance, compared.crowd)
        for feature, compared in zip(features, found, strict=True)
    ]


def _names_agree(counts: npt.NDArray[np.int8]) -> npt.NDArray[np.bool_]:
    by_role = counts.reshape(len(counts), ROLES, OUTCOMES)
    alike = by_role[:, :, [WordOutcome.EXACT, WordOutcome.CLOSE]].sum(axis=(1, 2))
    return np.asarray((alike > 0) & (by_role[:, :, WordOutcome.CONFLICT].sum(axis=1) == 0))


@dataclass(frozen=True, slots=True)
class _Compared:
    """A value feature of n pairs before contexts: level numbers and log2 chance of the equal values."""

    levels: npt.NDArray[np.int8]
    chance: Bits


def _agree(feature: Feature, compared: _Compared | Alignment) -> npt.NDArray[np.bool_]:
    if isinstance(compared, Alignment):
        return _names_agree(compared.counts)
    furthest = SIMILAR if feature.type is AttributeType.ADDRESS else CLOSE
    if feature.type is AttributeType.POSTCODE:
        furthest = EXACT
    return np.asarray((compared.levels >= EXACT) & (compared.levels <= furthest))


def _in_contexts(feature: Feature, compared: _Compared, agrees: Sequence[npt.NDArray[np.bool_]]) -> Outcomes:
    levels, chance = compared.levels, compared.chance.copy()
    in_context = np.zeros(len(levels), bool)
    for position in feature.loose_contexts:
        in_context |= agrees[position] & (levels != EXACT)
    for position in feature.contexts:
        in_context |= agrees[position]
    chance[in_context] = 0.0
    codes = np.where(levels >= 0, levels + len(LEVELS) * in_context, MISSING).astype(np.int8)
    nothing = np.zeros(len(levels))
    return Outcomes(codes, _NO_COUNTS, chance, nothing, nothing)


def _compare_values(feature: Feature, data: ValueData, left: Ints, right: Ints) -> _Compared:
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
    return _Compared(levels, chance)


def _mark_exact(data: ValueData, first: Ints, second: Ints, levels: npt.NDArray[np.int8], chance: Bits) -> None:
    """Equal values; of several equal ones the rarest counts."""
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            same = np.flatnonzero((first[:, i] == second[:, j]) & (first[:, i] >= 0))
            levels[same] = EXACT
            chance[same] = np.minimum(chance[same], data.log_share[first[same, i]])


def _compare_ids(type_: AttributeType, data: ValueData, first: Ints, second: Ints) -> npt.NDArray[np.int8]:
    if type_ is AttributeType.DATE:
        return compare_dates(data.dates[first], data.dates[second])
    if data.signatures:
        return _compare_signed(type_, data, np.minimum(first, second), np.maximum(first, second))
    low, high = np.minimum(first, second).astype(np.int64), np.maximum(first, second).astype(np.int64)
    if len(data.values) > _FEW_VALUES:
        return compare_different(type_, data.values[low].tolist(), data.values[high].tolist())
    distinct, back = np.unique(low * len(data.values) + high, return_inverse=True)
    a, b = distinct // len(data.values), distinct % len(data.values)
    return compare_different(type_, data.values[a].tolist(), data.values[b].tolist())[back]


def _compare_signed(type_: AttributeType, data: ValueData, first: Ints, second: Ints) -> npt.NDArray[np.int8]:
    """Only what may be near is compared letter by letter; e-mails far apart can still be much alike."""
    levels = np.full(len(first), DIFFERENT, np.int8)
    is_near = data.may_be_near(first, second)
    near = np.flatnonzero(is_near)
    levels[near] = compare_different(type_, data.values[first[near]].tolist(), data.values[second[near]].tolist())
    if type_ is AttributeType.EMAIL:
        far = np.flatnonzero(~is_near)
        alike = mailboxes_alike(data.mailboxes[first[far]].tolist(), data.mailboxes[second[far]].tolist())
        levels[far[alike]] = PARTIAL
    return levels
