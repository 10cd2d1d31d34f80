"""What the reports say of a store and of a steward's own work: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.records import Source, SourceId


@dataclass(frozen=True, slots=True)
class Quality:
    """An attribute in one source: records with a good value, with a doubtful or unusual one, without any."""

    good: int
    doubtful: int
    empty: int

    @property
    def share(self) -> float:
        """The part of the records with a good value."""
        return self.good / max(1, self.good + self.doubtful + self.empty)


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source: its records, the customers they are, and those found nowhere else.

    ``shared``: customers that it shares with each other source.
    """

    source: Source
    record_count: int
    customer_count: int
    only_here: int
    shared: Mapping[SourceId, int]


@dataclass(frozen=True, slots=True)
class ListQuality:
    """How well each source fills each attribute; ``attributes``: those that any fills, in the order of screens."""

    attributes: tuple[str, ...]
    by_source: Mapping[SourceId, Mapping[str, Quality]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share that was found in ``errors`` of ``judged`` cases, with its exact 95 % interval."""

    errors: int
    judged: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The most likely share."""
        return self.errors / self.judged


@dataclass(frozen=True, slots=True)
class Rechecks:
    """Earlier answers given again, blind: merges and those found wrong, answers apart and those found the same."""

    merges: int
    false_merges: int
    apart: int
    missed: int
    agreeing: int


@dataclass(frozen=True, slots=True)
class StoreReport:
    """The store as a whole.

    ``false_merges``: of the clusters that a steward decided blind, in samples or as earlier merges asked about again,
    those that a merge would have joined wrongly. ``missed``: of the pairs at the boundary that were asked about and not
    proposed, and of earlier answers apart asked about again, those that were the same customer.
    None: nothing was decided yet that could tell.
    """

    record_count: int
    customer_count: int
    joined_customer_count: int
    open_clusters: int
    waiting_records: int
    sources: tuple[SourceReport, ...]
    false_merges: Estimate | None
    missed: Estimate | None


@dataclass(frozen=True, slots=True)
class OwnWork:
    """A steward's own work, for nobody else: how much, how fast, how consistent.

    ``seconds``: the usual time per decision, None while too few tell. ``taken_back``: own decisions that the steward
    reversed. ``repeated`` clusters were answered more than once, some of them blind, ``agreeing`` of them the same way.
    """

    steward: str
    today: int
    last_week: int
    last_month: int
    in_all: int
    seconds: float | None
    taken_back: int
    repeated: int
    agreeing: int
