"""The features of many pairs at once: which outcome each comparison had, as small numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.by_type import compare_different, compare_emails
from steward.matching.comparisons.levels import CLOSE, DIFFERENT, EXACT, LEVELS, MISSING, PARTIAL
from steward.matching.features.data import FeatureData, ValueData
from steward.matching.names.word_outcomes import OUTCOMES, WordOutcome
from steward.matching.names.word_pairs import ROLES, Alignment, align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints
    from steward.matching.features.plan import Feature

Bits = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int32] | npt.NDArray[np.int64]

#: Name words that people of one household or firm have in common more often than strangers.
KIN_SHARE = 0.15

WORD_OUTCOMES = ROLES * OUTCOMES

#: Tells rows of counts apart, eight outcomes at a time.
_ROW_KEY = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)

#: Up to which level a value makes others likely that go with it. The same street lies in the same town whatever the
#: house: taken for two pieces of evidence, all neighbours of a village would look like kin, and kin like one customer.
_FURTHEST = {AttributeType.ADDRESS: PARTIAL, AttributeType.POSTCODE: EXACT}

_NO_CODES = np.zeros(0, np.int8)
_NO_COUNTS = np.zeros((0, WORD_OUTCOMES), np.int8)

#: Comparing distinct pairs once pays while a feature has few distinct values.
_FEW_VALUES = 30_000


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One feature of n pairs.

    ``codes``: the outcome of each pair of a value feature, -1 where a value is missing;
    ``counts`` (n, outcomes): how often each outcome occurred among the words of a name. One of them is empty; with both
    (see ``to_learn_from``) the codes say which row of counts each pair has.
    ``chance``: log2 probability that unrelated records agree on the equal values; ``kin_chance``: what being
    possibly related adds to the outcome's probability; ``crowd``: other customers known to carry the same name.
    """

    codes: npt.NDArray[np.int8] | npt.NDArray[np.int64]
    counts: npt.NDArray[np.int8] | Bits
    chance: Bits
    kin_chance: Bits
    crowd: Bits

    @classmethod
    def joined(cls, parts: Sequence[Outcomes]) -> Outcomes:
        """The same feature of more pairs."""
        return cls(
            np.concatenate([part.codes for part in parts]),
            np.concatenate([part.counts for part in parts]),
            np.concatenate([part.chance for part in parts]),
            np.concatenate([part.kin_chance for part in parts]),
            np.concatenate([part.crowd for part in parts]),
        )

    def to_learn_from(self) -> Outcomes:
        """The same, made to be summed up again and again: rows of counts that are equal are held once."""
        if not len(self.counts):
            return replace(self, codes=self.codes.astype(np.int64))
        packed = np.ascontiguousarray(self.counts, np.int8).view(np.uint64)
        _, first, back = np.unique(packed @ _ROW_KEY[: packed.shape[1]], return_index=True, return_inverse=True)
        return replace(self, codes=back, counts=self.counts[first].astype(np.float64))

    def sums(self, weights: Bits, size: int) -> Bits:
        """How often each outcome occurred, every pair counted by its weight."""
        if not len(self.counts):
            return np.bincount(self.codes + 1, weights, minlength=size + 1)[1:].astype(np.float64)
        if len(self.codes):
            weights = np.bincount(self.codes, weights, minlength=len(self.counts)).astype(np.float64)
        return np.asarray(weights @ self.counts)

    def log_likelihoods(self, by_class: Bits) -> Bits:
        """Shape (classes, n), from the log likelihoods of the outcomes, shape (classes, outcomes)."""
        if not len(self.counts):
            missing = np.zeros((len(by_class), 1))
            return np.concatenate([by_class, missing], axis=1).take(self.codes, axis=1)
        likelihoods = np.asarray(by_class @ self.counts.T.astype(np.float64, copy=False))
        return likelihoods.take(self.codes, axis=1) if len(self.codes) else likelihoods


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
    return np.asarray((compared.levels >= EXACT) & (compared.levels <= _FURTHEST.get(feature.type, CLOSE)))


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
                found = compare_ids(feature.type, data, first[rows, i], second[rows, j])
                levels[rows] = np.minimum(levels[rows], found)
    return _Compared(levels, chance)


def _mark_exact(data: ValueData, first: Ints, second: Ints, levels: npt.NDArray[np.int8], chance: Bits) -> None:
    """Equal values; of several equal ones the rarest counts."""
    for i in range(first.shape[1]):
        for j in range(second.shape[1]):
            same = np.flatnonzero((first[:, i] == second[:, j]) & (first[:, i] >= 0))
            levels[same] = EXACT
            chance[same] = np.minimum(chance[same], data.log_share[first[same, i]])


def compare_ids(type_: AttributeType, data: ValueData, first: Ints, second: Ints) -> npt.NDArray[np.int8]:
    """The levels of pairs of different values; only what may be near is compared letter by letter."""
    levels = data.sketch.closest(first, second)
    if data.sketch.is_exact:
        return levels
    near = np.flatnonzero(levels < DIFFERENT)
    low, high = np.minimum(first[near], second[near]), np.maximum(first[near], second[near])
    if len(data.values) > _FEW_VALUES:
        levels[near] = _compare_closely(type_, data, low, high)
        return levels
    distinct, back = np.unique(low.astype(np.int64) * len(data.values) + high, return_inverse=True)
    levels[near] = _compare_closely(type_, data, distinct // len(data.values), distinct % len(data.values))[back]
    return levels


def _compare_closely(type_: AttributeType, data: ValueData, first: Numbers, second: Numbers) -> npt.NDArray[np.int8]:
    left, right = data.values[first].tolist(), data.values[second].tolist()
    if type_ is AttributeType.EMAIL:
        return compare_emails(left, right, data.mailboxes[first].tolist(), data.mailboxes[second].tolist())
    return compare_different(type_, left, right)
