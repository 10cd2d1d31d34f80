"""What changed in a store since an entry of the log: which records came, changed, went, or were decided about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from steward.domain.decisions import DecisionKind, PrivacyKind
from steward.storage.lists import deliveries, presence
from steward.storage.log.decisions import get_decision
from steward.storage.tables import DecisionRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.domain.records import RecordId

#: The acts that say which records are one customer.
_ABOUT_IDENTITY = frozenset(
    {
        DecisionKind.MERGE,
        DecisionKind.NOT_SAME,
        DecisionKind.RELATED,
        DecisionKind.SPLIT,
        DecisionKind.ARRANGE,
        DecisionKind.TAKE_OUT,
        # Who is no longer restricted is matched again.
        PrivacyKind.RESTRICT,
    }
)


@dataclass(frozen=True, slots=True)
class Changes:
    """Records that are ``delivered`` (new, or another version counts), ``vanished``, or ``decided`` about."""

    delivered: frozenset[RecordId]
    vanished: frozenset[RecordId]
    decided: frozenset[RecordId]


def decided_since(session: Session, entry: int) -> frozenset[RecordId]:
    """The records about whose identity the entries after this one, or the acts that they reverse, say something."""
    return frozenset(
        record_id
        for root in _roots_since(session, entry)
        if root.act.delivery_id is None and root.act.kind in _ABOUT_IDENTITY
        for group in root.act.groups
        for record_id in group
    )


def changes_since(session: Session, entry: int) -> Changes:
    """What the entries after this one changed."""
    held: set[RecordId] = set()
    for root in _roots_since(session, entry):
        if root.act.delivery_id is not None:
            held.update(presence.records_of_delivery(session, root.act.delivery_id))
    now = presence.current_presence(session, held, deliveries.deliveries_in_force(session))
    then = presence.current_presence(session, held, deliveries.deliveries_in_force(session, before=entry + 1))
    version_then = {record_id: presence[0] for record_id, presence in then.items()}
    return Changes(
        delivered=frozenset(r for r, presence in now.items() if version_then.get(r) != presence[0]),
        vanished=frozenset(then.keys() - now.keys()),
        decided=decided_since(session, entry),
    )


def _roots_since(session: Session, entry: int) -> list[Decision]:
    numbers = session.scalars(select(DecisionRow.id).where(DecisionRow.id > entry)).all()
    return [_root_of(session, number) for number in numbers]


def _root_of(session: Session, number: int) -> Decision:
    """The act that an entry is or reverses."""
    decision = get_decision(session, number)
    while decision is not None and decision.act.reverses is not None:
        decision = get_decision(session, decision.act.reverses)
    assert decision is not None, "a reversal names an act of the log"
    return decision
