"""Customers as they were: only what touches them is computed anew, not the whole store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.identity import Cin
from steward.storage.customers import past_customers, search, stored_identity
from steward.storage.lists import deliveries, presence, record_versions
from steward.storage.log import decisions, force
from steward.workspace.customers.build_golden import refresh_golden
from steward.workspace.customers.customer_search import find_records, hits
from steward.workspace.decisions.identity_changes import identity_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId
    from steward.workspace.customers.customer_views import SearchHit


def return_to(session: Session, cins: Collection[str], upto: DecisionId) -> list[Cin]:
    """Let a session that is rolled back see customers, and who is tied to them, as they were after an entry of the log.

    It sees nobody else as they were, and erased people not at all. Comes back with those that there were then.
    """
    force.return_to(session, upto)
    in_force = deliveries.deliveries_in_force(session, before=upto + 1)
    scope, after = identity_of(session, past_customers.members_at(session, cins, upto), in_force)
    found = [Cin(cin) for cin in cins if cin in after.members]
    if not found:
        return found
    stored_identity.return_to(session, after, upto)
    decisions.forget_later(session, scope, upto)
    current = presence.current_presence(session, after.cin_of, in_force)
    record_versions.set_active(session, after.cin_of, current)
    refresh_golden(session, after.members, upto)
    return found


def list_past(session: Session, upto: DecisionId, offset: int, limit: int) -> list[SearchHit]:
    """A page of the customers that there were after an entry of the log, the oldest first."""
    return hits(session, return_to(session, past_customers.page_at(session, upto, offset, limit), upto))


def search_past(session: Session, text: str, limit: int, upto: DecisionId) -> list[SearchHit]:
    """Customers that there were then, found by their CIN or by what lists say now of the records they had."""
    cins = search.find_cins(session, text, limit)
    found = find_records(session, text, limit * 4)
    cin_at = past_customers.cins_at(session, found, upto)
    cins += [cin_at[record_id] for record_id in found if record_id in cin_at]
    return hits(session, return_to(session, list(dict.fromkeys(cins))[:limit], upto))
