"""One customer as it was: only what touches it is computed anew, not the whole store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.storage import crosswalk, decisions, deliveries, force, record_versions
from steward.workspace.build_golden import refresh_golden
from steward.workspace.decide import identity_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId


def return_to(session: Session, cin: str, upto: DecisionId) -> bool:
    """Let a session that is rolled back see a customer, and who is tied to it, as they were after an entry of the log.

    It sees nobody else as they were, and erased people not at all. False when there was no such customer then.
    """
    force.return_to(session, upto)
    in_force = deliveries.deliveries_in_force(session, before=upto + 1)
    scope, after = identity_of(session, crosswalk.members_at(session, cin, upto), in_force)
    if cin not in after.members:
        return False
    crosswalk.return_to(session, after, upto)
    decisions.forget_later(session, scope, upto)
    current = deliveries.current_presence(session, after.cin_of, in_force)
    record_versions.set_active(session, after.cin_of, current)
    refresh_golden(session, after.members, upto)
    return True
