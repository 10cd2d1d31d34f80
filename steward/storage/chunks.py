"""Queries that name many ids."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func, select

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute

Item = TypeVar("Item")

#: SQLite takes 32 766 parameters in one statement; stay well below.
CHUNK = 5000


def chunks(items: Collection[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``."""
    ordered = list(items)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def among(column: InstrumentedAttribute[Any] | ColumnElement[Any], ids: Collection[int | str]) -> ColumnElement[bool]:
    """True where the column holds one of the ids.

    They go as one parameter: a list of thousands costs more time to spell out than to look up.
    """
    values = func.json_each(json.dumps(list(ids))).table_valued("value")
    return column.in_(select(values.c.value))
