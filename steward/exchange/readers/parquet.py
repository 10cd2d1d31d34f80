"""Reading Parquet files, whose columns are named and typed already."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb

from steward.exchange.raw_rows import RowsBuilder, TooManyCellsError
from steward.exchange.readers.cell_text import cell_text
from steward.exchange.readers.refusal import list_error
from steward.exchange.tables import RawTable

if TYPE_CHECKING:
    from pathlib import Path

    from steward.domain.progress import Progress

_CHUNK = 5000
_MEMORY = "512MB"
#: Signs in a path that DuckDB would take for a pattern of many files.
_GLOB = re.compile(r"[*?\[]")


def read_parquet(path: Path, *, sheet: str | None, progress: Progress) -> RawTable:
    """The table of a Parquet file, its rows counted as a spreadsheet would: the header is row 1."""
    if sheet is not None:
        raise list_error(path, "is a Parquet file and has no sheets; import it without naming a sheet", "no_such_sheet")
    builder = RowsBuilder()
    number = 1
    try:
        with duckdb.connect(config={"memory_limit": _MEMORY, "threads": 1}) as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [_GLOB.sub(r"[\g<0>]", str(path))])
            headers = tuple(column[0] for column in found.description or ())
            while portion := found.fetchmany(_CHUNK):
                progress.check()
                texts = [list(map(_text, row)) for row in portion]
                filled = [place for place, cells in enumerate(texts) if any(map(str.strip, cells))]
                builder.extend((number + 1 + place for place in filled), (texts[place] for place in filled))
                number += len(portion)
                progress.report("reading", number, 0)
            rows = builder.finish(progress)
    except (duckdb.OutOfMemoryException, TooManyCellsError) as err:
        raise list_error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    except duckdb.Error as err:
        raise list_error(path, "is damaged or was not copied whole; ask for the file again", "damaged") from err
    if not rows:
        raise list_error(
            path, "has a header but no rows below it; ask the department to send the list again", "header_only"
        )
    return RawTable(path.name, "", 1, headers, rows)


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, Decimal):
        return format(value, "f")
    return cell_text(value, None)
