"""Two records side by side: the pair and the evidence for or against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from steward.domain.records import RecordId


class RecordPair(NamedTuple):
    """Two different records, the lower id first. Build it only with ``of``."""

    low: RecordId
    high: RecordId

    @classmethod
    def of(cls, a: int, b: int) -> RecordPair:
        """The pair of two records in either order; raises ValueError for a record with itself."""
        if a == b:
            raise ValueError(f"record {a} can't be paired with itself")
        return cls(RecordId(min(a, b)), RecordId(max(a, b)))


class Strength(StrEnum):
    """How sure the evidence is, in words; the bounds are probabilities."""

    ALMOST_CERTAIN = "almost_certain"
    LIKELY = "likely"
    UNCLEAR = "unclear"

    @classmethod
    def of(cls, probability: float) -> Strength:
        """The word for a match probability: from 0.99 almost certain, from 0.90 likely, else unclear."""
        if probability >= 0.99:
            return cls.ALMOST_CERTAIN
        return cls.LIKELY if probability >= 0.90 else cls.UNCLEAR


class Level(StrEnum):
    """How two values of one attribute compare, from equal to different."""

    EXACT = "exact"
    CLOSE = "close"
    SIMILAR = "similar"
    PARTIAL = "partial"
    DIFFERENT = "different"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one comparison adds to a pair. ``match_weight`` in bits (log2 Bayes factor), negative speaks against.

    ``attributes`` are the attributes that were compared together, the leading one first; ``left`` and ``right`` what
    both have there, several values as a list.
    """

    attributes: tuple[str, ...]
    level: Level
    match_weight: float
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """Why two rows match or don't: ``match_weight`` = prior + the sum of the evidence, in bits."""

    evidence: tuple[Evidence, ...]
    prior_weight: float
    match_weight: float
    match_probability: float

    @property
    def strength(self) -> Strength:
        """The probability in words."""
        return Strength.of(self.match_probability)
