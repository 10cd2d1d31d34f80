"""Sources: the departments' lists, and the mapping each was loaded with last."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from steward.domain.records import (
    KeyMode,
    Source,
    SourceId,
)
from steward.domain.source_settings import USUAL_SETTINGS, MissingPolicy, SourceSettings
from steward.storage.tables import (
    SourceRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


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


def source_settings(session: Session, source_id: SourceId) -> SourceSettings:
    """What a steward set for a source."""
    text = session.scalars(select(SourceRow.settings).where(SourceRow.id == source_id)).one()
    stored = json.loads(text)
    if not stored:
        return USUAL_SETTINGS
    return SourceSettings(
        missing=MissingPolicy(stored["missing"]),
        grace_deliveries=stored["grace_deliveries"],
        grace_days=stored["grace_days"],
        ignored_columns=tuple(stored["ignored_columns"]),
        is_key_declared=stored["is_key_declared"],
    )


def set_source_settings(session: Session, source_id: SourceId, settings: SourceSettings) -> None:
    """Take the deliveries of a source like this from now on."""
    text = json.dumps(asdict(settings), ensure_ascii=False)
    session.execute(update(SourceRow).where(SourceRow.id == source_id).values(settings=text))


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
