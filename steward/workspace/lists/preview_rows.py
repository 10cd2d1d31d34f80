"""What the rows of a list would be to the store, found in one walk over them: none is kept that is not shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from steward.storage.lists import record_versions
from steward.workspace.lists.delivery_changes import cell_changes
from steward.workspace.lists.list_views import RowChange

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.records import DeliveredRow
    from steward.storage.lists.record_versions import KnownRecord
    from steward.workspace.lists.ignored_columns import IgnoredColumns

#: Changed rows that are shown cell by cell before the list is loaded.
_CHANGES_SHOWN = 200
_PORTION = 2000


@dataclass(slots=True)
class RowPreview:
    """Counts of rows as an import would give them, the first changed rows, and by attribute what raw values mean."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    changes: list[RowChange] = field(default_factory=list)
    standard: dict[str, dict[str, str]] = field(default_factory=dict)


def preview_rows(
    session: Session,
    rows: Collection[DeliveredRow],
    known: Mapping[str, KnownRecord],
    ignored: IgnoredColumns | None,
    contacts: Collection[str],
    progress: Progress,
) -> RowPreview:
    """What these rows would be, as ``store_delivery`` tells them apart; the standard values of ``contacts``."""
    found = RowPreview(standard={name: {} for name in contacts})
    left, done = iter(rows), 0
    while portion := list(islice(left, _PORTION)):
        progress.check()
        progress.report("standardize", done, len(rows))
        done += len(portion)
        for row in portion:
            for name, standard in found.standard.items():
                if name in row.values:
                    standard.update(zip(row.values[name], row.standard[name], strict=True))
        _tell_apart(session, portion, known, ignored, found)
    return found


def _tell_apart(
    session: Session,
    portion: Collection[DeliveredRow],
    known: Mapping[str, KnownRecord],
    ignored: IgnoredColumns | None,
    found: RowPreview,
) -> None:
    counted = [row for row in portion if not row.is_repeated]
    returning = [(row, known[row.source_key]) for row in counted if row.source_key in known]
    differing = [(row, before) for row, before in returning if before.content_hash != row.content_hash]
    if ignored is not None:
        contents = record_versions.contents(session, [before.version_id for _, before in differing])
        differing = [(r, before) for r, before in differing if not ignored.is_same(contents[before.version_id], r)]
    found.new += len(counted) - len(returning)
    found.changed += len(differing)
    found.unchanged += len(returning) - len(differing)
    found.repeated += len(portion) - len(counted)
    shown = differing[: _CHANGES_SHOWN - len(found.changes)]
    if not shown:
        return
    contents = record_versions.contents(session, [before.version_id for _, before in shown])
    headers = ignored.headers if ignored is not None else ()
    found.changes += [
        RowChange(
            source_key=row.source_key,
            row=row.row,
            record_id=before.record_id,
            cells=cell_changes(contents[before.version_id].raw, row.raw, headers),
        )
        for row, before in shown
    ]
