"""What the rows of a list would be to the store: new, changed cell by cell, unchanged or repeated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.storage import record_versions
from steward.workspace.delivery_changes import cell_changes
from steward.workspace.list_views import RowChange

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.records import DeliveredRow
    from steward.storage.record_versions import KnownRecord
    from steward.workspace.ignored_columns import IgnoredColumns

#: Changed rows that are shown cell by cell before the list is loaded.
_CHANGES_SHOWN = 200


@dataclass(frozen=True, slots=True)
class RowPreview:
    """Counts of rows as an import would give them, and the first changed rows."""

    new: int
    changed: int
    unchanged: int
    repeated: int
    changes: tuple[RowChange, ...]


def preview_rows(
    session: Session,
    rows: Collection[DeliveredRow],
    known: Mapping[str, KnownRecord],
    ignored: IgnoredColumns | None,
) -> RowPreview:
    """What these rows would be, as ``store_delivery`` tells them apart."""
    counted = [row for row in rows if not row.is_repeated]
    returning = [(row, known[row.source_key]) for row in counted if row.source_key in known]
    differing = [(row, before) for row, before in returning if before.content_hash != row.content_hash]
    if ignored is not None:
        contents = record_versions.contents(session, [before.version_id for _, before in differing])
        differing = [(r, before) for r, before in differing if not ignored.is_same(contents[before.version_id], r)]
    shown = differing[:_CHANGES_SHOWN]
    contents = record_versions.contents(session, [before.version_id for _, before in shown])
    headers = ignored.headers if ignored is not None else ()
    changes = tuple(
        RowChange(
            source_key=row.source_key,
            row=row.row,
            record_id=before.record_id,
            cells=cell_changes(contents[before.version_id].raw, row.raw, headers),
        )
        for row, before in shown
    )
    return RowPreview(
        new=len(counted) - len(returning),
        changed=len(differing),
        unchanged=len(returning) - len(differing),
        repeated=len(rows) - len(counted),
        changes=changes,
    )
