"""Customers as people look at them: found, whole, locked, and what became of their CINs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from steward.domain.privacy import ExportEntry, Rights

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from steward.domain.decisions import DecisionId, Relation
    from steward.domain.locks import LockStanding
    from steward.domain.pairs import Evidence
    from steward.domain.records import RecordId, Source
    from steward.domain.survivorship import GoldenValue
    from steward.workspace.decisions.log_views import DecisionView


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
    standing: Literal[LockStanding.AGREE, LockStanding.DISAGREE]
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
    are that it ever held, so that a split is seen, too. ``is_restricted``: neither matched nor exported.
    """

    cin: str
    given_at: datetime
    retired_at: datetime | None
    now: tuple[CinHolder, ...]
    is_restricted: bool


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


class ProposedRelation(NamedTuple):
    """A different customer who seems to belong to this one, by the newest match run's model.

    ``probability``: that they do, given that they are two; ``evidence``: what says so, the most telling first, of
    ``record_ids``, a record of this customer and one of the other.
    """

    cin: str
    title: str
    relation: Relation
    probability: float
    evidence: tuple[Evidence, ...]
    record_ids: tuple[RecordId, RecordId]


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
    numbers: frozenset[str] = frozenset()  # that identify a person or an account, as delivered and standardized


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

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of all records that identify a person or an account."""
        return frozenset().union(*(record.numbers for record in self.records))
