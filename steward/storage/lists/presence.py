"""Which records each delivery held, and which of them count by the deliveries in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from steward.domain.records import RecordId
from steward.storage.bulk import insert_tuples
from steward.storage.chunks import among, chunks
from steward.storage.lists import record_keys
from steward.storage.lists.deliveries import list_deliveries
from steward.storage.privacy.privacy_acts import erased_records
from steward.storage.tables import ActiveRecordRow, Base, DeliveryRecordRow, DeliveryRow, RecordKeyRow, SourceRecordRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import Delivery, DeliveryId, SourceId

# Tables, not classes: a source may have a million records.
_RECORDS = Base.metadata.tables[SourceRecordRow.__tablename__]
_ACTIVE = Base.metadata.tables[ActiveRecordRow.__tablename__]
#: Rows that are fetched at a time.
_FETCHED = 2000
#: The row of a record that a delivery ended: it is in none of its rows.
ENDED = 0


class Held(NamedTuple):
    """A record that counts, and the newest delivery that holds it; a tuple, since there is one per record."""

    record_id: RecordId
    source_key: str
    version_id: int
    delivery_id: int
    loaded_at: str
    row: int


def held_now(session: Session, source_id: SourceId) -> list[Held]:
    """The records of a source that count, in id order."""
    # A text of its own for each of a million records would fill memory.
    loaded_at = dict(session.execute(select(DeliveryRow.id, DeliveryRow.loaded_at)).all())
    query = (
        select(_RECORDS.c.source_key, _ACTIVE.c.record_id, _ACTIVE.c.version_id, _ACTIVE.c.delivery_id, _ACTIVE.c.row)
        .join(_ACTIVE, _ACTIVE.c.record_id == _RECORDS.c.id)
        .where(_ACTIVE.c.source_id == source_id)
        .order_by(_ACTIVE.c.record_id)
    )
    return [
        Held(RecordId(record_id), key, version_id, delivery_id, loaded_at[delivery_id], row)
        for rows in session.execute(query).partitions(_FETCHED)
        for key, record_id, version_id, delivery_id, row in rows
    ]


def ended_by(session: Session, delivery_id: int) -> set[RecordId]:
    """The records that count no longer since a delivery came without them."""
    query = select(DeliveryRecordRow.record_id).where(
        DeliveryRecordRow.delivery_id == delivery_id, DeliveryRecordRow.row == ENDED
    )
    return {RecordId(record_id) for record_id in session.scalars(query)}


def has_ended_records(session: Session) -> bool:
    """Whether any delivery ended a record."""
    return (
        session.scalar(select(DeliveryRecordRow.record_id).where(DeliveryRecordRow.row == ENDED).limit(1)) is not None
    )


def any_ended(session: Session, record_ids: Collection[RecordId]) -> bool:
    """Whether any delivery ended one of these records, be it back since or not."""
    ended = (
        select(DeliveryRecordRow.record_id)
        .where(among(DeliveryRecordRow.record_id, portion), DeliveryRecordRow.row == ENDED)
        .limit(1)
        for portion in chunks(record_ids)
    )
    return any(session.scalar(query) is not None for query in ended)


def held_before(session: Session, delivery: Delivery) -> dict[RecordId, tuple[int, int, int]]:
    """The records of its source that counted when a delivery came: (version id, delivery id, row) of each."""
    earlier = [d.id for d in list_deliveries(session, delivery.source_id) if not d.is_reversed and d.id < delivery.id]
    query = select(DeliveryRecordRow.record_id).where(DeliveryRecordRow.delivery_id.in_(earlier)).distinct()
    return current_presence(session, [RecordId(record_id) for record_id in session.scalars(query)], earlier)


def add_presence(session: Session, delivery_id: DeliveryId, rows: Sequence[tuple[RecordId, int, int]]) -> None:
    """Note which records (id, version id, row) a delivery held."""
    columns = ("delivery_id", "record_id", "version_id", "row")
    for portion in chunks(rows):
        insert_tuples(session, DeliveryRecordRow, columns, [(delivery_id, *held) for held in portion])


def records_of_delivery(session: Session, delivery_id: int) -> list[RecordId]:
    """The records a delivery held, in id order."""
    query = (
        select(DeliveryRecordRow.record_id)
        .where(DeliveryRecordRow.delivery_id == delivery_id)
        .order_by(DeliveryRecordRow.record_id)
    )
    return [RecordId(record_id) for record_id in session.scalars(query)]


def keys_held(session: Session, delivery_ids: Collection[int], keys: Collection[str]) -> set[str]:
    """Those of the keys that a record of one of the deliveries has."""
    key = record_keys.key_now()
    query = (
        select(key)
        .select_from(SourceRecordRow)
        .join(DeliveryRecordRow, DeliveryRecordRow.record_id == SourceRecordRow.id)
        .outerjoin(RecordKeyRow, record_keys.under_key(DeliveryRecordRow.delivery_id))
        .where(among(key, keys), DeliveryRecordRow.delivery_id.in_(delivery_ids))
    )
    return set(session.scalars(query))


def ever_held(session: Session, record_ids: Collection[RecordId], in_force: Collection[int]) -> set[RecordId]:
    """Those of the records that one of the deliveries brought, whether they count now or ended or are erased."""
    found: set[RecordId] = set()
    for portion in chunks(record_ids):
        query = select(DeliveryRecordRow.record_id).where(
            among(DeliveryRecordRow.record_id, portion),
            DeliveryRecordRow.delivery_id.in_(in_force),
            DeliveryRecordRow.row != ENDED,
        )
        found.update(map(RecordId, session.scalars(query)))
    return found


def current_presence(
    session: Session, record_ids: Collection[RecordId], in_force: Collection[int]
) -> dict[RecordId, tuple[int, int, int]]:
    """For records that one of the deliveries holds: (version id, delivery id, row) of the newest of them.

    Erased records are in none, nor are those that the newest of them ended.
    """
    found: dict[RecordId, tuple[int, int, int]] = {}
    for portion in chunks(record_ids):
        query = (
            select(
                DeliveryRecordRow.record_id,
                DeliveryRecordRow.version_id,
                DeliveryRecordRow.delivery_id,
                DeliveryRecordRow.row,
            )
            .where(among(DeliveryRecordRow.record_id, portion), DeliveryRecordRow.delivery_id.in_(in_force))
            .where(DeliveryRecordRow.record_id.not_in(erased_records()))
            .order_by(DeliveryRecordRow.delivery_id)
        )
        for record_id, version_id, delivery_id, row in session.execute(query):
            if row == ENDED:
                found.pop(RecordId(record_id), None)
            else:
                found[RecordId(record_id)] = (version_id, delivery_id, row)
    return found
