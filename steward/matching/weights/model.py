"""What was learnt from a table: enough to weigh any pair again, also years later."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.features.plan import CONTACTS, PLACES, Feature, Shares

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FORMAT = 1
_DIGITS = 6
_CLASSES = ("match", "related", "namesake", "unrelated")


@dataclass(frozen=True, slots=True)
class OutcomeWeights:
    """log2 probabilities of a feature's outcomes in the classes of pairs.

    Equal values have a chance of their own: in ``unrelated`` stands how many times as often as chance strangers share
    them (0: as often), and the value's chance is added; in ``namesake`` the probability comes on top of the chance.
    """

    match: tuple[float, ...]
    related: tuple[float, ...]
    namesake: tuple[float, ...]
    unrelated: tuple[float, ...]

    def as_array(self) -> npt.NDArray[np.float64]:
        """Shape (4, outcomes): match, related, namesake, unrelated."""
        return np.array([self.match, self.related, self.namesake, self.unrelated])


@dataclass(frozen=True, slots=True)
class MatchModel:
    """Features, how rare their values are, their outcome weights, and how common the classes are among all pairs.

    ``prior``: log2 shares of match, related, namesake and unrelated pairs. ``pairs_per_record``: what blocking passes,
    by name, may compare where that is more than usual.
    """

    features: tuple[Feature, ...]
    shares: tuple[Shares, ...]
    weights: tuple[OutcomeWeights, ...]
    prior: tuple[float, float, float, float]
    pairs_per_record: Mapping[str, float] = field(default_factory=dict)

    @property
    def compared(self) -> list[str]:
        """The columns that it compares."""
        return sorted({name for feature in self.features for name in feature.columns})

    def names_customers(self, feature: Feature) -> bool:
        """Whether namesakes have it in common: the first feature with words is the name.

        Others are of employers, or of whom to ask for at a firm.
        """
        return feature.is_words and feature is self.features[0]

    def names_firms(self, feature: Feature) -> bool:
        """Whether it names the customers, who are firms: beside their legal name stands what they are known by."""
        return feature.type is self.features[0].type is AttributeType.ORGANIZATION

    def is_of_desk(self, feature: Feature) -> bool:
        """Whether it tells how, where and through whom firms are reached: what sisters have in common as a whole."""
        if self.features[0].type is not AttributeType.ORGANIZATION:
            return False
        return feature.type in (*CONTACTS, *PLACES) or (feature.is_words and not self.names_customers(feature))

    def to_json(self) -> str:
        """The model as text; the same model always gives the same text."""
        document = {
            "format": _FORMAT,
            "prior": list(self.prior),
            "pairs_per_record": dict(sorted(self.pairs_per_record.items())),
            "features": [
                {
                    "type": feature.type.value,
                    "columns": list(feature.columns),
                    "contexts": list(feature.contexts),
                    "loose_contexts": list(feature.loose_contexts),
                    "echoes": list(feature.echoes),
                    "records": share.records,
                    "floor": share.floor,
                    "counts": dict(sorted(share.counts.items())),
                    "crowds": dict(sorted(share.crowds.items())),
                    "wholes": dict(sorted(share.wholes.items())),
                    "spellings": dict(sorted(share.spellings.items())),
                    "companions": dict(sorted(share.companions.items())),
                    "local_words": _sorted(share.local_words),
                    "match": list(weight.match),
                    "related": list(weight.related),
                    "namesake": list(weight.namesake),
                    "unrelated": list(weight.unrelated),
                }
                for feature, share, weight in zip(self.features, self.shares, self.weights, strict=True)
            ],
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> MatchModel:
        """The model that ``to_json`` wrote."""
        document: dict[str, Any] = json.loads(text)
        listed: list[dict[str, Any]] = document["features"]
        match, related, namesake, unrelated = document["prior"]
        return cls(
            tuple(_feature(f) for f in listed),
            tuple(map(_shares, listed)),
            tuple(OutcomeWeights(*(tuple(f[name]) for name in _CLASSES)) for f in listed),
            (match, related, namesake, unrelated),
            document.get("pairs_per_record", {}),
        )


def _feature(stored: dict[str, Any]) -> Feature:
    return Feature(
        AttributeType(stored["type"]),
        tuple(stored["columns"]),
        tuple(stored["contexts"]),
        tuple(stored["loose_contexts"]),
        tuple(stored["echoes"]),
    )


def _shares(stored: dict[str, Any]) -> Shares:
    wholes, spellings = stored.get("wholes", {}), stored.get("spellings", {})
    brought = {word: (by, often) for word, (by, often) in stored.get("companions", {}).items()}
    local = stored.get("local_words", {})
    return Shares(
        stored["records"], stored["floor"], stored["counts"], stored["crowds"], wholes, spellings, brought, local
    )


def _sorted(local: Mapping[str, Mapping[str, Mapping[str, float]]]) -> dict[str, dict[str, dict[str, float]]]:
    return {
        column: {place: dict(sorted(words.items())) for place, words in sorted(places.items())}
        for column, places in sorted(local.items())
    }


def rounded(values: Sequence[float] | npt.NDArray[np.float64]) -> tuple[float, ...]:
    """Numbers as they are stored, so that a stored model decides exactly like the one that was learnt."""
    return tuple(round(float(value), _DIGITS) for value in values)
