"""Versions of source records: what each delivery brought, and which version counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import aliased

from steward.domain.records import DeliveryId, RecordId, SourceId
from steward.storage.bulk import insert_tuples
from steward.storage.chunks import among, chunks
from steward.storage.lists import record_keys
from steward.storage.lists.kept_rows import kept_row, unpack_row
from steward.storage.lists.list_headers import ListHeaders
from steward.storage.lists.presence import ENDED, add_presence
from steward.storage.privacy.privacy_acts import erased_records
from steward.storage.tables import (
    ActiveRecordRow,
    Base,
    DecisionRow,
    DeliveryRecordRow,
    DeliveryRow,
    RecordKeyRow,
    RecordVersionRow,
    SourceRecordRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.records import DeliveredRow, Values

# Tables, not classes: a source may have a million records.
_RECORDS = Base.metadata.tables[SourceRecordRow.__tablename__]
_VERSIONS = Base.metadata.tables[RecordVersionRow.__tablename__]
#: Rows that are fetched at a time.
_FETCHED = 2000


class KnownRecord(NamedTuple):
    """What the store knows of a source key: its record, its newest version and that version's content hash.

    A tuple, since there is one per record.
    """

    record_id: RecordId
    version_id: int
    version: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A row of a delivery that says something new of a record the store knows."""

    record_id: RecordId
    version: int
    row: DeliveredRow


def known_records(session: Session, source_id: SourceId) -> dict[str, KnownRecord]:
    """Source key -> record with its newest version, reversed deliveries included."""
    query = (
        select(_RECORDS.c.source_key, _RECORDS.c.id, _VERSIONS.c.id, _VERSIONS.c.version, _VERSIONS.c.content_hash)
        .join(_VERSIONS, _VERSIONS.c.record_id == _RECORDS.c.id)
        .where(_RECORDS.c.source_id == source_id, _RECORDS.c.id.not_in(erased_records()))
        # Keys stand in this order in their index: nothing has to be sorted.
        .order_by(_RECORDS.c.source_key, _VERSIONS.c.version)
    )
    found: dict[str, KnownRecord] = {}
    for rows in session.execute(query).partitions(_FETCHED):
        keys, *known = zip(*rows, strict=True)
        # The newest version of a record comes last and stays.
        found.update(zip(keys, map(KnownRecord._make, zip(*known, strict=True)), strict=True))
    return found


def add_versions(session: Session, delivery_id: DeliveryId, rows: Collection[NewVersion]) -> None:
    """Store what a delivery says anew of records that the store knows."""
    first = (session.scalar(select(func.max(RecordVersionRow.id))) or 0) + 1
    headers = ListHeaders(session)
    for portion in chunks(rows):
        versions = list(enumerate(portion, first))
        first += len(portion)
        insert_tuples(
            session,
            RecordVersionRow,
            _VERSION_COLUMNS,
            [(v, new.record_id, delivery_id, new.version, *_kept(headers, new.row)) for v, new in versions],
        )
        add_presence(session, delivery_id, [(new.record_id, v, new.row.row) for v, new in versions])


#: The columns of a version; the last five are what ``_kept`` gives.
_VERSION_COLUMNS = (
    *("id", "record_id", "delivery_id", "version"),
    *("header_id", "content_hash", "raw", "attribute_values", "standard_values"),
)


def _kept(headers: ListHeaders, row: DeliveredRow) -> tuple[int, str, str, str, str]:
    """What a row says, as a version keeps it."""
    return headers.id_of(tuple(zip(row.raw, row.said_by, strict=True))), row.content_hash, *kept_row(row)


@dataclass(frozen=True, slots=True)
class Brought:
    """A version that a delivery brought; ``previous_id`` is the version before it, None for a new record."""

    record_id: RecordId
    source_key: str
    version_id: int
    previous_id: int | None
    row: int


