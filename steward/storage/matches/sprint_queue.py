"""The open clusters by what an answer is worth per second, and how long a steward took for answers before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, select

from steward.domain.clusters import ClusterState
from steward.storage.tables import ClusterRow, DecisionClusterRow, DecisionRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionKind
    from steward.domain.work_kinds import WorkKind


@dataclass(frozen=True, slots=True)
class WorthyCluster:
    """An open cluster, what an answer is worth and the seconds that it takes."""

    id: int
    worth: float
    seconds: float


@dataclass(frozen=True, slots=True)
class TimedAnswer:
    """When a steward answered; ``cluster`` is (records, probability, vetoes), None when it is not one that is known."""

    decided_at: datetime
    cluster: tuple[int, float, int] | None


def worthiest(
    session: Session, worth: Callable[[Any, Any, Any], Any], seconds: Mapping[WorkKind, float], limit: int
) -> list[WorthyCluster]:
    """Open clusters, those first that are worth most per second."""
    value, time = _value(worth), _seconds(seconds)
    query = (
        select(ClusterRow.id, value, time)
        .where(ClusterRow.state == ClusterState.OPEN.value)
        .order_by((value / time).desc(), ClusterRow.id)
        .limit(limit)
    )
    return [WorthyCluster(*row) for row in session.execute(query)]


def waiting_worth(
    session: Session, worth: Callable[[Any, Any, Any], Any], seconds: Mapping[WorkKind, float]
) -> tuple[int, float, float]:
    """(clusters, worth, seconds) of all that is open."""
    query = select(func.count(), func.sum(_value(worth)), func.sum(_seconds(seconds))).where(
        ClusterRow.state == ClusterState.OPEN.value
    )
    count, value, time = session.execute(query).one()
    return count, value or 0.0, time or 0.0


def timed_answers(session: Session, steward: str, kinds: Collection[DecisionKind], limit: int) -> list[TimedAnswer]:
    """The steward's last answers in the order in which they were given."""
    answers = func.count(DecisionClusterRow.member_key)
    query = (
        select(
            DecisionRow.decided_at,
            answers,
            func.max(ClusterRow.record_count),
            func.max(ClusterRow.probability),
            func.max(ClusterRow.veto_count),
        )
        .outerjoin(DecisionClusterRow, DecisionClusterRow.decision_id == DecisionRow.id)
        .outerjoin(ClusterRow, ClusterRow.member_key == DecisionClusterRow.member_key)
        .where(DecisionRow.decided_by == steward, DecisionRow.kind.in_([kind.value for kind in kinds]))
        .group_by(DecisionRow.id)
        .order_by(DecisionRow.id.desc())
        .limit(limit)
    )
    found = [
        TimedAnswer(
            datetime.fromisoformat(decided_at),
            # One decision about many clusters says nothing of the time that one of them takes.
            (records, probability, vetoes) if count == 1 and records is not None else None,
        )
        for decided_at, count, records, probability, vetoes in session.execute(query)
    ]
    return found[::-1]


def _value(worth: Callable[[Any, Any, Any], Any]) -> ColumnElement[float]:
    value: ColumnElement[float] = worth(
        ClusterRow.probability, ClusterRow.record_count, func.min(ClusterRow.veto_count, 1)
    )
    return value


def _seconds(seconds: Mapping[WorkKind, float]) -> ColumnElement[float]:
    """What a cluster of its kind takes."""
    return case(*((_is_of(kind), time) for kind, time in seconds.items()), else_=max(seconds.values()))


def _is_of(kind: WorkKind) -> ColumnElement[bool]:
    low, high = kind.probabilities
    return and_(
        ClusterRow.record_count.between(*kind.sizes),
        ClusterRow.probability >= low,
        ClusterRow.probability < high,
        ClusterRow.veto_count > 0 if kind.has_veto else ClusterRow.veto_count == 0,
    )
