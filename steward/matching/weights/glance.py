"""A first look at many pairs: how good a pair can be at best, seen without comparing letters.

Most candidate pairs are hopeless, and seeing that costs far less than comparing their values closely. Features are
looked at one after the other; a pair is dropped as soon as the best that the others could add is not enough.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS, Progress
from steward.matching.features.data import ValueData, record_count
from steward.matching.features.plan import CONTACTS
from steward.matching.weights.glance_names import NameGlance
from steward.matching.weights.glance_values import Bounds, ValueGlance
from steward.matching.weights.scoring import MATCH, RELATED, UNRELATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.weights.model import MatchModel, OutcomeWeights

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

_T = AttributeType

#: Words that many kin share can add this much (bits) that the bounds don't know of.
_KIN_FASHION = -4.0
#: Bounds are single-precision numbers; what misses a limit by less than this may reach it.
_SLACK = 0.01
#: Names come first, since nothing tells beforehand what they can add; then what is cheap to see or tells most.
_ORDER = (_T.NAME, _T.ORGANIZATION, _T.DATE, _T.PHONE, _T.NATIONAL_ID, _T.CODE, _T.EMAIL, _T.POSTCODE, _T.LOCALITY)


class Glance:
    """What a first look needs to know of a table, for pairs of one customer and for related ones, made when it is
    asked for."""

    def __init__(self, model: MatchModel, data: Sequence[FeatureData], progress: Progress = NO_PROGRESS) -> None:
        self._model, self._data, self._progress = model, data, progress

    def hopeful(self, left: Ints, right: Ints, least: float) -> Places:
        """The places of the pairs that may reach a match weight of ``least``, or even odds of being related."""
        matches = self.matches(left, right, least)
        others = np.ones(len(left), bool)
        others[matches] = False
        rest = np.flatnonzero(others)
        return np.sort(np.concatenate([matches, rest[self.related(left[rest], right[rest])]]))

    def matches(self, left: Ints, right: Ints, least: float) -> Places:
        """The places of the pairs that may reach a match weight of ``least``."""
        return self._as_match.hopeful(left, right, least)

    def related(self, left: Ints, right: Ints) -> Places:
        """The places of the pairs that may reach even odds of being related."""
        near = np.flatnonzero(self._may_be_kin(left, right))
        return near[self._as_related.hopeful(left[near], right[near], _KIN_FASHION)]

    @cached_property
    def _as_match(self) -> _ClassGlance:
        return _ClassGlance.of(self._model, self._data, MATCH, self._progress)

    @cached_property
    def _as_related(self) -> _ClassGlance:
        return _ClassGlance.of(self._model, self._data, RELATED, self._progress)

    @cached_property
    def _contacts(self) -> list[tuple[AttributeType, Ints]]:
        return [
            (feature.type, values.ids)
            for feature, values in zip(self._model.features, self._data, strict=True)
            if isinstance(values, ValueData) and feature.type in CONTACTS
        ]

    def _may_be_kin(self, left: Ints, right: Ints) -> Mask:
        """Relations show in a phone, an e-mail or an address; addresses must be read closely to tell."""
        kin = np.zeros(len(left), bool)
        for type_, ids in self._contacts:
            first, second = ids[left], ids[right]
            if type_ is _T.ADDRESS:
                kin |= (first[:, 0] >= 0) & (second[:, 0] >= 0)
                continue
            for i in range(ids.shape[1]):
                for j in range(ids.shape[1]):
                    kin |= (first[:, i] == second[:, j]) & (first[:, i] >= 0)
        return kin


@dataclass(frozen=True, slots=True)
class _ClassGlance:
    """How well pairs may fit one class, against being unrelated.

    ``start``: the weight before anything is seen; ``rest``: per feature what the later ones can add to each record.
    """

    start: float
    features: tuple[ValueGlance | NameGlance, ...]
    rest: tuple[Bounds, ...]

    @classmethod
    def of(cls, model: MatchModel, data: Sequence[FeatureData], class_: int, progress: Progress) -> _ClassGlance:
        seen = sorted(zip(model.features, model.weights, data, strict=True), key=lambda part: _rank(part[0].type))
        features: list[ValueGlance | NameGlance] = []
        for feature, learnt, values in seen:
            progress.check()
            weights = _at_most_of_kin(learnt) if model.is_of_desk(feature) else learnt
            if isinstance(values, ValueData):
                features.append(ValueGlance.of(feature, weights, values, class_))
            else:
                features.append(NameGlance.of(weights, values, class_))
        rest = [np.zeros(record_count(data), np.float32)]
        for later in features[:0:-1]:
            progress.check()
            rest.append(rest[-1] + later.potentials())
        return cls(model.prior[class_] - model.prior[UNRELATED], tuple(features), tuple(rest[::-1]))

    def hopeful(self, left: Ints, right: Ints, least: float) -> Places:
        """The places of the pairs that may reach the weight.

        First all features are seen from afar, then the values of the pairs that are left are compared one by one.
        """
        seen = _Seen(left, right, self.start, least)
        for feature, rest in zip(self.features, self.rest, strict=True):
            seen.add(feature.bounds(seen.left, seen.right))
            seen.drop(np.minimum(rest[seen.left], rest[seen.right]))
        for feature in self.features:
            if isinstance(feature, ValueGlance) and not feature.data.sketch.is_exact:
                closer = feature.closer_bounds(seen.left, seen.right)
                seen.add(closer - feature.bounds(seen.left, seen.right))
                seen.drop(np.float32(0))
        return seen.places


def _at_most_of_kin(weights: OutcomeWeights) -> OutcomeWeights:
    """Kin of one desk have things in common like one customer's records."""
    return replace(weights, related=tuple(map(max, weights.related, weights.match)))


class _Seen:
    """Pairs being looked at and their bounds so far; ``places``: where those stand that still have hope."""

    def __init__(self, left: Ints, right: Ints, start: float, least: float) -> None:
        self.left, self.right = left, right
        self.places = np.arange(len(left))
        self._bounds = np.full(len(left), start, np.float32)
        self._least = least - _SLACK

    def add(self, gains: Bounds) -> None:
        """What one more feature adds."""
        self._bounds += gains

    def drop(self, rest: Bounds | np.float32) -> None:
        """Forget the pairs to which the features not yet seen can't add enough."""
        alive = np.flatnonzero(self._bounds + rest > self._least)
        if len(alive) < len(self.places):
            self.left, self.right = self.left[alive], self.right[alive]
            self.places, self._bounds = self.places[alive], self._bounds[alive]


def _rank(type_: AttributeType) -> int:
    return _ORDER.index(type_) if type_ in _ORDER else len(_ORDER)
