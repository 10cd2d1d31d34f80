"""What the workspace hands out for people to look at: plain values, no session behind them, no sentences.

Texts that a user reads are made from these enums and arguments by the window or the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from steward.domain.pairs import PairExplanation, Strength
    from steward.domain.records import Delivery, RecordId, Source
    from steward.domain.survivorship import GoldenValue
    from steward.workspace.decisions.log_views import Reopened

ClusterId = NewType("ClusterId", int)


# the store as a whole


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One source with its counts."""

    source: Source
    record_count: int
    customer_count: int
    deliveries: tuple[Delivery, ...]

    @property
    def issue_count(self) -> int:
        """What was noteworthy about its rows and cells, in all deliveries that were not taken back."""
        return sum(delivery.issue_count for delivery in self.deliveries if not delivery.is_reversed)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many customers two sources share."""

    first: Source
    second: Source
    customer_count: int


@dataclass(frozen=True, slots=True)
class StoreSummary:
    """The counts of Home, the status bar and ``steward status``.

    ``reachable_count``: the records that golden records are made of; all of them, as long as nothing is lost.
    """

    path: str
    sources: tuple[SourceSummary, ...]
    record_count: int
    reachable_count: int
    customer_count: int
    joined_customer_count: int
    open_clusters: int
    deferred_clusters: int
    decided_clusters: int
    open_by_strength: Mapping[Strength, int]
    decision_count: int
    reversed_count: int
    last_decision_id: int
    overlaps: tuple[Overlap, ...]
    decisions_by_day: tuple[tuple[date, int], ...]
    last_match_at: datetime | None
    last_match_seconds: float
    last_match_records: int
    is_match_stale: bool

    @property
    def lost_count(self) -> int:
        """Records that no golden record leads to."""
        return self.record_count - self.reachable_count

    @property
    def issue_count(self) -> int:
        """What was noteworthy about rows and cells of all lists."""
        return sum(source.issue_count for source in self.sources)


# the queue and the review page


class CellState(StrEnum):
    """How a member's cell stands to the golden value."""

    EQUAL = "equal"
    STANDARD = "standard"
    SIMILAR = "similar"
    CONFLICT = "conflict"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One cluster as the queue lists it."""

    id: ClusterId
    title: str
    member_count: int
    source_count: int
    veto_count: int
    strength: Strength
    probability: float
    impact: int
    is_deferred: bool
    revenue: float = 0.0


@dataclass(frozen=True, slots=True)
class MemberView:
    """A record of a cluster. ``number`` is its place on screen from 1; ``cin`` the customer it belongs to now."""

    record_id: RecordId
    number: int
    source: Source
    source_key: str
    row: int
    delivered_on: str
    cin: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A member's value of one attribute as delivered; ``spans`` are (start, end) of letters that differ."""

    record_id: RecordId
    text: str
    standard: str
    state: CellState
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One line of the compare grid. ``golden`` is None when every member is empty; ``state`` the worst of its cells."""

    attribute: str
    state: CellState
    golden: GoldenValue | None
    cells: tuple[CellView, ...]
    is_chosen: bool = False
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Two members (by number) and what speaks for and against them being one customer."""

    first: int
    second: int
    explanation: PairExplanation


class ReasonKind(StrEnum):
    """The sentence of the why line, as a pattern; ``arguments`` of ``Reason`` fill it."""

    SAME_VALUES = "same_values"  # members, attributes: "1 and 2 share NIK and phone"
    SIMILAR_VALUES = "similar_values"  # members, attributes
    CONTRADICTS = "contradicts"  # members, attributes: "4 has another valid NIK"


@dataclass(frozen=True, slots=True)
class Reason:
    """One clause of the why sentence: who, and by or against which attributes."""

    kind: ReasonKind
    members: tuple[int, ...]
    attributes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """Without ``attribute`` the weakest link would fall to ``strength`` (``match_weight`` bits left)."""

    attribute: str
    match_weight: float
    strength: Strength


@dataclass(frozen=True, slots=True)
class SimilarRecord:
    """A record outside the cluster that resembles it.

    ``told_by``: (attribute, value) of the first things that tell it from others of its name.
    """

    record_id: RecordId
    source: Source
    title: str
    probability: float
    told_by: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClusterView:
    """A proposed group of records, everything the review page shows of it before the steward touches it.

    ``golden`` is the record that merging the members proposed to be in would give.
    ``links`` are the kept pairs among members; ``weakest`` the weakest link of the cluster's strongest tree;
    ``proposed_out`` the member numbers that the evidence would leave out (veto or beyond the cut);
    ``reopened`` the pairs that were set apart before and are asked again, since their evidence changed.
    """

    id: ClusterId
    title: str
    members: tuple[MemberView, ...]
    strength: Strength
    probability: float
    links: tuple[Link, ...]
    weakest: Link | None
    proposed_out: tuple[int, ...]
    vetoes: tuple[str, ...]
    reasons: tuple[Reason, ...]
    flip: Flip | None
    also_similar: tuple[SimilarRecord, ...]
    is_deferred: bool
    is_decided: bool
    golden: tuple[GoldenValue, ...] = ()
    reopened: tuple[Reopened, ...] = ()
