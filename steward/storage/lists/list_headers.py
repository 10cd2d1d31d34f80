"""The headers of tables as they were delivered; the rows of all deliveries that have the same ones share them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from steward.storage.tables import ListHeaderRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

#: Headers from left to right, each with the attribute whose value mostly stands below it, "" where there is none.
Columns = tuple[tuple[str, str], ...]


class ListHeaders:
    """The headers that a store knows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        found = session.execute(select(ListHeaderRow.id, ListHeaderRow.columns))
        self._columns: dict[int, Columns] = {
            header_id: tuple([(header, attribute) for header, attribute in json.loads(text)])
            for header_id, text in found
        }
        self._ids = {columns: header_id for header_id, columns in self._columns.items()}

    def columns(self, header_id: int | None) -> Columns:
        """Headers by their id; none where a version of an earlier schema has no id of any."""
        return () if header_id is None else self._columns[header_id]

    def id_of(self, columns: Columns) -> int:
        """The id of headers, which are made known if they are new."""
        if columns not in self._ids:
            row = ListHeaderRow(columns=json.dumps(columns, ensure_ascii=False))
            self._session.add(row)
            self._session.flush()
            self._columns[row.id] = columns
            self._ids[columns] = row.id
        return self._ids[columns]
