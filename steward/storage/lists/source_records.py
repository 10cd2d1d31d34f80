"""Source records as they are now: the version of each that counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, literal, null, or_, select

from steward.domain.records import (
    DeliveryId,
    RecordId,
    SourceId,
    SourceRecord,
    Values,
)
from steward.storage.chunks import among, chunks
from steward.storage.lists import record_keys
from steward.storage.lists.kept_rows import delivered_cells, delivered_values, loaded, unpack_each
from steward.storage.lists.list_headers import ListHeaders
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
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.orm import Session

# Tables, not classes: a match run reads them by the ten thousand rows.
_RECORDS = Base.metadata.tables[SourceRecordRow.__tablename__]
_KEYS = Base.metadata.tables[RecordKeyRow.__tablename__]
_ACTIVE = Base.metadata.tables[ActiveRecordRow.__tablename__]
_VERSIONS = Base.metadata.tables[RecordVersionRow.__tablename__]
_DELIVERIES = Base.metadata.tables[DeliveryRow.__tablename__]

#: Rows that are fetched at a time.
_FETCHED = 2000
#: Where the texts stand in a row of ``_record_query``.
_TEXTS = (7, 8, 9)


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
    headers = ListHeaders(session)
    if holding:
        query = query.where(or_(*(_VERSIONS.c.standard_values.contains(f'"{name}":') for name in holding)))
    for rows in _fetched(session, query, _RECORDS.c.id, record_ids):
        yield from _records(headers, rows)


def iter_records_of(session: Session, source_id: SourceId) -> Iterator[SourceRecord]:
    """Active records of one source in id order."""
    query = _record_query().where(_RECORDS.c.source_id == source_id)
    headers = ListHeaders(session)
    for rows in _fetched(session, query, _RECORDS.c.id, None):
        yield from _records(headers, rows)


def find_record(session: Session, source_id: SourceId, source_key: str) -> SourceRecord | None:
    """The active record with this key; where none has it, one that had it before its source renamed it."""
    bearers = record_keys.bearers([source_key], [source_id])
    query = _record_query().where(_RECORDS.c.source_id == source_id, _RECORDS.c.id.in_(bearers))
    found = list(_records(ListHeaders(session), session.execute(query).all()))
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
    for rows in _fetched(session, query, _ACTIVE.c.record_id, record_ids):
        ids, texts = zip(*rows, strict=True)
        yield from zip(map(RecordId, ids), unpack_each(texts), strict=True)


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


def _fetched(
    session: Session,
    query: Select[*tuple[Any, ...]],
    record_id: ColumnElement[int],
    record_ids: Collection[RecordId] | None,
) -> Iterator[Sequence[Row[*tuple[Any, ...]]]]:
    """The rows of a query, many at a time, none of them empty; of these records if any are given."""
    if record_ids is None:
        yield from session.execute(query.execution_options(yield_per=_FETCHED)).partitions()
        return
    for portion in chunks(sorted(record_ids)):
        if rows := session.execute(query.where(among(record_id, portion))).all():
            yield rows


def _record_query(*, with_raw: bool = True) -> Select[*tuple[Any, ...]]:
    return (
        select(
            _RECORDS.c.id,
            _RECORDS.c.source_id,
            record_keys.key_now(),
            _ACTIVE.c.delivery_id,
            _ACTIVE.c.row,
            _VERSIONS.c.version,
            _VERSIONS.c.header_id if with_raw else null(),
            _VERSIONS.c.raw if with_raw else literal("{}"),
            _VERSIONS.c.attribute_values,
            _VERSIONS.c.standard_values,
            _DELIVERIES.c.loaded_at,
        )
        .join(_ACTIVE, _ACTIVE.c.record_id == _RECORDS.c.id)
        .outerjoin(_KEYS, record_keys.under_key(_ACTIVE.c.delivery_id))
        .join(_VERSIONS, _VERSIONS.c.id == _ACTIVE.c.version_id)
        .join(_DELIVERIES, _DELIVERIES.c.id == _ACTIVE.c.delivery_id)
        .order_by(_RECORDS.c.id)
    )


def _records(headers: ListHeaders, rows: Sequence[Row[*tuple[Any, ...]]]) -> Iterator[SourceRecord]:
    """Those of rows of ``_record_query``."""
    cells, valued, standardized = ([row[place] for row in rows] for place in _TEXTS)
    kept = zip(rows, loaded(cells), unpack_each(valued), unpack_each(standardized), strict=True)
    for row, other_cells, other_values, standard in kept:
        record_id, source_id, source_key, delivery_id, number, version, header_id, *_, loaded_at = row
        values = delivered_values(other_values, standard)
        yield SourceRecord(
            id=RecordId(record_id),
            source_id=SourceId(source_id),
            source_key=source_key,
            delivery_id=DeliveryId(delivery_id),
            version=version,
            row=number,
            delivered_on=loaded_at[:10],
            raw=delivered_cells(other_cells, headers.columns(header_id), values),
            values=values,
            standard=standard,
        )