def versions_brought(session: Session, delivery_id: int) -> list[Brought]:
    """The versions that a delivery brought, in the order of its rows."""
    previous = aliased(RecordVersionRow)
    query = (
        select(
            SourceRecordRow.id,
            record_keys.key_now(),
            RecordVersionRow.id,
            previous.id,
            DeliveryRecordRow.row,
        )
        .join(RecordVersionRow, RecordVersionRow.record_id == SourceRecordRow.id)
        .join(
            DeliveryRecordRow,
            (DeliveryRecordRow.record_id == SourceRecordRow.id) & (DeliveryRecordRow.delivery_id == delivery_id),
        )
        .outerjoin(RecordKeyRow, record_keys.under_key(RecordVersionRow.delivery_id))
        .outerjoin(
            previous,
            (previous.record_id == SourceRecordRow.id) & (previous.version == RecordVersionRow.version - 1),
        )
        .where(RecordVersionRow.delivery_id == delivery_id)
        .order_by(DeliveryRecordRow.row, SourceRecordRow.id)
    )
    return [
        Brought(RecordId(record_id), key, version_id, previous_id, row)
        for record_id, key, version_id, previous_id, row in session.execute(query)
    ]


def versions_at(session: Session, delivery_id: int, rows: Collection[int]) -> dict[int, int]:
    """Version -> row, of the versions that a delivery brought in these rows."""
    query = (
        select(RecordVersionRow.id, DeliveryRecordRow.row)
        .join(DeliveryRecordRow, DeliveryRecordRow.version_id == RecordVersionRow.id)
        .where(DeliveryRecordRow.delivery_id == delivery_id, among(DeliveryRecordRow.row, rows))
        # What it only held as it was, an earlier one brought.
        .where(RecordVersionRow.delivery_id == delivery_id)
    )
    return dict(session.execute(query).all())


@dataclass(frozen=True, slots=True)
class Content:
    """What a version says: cells by header, values by attribute."""

    raw: Mapping[str, str]
    values: Values


def contents(session: Session, version_ids: Collection[int]) -> dict[int, Content]:
    """What these versions say."""
    headers = ListHeaders(session)
    found: dict[int, Content] = {}
    for portion in chunks(version_ids):
        query = select(RecordVersionRow.id, *_SAID).where(among(RecordVersionRow.id, portion))
        for version_id, header_id, *texts in session.execute(query):
            raw, values, _ = unpack_row(headers.columns(header_id), *texts)
            found[version_id] = Content(raw, values)
    return found


#: Of a version the headers of its table, and what ``unpack_row`` needs besides.
_SAID = (
    RecordVersionRow.header_id,
    RecordVersionRow.raw,
    RecordVersionRow.attribute_values,
    RecordVersionRow.standard_values,
)


