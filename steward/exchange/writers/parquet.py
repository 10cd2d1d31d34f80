"""Writing .parquet files for programs: typed columns where every value fits its kind, texts otherwise."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.errors import ExportError
from steward.domain.progress import NO_PROGRESS, Progress
from steward.exchange.writers.replacing import replacing
from steward.exchange.writers.sheets import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import duckdb

    from steward.exchange.writers.sheets import Sheet

_CHUNK = 20_000
_TYPES = {
    ColumnKind.DATE: "DATE",
    ColumnKind.NUMBER: "DOUBLE",
    ColumnKind.INTEGER: "BIGINT",
    ColumnKind.YES_NO: "BOOLEAN",
}


def write_parquet(path: Path, sheet: Sheet, *, progress: Progress | None = None) -> None:
    """Write one sheet as Parquet, empty cells as NULL; raises ExportError when it can't."""
    # Loading the library takes longer than writing most lists, and other formats do without it.
    import duckdb

    with replacing(path) as part, duckdb.connect() as connection:
        # With one thread the rows of a file always fall into the same groups.
        connection.execute("SET threads = 1")
        _load(connection, sheet, progress or NO_PROGRESS)
        columns = ", ".join(
            f"{_typed(connection, index, column.kind)} AS {_quoted(column.title)}"
            for index, column in enumerate(sheet.columns)
        )
        target = str(part).replace("'", "''")
        try:
            connection.execute(f"COPY (SELECT {columns} FROM sheet) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        except duckdb.IOException as err:
            raise ExportError(
                f"{path.name} could not be written; make room on the disk or choose another folder.",
                code="failed",
                file=path.name,
            ) from err


def _load(connection: duckdb.DuckDBPyConnection, sheet: Sheet, progress: Progress) -> None:
    names = [f"c{index}" for index in range(len(sheet.columns))]
    connection.execute(f"CREATE TABLE sheet ({', '.join(f'{name} VARCHAR' for name in names)})")
    rows = iter(sheet.rows)
    done = 0
    while chunk := _next_chunk(rows):
        columns = zip(*chunk, strict=True)
        arrays = {
            name: np.array([_storable(text) for text in column], dtype=object)
            for name, column in zip(names, columns, strict=True)
        }
        connection.register("chunk", arrays)
        connection.execute("INSERT INTO sheet SELECT * FROM chunk")
        connection.unregister("chunk")
        done += len(chunk)
        progress.check()
        progress.report("writing", done, 0)


def _next_chunk(rows: Iterator[Sequence[str]]) -> list[Sequence[str]]:
    return list(islice(rows, _CHUNK))


def _storable(text: str) -> str | None:
    """The text without half characters, which would stop the whole export."""
    return text.encode("utf-8", "replace").decode("utf-8") or None


def _typed(connection: duckdb.DuckDBPyConnection, index: int, kind: ColumnKind) -> str:
    """The column's expression: cast only when no value is lost by it."""
    name = f"c{index}"
    if kind is ColumnKind.TEXT:
        return name
    lost = connection.execute(
        f"SELECT count(*) FROM sheet WHERE {name} IS NOT NULL AND TRY_CAST({name} AS {_TYPES[kind]}) IS NULL"
    ).fetchone()
    return f"CAST({name} AS {_TYPES[kind]})" if lost == (0,) else name


def _quoted(title: str) -> str:
    return '"' + title.replace('"', '""') + '"'
