"""How well the lists fill their attributes, counted where the values lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from steward.domain.records import SourceId
from steward.storage.tables import ActiveRecordRow, RecordVersionRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

_Counts = dict[tuple[SourceId, str], int]


def count_filled(session: Session) -> _Counts:
    """(source, attribute) -> active records that hold a value of it, good or not."""
    return _count(session, RecordVersionRow.attribute_values)


def count_good(session: Session) -> _Counts:
    """(source, attribute) -> active records with a value that could be standardized and is not doubtful."""
    return _count(session, RecordVersionRow.standard_values, is_good=True)


def _count(session: Session, column: InstrumentedAttribute[str], *, is_good: bool = False) -> _Counts:
    found = func.json_each(column).table_valued("key", "value")
    has_value: ColumnElement[bool] = found.c.value.not_in(("[]", '[""]'))
    query = (
        select(ActiveRecordRow.source_id, found.c.key, func.count())
        .select_from(ActiveRecordRow)
        .join(RecordVersionRow, RecordVersionRow.id == ActiveRecordRow.version_id)
        .join(found, has_value)
        .group_by(ActiveRecordRow.source_id, found.c.key)
    )
    if is_good:
        # A question mark stands for a digit that was lost.
        query = query.where(found.c.value.not_like("%?%"))
    return {(SourceId(source_id), str(key)): count for source_id, key, count in session.execute(query)}
