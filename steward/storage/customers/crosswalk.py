"""The crosswalk: which record belongs to which CIN now, and the values that stewards chose for customers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import Integer, cast, exists, func, select
from sqlalchemy.orm import aliased

from steward.domain.decisions import DecisionId
from steward.domain.identity import Cin
from steward.domain.privacy import ERASED
from steward.domain.records import RecordId
from steward.domain.survivorship import ValueOverride
from steward.storage.chunks import among, chunks
from steward.storage.lists.presence import ENDED
from steward.storage.tables import (
    DeliveryRecordRow,
    GoldenRow,
    MembershipRow,
    ValueOverrideRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy.orm import Session


def cins_of(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, Cin]:
    """The CIN each active record belongs to now."""
    found: dict[RecordId, Cin] = {}
    for portion in chunks(record_ids):
        query = select(MembershipRow.record_id, MembershipRow.cin).where(
            among(MembershipRow.record_id, portion), MembershipRow.to_decision.is_(None)
        )
        found.update((RecordId(r), Cin(cin)) for r, cin in session.execute(query))
    return found


def memberships_now(session: Session) -> tuple[list[int], list[int]]:
    """The ids of all active records, ascending, and the running number in the CIN that each belongs to now."""
    number = cast(func.substr(MembershipRow.cin, 1, func.length(MembershipRow.cin) - 1), Integer).label("number")
    is_now = MembershipRow.to_decision.is_(None)
    of_each = select(MembershipRow.record_id, number).where(is_now).order_by(MembershipRow.record_id).subquery()
    # As texts: a million rows, one by one, take ten times as long.
    found = session.execute(
        select(func.json_group_array(of_each.c.record_id), func.json_group_array(of_each.c.number))
    ).one()
    return json.loads(found[0]), json.loads(found[1])


def members_of(session: Session, cins: Collection[str]) -> dict[Cin, set[RecordId]]:
    """The records that belong to each CIN now."""
    found: dict[Cin, set[RecordId]] = {}
    for portion in chunks(cins):
        query = select(MembershipRow.cin, MembershipRow.record_id).where(
            among(MembershipRow.cin, portion), MembershipRow.to_decision.is_(None)
        )
        for cin, record_id in session.execute(query):
            found.setdefault(Cin(cin), set()).add(RecordId(record_id))
    return found


def shared_cins(session: Session, record_ids: Collection[RecordId]) -> set[Cin]:
    """Those of the customers of these records who have several records now."""
    other = aliased(MembershipRow)
    is_shared = exists().where(
        other.cin == MembershipRow.cin, other.to_decision.is_(None), other.record_id != MembershipRow.record_id
    )
    found: set[Cin] = set()
    for portion in chunks(record_ids):
        query = select(MembershipRow.cin).where(
            among(MembershipRow.record_id, portion), MembershipRow.to_decision.is_(None), is_shared
        )
        found.update(map(Cin, session.scalars(query)))
    return found


def moved_by(session: Session, delivery_id: int) -> set[RecordId]:
    """The records of a delivery that belong to nobody although it holds them, or to somebody although it ended them."""
    is_now = (MembershipRow.record_id == DeliveryRecordRow.record_id) & MembershipRow.to_decision.is_(None)
    query = (
        select(DeliveryRecordRow.record_id)
        .outerjoin(MembershipRow, is_now)
        .where(DeliveryRecordRow.delivery_id == delivery_id)
        .where(MembershipRow.record_id.is_(None) != (DeliveryRecordRow.row == ENDED))
    )
    return {RecordId(record_id) for record_id in session.scalars(query)}


def overridden_cins(session: Session) -> set[Cin]:
    """The customers for whom a steward typed or locked a value."""
    return {Cin(cin) for cin in session.scalars(select(ValueOverrideRow.cin).distinct())}


def overrides_of(session: Session, cins: Collection[Cin]) -> dict[Cin, dict[str, ValueOverride]]:
    """The stewards' values of these customers by attribute, locks before plain overrides."""
    found: dict[Cin, dict[str, ValueOverride]] = {}
    for portion in chunks(cins):
        # A value that an erasure took out of the log says nothing any more, whoever's it would be.
        query = (
            select(ValueOverrideRow)
            .where(among(ValueOverrideRow.cin, portion), ValueOverrideRow.value != ERASED)
            .order_by(ValueOverrideRow.is_lock)
        )
        for row in session.scalars(query):
            found.setdefault(Cin(row.cin), {})[row.attribute] = ValueOverride(
                row.attribute, row.value, DecisionId(row.decision_id), is_locked=row.is_lock
            )
    return found


def iter_crosswalk(session: Session) -> Iterator[tuple[Cin, RecordId]]:
    """(CIN, record) as they are now."""
    query = (
        select(MembershipRow.cin, MembershipRow.record_id)
        .where(MembershipRow.to_decision.is_(None))
        .order_by(MembershipRow.cin, MembershipRow.record_id)
    )
    for cin, record_id in session.execute(query.execution_options(yield_per=5000)):
        yield Cin(cin), RecordId(record_id)


def is_active(session: Session, cin: str) -> bool | None:
    """True for a CIN in use, False for a retired one, None for one that was never given."""
    row = session.get(GoldenRow, cin)
    return row.retired_by is None if row else None
