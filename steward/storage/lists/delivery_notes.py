"""What was noted about deliveries when they were loaded, as JSON text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from steward.domain.cell_formats import CellFormats
from steward.storage.chunks import among
from steward.storage.lists.deliveries import list_deliveries
from steward.storage.tables import DeliveryRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import SourceId


def pack_notes(
    warnings: Sequence[str],
    file_time: str,
    *,
    is_full: bool = False,
    formats: Mapping[str, CellFormats] | None = None,
    counts_from_1904: bool = False,
) -> str:
    """The text kept with a delivery: what was said about it, when its file was changed last, whether it was all.

    ``formats`` are those of its cells that are no texts, by header; ``counts_from_1904``: its numbers of days do.
    """
    notes = {"warnings": list(warnings), "file_time": file_time, "is_full": is_full}
    if formats:
        notes["formats"] = {header: [list(one.rows), list(one.formats)] for header, one in formats.items()}
    if counts_from_1904:
        notes["counts_from_1904"] = True
    return json.dumps(notes, ensure_ascii=False)


def cell_formats(session: Session, delivery_ids: Collection[int]) -> dict[int, dict[str, CellFormats]]:
    """How the cells of each delivery are formatted in its file, by header; texts and text files have no formats."""
    query = select(DeliveryRow.id, DeliveryRow.report).where(among(DeliveryRow.id, sorted(delivery_ids)))
    return {
        delivery_id: {header: CellFormats(*told) for header, told in _notes(report).get("formats", {}).items()}
        for delivery_id, report in session.execute(query)
    }


def count_from_1904(session: Session, delivery_ids: Collection[int]) -> bool:
    """Whether the numbers of days in these deliveries do."""
    query = select(DeliveryRow.report).where(among(DeliveryRow.id, sorted(delivery_ids)))
    return any(_notes(report).get("counts_from_1904") for report in session.scalars(query))


def full_deliveries(session: Session, source_id: SourceId) -> list[int]:
    """The deliveries of a source that are in force and held all that the source had then."""
    in_force = [delivery.id for delivery in list_deliveries(session, source_id) if not delivery.is_reversed]
    query = select(DeliveryRow.id, DeliveryRow.report).where(among(DeliveryRow.id, in_force))
    return [delivery_id for delivery_id, report in session.execute(query) if _notes(report).get("is_full")]


def last_file_time(session: Session, source_id: SourceId) -> str:
    """The file time of the newest delivery of a source that is in force; "" when nobody knows."""
    files = (d for d in list_deliveries(session, source_id) if not d.is_reversed and not d.is_mended)
    newest = next(files, None)
    if newest is None:
        return ""
    report = session.scalar(select(DeliveryRow.report).where(DeliveryRow.id == newest.id))
    return str(_notes(report).get("file_time", ""))


def _notes(report: str | None) -> dict[str, Any]:
    notes: Any = json.loads(report) if report else None
    # Earlier programs kept the warnings alone.
    return notes if isinstance(notes, dict) else {}
