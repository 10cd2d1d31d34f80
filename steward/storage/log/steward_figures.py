"""What the log says about one steward's own work, and about answers given without knowing the score."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from steward.domain.decisions import DecisionKind
from steward.storage.tables import DecisionClusterRow, DecisionRow, ReversalRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session


def times_of(session: Session, steward: str, kinds: Collection[DecisionKind]) -> list[datetime]:
    """When the steward took decisions of these kinds, in their order."""
    query = (
        select(DecisionRow.decided_at)
        .where(DecisionRow.decided_by == steward, DecisionRow.kind.in_([kind.value for kind in kinds]))
        .order_by(DecisionRow.id)
    )
    return [datetime.fromisoformat(text) for text in session.scalars(query)]


def count_taken_back(session: Session, steward: str, kinds: Collection[DecisionKind]) -> int:
    """How many of the steward's own decisions of these kinds the same steward reversed."""
    reversal = aliased(DecisionRow)
    query = (
        select(func.count())
        .select_from(DecisionRow)
        .join(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .join(reversal, reversal.id == ReversalRow.reversed_by)
        .where(
            DecisionRow.decided_by == steward,
            reversal.decided_by == steward,
            DecisionRow.kind.in_([kind.value for kind in kinds]),
        )
    )
    return session.scalar(query) or 0


def repeated_answers(session: Session, steward: str) -> list[set[str]]:
    """The kinds of answers that the steward gave to each cluster that was answered more than once."""
    query = (
        select(DecisionClusterRow.member_key, DecisionRow.kind)
        .join(DecisionRow, DecisionRow.id == DecisionClusterRow.decision_id)
        .where(DecisionRow.decided_by == steward, ~DecisionClusterRow.is_deferral)
    )
    answers: dict[str, list[str]] = defaultdict(list)
    for key, kind in session.execute(query):
        answers[key].append(kind)
    return [set(kinds) for kinds in answers.values() if len(kinds) > 1]


def answers_to_questions(session: Session) -> list[DecisionKind]:
    """The answers in force to questions about pairs that no run had proposed."""
    query = (
        select(DecisionRow.kind)
        .outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(
            ReversalRow.decision_id.is_(None),
            DecisionRow.kind.in_([DecisionKind.MERGE, DecisionKind.NOT_SAME, DecisionKind.RELATED]),
            func.json_extract(DecisionRow.entry, "$.shown.asked") == "outside",
        )
    )
    return [DecisionKind(kind) for kind in session.scalars(query)]
