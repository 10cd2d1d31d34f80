"""Deliveries: what was loaded when, which records each held, and what was noteworthy about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from steward.domain.records import (
    Delivery,
    DeliveryId,
    ImportIssue,
    IssueKind,
    RecordId,
    SourceId,
)
from steward.storage.bulk import insert_tuples
from steward.storage.chunks import among, chunks
from steward.storage.lists import record_keys
from steward.storage.log.force import reversed_entries
from steward.storage.privacy.privacy_acts import erased_records
from steward.storage.tables import (
    ActiveRecordRow,
    DecisionRow,
    DeliveryRecordRow,
    DeliveryRow,
    ImportIssueRow,
    RecordKeyRow,
    ReversalRow,
    SourceRecordRow,
    SourceRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId


def add_delivery(session: Session, delivery: Delivery, *, file_hash: str, report: str) -> DeliveryId:
    """Store a delivery; its id is given here. Mended rows are no file and have no hash."""
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
        rows_quarantined=delivery.rows_quarantined,
        report=report,
    )
    session.add(row)
    session.flush()
    return DeliveryId(row.id)


def set_counts(session: Session, delivery: Delivery) -> None:
    """Note what the rows of a delivery turned out to be."""
    counts = {
        "rows_new": delivery.rows_new,
        "rows_changed": delivery.rows_changed,
        "rows_unchanged": delivery.rows_unchanged,
        "rows_repeated": delivery.rows_repeated,
        "rows_quarantined": delivery.rows_quarantined,
    }
    session.execute(update(DeliveryRow).where(DeliveryRow.id == delivery.id).values(counts))


def list_deliveries(session: Session, source_id: SourceId | None = None) -> list[Delivery]:
    """Deliveries, newest first."""
    issues = dict(
        session.execute(select(ImportIssueRow.delivery_id, func.count()).group_by(ImportIssueRow.delivery_id)).all()
    )
    reversed_ids = reversed_deliveries(session)
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
            rows_quarantined=row.rows_quarantined,
            is_mended=not row.file_hash,
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
    reversed_ids = reversed_deliveries(session)
    for delivery_id, loaded_at in session.execute(query):
        if delivery_id not in reversed_ids:
            return datetime.fromisoformat(loaded_at)
    return None


def is_loaded(session: Session, file_hash: str) -> bool:
    """Whether a file of this content was ever loaded, into whatever source."""
    return session.scalar(select(DeliveryRow.id).where(DeliveryRow.file_hash == file_hash).limit(1)) is not None


def add_issues(session: Session, delivery_id: DeliveryId, issues: Iterable[ImportIssue]) -> None:
    """Keep what was noteworthy about a delivery."""
    columns = ("delivery_id", "row", "column_name", "kind", "value")
    rows = [(delivery_id, issue.row, issue.column, issue.kind.value, issue.value) for issue in issues]
    for portion in chunks(rows):
        insert_tuples(session, ImportIssueRow, columns, portion)


def list_issues(session: Session, delivery_id: DeliveryId) -> list[ImportIssue]:
    """What was noteworthy about a delivery, in the order in which it was found."""
    query = select(ImportIssueRow).where(ImportIssueRow.delivery_id == delivery_id).order_by(ImportIssueRow.id)
    return [ImportIssue(row.row, row.column_name, IssueKind(row.kind), row.value) for row in session.scalars(query)]


def issues_by_row(
    session: Session, source_id: SourceId, kinds: Collection[IssueKind]
) -> dict[tuple[int, int], list[ImportIssue]]:
    """(delivery id, row) -> the issues of such kinds that deliveries of a source had, in the order they were found."""
    query = (
        select(ImportIssueRow)
        .join(DeliveryRow, DeliveryRow.id == ImportIssueRow.delivery_id)
        .where(DeliveryRow.source_id == source_id, ImportIssueRow.kind.in_([kind.value for kind in kinds]))
        .order_by(ImportIssueRow.id)
    )
    found: dict[tuple[int, int], list[ImportIssue]] = {}
    for row in session.scalars(query):
        issue = ImportIssue(row.row, row.column_name, IssueKind(row.kind), row.value)
        found.setdefault((row.delivery_id, row.row), []).append(issue)
    return found


def count_issues(session: Session, kind: IssueKind) -> dict[SourceId, int]:
    """Issues of one kind in deliveries that were not reversed, by source; those without any are left out."""
    query = (
        select(DeliveryRow.source_id, func.count())
        .join(ImportIssueRow, ImportIssueRow.delivery_id == DeliveryRow.id)
        .where(ImportIssueRow.kind == kind.value, DeliveryRow.id.not_in(reversed_deliveries(session)))
        .group_by(DeliveryRow.source_id)
    )
    return {SourceId(source_id): count for source_id, count in session.execute(query)}


#: The row of a record that a delivery ended: it is in none of its rows.
ENDED = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A record that counts, and the newest delivery that holds it."""

    record_id: RecordId
    source_key: str
    version_id: int
    delivery_id: int
    loaded_at: str
    row: int


def held_now(session: Session, source_id: SourceId) -> list[Held]:
    """The records of a source that count, in id order."""
    query = (
        select(
            ActiveRecordRow.record_id,
            SourceRecordRow.source_key,
            ActiveRecordRow.version_id,
            ActiveRecordRow.delivery_id,
            DeliveryRow.loaded_at,
            ActiveRecordRow.row,
        )
        .join(SourceRecordRow, SourceRecordRow.id == ActiveRecordRow.record_id)
        .join(DeliveryRow, DeliveryRow.id == ActiveRecordRow.delivery_id)
        .where(ActiveRecordRow.source_id == source_id)
        .order_by(ActiveRecordRow.record_id)
    )
    return [
        Held(RecordId(record_id), key, version_id, delivery_id, loaded_at, row)
        for record_id, key, version_id, delivery_id, loaded_at, row in session.execute(query)
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


def deliveries_in_force(
    session: Session, *, before: int | None = None, reversing: DecisionId | None = None
) -> set[int]:
    """Deliveries that are not reversed: as the log says ``before`` an entry, and after ``reversing`` one more."""
    query = select(DecisionRow.id, DecisionRow.delivery_id).where(DecisionRow.delivery_id.is_not(None))
    if before is not None:
        query = query.where(DecisionRow.id < before)
    reversed_ids = reversed_entries(session, before=before, reversing=reversing)
    return {
        delivery_id
        for decision_id, delivery_id in session.execute(query)
        if decision_id not in reversed_ids and delivery_id is not None
    }


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


def reversed_deliveries(session: Session) -> set[int]:
    query = (
        select(DecisionRow.delivery_id)
        .join(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(DecisionRow.delivery_id.is_not(None))
    )
    return {delivery_id for delivery_id in session.scalars(query) if delivery_id is not None}