def iter_raw(session: Session, delivery_id: DeliveryId) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(row, cells by header) of every row that a delivery loaded, from top to bottom."""
    headers = ListHeaders(session)
    query = (
        select(DeliveryRecordRow.row, *_SAID)
        .join(RecordVersionRow, RecordVersionRow.id == DeliveryRecordRow.version_id)
        .where(DeliveryRecordRow.delivery_id == delivery_id, DeliveryRecordRow.row != ENDED)
        .order_by(DeliveryRecordRow.row, DeliveryRecordRow.record_id)
    )
    for row, header_id, *texts in session.execute(query.execution_options(yield_per=_FETCHED)):
        yield row, unpack_row(headers.columns(header_id), *texts)[0]


def set_active(
    session: Session, record_ids: Collection[RecordId], current: Mapping[RecordId, tuple[int, int, int]]
) -> list[RecordId]:
    """Make ``current`` the versions that count for these records; those without one are no longer active.

    Comes back with the records of which another version counts than before, or none.
    """
    source_of = dict(session.execute(select(DeliveryRow.id, DeliveryRow.source_id)).all())
    switched: list[RecordId] = []
    for portion in chunks(record_ids):
        query = select(ActiveRecordRow.record_id, ActiveRecordRow.version_id)
        before = dict(session.execute(query.where(among(ActiveRecordRow.record_id, portion))).all())
        others = [r for r in portion if r not in current or before.get(r) != current[r][0]]
        switched += others
        session.execute(delete(ActiveRecordRow).where(among(ActiveRecordRow.record_id, portion)))
        active = [(r, source_of[current[r][1]], *current[r]) for r in sorted(portion) if r in current]
        columns = ("record_id", "source_id", "version_id", "delivery_id", "row")
        insert_tuples(session, ActiveRecordRow, columns, active)
    return switched


def count_newest(session: Session, delivery_id: int) -> list[RecordId]:
    """Let the newest delivery in force say which versions of the records that it holds or ended count.

    The same as ``set_active`` comes back with.
    """
    held = select(DeliveryRecordRow.record_id).where(DeliveryRecordRow.delivery_id == delivery_id)
    is_ended = DeliveryRecordRow.row == ENDED
    switched = (
        held.outerjoin(ActiveRecordRow, ActiveRecordRow.record_id == DeliveryRecordRow.record_id)
        .where(is_ended | ActiveRecordRow.version_id.is_distinct_from(DeliveryRecordRow.version_id))
        .order_by(DeliveryRecordRow.record_id)
    )
    found = [RecordId(record_id) for record_id in session.scalars(switched)]
    session.execute(delete(ActiveRecordRow).where(ActiveRecordRow.record_id.in_(held.where(is_ended))))
    active = (
        select(
            DeliveryRecordRow.record_id,
            DeliveryRow.source_id,
            DeliveryRecordRow.version_id,
            DeliveryRecordRow.delivery_id,
            DeliveryRecordRow.row,
        )
        .join(DeliveryRow, DeliveryRow.id == DeliveryRecordRow.delivery_id)
        .where(DeliveryRecordRow.delivery_id == delivery_id, ~is_ended)
    )
    columns = ("record_id", "source_id", "version_id", "delivery_id", "row")
    session.execute(insert(ActiveRecordRow).prefix_with("OR REPLACE").from_select(columns, active))
    return found


def clear_active(session: Session) -> None:
    """Forget which versions count; a rebuild finds it out again."""
    session.execute(delete(ActiveRecordRow))


def versions_of(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, int]:
    """The number of the version that counts now, for each active record."""
    found: dict[RecordId, int] = {}
    for portion in chunks(sorted(record_ids)):
        query = (
            select(ActiveRecordRow.record_id, RecordVersionRow.version)
            .join(RecordVersionRow, RecordVersionRow.id == ActiveRecordRow.version_id)
            .where(among(ActiveRecordRow.record_id, portion))
            .order_by(ActiveRecordRow.record_id)
        )
        found.update((RecordId(record_id), version) for record_id, version in session.execute(query))
    return found


def iter_versions(session: Session, record_ids: Collection[RecordId]) -> Iterator[tuple[RecordId, int, str]]:
    """(record, version, day of its delivery) of every version, oldest first."""
    for portion in chunks(sorted(record_ids)):
        query = (
            select(RecordVersionRow.record_id, RecordVersionRow.version, DeliveryRow.loaded_at)
            .join(DeliveryRow, DeliveryRow.id == RecordVersionRow.delivery_id)
            .where(among(RecordVersionRow.record_id, portion))
            .order_by(RecordVersionRow.record_id, RecordVersionRow.version)
        )
        for record_id, version, loaded_at in session.execute(query):
            yield RecordId(record_id), version, loaded_at[:10]


def entries_of_versions(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, int]:
    """The log entry of the delivery that brought the version which counts now, for each active record."""
    found: dict[RecordId, int] = {}
    for portion in chunks(record_ids):
        query = (
            select(ActiveRecordRow.record_id, DecisionRow.id)
            .join(RecordVersionRow, RecordVersionRow.id == ActiveRecordRow.version_id)
            .join(DecisionRow, DecisionRow.delivery_id == RecordVersionRow.delivery_id)
            .where(among(ActiveRecordRow.record_id, portion))
        )
        found.update((RecordId(record_id), entry) for record_id, entry in session.execute(query))
    return found
