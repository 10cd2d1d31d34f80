"""Inserting by the hundred thousand rows."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.storage.tables import Base

#: Rows in one statement: starting one costs the driver as much as a row does, and more than this gains nothing.
_TOGETHER = 32


def insert_tuples(
    session: Session,
    table: type[Base],
    columns: Sequence[str],
    rows: Sequence[tuple[object, ...]],
    *,
    shared: Mapping[str, object] | None = None,
) -> None:
    """Insert rows whose values are parallel to ``columns``; ``shared`` are the columns that have one value in all.

    The driver takes the tuples as they are: naming every value of every row costs several times what the insert does.
    """
    insert_flat(session, table, columns, list(chain.from_iterable(rows)), shared=shared)


def insert_flat(
    session: Session,
    table: type[Base],
    columns: Sequence[str],
    values: Sequence[object],
    *,
    shared: Mapping[str, object] | None = None,
) -> None:
    """The same for rows whose values stand in one sequence, row after row."""
    shared = shared or {}
    names = (*columns, *shared)
    same = tuple(shared.values())
    width = len(columns)
    step = width * _TOGETHER
    whole = len(values) - len(values) % step
    together = [(*values[start : start + step], *same) for start in range(0, whole, step)]
    _execute(session, _statement(table, names, width, _TOGETHER), together)
    single = [(*values[start : start + width], *same) for start in range(whole, len(values), width)]
    _execute(session, _statement(table, names, width, 1), single)


def _execute(session: Session, statement: str, arguments: Any) -> None:
    if arguments:
        session.connection().exec_driver_sql(statement, arguments)


def _statement(table: type[Base], names: Sequence[str], own: int, rows: int) -> str:
    """An insert of so many rows; what all of them share, the names after the first ``own``, stands once at the end."""
    after = [f"?{rows * own + place + 1}" for place in range(len(names) - own)]
    values = [
        "(" + ",".join([*(f"?{row * own + place + 1}" for place in range(own)), *after]) + ")" for row in range(rows)
    ]
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table.__tablename__} ({quoted}) VALUES {','.join(values)}"
