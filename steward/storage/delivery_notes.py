"""What was noted about deliveries when they were loaded, as JSON text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from steward.storage.deliveries import list_deliveries
from steward.storage.tables import DeliveryRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import SourceId


def pack_notes(warnings: Sequence[str], file_time: str) -> str:
    """The text kept with a delivery: what was said about it, and when its file was changed last."""
    return json.dumps({"warnings": list(warnings), "file_time": file_time}, ensure_ascii=False)


def last_file_time(session: Session, source_id: SourceId) -> str:
    """The file time of the newest delivery of a source that is in force; "" when nobody knows."""
    files = (d for d in list_deliveries(session, source_id) if not d.is_reversed and not d.is_mended)
    newest = next(files, None)
    if newest is None:
        return ""
    report = session.scalar(select(DeliveryRow.report).where(DeliveryRow.id == newest.id))
    notes: Any = json.loads(report) if report else None
    # Earlier programs kept the warnings alone.
    return str(notes.get("file_time", "")) if isinstance(notes, dict) else ""
