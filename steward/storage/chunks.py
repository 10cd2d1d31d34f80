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
#: Up to so many ids are spelt out one by one.
_FEW = 20


def chunks(items: Collection[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``."""
    ordered = list(items)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def among(column: InstrumentedAttribute[Any] | ColumnElement[Any], ids: Collection[int | str]) -> ColumnElement[bool]:
    """True where the column holds one of the ids.

    Many go as one parameter: a list of thousands costs more time to spell out than to look up. With few it is the
    other way round, and a decision asks about few, dozens of times.
    """
    if len(ids) <= _FEW:
        return column.in_(list(ids))
    values = func.json_each(json.dumps(list(ids))).table_valued("value")
    return column.in_(select(values.c.value))
