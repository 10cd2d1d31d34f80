"""What became of CINs: who was given which number when, and who has its records now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from steward.domain.decisions import DecisionId
from steward.domain.identity import Cin
from steward.domain.records import RecordId
from steward.storage.chunks import among, chunks
from steward.storage.tables import (
    GoldenRow,
    MembershipRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session


def minted_and_retired(session: Session) -> list[tuple[Cin, DecisionId, DecisionId | None]]:
    """Every CIN ever given: who minted it, who retired it."""
    query = select(GoldenRow.cin, GoldenRow.minted_by, GoldenRow.retired_by).order_by(GoldenRow.number)
    return [
        (Cin(cin), DecisionId(minted), DecisionId(retired) if retired is not None else None)
        for cin, minted, retired in session.execute(query)
    ]


def last_members(session: Session, cin: str) -> list[RecordId]:
    """The records a retired CIN held when it was retired."""
    end = session.scalar(select(func.max(MembershipRow.to_decision)).where(MembershipRow.cin == cin))
    query = (
        select(MembershipRow.record_id)
        .where(MembershipRow.cin == cin, MembershipRow.to_decision == end)
        .order_by(MembershipRow.record_id)
    )
    return [RecordId(record_id) for record_id in session.scalars(query)]


def members_ever(session: Session, cin: str) -> list[RecordId]:
    """Every record that a CIN holds or once held."""
    query = select(MembershipRow.record_id).where(MembershipRow.cin == cin).distinct()
    return [RecordId(record_id) for record_id in session.scalars(query.order_by(MembershipRow.record_id))]


def memberships_of(session: Session, record_ids: Collection[RecordId]) -> list[tuple[RecordId, Cin, DecisionId]]:
    """(record, the CIN it belongs to now, since which log entry), by record."""
    found: list[tuple[RecordId, Cin, DecisionId]] = []
    for portion in chunks(record_ids):
        query = select(MembershipRow.record_id, MembershipRow.cin, MembershipRow.from_decision)
        current = query.where(MembershipRow.to_decision.is_(None), among(MembershipRow.record_id, portion))
        found += [(RecordId(r), Cin(cin), DecisionId(since)) for r, cin, since in session.execute(current)]
    return sorted(found)


def given_and_retired(session: Session, cin: str) -> tuple[DecisionId, DecisionId | None] | None:
    """The log entries that gave a CIN and retired it (None: in use); None for one that was never given."""
    row = session.get(GoldenRow, cin)
    if row is None:
        return None
    return DecisionId(row.minted_by), DecisionId(row.retired_by) if row.retired_by is not None else None


def took_over(session: Session, cin: str) -> list[Cin]:
    """Retired CINs whose last records belong to this customer now."""
    mine = select(MembershipRow.record_id).where(MembershipRow.cin == cin, MembershipRow.to_decision.is_(None))
    query = (
        select(GoldenRow.cin)
        .join(MembershipRow, MembershipRow.cin == GoldenRow.cin)
        .where(
            GoldenRow.retired_by.is_not(None),
            MembershipRow.to_decision == GoldenRow.retired_by,
            MembershipRow.record_id.in_(mine),
        )
        .order_by(GoldenRow.number)
        .distinct()
    )
    return [Cin(found) for found in session.scalars(query)]
