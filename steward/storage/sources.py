"""Sources, their deliveries, and source records with their versions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, delete, func, insert, literal, select, update

from steward.domain.records import (
    Delivery,
    DeliveryId,
    ImportIssue,
    IssueKind,
    KeyMode,
    RecordId,
    Source,
    SourceId,
    SourceRecord,
    Values,
)
from steward.storage.chunks import among, chunks
from steward.storage.tables import (
    ActiveRecordRow,
    ContactPointRow,
    DecisionRow,
    DeliveryRecordRow,
    DeliveryRow,
    ImportIssueRow,
    RecordVersionRow,
    ReversalRow,
    SourceRecordRow,
    SourceRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

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


def pack(values: Mapping[str, Any]) -> str:
    """Values as JSON text."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def unpack_values(text: str) -> Values:
    """The values in a JSON text."""
    return {name: tuple(found) for name, found in json.loads(text).items()}


# Sources and deliveries


def list_sources(session: Session) -> list[Source]:
    """All sources in the order they were added."""
    return [_source(row) for row in session.scalars(select(SourceRow).order_by(SourceRow.id))]


def find_source(session: Session, name: str) -> Source | None:
    """The source of this name (upper and lower case are the same)."""
    row = session.scalar(select(SourceRow).where(func.lower(SourceRow.name) == name.lower()))
    return _source(row) if row else None


def add_source(session: Session, source: Source, mapping: str) -> Source:
    """Store a new source; its id is given here."""
    row = SourceRow(
        name=source.name,
        department=source.department,
        letter=source.letter,
        color_index=source.color_index,
        key_column=source.key_column,
        key_mode=source.key_mode.value,
        mapping=mapping,
    )
    session.add(row)
    session.flush()
    return _source(row)


def stored_mapping(session: Session, source_id: SourceId) -> str:
    """The mapping the source was loaded with last, as JSON text."""
    return session.scalars(select(SourceRow.mapping).where(SourceRow.id == source_id)).one()


def set_mapping(session: Session, source_id: SourceId, mapping: str) -> None:
    """Remember the mapping for the next delivery."""
    session.execute(update(SourceRow).where(SourceRow.id == source_id).values(mapping=mapping))


def add_delivery(session: Session, delivery: Delivery, *, file_hash: str, report: str) -> DeliveryId:
    """Store a delivery; its id is given here."""
    row = DeliveryRow(
        source_id=delivery.source_id,
        file_name=delivery.file_name,
        file_hash=file_hash,
        sheet=delivery.sheet,
        loaded_at=delivery.loaded_at.isoformat(),
        loaded_by=delivery.loaded_by,
        rows_read=delivery.rows_read,
        rows_new=delivery.rows_new,
        rows_changed=delivery.rows_changed,
        rows_unchanged=delivery.rows_unchanged,
        rows_repeated=delivery.rows_repeated,
        report=report,
    )
    session.add(row)
    session.flush()
    return DeliveryId(row.id)


def list_deliveries(session: Session, source_id: SourceId | None = None) -> list[Delivery]:
    """Deliveries, newest first."""
    issues = dict(
        session.execute(select(ImportIssueRow.delivery_id, func.count()).group_by(ImportIssueRow.delivery_id)).all()
    )
    reversed_ids = _reversed_deliveries(session)
    query = select(DeliveryRow, SourceRow.name).join(SourceRow).order_by(DeliveryRow.id.desc())
    if source_id is not None:
        query = query.where(DeliveryRow.source_id == source_id)
    return [
        Delivery(
            id=DeliveryId(row.id),
            source_id=SourceId(row.source_id),
            source_name=name,
            file_name=row.file_name,
            sheet=row.sheet,
            loaded_at=datetime.fromisoformat(row.loaded_at),
            loaded_by=row.loaded_by,
            rows_read=row.rows_read,
            rows_new=row.rows_new,
            rows_changed=row.rows_changed,
            rows_unchanged=row.rows_unchanged,
            rows_repeated=row.rows_repeated,
            issue_count=issues.get(row.id, 0),
            is_reversed=row.id in reversed_ids,
        )
        for row, name in session.execute(query)
    ]


