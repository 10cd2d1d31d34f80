"""Locked values of which the lists say something else than when they were locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind
from steward.domain.locks import LockStanding, lock_standing
from steward.storage.customers import golden
from steward.storage.log import decisions
from steward.workspace.customers.customer_views import LockNotice

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision


def lock_notices(session: Session) -> list[LockNotice]:
    """The locks about which lists agree or disagree now and did not before; none of them has changed by itself."""
    locked = golden.locked_values(session)
    titles = golden.titles(session, {cin for cin, _ in locked})
    notices = []
    for cin, value in locked:
        decision = decisions.get_decision(session, value.decision_id) if value.decision_id is not None else None
        standing = lock_standing(value)
        if decision is None or standing is LockStanding.SILENT:
            continue
        if standing is not _then(decision):
            notices.append(
                LockNotice(
                    cin=cin,
                    title=titles[cin][0],
                    attribute=value.attribute,
                    value=value.value,
                    lists_say=value.runner_up,
                    standing=standing,
                    decision_id=decision.id,
                    decided_at=decision.decided_at,
                    decided_by=decision.decided_by,
                )
            )
    return notices


def _then(decision: Decision) -> LockStanding:
    """What lists said when the value was locked."""
    if said := decision.shown.get("lists"):
        return LockStanding(str(said))
    # Whoever types another value over a lock knows that lists say otherwise. A lock that was taken over from another
    # store, or made by an earlier version, does not tell; most keep a value that lists gave.
    return LockStanding.AGREE if decision.kind is DecisionKind.LOCK else LockStanding.DISAGREE
