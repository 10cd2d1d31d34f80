"""What the log says about people's rights: who is erased, whose data is restricted, who withdrew a consent."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from steward.domain.decisions import DecisionId, PrivacyKind
from steward.domain.identity import Cin
from steward.domain.records import RecordId
from steward.storage.chunks import among, chunks
from steward.storage.tables import DecisionRecordRow, DecisionRow, MembershipRow, ReversalRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session


def erased_records() -> Select[int]:
    """The records of erased persons, as a query to exclude them by."""
    return (
        select(DecisionRecordRow.record_id)
        .join(DecisionRow, DecisionRow.id == DecisionRecordRow.decision_id)
        .where(DecisionRow.kind == PrivacyKind.ERASE.value)
    )


def erasure_of(session: Session, record_ids: Collection[RecordId]) -> datetime | None:
    """When a person of these records was erased; None when nobody was."""
    query = (
        select(DecisionRow.decided_at)
        .join(DecisionRecordRow, DecisionRecordRow.decision_id == DecisionRow.id)
        .where(DecisionRow.kind == PrivacyKind.ERASE.value, among(DecisionRecordRow.record_id, record_ids))
        .limit(1)
    )
    found = session.scalar(query)
    return datetime.fromisoformat(found) if found is not None else None


def records_ever_of(session: Session, cin: str) -> set[RecordId]:
    """Every record that belonged to a CIN at any time."""
    query = select(MembershipRow.record_id).where(MembershipRow.cin == cin).distinct()
    return {RecordId(record_id) for record_id in session.scalars(query)}


def restricted_cins(session: Session) -> dict[Cin, DecisionId]:
    """Customers who may be neither matched nor exported, and the act that says so."""
    found: dict[Cin, DecisionId] = {}
    for portion in chunks(list(_in_force(session, PrivacyKind.RESTRICT))):
        query = (
            select(MembershipRow.cin, DecisionRecordRow.decision_id)
            .join(DecisionRecordRow, DecisionRecordRow.record_id == MembershipRow.record_id)
            .where(among(DecisionRecordRow.decision_id, portion), MembershipRow.to_decision.is_(None))
            .order_by(DecisionRecordRow.decision_id)
        )
        found.update((Cin(cin), DecisionId(decision_id)) for cin, decision_id in session.execute(query))
    return found


def restrictions_of(session: Session, cin: str) -> list[DecisionId]:
    """The acts in force that restrict a customer."""
    acts = _in_force(session, PrivacyKind.RESTRICT)
    if not acts:
        return []
    query = (
        select(DecisionRecordRow.decision_id)
        .join(MembershipRow, MembershipRow.record_id == DecisionRecordRow.record_id)
        .where(MembershipRow.cin == cin, MembershipRow.to_decision.is_(None))
        .where(among(DecisionRecordRow.decision_id, list(acts)))
        .distinct()
        .order_by(DecisionRecordRow.decision_id)
    )
    return [DecisionId(decision_id) for decision_id in session.scalars(query)]


def restricted_records(session: Session) -> set[RecordId]:
    """Every record of the customers who are restricted."""
    found: set[RecordId] = set()
    for portion in chunks(restricted_cins(session)):
        query = select(MembershipRow.record_id).where(
            among(MembershipRow.cin, portion), MembershipRow.to_decision.is_(None)
        )
        found.update(RecordId(record_id) for record_id in session.scalars(query))
    return found


def withdrawals(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, dict[str, DecisionId]]:
    """For each of these records: the consents withdrawn for it, and by which act."""
    acts = _in_force(session, PrivacyKind.WITHDRAW)
    found: dict[RecordId, dict[str, DecisionId]] = {}
    if not acts:
        return found
    wanted = set(record_ids)
    for portion in chunks(sorted(acts)):
        query = (
            select(DecisionRecordRow.record_id, DecisionRecordRow.decision_id)
            .where(among(DecisionRecordRow.decision_id, portion))
            .order_by(DecisionRecordRow.decision_id)
        )
        for record_id, decision_id in session.execute(query):
            if record_id in wanted:
                consents = json.loads(acts[decision_id])["values"]
                found.setdefault(RecordId(record_id), {}).update(dict.fromkeys(consents, DecisionId(decision_id)))
    return found


def _in_force(session: Session, kind: PrivacyKind) -> dict[int, str]:
    """The acts of a kind that nobody reversed, with their entries."""
    query = (
        select(DecisionRow.id, DecisionRow.entry)
        .outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(DecisionRow.kind == kind.value, ReversalRow.decision_id.is_(None))
        .order_by(DecisionRow.id)
    )
    return dict(session.execute(query).all())