def find_delivery_by_hash(session: Session, source_id: SourceId, sheet: str, file_hash: str) -> datetime | None:
    """When the same file was loaded before, None when it was not (or that load was reversed)."""
    query = (
        select(DeliveryRow.id, DeliveryRow.loaded_at)
        .where(DeliveryRow.source_id == source_id, DeliveryRow.sheet == sheet, DeliveryRow.file_hash == file_hash)
        .order_by(DeliveryRow.id.desc())
    )
    reversed_ids = _reversed_deliveries(session)
    for delivery_id, loaded_at in session.execute(query):
        if delivery_id not in reversed_ids:
            return datetime.fromisoformat(loaded_at)
    return None


def add_issues(session: Session, delivery_id: DeliveryId, issues: Iterable[ImportIssue]) -> None:
    """Keep what was noteworthy about a delivery."""
    rows = [
        {
            "delivery_id": delivery_id,
            "row": issue.row,
            "column_name": issue.column,
            "kind": issue.kind.value,
            "value": issue.value,
        }
        for issue in issues
    ]
    for portion in chunks(rows):
        session.execute(insert(ImportIssueRow), portion)


def count_issues(session: Session, kind: IssueKind) -> int:
    """Issues of one kind in deliveries that were not reversed."""
    reversed_ids = _reversed_deliveries(session)
    query = select(func.count()).where(
        ImportIssueRow.kind == kind.value, ImportIssueRow.delivery_id.not_in(reversed_ids)
    )
    return session.scalar(query) or 0


def _reversed_deliveries(session: Session) -> set[int]:
    query = (
        select(DecisionRow.delivery_id)
        .join(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(DecisionRow.delivery_id.is_not(None))
    )
    return {delivery_id for delivery_id in session.scalars(query) if delivery_id is not None}


def _source(row: SourceRow) -> Source:
    return Source(
        id=SourceId(row.id),
        name=row.name,
        department=row.department,
        letter=row.letter,
        color_index=row.color_index,
        key_column=row.key_column,
        key_mode=KeyMode(row.key_mode),
    )


# Records


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
        .where(SourceRecordRow.source_id == source_id)
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


def add_presence(session: Session, delivery_id: DeliveryId, rows: Sequence[tuple[RecordId, int, int]]) -> None:
    """Note which records (id, version id, row) a delivery held."""
    for portion in chunks(rows):
        session.execute(
            insert(DeliveryRecordRow),
            [
                {"delivery_id": delivery_id, "record_id": record_id, "version_id": version_id, "row": row}
                for record_id, version_id, row in portion
            ],
        )


def records_of_delivery(session: Session, delivery_id: int) -> list[RecordId]:
    """The records a delivery held, in id order."""
    query = (
        select(DeliveryRecordRow.record_id)
        .where(DeliveryRecordRow.delivery_id == delivery_id)
        .order_by(DeliveryRecordRow.record_id)
    )
    return [RecordId(record_id) for record_id in session.scalars(query)]


def birth_cins(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, str]:
    """The CIN each record was born with."""
    found: dict[RecordId, str] = {}
    for portion in chunks(record_ids):
        query = select(SourceRecordRow.id, SourceRecordRow.birth_cin).where(among(SourceRecordRow.id, portion))
        found.update((RecordId(record_id), cin) for record_id, cin in session.execute(query))
    return found


def deliveries_in_force(session: Session, *, toggled: int | None = None, before: int | None = None) -> set[int]:
    """Deliveries that are not reversed: as the log says ``before`` an entry, with one of them toggled."""
    query = (
        select(DecisionRow.delivery_id, ReversalRow.decision_id)
        .outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(DecisionRow.delivery_id.is_not(None))
    )
    if before is not None:
        query = query.where(DecisionRow.id < before)
    found = {delivery_id: reversal is None for delivery_id, reversal in session.execute(query) if delivery_id}
    if toggled is not None:
        found[toggled] = not found.get(toggled, False)
    return {delivery_id for delivery_id, is_in_force in found.items() if is_in_force}


def current_presence(
    session: Session, record_ids: Collection[RecordId], in_force: Collection[int]
) -> dict[RecordId, tuple[int, int, int]]:
    """For records that one of the deliveries holds: (version id, delivery id, row) of the newest of them."""
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
            .order_by(DeliveryRecordRow.delivery_id)
        )
        for record_id, version_id, delivery_id, row in session.execute(query):
            found[RecordId(record_id)] = (version_id, delivery_id, row)
    return found


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


