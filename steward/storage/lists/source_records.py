"""Source records as they are now: the version of each that counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, literal, or_, select

from steward.domain.records import (
    DeliveryId,
    RecordId,
    SourceId,
    SourceRecord,
    Values,
)
from steward.storage.chunks import among, chunks
from steward.storage.lists import record_keys
from steward.storage.tables import (
    ActiveRecordRow,
    Base,
    DeliveryRow,
    RecordKeyRow,
    RecordVersionRow,
    SourceRecordRow,
    SourceRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy.orm import Session

# Tables, not classes: a match run reads them by the ten thousand rows.
_ACTIVE = Base.metadata.tables[ActiveRecordRow.__tablename__]
_VERSIONS = Base.metadata.tables[RecordVersionRow.__tablename__]


def iter_records(
    session: Session,
    record_ids: Collection[RecordId] | None = None,
    *,
    with_raw: bool = True,
    holding: Collection[str] = (),
) -> Iterator[SourceRecord]:
    """Active records in id order, all of them without ``record_ids``.

    ``with_raw=False`` leaves out the cells as delivered, which only screens and exports show. ``holding``: only
    records that have one of these attributes.
    """
    query = _record_query(with_raw=with_raw)
    if holding:
        query = query.where(or_(*(RecordVersionRow.standard_values.contains(f'"{name}":') for name in holding)))
    if record_ids is None:
        for row in session.execute(query.execution_options(yield_per=2000)):
            yield _record(*row)
        return
    for portion in chunks(sorted(record_ids)):
        for row in session.execute(query.where(among(SourceRecordRow.id, portion))):
            yield _record(*row)


def iter_records_of(session: Session, source_id: SourceId) -> Iterator[SourceRecord]:
    """Active records of one source in id order."""
    query = _record_query().where(SourceRecordRow.source_id == source_id).execution_options(yield_per=2000)
    for row in session.execute(query):
        yield _record(*row)


def find_record(session: Session, source_id: SourceId, source_key: str) -> SourceRecord | None:
    """The active record with this key; where none has it, one that had it before its source renamed it."""
    bearers = record_keys.bearers([source_key], [source_id])
    query = _record_query().where(SourceRecordRow.source_id == source_id, SourceRecordRow.id.in_(bearers))
    found = [_record(*row) for row in session.execute(query)]
    return next((record for record in found if record.source_key == source_key), found[0] if found else None)


def iter_standard(
    session: Session, record_ids: Collection[RecordId] | None = None
) -> Iterator[tuple[RecordId, Values]]:
    """The standard values of active records in id order, and nothing else of them; of all without ``record_ids``."""
    query = (
        select(_ACTIVE.c.record_id, _VERSIONS.c.standard_values)
        .join(_VERSIONS, _VERSIONS.c.id == _ACTIVE.c.version_id)
        .order_by(_ACTIVE.c.record_id)
    )
    if record_ids is None:
        for record_id, text in session.execute(query.execution_options(yield_per=2000)):
            yield RecordId(record_id), unpack_values(text)
        return
    for portion in chunks(sorted(record_ids)):
        for record_id, text in session.execute(query.where(among(_ACTIVE.c.record_id, portion))):
            yield RecordId(record_id), unpack_values(text)


def active_versions(session: Session) -> tuple[list[int], list[int]]:
    """The ids of all active records, ascending, and of the version of each that counts."""
    of_each = select(_ACTIVE.c.record_id, _ACTIVE.c.version_id).order_by(_ACTIVE.c.record_id).subquery()
    # As texts: a million rows, one by one, take ten times as long.
    found = session.execute(
        select(func.json_group_array(of_each.c.record_id), func.json_group_array(of_each.c.version_id))
    ).one()
    return json.loads(found[0]), json.loads(found[1])


def count_active(session: Session) -> int:
    """How many records are active."""
    return session.scalar(select(func.count()).select_from(ActiveRecordRow)) or 0


def count_active_by_source(session: Session) -> dict[SourceId, int]:
    """How many active records each source has."""
    query = select(ActiveRecordRow.source_id, func.count()).group_by(ActiveRecordRow.source_id)
    return {SourceId(source_id): count for source_id, count in session.execute(query)}


def all_record_ids(session: Session) -> list[RecordId]:
    """Every record ever delivered, active or not."""
    return [RecordId(r) for r in session.scalars(select(SourceRecordRow.id).order_by(SourceRecordRow.id))]


def birth_cins(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, str]:
    """The CIN each record was born with."""
    found: dict[RecordId, str] = {}
    for portion in chunks(record_ids):
        query = select(SourceRecordRow.id, SourceRecordRow.birth_cin).where(among(SourceRecordRow.id, portion))
        found.update((RecordId(record_id), cin) for record_id, cin in session.execute(query))
    return found


def keys_by_id(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, tuple[str, str]]:
    """(source name, source key) of records, active or not."""
    found: dict[RecordId, tuple[str, str]] = {}
    for portion in chunks(record_ids):
        query = (
            select(SourceRecordRow.id, SourceRow.name, record_keys.key_now())
            .join(SourceRow)
            .outerjoin(ActiveRecordRow, ActiveRecordRow.record_id == SourceRecordRow.id)
            .outerjoin(RecordKeyRow, record_keys.under_key(ActiveRecordRow.delivery_id))
            .where(among(SourceRecordRow.id, portion))
        )
        found.update((RecordId(record_id), (name, key)) for record_id, name, key in session.execute(query))
    return found


def ids_by_key(session: Session, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], RecordId]:
    """The active records that have these (source name, source key)s, or had them before their source renamed them."""
    found: dict[tuple[str, str], RecordId] = {}
    own: dict[tuple[str, str], RecordId] = {}
    by_source: dict[str, list[str]] = {}
    for source, key in keys:
        by_source.setdefault(source, []).append(key)
    for source, wanted in by_source.items():
        source_ids = session.scalars(select(SourceRow.id).where(SourceRow.name == source)).all()
        for portion in chunks(wanted):
            query = (
                select(SourceRecordRow.id, SourceRecordRow.source_key, record_keys.key_now())
                .join(ActiveRecordRow, ActiveRecordRow.record_id == SourceRecordRow.id)
                .outerjoin(RecordKeyRow, record_keys.under_key(ActiveRecordRow.delivery_id))
                .where(SourceRecordRow.source_id.in_(source_ids))
                .where(SourceRecordRow.id.in_(record_keys.bearers(portion, source_ids)))
            )
            for record_id, own_key, key in session.execute(query):
                own[source, own_key] = found[source, key] = RecordId(record_id)
    # A key that is a record's now says more than one that was another's.
    known = own | found
    return {key: known[key] for key in keys if key in known}


def unpack_values(text: str) -> Values:
    """The values in a JSON text."""
    return {name: tuple(found) for name, found in json.loads(text).items()}


def _record_query(*, with_raw: bool = True) -> Select[*tuple[Any, ...]]:
    return (
        select(
            SourceRecordRow.id,
            SourceRecordRow.source_id,
            record_keys.key_now(),
            ActiveRecordRow.delivery_id,
            ActiveRecordRow.row,
            RecordVersionRow.version,
            RecordVersionRow.raw if with_raw else literal("{}"),
            RecordVersionRow.attribute_values,
            RecordVersionRow.standard_values,
            DeliveryRow.loaded_at,
        )
        .join(ActiveRecordRow, ActiveRecordRow.record_id == SourceRecordRow.id)
        .outerjoin(RecordKeyRow, record_keys.under_key(ActiveRecordRow.delivery_id))
        .join(RecordVersionRow, RecordVersionRow.id == ActiveRecordRow.version_id)
        .join(DeliveryRow, DeliveryRow.id == ActiveRecordRow.delivery_id)
        .order_by(SourceRecordRow.id)
    )


def _record(
    record_id: int,
    source_id: int,
    source_key: str,
    delivery_id: int,
    row: int,
    version: int,
    raw: str,
    values: str,
    standard: str,
    loaded_at: str,
) -> SourceRecord:
    return SourceRecord(
        id=RecordId(record_id),
        source_id=SourceId(source_id),
        source_key=source_key,
        delivery_id=DeliveryId(delivery_id),
        version=version,
        row=row,
        delivered_on=loaded_at[:10],
        raw=json.loads(raw),
        values=unpack_values(values),
        standard=unpack_values(standard),
    )
