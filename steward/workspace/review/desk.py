"""The stewards' own work: what they noted and who decides which cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import DeskKind
from steward.storage.log import decisions
from steward.storage.matches import candidates
from steward.workspace.decisions.log_views import Comment

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId


def comments(session: Session, record_ids: Collection[RecordId]) -> list[Comment]:
    """What was noted about these records, newest first."""
    return [
        Comment(decision.id, decision.act.values["text"], decision.decided_at, decision.decided_by)
        for decision in decisions.decisions_on(session, record_ids)
        if decision.act.kind is DeskKind.COMMENT and decision.is_in_force
    ]


def assigned(session: Session) -> dict[int, str]:
    """Cluster id -> steward; the newest assignment of just these records counts."""
    steward_of: dict[str, str] = {}
    for decision in decisions.list_decisions(session, kinds=(DeskKind.ASSIGN,)):
        if decision.is_in_force:
            for group in decision.act.groups:
                steward_of.setdefault(candidates.member_key(group), decision.act.values["steward"])
    found = candidates.ids_by_member_key(session, [key for key, steward in steward_of.items() if steward])
    return {cluster_id: steward_of[key] for key, cluster_id in sorted(found.items(), key=lambda item: item[1])}
