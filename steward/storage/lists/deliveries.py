"""Deliveries: what was loaded when, which records each held, and what was noteworthy about it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from steward.domain.records import Delivery, DeliveryId, ImportIssue, IssueKind, SourceId
from steward.storage.bulk import insert_tuples
from steward.storage.chunks import chunks
from steward.storage.log.force import reversed_entries
from steward.storage.tables import DecisionRow, DeliveryRow, ImportIssueRow, ReversalRow, SourceRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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


def last_file_hash(session: Session, source_id: SourceId) -> str:
    """The content of the file that was loaded last into a source and is in force; "" when there is none."""
    query = (
        select(DeliveryRow.id, DeliveryRow.file_hash)
        .where(DeliveryRow.source_id == source_id, DeliveryRow.file_hash != "")
        .order_by(DeliveryRow.id.desc())
    )
    reversed_ids = reversed_deliveries(session)
    return next((found for delivery_id, found in session.execute(query) if delivery_id not in reversed_ids), "")


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
) -> dict[int, dict[int, list[ImportIssue]]]:
    """Delivery id -> row -> the issues of such kinds that deliveries of a source had, in the order they were found."""
    query = (
        select(
            ImportIssueRow.delivery_id,
            ImportIssueRow.row,
            ImportIssueRow.column_name,
            ImportIssueRow.kind,
            ImportIssueRow.value,
        )
        .join(DeliveryRow, DeliveryRow.id == ImportIssueRow.delivery_id)
        .where(DeliveryRow.source_id == source_id, ImportIssueRow.kind.in_([kind.value for kind in kinds]))
        .order_by(ImportIssueRow.id)
    )
    known = {kind.value: kind for kind in kinds}
    found: dict[int, dict[int, list[ImportIssue]]] = {}
    for delivery_id, row, column, kind, value in session.execute(query):
        found.setdefault(delivery_id, {}).setdefault(row, []).append(ImportIssue(row, column, known[kind], value))
    return found


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


def reversed_deliveries(session: Session) -> set[int]:
    query = (
        select(DecisionRow.delivery_id)
        .join(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(DecisionRow.delivery_id.is_not(None))
    )
    return {delivery_id for delivery_id in session.scalars(query) if delivery_id is not None}
