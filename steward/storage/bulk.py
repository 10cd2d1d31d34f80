"""Inserting by the hundred thousand rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from steward.storage.tables import Base


def insert_tuples(
    session: Session, table: type[Base], columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Insert rows whose values are parallel to ``columns``.

    The driver takes the tuples as they are: naming every value of every row costs several times what the insert does.
    """
    if rows:
        names = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join("?" * len(columns))
        arguments: Any = rows
        statement = f"INSERT INTO {table.__tablename__} ({names}) VALUES ({places})"
        session.connection().exec_driver_sql(statement, arguments)
