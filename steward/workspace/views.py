"""What the workspace hands out for people to look at: plain values, no session behind them, no sentences.

Texts that a user reads are made from these enums and arguments by the window or the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, NewType

from steward.domain.privacy import ExportEntry, Rights

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from steward.domain.attributes import AttributeGroup
    from steward.domain.clusters import ClusterState
    from steward.domain.decisions import ActKind, DecisionId, Relation
    from steward.domain.locks import LockStanding
    from steward.domain.pairs import PairExplanation, RecordPair, Strength
    from steward.domain.records import Delivery, RecordId, Source
    from steward.domain.survivorship import GoldenValue
    from steward.domain.survivorship_rules import Criterion

ClusterId = NewType("ClusterId", int)


# the store as a whole


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One source with its counts. ``damaged_count``: ids that something cut or rounded, in all its deliveries."""

    source: Source
    record_count: int
    customer_count: int
    deliveries: tuple[Delivery, ...]
    damaged_count: int = 0


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
    damaged_count: int
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
    WEAKEST_LINK = "weakest_link"  # members, ()


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
    """A record outside the cluster that resembles it."""

    record_id: RecordId
    source: Source
    title: str
    probability: float


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


# decisions


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision as History and the last-decisions list show it. ``title`` names the customer or list."""

    id: DecisionId
    kind: ActKind
    title: str
    record_count: int
    attribute: str
    relation: Relation | None
    decided_at: datetime
    decided_by: str
    reason: str
    reversed_by: DecisionId | None
    reverses: DecisionId | None


@dataclass(frozen=True, slots=True)
class Move:
    """A record that changes its customer. "" stands for none."""

    record_id: RecordId
    title: str
    source: Source
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClusterMove:
    """A cluster that would stand elsewhere in the queue."""

    title: str
    record_count: int
    before: ClusterState
    after: ClusterState


@dataclass(frozen=True, slots=True)
class ReversePreview:
    """What reversing a decision would change. ``later`` are decisions taken since on the same records."""

    decision: DecisionView
    moves: tuple[Move, ...]
    retired_cins: tuple[str, ...]
    revived_cins: tuple[str, ...]
    later: tuple[DecisionView, ...]
    values: tuple[tuple[str, str, str, str], ...] = ()  # (CIN, attribute, before, after)
    clusters: tuple[ClusterMove, ...] = ()


@dataclass(frozen=True, slots=True)
class RememberedPair:
    """Two records that a steward set apart; everything by twos is in the order of ``pair``.

    ``relation`` is None for plainly not the same. ``changed`` names the attributes that are not what they were when
    that was decided: then the pair is asked again.
    """

    pair: RecordPair
    titles: tuple[str, ...]
    sources: tuple[Source | None, ...]
    cins: tuple[str, ...]
    relation: Relation | None
    decision_id: DecisionId
    decided_at: datetime
    decided_by: str
    reason: str
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reopened:
    """Two records that were set apart, asked again because ``changed`` attributes are not what they were then."""

    low: RecordId
    high: RecordId
    decision: DecisionView
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What became of the decisions of a file. ``passed_over``: (line, why it can't be taken here)."""

    taken: int
    repeated: int
    passed_over: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """What a steward noted about a cluster or a customer."""

    decision_id: DecisionId
    text: str
    decided_at: datetime
    decided_by: str


@dataclass(frozen=True, slots=True)
class LockNotice:
    """A locked golden value that lists agree with now, or disagree with, and did not when it was locked.

    ``lists_say``: what the rules would choose from the lists otherwise, "" when they say nothing else.
    """

    cin: str
    title: str
    attribute: str
    value: str
    lists_say: str
    standing: LockStanding
    decision_id: DecisionId
    decided_at: datetime
    decided_by: str


@dataclass(frozen=True, slots=True)
class CinHolder:
    """A CIN in use that holds records of another one, the first of them ``since``."""

    cin: str
    since: datetime
    record_count: int


