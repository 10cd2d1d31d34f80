"""What a delivery brought, row by row: new, changed cell by cell, and missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.errors import StewardError
from steward.storage.lists import deliveries, presence, record_versions, source_records, sources
from steward.storage.lists.delivery_notes import full_deliveries
from steward.workspace.lists.list_views import CellChange, DeliveryChanges, KeyedRow, RowChange

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.records import Delivery, RecordId


def load_changes(session: Session, delivery_id: int, limit: int) -> DeliveryChanges:
    """What a delivery brought; each list holds at most ``limit`` rows. Raises StewardError when there is none."""
    delivery = next((d for d in deliveries.list_deliveries(session) if d.id == delivery_id), None)
    if delivery is None:
        raise StewardError(f"There is no delivery #{delivery_id}; look it up in Lists.", code="no_delivery")
    settings = sources.source_settings(session, delivery.source_id)
    brought = record_versions.versions_brought(session, delivery_id)
    new = [version for version in brought if version.previous_id is None]
    changed = [version for version in brought if version.previous_id is not None][:limit]
    before = presence.held_before(session, delivery)
    held = set(presence.records_of_delivery(session, delivery_id))
    ended = presence.ended_by(session, delivery_id)
    full = full_deliveries(session, delivery.source_id)
    missing = sorted(before.keys() - held | ended) if delivery_id in full else []
    return DeliveryChanges(
        delivery=delivery,
        new=tuple(_named(session, {version.record_id: version.row for version in new[:limit]})),
        changed=tuple(_changed(session, changed, settings.ignored_columns)),
        missing=tuple(_missing(session, delivery, missing[:limit], before, full)),
        missing_count=len(missing),
        ended_count=len(ended),
    )


def cell_changes(
    before: Mapping[str, str], after: Mapping[str, str], ignored: Collection[str] = ()
) -> tuple[CellChange, ...]:
    """The cells that differ, in the order of the columns now; columns that are gone come last."""
    headers = dict.fromkeys((*after, *before))
    return tuple(
        CellChange(header, before.get(header), after.get(header), header in ignored)
        for header in headers
        if before.get(header) != after.get(header)
    )


def _changed(session: Session, versions: list[record_versions.Brought], ignored: Collection[str]) -> list[RowChange]:
    wanted = [v.version_id for v in versions] + [v.previous_id for v in versions if v.previous_id is not None]
    contents = record_versions.contents(session, wanted)
    return [
        RowChange(
            source_key=version.source_key,
            row=version.row,
            record_id=version.record_id,
            cells=cell_changes(contents[version.previous_id].raw, contents[version.version_id].raw, ignored),
        )
        for version in versions
        if version.previous_id is not None
    ]


def _named(
    session: Session, rows: Mapping[RecordId, int], missed: Mapping[RecordId, int] | None = None
) -> list[KeyedRow]:
    """Rows by key and title; a record that counts no longer has no title."""
    keys = source_records.keys_by_id(session, rows)
    titles = {
        record.id: record.first("name") or record.first("organization")
        for record in source_records.iter_records(session, list(rows), with_raw=False)
    }
    return [
        KeyedRow(keys[record_id][1], row, titles.get(record_id, ""), record_id, (missed or {}).get(record_id, 0))
        for record_id, row in rows.items()
    ]


def _missing(
    session: Session,
    delivery: Delivery,
    record_ids: list[RecordId],
    before: Mapping[RecordId, tuple[int, int, int]],
    full: list[int],
) -> list[KeyedRow]:
    rows = {record_id: before[record_id][2] for record_id in record_ids}
    missed = {
        record_id: sum(before[record_id][1] < delivery_id <= delivery.id for delivery_id in full)
        for record_id in record_ids
    }
    return _named(session, rows, missed)
