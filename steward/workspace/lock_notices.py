"""Locked values of which the lists say something else than when they were locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.locks import LockStanding, lock_standing
from steward.storage import decisions, golden
from steward.workspace.views import LockNotice

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def lock_notices(session: Session) -> list[LockNotice]:
    """The locks about which lists agree or disagree now and did not before; none of them has changed by itself."""
    locked = golden.locked_values(session)
    titles = golden.titles(session, {cin for cin, _ in locked})
    notices = []
    for cin, value in locked:
        decision = decisions.get_decision(session, value.decision_id) if value.decision_id is not None else None
        standing = lock_standing(value)
        # Whoever types another value over a lock knows that lists say otherwise.
        then = decision.shown.get("lists", LockStanding.DISAGREE.value) if decision else None
        if decision is not None and standing is not LockStanding.SILENT and standing.value != then:
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