@dataclass(frozen=True, slots=True)
class CinStory:
    """What became of a CIN. ``now``: where the records are that it held when it was retired; of one in use where all
    are that it ever held, so that a split is seen, too.
    """

    cin: str
    given_at: datetime
    retired_at: datetime | None
    now: tuple[CinHolder, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Survivorship rules: criteria by group of attributes, first things first; sources, most trusted first.

    Groups that are not named keep the usual criteria.
    """

    by_group: Mapping[AttributeGroup, tuple[Criterion, ...]] = field(default_factory=dict)
    trusted_sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A golden value that would be another one. "" stands for none, None for a value that a steward typed."""

    cin: str
    attribute: str
    before: str
    after: str
    title: str = ""
    before_source: Source | None = None
    after_source: Source | None = None


@dataclass(frozen=True, slots=True)
class RulesPreview:
    """What other rules would change: customers and values in all, values by attribute, and a list of them."""

    customers: int
    values: int
    by_attribute: Mapping[str, int]
    changes: tuple[ValueChange, ...]


@dataclass(frozen=True, slots=True)
class BandSample:
    """Clusters drawn at random from a band of probabilities (half open), for a steward to decide blindly."""

    id: DecisionId
    low: float
    high: float
    cluster_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BandCount:
    """Open clusters of a band, and those of them that may be merged in bulk."""

    open_clusters: int
    eligible: int


@dataclass(frozen=True, slots=True)
class SampleState:
    """A sample that was drawn, and how far it is decided. ``limit``: what it is to prove, None when nobody said.

    ``waiting`` are the clusters still to decide; ``bound`` the errors of the band at most, by what is decided so far.
    ``is_current``: it was drawn by the model of the newest match run.
    """

    id: DecisionId
    low: float
    high: float
    limit: float | None
    sampled: int
    waiting: tuple[ClusterId, ...]
    undecided: int
    errors: int
    bound: float
    is_current: bool
    certificate_id: DecisionId | None
    drawn_at: datetime
    drawn_by: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a decided sample proved about a band: at most ``bound`` of it is wrong, with 95 % confidence.

    ``is_current``: it is about the model of the newest match run, so that it still holds.
    """

    id: DecisionId
    low: float
    high: float
    model_version: str
    sample_id: int
    sampled: int
    errors: int
    bound: float
    limit: float
    certified_at: datetime
    certified_by: str
    is_current: bool = True


# customers


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A customer that a search found; ``matched`` is the text that matched, ``retired`` the old CIN if one did."""

    cin: str
    title: str
    city: str
    sources: tuple[Source, ...]
    record_count: int
    matched: str = ""
    retired: str = ""
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A phone, e-mail or handle of a customer and where it stands. ``consent``: given, refused or ""."""

    attribute: str
    value: str
    sources: tuple[Source, ...]
    is_primary: bool
    consent: str


@dataclass(frozen=True, slots=True)
class RelatedCustomer:
    """A different customer that belongs to this one."""

    cin: str
    title: str
    relation: Relation
    decision_id: DecisionId


class EventKind(StrEnum):
    """What happened to a customer."""

    RECORD_SEEN = "record_seen"
    RECORD_CHANGED = "record_changed"
    ACTIVITY = "activity"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a customer's timeline, newest first."""

    kind: EventKind
    on: str
    source: Source | None
    detail: str
    decision: DecisionView | None


class FormattedCell(NamedTuple):
    """How a workbook shows a number or a day, and by which format."""

    shown: str
    number_format: str


@dataclass(frozen=True, slots=True)
class CustomerRecord:
    """A source record of a customer with all its cells."""

    record_id: RecordId
    source: Source
    source_key: str
    row: int
    delivered_on: str
    cells: tuple[tuple[str, str], ...]  # (header, value as delivered)
    first_seen: str = ""  # since when the list knows the customer, and when it saw them last (yyyy-mm-dd)
    last_activity: str = ""
    formatted: Mapping[str, FormattedCell] = field(default_factory=dict)  # by header, of the cells that are no texts


@dataclass(frozen=True, slots=True)
class CustomerView:
    """One golden record with everything that is known of the customer.

    ``probability``: of the weakest link between the records, None where the newest match run does not link them.
    """

    cin: str
    title: str
    since: str
    values: tuple[GoldenValue, ...]
    contact_points: tuple[ContactPoint, ...]
    records: tuple[CustomerRecord, ...]
    sources: tuple[Source, ...]
    took_over: tuple[str, ...]
    related: tuple[RelatedCustomer, ...]
    timeline: tuple[Event, ...]
    rights: Rights = field(default_factory=Rights)
    probability: float | None = None
    exports: tuple[ExportEntry, ...] = ()  # the files that held the customer, newest first