def keys_by_id(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, tuple[str, str]]:
    """(source name, source key) of records, active or not."""
    found: dict[RecordId, tuple[str, str]] = {}
    for portion in chunks(record_ids):
        query = (
            select(SourceRecordRow.id, SourceRow.name, SourceRecordRow.source_key)
            .join(SourceRow)
            .where(among(SourceRecordRow.id, portion))
        )
        found.update((RecordId(record_id), (name, key)) for record_id, name, key in session.execute(query))
    return found


def ids_by_key(session: Session, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], RecordId]:
    """The active records that have these (source name, source key)s."""
    found: dict[tuple[str, str], RecordId] = {}
    by_source: dict[str, list[str]] = {}
    for source, key in keys:
        by_source.setdefault(source, []).append(key)
    for source, wanted in by_source.items():
        for portion in chunks(wanted):
            query = (
                select(SourceRecordRow.id, SourceRecordRow.source_key)
                .join(SourceRow)
                .join(ActiveRecordRow, ActiveRecordRow.record_id == SourceRecordRow.id)
                .where(SourceRow.name == source, among(SourceRecordRow.source_key, portion))
            )
            found.update(((source, key), RecordId(record_id)) for record_id, key in session.execute(query))
    return found


def all_record_ids(session: Session) -> list[RecordId]:
    """Every record ever delivered, active or not."""
    return [RecordId(r) for r in session.scalars(select(SourceRecordRow.id).order_by(SourceRecordRow.id))]


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


def iter_records(
    session: Session, record_ids: Collection[RecordId] | None = None, *, with_raw: bool = True
) -> Iterator[SourceRecord]:
    """Active records in id order, all of them without ``record_ids``.

    ``with_raw=False`` leaves out the cells as delivered, which only screens and exports show.
    """
    query = _record_query(with_raw=with_raw)
    if record_ids is None:
        for row in session.execute(query.execution_options(yield_per=2000)):
            yield _record(*row)
        return
    for portion in chunks(sorted(record_ids)):
        for row in session.execute(query.where(among(SourceRecordRow.id, portion))):
            yield _record(*row)


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


def iter_records_of(session: Session, source_id: SourceId) -> Iterator[SourceRecord]:
    """Active records of one source in id order."""
    query = _record_query().where(SourceRecordRow.source_id == source_id).execution_options(yield_per=2000)
    for row in session.execute(query):
        yield _record(*row)


def find_record(session: Session, source_id: SourceId, source_key: str) -> SourceRecord | None:
    """The active record with this key."""
    query = _record_query().where(SourceRecordRow.source_id == source_id, SourceRecordRow.source_key == source_key)
    row = session.execute(query).one_or_none()
    return _record(*row) if row else None


def count_active(session: Session) -> int:
    """How many records are active."""
    return session.scalar(select(func.count()).select_from(ActiveRecordRow)) or 0


def count_active_by_source(session: Session) -> dict[SourceId, int]:
    """How many active records each source has."""
    query = select(ActiveRecordRow.source_id, func.count()).group_by(ActiveRecordRow.source_id)
    return {SourceId(source_id): count for source_id, count in session.execute(query)}


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


def _record_query(*, with_raw: bool = True) -> Select[*tuple[Any, ...]]:
    return (
        select(
            SourceRecordRow.id,
            SourceRecordRow.source_id,
            SourceRecordRow.source_key,
            ActiveRecordRow.delivery_id,
            ActiveRecordRow.row,
            RecordVersionRow.version,
            RecordVersionRow.raw if with_raw else literal("{}"),
            RecordVersionRow.attribute_values,
            RecordVersionRow.standard_values,
            DeliveryRow.loaded_at,
        )
        .join(ActiveRecordRow, ActiveRecordRow.record_id == SourceRecordRow.id)
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
