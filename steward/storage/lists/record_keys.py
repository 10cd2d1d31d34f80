"""The keys by which lists know their records: a record's own key came first; others are noted with their deliveries.

So what a record is called follows from the newest delivery in force that holds it, and is undone with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, func, select, union
from sqlalchemy.orm import aliased

from steward.storage.bulk import insert_tuples
from steward.storage.chunks import among, chunks
from steward.storage.tables import ActiveRecordRow, Base, RecordKeyRow, SourceRecordRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement, CompoundSelect
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from steward.domain.records import DeliveryId, RecordId, SourceId

# Tables, not classes: a match run reads records by the ten thousand rows.
_KEYS = Base.metadata.tables[RecordKeyRow.__tablename__]
_RECORDS = Base.metadata.tables[SourceRecordRow.__tablename__]


def key_now() -> ColumnElement[str]:
    """The key of a record in a query that joins ``RecordKeyRow`` from outside by ``under_key``."""
    return func.coalesce(_KEYS.c.source_key, _RECORDS.c.source_key)


def under_key(delivery_id: InstrumentedAttribute[int] | ColumnElement[int]) -> ColumnElement[bool]:
    """Joins what a delivery called a record: the one of this column, such as that of the version that counts."""
    return (_KEYS.c.record_id == _RECORDS.c.id) & (_KEYS.c.delivery_id == delivery_id)


def add_keys(session: Session, delivery_id: DeliveryId, keys: Mapping[RecordId, str]) -> None:
    """Note by which keys a delivery called records that have another key of their own."""
    rows = [(delivery_id, record_id, key) for record_id, key in keys.items()]
    for portion in chunks(rows):
        insert_tuples(session, RecordKeyRow, ("delivery_id", "record_id", "source_key"), portion)


def keys_in_use(session: Session, source_id: SourceId) -> dict[str, str]:
    """The keys by which a source calls records now that have another key of their own: key -> own key.

    A key that is another active record's own stays that one's, unless that one is called otherwise, too.
    """
    owner, counts, other = aliased(SourceRecordRow), aliased(ActiveRecordRow), aliased(RecordKeyRow)
    is_renamed = exists().where(other.record_id == owner.id, other.delivery_id == counts.delivery_id)
    is_owned = exists().where(
        owner.source_id == source_id,
        owner.source_key == RecordKeyRow.source_key,
        counts.record_id == owner.id,
        ~is_renamed,
    )
    query = (
        select(RecordKeyRow.source_key, SourceRecordRow.source_key)
        .join(SourceRecordRow, SourceRecordRow.id == RecordKeyRow.record_id)
        .join(
            ActiveRecordRow,
            (ActiveRecordRow.record_id == RecordKeyRow.record_id)
            & (ActiveRecordRow.delivery_id == RecordKeyRow.delivery_id),
        )
        .where(SourceRecordRow.source_id == source_id, ~is_owned)
        .order_by(RecordKeyRow.delivery_id)
    )
    return dict(session.execute(query).all())


def bearers(keys: Collection[str], source_ids: Collection[int]) -> CompoundSelect[int]:
    """The records of these sources that have or had one of the keys."""
    # With the sources named the index on (source, key) is used.
    own = select(SourceRecordRow.id).where(
        SourceRecordRow.source_id.in_(source_ids), among(SourceRecordRow.source_key, keys)
    )
    return union(own, select(RecordKeyRow.record_id).where(among(RecordKeyRow.source_key, keys)))


def forget_keys(session: Session, record_ids: Collection[RecordId]) -> None:
    """Leave of these records no key but their own."""
    for portion in chunks(record_ids):
        session.execute(delete(RecordKeyRow).where(among(RecordKeyRow.record_id, portion)))
