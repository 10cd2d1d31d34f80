"""Who was a customer after an earlier entry of the log, and with which records: the crosswalk over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, exists, func, or_, select

from steward.domain.decisions import PrivacyKind
from steward.domain.identity import Cin
from steward.domain.records import RecordId
from steward.storage.chunks import among, chunks
from steward.storage.tables import DecisionRow, GoldenRow, MembershipRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId


def members_at(session: Session, cins: Collection[str], upto: DecisionId) -> set[RecordId]:
    """The records that belonged to any of these CINs after an entry of the log."""
    found: set[RecordId] = set()
    for portion in chunks(cins):
        query = select(MembershipRow.record_id).where(among(MembershipRow.cin, portion), _held_at(upto))
        found.update(RecordId(record_id) for record_id in session.scalars(query))
    return found


def page_at(session: Session, upto: DecisionId, offset: int, limit: int) -> list[Cin]:
    """A page of the CINs that were in use after an entry of the log, the oldest first; nobody erased is among them."""
    query = select(GoldenRow.cin).where(_in_use_at(upto)).order_by(GoldenRow.number).offset(offset).limit(limit)
    return [Cin(cin) for cin in session.scalars(query)]


def count_at(session: Session, upto: DecisionId) -> int:
    """How many CINs ``page_at`` would find."""
    return session.scalar(select(func.count()).select_from(GoldenRow).where(_in_use_at(upto))) or 0


def cins_at(session: Session, record_ids: Collection[RecordId], upto: DecisionId) -> dict[RecordId, Cin]:
    """The CIN each record belonged to after an entry of the log."""
    found: dict[RecordId, Cin] = {}
    for portion in chunks(record_ids):
        query = select(MembershipRow.record_id, MembershipRow.cin)
        then = query.where(among(MembershipRow.record_id, portion), _held_at(upto))
        found.update((RecordId(record_id), Cin(cin)) for record_id, cin in session.execute(then))
    return found


def _held_at(upto: DecisionId) -> ColumnElement[bool]:
    return (MembershipRow.from_decision <= upto) & or_(
        MembershipRow.to_decision.is_(None), MembershipRow.to_decision > upto
    )


def _in_use_at(upto: DecisionId) -> ColumnElement[bool]:
    erasures = select(DecisionRow.id).where(DecisionRow.kind == PrivacyKind.ERASE.value)
    is_erased = MembershipRow.to_decision.is_not(None) & MembershipRow.to_decision.in_(erasures)
    return exists().where(MembershipRow.cin == GoldenRow.cin, _held_at(upto), ~is_erased)
