"""Which sheets of a workbook are lists of customers, whatever its format."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.readers.refusal import list_error
from steward.exchange.sheets.customer_table import lists_among
from steward.exchange.sheets.layout import locate_table
from steward.exchange.sheets.tables_of_sheet import split_tables
from steward.exchange.tables import NoteKind, RawTable, TableNote

if TYPE_CHECKING:
    from pathlib import Path

    from steward.domain.progress import Progress
    from steward.exchange.readers.grid import Grid, WorkbookReader

#: Behind the name of a sheet the number of one of its tables.
_NUMBERED = re.compile(r" \(\d+\)$")
_AREAS_NAMED = 20
_ROWS_NAMED = 20


def read_workbook(
    path: Path, workbook: WorkbookReader, *, sheet: str | None, reads_hidden: bool, progress: Progress
) -> list[RawTable]:
    """The customer tables of an open workbook, or those of one sheet, or the one that is called "Sheet (2)".

    Raises ListError when there is none.
    """
    names = [entry.name for entry in workbook.sheets]
    visible = [entry.name for entry in workbook.sheets if entry.is_visible]
    if sheet is not None and sheet not in names:
        called = _tables_called(path, workbook, sheet, progress)
        if called:
            return called
        raise list_error(path, f"has no sheet {sheet!r}; its sheets are {', '.join(names)}", "no_such_sheet")
    if not names:
        raise list_error(
            path, "has no sheet that can be read; open it in Excel, save it as .xlsx and import that", "no_sheet"
        )
    hidden = [name for name in names if name not in visible]
    wanted = [*visible, *(hidden if reads_hidden else ())] if sheet is None else [sheet]
    on_sheets = {name: _locate(path, workbook, name, progress) for name in wanted}
    tables = [table for located in on_sheets.values() for table in located]
    if sheet is not None:
        chosen_tables = [table for table in tables if table is not None and table.rows]
        return chosen_tables or [_required(path, tables[0], f"sheet {sheet!r}")]
    located = [table for table in tables if table is not None]
    found = lists_among(located) or [_required(path, located[0] if located else None, "it")]
    chosen = {table.sheet for table in found}
    parts = [table.sheet if table else name for name, held in on_sheets.items() for table in held]
    notes = [TableNote(NoteKind.SHEET_SKIPPED, (part,)) for part in parts if part not in chosen]
    told = NoteKind.HIDDEN_SHEET_READ if reads_hidden else NoteKind.HIDDEN_SHEET_SKIPPED
    notes += [TableNote(told, (name,)) for name in hidden]
    return [found[0].with_notes(*notes), *found[1:]]


def _tables_called(path: Path, workbook: WorkbookReader, name: str, progress: Progress) -> list[RawTable]:
    """The table of this name among several of a sheet."""
    holder = _NUMBERED.sub("", name)
    if holder == name or holder not in [entry.name for entry in workbook.sheets]:
        return []
    tables = _locate(path, workbook, holder, progress)
    return [table for table in tables if table is not None and table.sheet == name and table.rows]


def _locate(path: Path, workbook: WorkbookReader, sheet: str, progress: Progress) -> list[RawTable | None]:
    """The tables on a sheet, in their order; where there are several they are called "Sheet (1)", "Sheet (2)"."""
    grid = workbook.read(sheet, progress)
    found: list[RawTable | None] = []
    formats = grid.formats.finish()
    parts = split_tables(grid.rows)
    # A copy of a sheet is called so by Excel as well, and each name is to be that of one table.
    taken = {entry.name for entry in workbook.sheets}
    free = (name for number in count(1) if (name := f"{sheet} ({number})") not in taken)
    for rows in parts:
        name = sheet if len(parts) == 1 else next(free)
        table = locate_table(
            path.name,
            name,
            rows,
            error_cells=grid.errors,
            formats=formats,
            hidden_columns=grid.hidden_columns,
            progress=progress,
        )
        found.append(table and _with_hidden(_told(table, grid), grid))
    return found


def _with_hidden(table: RawTable, grid: Grid) -> RawTable:
    """The table with its hidden rows named; those above and below it are nobody's customers."""
    if not grid.hidden:
        return table
    hidden = np.intersect1d(table.rows.numbers, np.array(grid.hidden, np.int32)).tolist()
    if not hidden:
        return table
    kind = NoteKind.FILTERED_ROWS if grid.is_filtered else NoteKind.HIDDEN_ROWS
    note = TableNote(kind, (str(len(hidden)), *map(str, hidden[:_ROWS_NAMED])))
    return replace(table, hidden_rows=tuple(hidden)).with_notes(note)


def _told(table: RawTable, grid: Grid) -> RawTable:
    """The table with what was seen of its sheet."""
    # Merged titles and headers are understood already; below them only the first cell of an area has its value.
    areas = [area for row, area in grid.merged if row > table.header_row]
    merged = [TableNote(NoteKind.MERGED_CELLS, (str(len(areas)), *areas[:_AREAS_NAMED]))] if areas else []
    return replace(table, counts_from_1904=grid.counts_from_1904).with_notes(*grid.notes, *merged)


def _required(path: Path, table: RawTable | None, where: str) -> RawTable:
    if table is None:
        if where == "it":
            raise list_error(path, "has no filled sheet; ask the department to send the list again", "empty_sheet")
        raise list_error(path, f"has nothing on {where}; choose another sheet", "empty_sheet")
    if not table.rows:
        raise list_error(
            path, "has a header but no rows below it; ask the department to send the list again", "header_only"
        )
    return table
