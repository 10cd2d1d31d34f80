"""How well the lists fill their attributes, counted where the values lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from steward.domain.records import SourceId
from steward.storage.tables import ActiveRecordRow, RecordVersionRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_Counts = dict[tuple[SourceId, str], int]


def count_filled(session: Session) -> _Counts:
    """(source, attribute) -> active records that hold a value of it, good or not."""
    # A value without a standard value is kept as it was delivered.
    # The name of an attribute may have what JSON writes otherwise.
    place = func.printf("$.%s", func.json_quote(_SAID.c.key))
    delivered = func.json_extract(RecordVersionRow.attribute_values, place)
    return _count(session, _is_said(_SAID.c.value) | _is_said(delivered))


def count_good(session: Session) -> _Counts:
    """(source, attribute) -> active records with a value that could be standardized and is not doubtful."""
    # A question mark stands for a digit that was lost.
    return _count(session, _is_said(_SAID.c.value) & _SAID.c.value.not_like("%?%"))


#: The standard values of a version by attribute.
_SAID = func.json_each(RecordVersionRow.standard_values).table_valued("key", "value")


def _is_said(values: ColumnElement[Any]) -> ColumnElement[bool]:
    return values.not_in(("[]", '[""]'))


def _count(session: Session, is_counted: ColumnElement[bool]) -> _Counts:
    query = (
        select(ActiveRecordRow.source_id, _SAID.c.key, func.count())
        .select_from(ActiveRecordRow)
        .join(RecordVersionRow, RecordVersionRow.id == ActiveRecordRow.version_id)
        .join(_SAID, is_counted)
        .group_by(ActiveRecordRow.source_id, _SAID.c.key)
    )
    return {(SourceId(source_id), str(key)): count for source_id, key, count in session.execute(query)}
