"""Versions of source records: what each delivery brought, and which version counts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from steward.domain.records import (
    DeliveryId,
    RecordId,
    SourceId,
    Values,
)
from steward.storage.chunks import among, chunks
from steward.storage.deliveries import add_presence
from steward.storage.privacy_acts import erased_records
from steward.storage.source_records import iter_records
from steward.storage.tables import (
    ActiveRecordRow,
    ContactPointRow,
    DecisionRow,
    DeliveryRow,
    RecordVersionRow,
    SourceRecordRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What the store knows of a source key: its record, its newest version and that version's content hash."""

    record_id: RecordId
    version_id: int
    version: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A row of a delivery that is new or changed. ``record_id`` is None for a source key seen for the first time."""

    record_id: RecordId | None
    source_key: str
    version: int
    row: int
    content_hash: str
    raw: Mapping[str, str]
    values: Values
    standard: Values


def known_records(session: Session, source_id: SourceId) -> dict[str, KnownRecord]:
    """Source key -> record with its newest version, reversed deliveries included."""
    newest = (
        select(RecordVersionRow.record_id, func.max(RecordVersionRow.version).label("version"))
        .group_by(RecordVersionRow.record_id)
        .subquery()
    )
    query = (
        select(
            SourceRecordRow.source_key,
            SourceRecordRow.id,
            RecordVersionRow.id,
            RecordVersionRow.version,
            RecordVersionRow.content_hash,
        )
        .join(newest, newest.c.record_id == SourceRecordRow.id)
        .join(
            RecordVersionRow,
            (RecordVersionRow.record_id == newest.c.record_id) & (RecordVersionRow.version == newest.c.version),
        )
        .where(SourceRecordRow.source_id == source_id, SourceRecordRow.id.not_in(erased_records()))
    )
    return {
        key: KnownRecord(RecordId(record_id), version_id, version, content_hash)
        for key, record_id, version_id, version, content_hash in session.execute(query)
    }


def add_versions(
    session: Session,
    source_id: SourceId,
    delivery_id: DeliveryId,
    rows: Sequence[NewVersion],
    birth_cins: Sequence[str],
) -> None:
    """Store new and changed records of a delivery. ``birth_cins``: one for each row without a record, in order."""
    cins = iter(birth_cins)
    for portion in chunks(rows):
        new = [row for row in portion if row.record_id is None]
        first_id = (session.scalar(select(func.max(SourceRecordRow.id))) or 0) + 1
        ids = {row.source_key: RecordId(first_id + place) for place, row in enumerate(new)}
        if new:
            session.execute(
                insert(SourceRecordRow),
                [
                    {
                        "id": ids[row.source_key],
                        "source_id": source_id,
                        "source_key": row.source_key,
                        "first_delivery_id": delivery_id,
                        "birth_cin": next(cins),
                    }
                    for row in new
                ],
            )
        first_version = (session.scalar(select(func.max(RecordVersionRow.id))) or 0) + 1
        record_ids = [row.record_id or ids[row.source_key] for row in portion]
        session.execute(
            insert(RecordVersionRow),
            [
                {
                    "id": first_version + place,
                    "record_id": record_id,
                    "delivery_id": delivery_id,
                    "version": row.version,
                    "content_hash": row.content_hash,
                    "raw": pack(row.raw),
                    "attribute_values": pack(row.values),
                    "standard_values": pack(row.standard),
                }
                for place, (record_id, row) in enumerate(zip(record_ids, portion, strict=True))
            ],
        )
        add_presence(
            session,
            delivery_id,
            [
                (record_id, first_version + place, row.row)
                for place, (record_id, row) in enumerate(zip(record_ids, portion, strict=True))
            ],
        )


def set_active(
    session: Session, record_ids: Collection[RecordId], current: Mapping[RecordId, tuple[int, int, int]]
) -> None:
    """Make ``current`` the versions that count for these records; those without one are no longer active."""
    source_of = dict(session.execute(select(DeliveryRow.id, DeliveryRow.source_id)).all())
    for portion in chunks(record_ids):
        session.execute(delete(ContactPointRow).where(among(ContactPointRow.record_id, portion)))
        session.execute(delete(ActiveRecordRow).where(among(ActiveRecordRow.record_id, portion)))
        rows = [
            {
                "record_id": r,
                "source_id": source_of[current[r][1]],
                "version_id": current[r][0],
                "delivery_id": current[r][1],
                "row": current[r][2],
            }
            for r in sorted(portion)
            if r in current
        ]
        if rows:
            session.execute(insert(ActiveRecordRow), rows)
            _add_contact_points(session, [row["record_id"] for row in rows])


def clear_active(session: Session) -> None:
    """Forget which versions count; a rebuild finds it out again."""
    session.execute(delete(ContactPointRow))
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


def pack(values: Mapping[str, Any]) -> str:
    """Values as JSON text."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _add_contact_points(session: Session, record_ids: Collection[int]) -> None:
    rows = [
        {"record_id": record.id, "attribute": attribute, "position": position, "raw": raw, "standard": standard}
        for record in iter_records(session, [RecordId(r) for r in record_ids], with_raw=False)
        for attribute in ("phone", "email", "handle")
        for position, (raw, standard) in enumerate(
            zip(record.values.get(attribute, ()), record.standard.get(attribute, ()), strict=True)
        )
    ]
    if rows:
        session.execute(insert(ContactPointRow), rows)
