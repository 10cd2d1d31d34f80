"""Records as the matching engine wants them: one typed column of standard values per identifying attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import BUILT_IN_ATTRIBUTES
from steward.matching.columns import SEPARATOR, Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.records import SourceRecord


def match_columns(records: Sequence[SourceRecord], names: Sequence[str] | None = None) -> list[Column]:
    """The columns of these records; without ``names`` those attributes that any record holds."""
    columns = []
    for attribute in BUILT_IN_ATTRIBUTES:
        if not attribute.is_identifying or (names is not None and attribute.name not in names):
            continue
        values = [SEPARATOR.join(v for v in record.standard.get(attribute.name, ()) if v) for record in records]
        if names is not None or any(values):
            columns.append(Column(attribute.name, attribute.type, values))
    return columns
