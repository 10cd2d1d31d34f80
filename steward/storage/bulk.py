"""Inserting by the hundred thousand rows."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import OperationalError

from steward.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Index
    from sqlalchemy.orm import Session

    from steward.storage.tables import Base

#: Rows in one statement: starting one costs the driver as much as a row does, and more than this gains nothing.
_TOGETHER = 32
#: Steps of the database between two looks at whether to stop: some hundredths of a second.
_STEPS = 200_000


def insert_tuples(
    session: Session,
    table: type[Base],
    columns: Sequence[str],
    rows: Sequence[tuple[object, ...]],
) -> None:
    """Insert rows whose values are parallel to ``columns``.

    The driver takes the tuples as they are: naming every value of every row costs several times what the insert does.
    """
    insert_flat(session, table, columns, list(chain.from_iterable(rows)))


def insert_flat(
    session: Session,
    table: type[Base],
    columns: Sequence[str],
    values: Sequence[object],
    *,
    shared: Mapping[str, object] | None = None,
) -> None:
    """The same for rows whose values stand in one sequence, row after row.

    ``shared`` are the columns that have one value in all.
    """
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


def put_off_indexes(session: Session, tables: Iterable[type[Base]]) -> list[Index]:
    """Drop the indexes of these tables while more rows come than there are; ``make_indexes`` makes them again.

    Made at once they cost half, and a page of them is written once and not for every row.
    """
    indexes = [
        index
        for table in tables
        for index in sorted(table.metadata.tables[table.__tablename__].indexes, key=lambda index: str(index.name))
    ]
    for index in indexes:
        index.drop(session.connection())
    return indexes


def keep_schema_near(session: Session) -> None:
    """Have the pages that an index put off will change once more stay in memory; called for every portion of rows.

    A page that was written to the log beside the file and changes after that is written in its old place there. When
    the act is kept, all of the log from that place on is then read and summed up again, which nothing can stop.
    """
    session.connection().exec_driver_sql("SELECT count(sql) FROM sqlite_schema").close()


def make_indexes(session: Session, indexes: Iterable[Index], check: Callable[[], None]) -> None:
    """Make indexes that were put off; ``check`` may stop it."""
    with stopped_by(session, check):
        for index in indexes:
            index.create(session.connection())


@contextmanager
def stopped_by(session: Session, check: Callable[[], None]) -> Iterator[None]:
    """Statements in the block end when ``check`` raises Cancelled, however long they take."""

    def is_stopped() -> bool:
        try:
            check()
        except Cancelled:
            return True
        return False

    raw = session.connection().connection.driver_connection
    assert raw is not None
    raw.set_progress_handler(is_stopped, _STEPS)
    try:
        yield
    except OperationalError:
        check()
        raise
    finally:
        raw.set_progress_handler(None, 0)


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
