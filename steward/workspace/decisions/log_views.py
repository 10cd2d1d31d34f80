"""Decisions of the log as people look at them: what they did, what reversing them would change, what is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from steward.domain.clusters import ClusterState
    from steward.domain.decisions import ActKind, DecisionId, Relation
    from steward.domain.pairs import RecordPair
    from steward.domain.records import RecordId, Source


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
    """What reversing a decision would change. ``later`` are decisions taken since on the same records.

    ``no_longer_refused``, ``refused_again``: consents; ``is_restricted``: whether the customer is then, None where that
    stays.
    """

    decision: DecisionView
    moves: tuple[Move, ...]
    retired_cins: tuple[str, ...]
    revived_cins: tuple[str, ...]
    later: tuple[DecisionView, ...]
    values: tuple[tuple[str, str, str, str], ...] = ()  # (CIN, attribute, before, after)
    clusters: tuple[ClusterMove, ...] = ()
    no_longer_refused: tuple[str, ...] = ()
    refused_again: tuple[str, ...] = ()
    is_restricted: bool | None = None


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
