"""Where the table is on a sheet: the header under title rows, the body, and what stands below it.

Works on the rows that are not blank, as a reader found them: ``RawRow``s of any length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.progress import NO_PROGRESS
from steward.domain.records import ImportIssue, IssueKind
from steward.exchange.headers.file import header_file
from steward.exchange.headers.keys import is_known_header
from steward.exchange.sheets.body import select_body
from steward.exchange.sheets.column_names import unique_names
from steward.exchange.sheets.header_rows import filled_cells, find_header, squeezed
from steward.exchange.tables import NoteKind, RawTable, TableNote

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from steward.domain.cell_formats import CellFormats
    from steward.domain.progress import Progress
    from steward.exchange.raw_rows import RawRows

#: In brackets anything but a negative amount; without them what can be no value.
_UNIT = re.compile(
    r"\((?![\d.,]*\d\)).+\)|\[.+\]"
    r"|(in |dalam )?(rp\.? ?)?(rp|idr|usd|rupiah|%|persen|kg|bulan|tahun|hari|jt|juta|ribu|rb)\.?"
    r"|(tgl|(?P<d>[a-z])(?P=d))[-/. ](bln|(?P<m>[a-z])(?P=m))[-/. ](thn|(?P<y>[a-z])(?P=y){1,3})"
    r"|(?P<year>[a-z])(?P=year){3}[-/. ]?(?P<month>[a-z])(?P=month)[-/. ]?(?P<day>[a-z])(?P=day)"
    r"|\d{1,2} ?(digits?|dgt|angka|char(acters|s)?|car|karakter|huruf|zeichen|stellig|cifre|chiffres|dígitos"
    r"|ký tự|chữ số|số|cijfers|cyfr|haneli|hane|桁|文字|位|자리|หลัก)\.?"
    r"|eur|chf|gbp|sgd|myr|rm|thb|baht|php|vnd|jpy|yen|cny|inr|aud|aed|sar|try|pln|czk|sek|nok|dkk|brl|mxn|zar|ngn"
    r"|[€£¥$₱฿₫₹]"
    r"|(ya|yes|si|sí|oui|ja|sim|y)/(tidak|no|non|nein|nee|não|n)"
    r"|(text|teks|angka|numeric|number|string|varchar|date|integer|wajib( diisi)?|opsional)\*?"
    r"|optional|required|mandatory",
    re.IGNORECASE,
)
#: So many cells under a header are headers themselves where a row explains the columns.
_FEWEST_TOLD, _MOST_TOLD = 5, 0.7
_SIGNS_OF_PATTERNS = frozenset("0123456789/-.")
_ROWS_NAMED, _FEWEST_BELOW, _SPARSE, _SEVERAL_ALIKE = 20, 3, 2, 3
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,3})\)?\.?")


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell by row number and column index from 0, with its text."""

    row: int
    column: int
    text: str


def locate_table(
    file_name: str,
    sheet: str,
    rows: RawRows,
    *,
    error_cells: Sequence[CellRef] = (),
    misread_cells: Sequence[CellRef] = (),
    formats: Mapping[int, CellFormats] | None = None,
    hidden_columns: Collection[int] = (),
    is_ragged_noted: bool = False,
    progress: Progress = NO_PROGRESS,
) -> RawTable | None:
    """The table on a sheet, None when there is nothing that could be one; it may turn out to have no rows.

    ``formats`` are those of the columns as the sheet counts them, as ``hidden_columns`` does.
    """
    if not rows:
        return None
    header = find_header(rows)
    start, number_notes = _skip_column_numbers(rows, header.body_start)
    start, unit_notes = _skip_units(rows, start)
    header_rows = [rows[index] for index in header.rows]
    body = select_body(rows.chosen(slice(start, None), progress), header_rows, progress, names=header.names)
    kept = _columns_kept(header.names, body.rows)
    names, name_notes = unique_names([header.names[i] if i < len(header.names) else "" for i in kept], kept)
    by_column = dict(zip(kept, names, strict=True))
    expected = len(header_rows[-1].cells) if header_rows else len(header.names)
    ragged = _ragged_issues(body.rows, expected) if is_ragged_noted else []
    errors = _cell_issues(IssueKind.ERROR_CELL, error_cells, by_column, body.rows)
    misread = _cell_issues(IssueKind.BROKEN_TEXT, misread_cells, by_column, body.rows)
    notes = [*header.notes, *number_notes, *unit_notes, *name_notes, *body.notes]
    notes += _blank_notes(rows, start, len(header.names) - sum(1 for i in kept if i < len(header.names)))
    notes += _fault_notes(ragged, errors)
    return RawTable(
        file_name=file_name,
        sheet=sheet,
        header_row=header_rows[-1].number if header_rows else 0,
        headers=names,
        rows=body.rows.with_columns(kept),
        notes=tuple(notes),
        issues=(*ragged, *errors, *misread),
        formats={name: formats[column] for column, name in by_column.items() if formats and column in formats},
        hidden_columns=tuple(name for column, name in by_column.items() if column in hidden_columns),
    )


def _skip_column_numbers(rows: RawRows, start: int) -> tuple[int, list[TableNote]]:
    """Official forms number their columns in a row under the header."""
    if start == 0 or start >= len(rows) or filled_cells(rows[start]) < 3:
        return start, []
    matches = [_COLUMN_NUMBER.fullmatch(squeezed(cell)) for cell in rows[start].cells if cell.strip()]
    if [match and int(match[1]) for match in matches] != list(range(1, len(matches) + 1)):
        return start, []
    return start + 1, [TableNote(NoteKind.COLUMN_NUMBERS_SKIPPED, (str(rows[start].number),))]


def _skip_units(rows: RawRows, start: int) -> tuple[int, list[TableNote]]:
    """A row under the header that says how to fill in the columns, "(Rp)", "dd/mm/yyyy", or names them once more."""
    if start == 0 or start >= len(rows) - 1:
        return start, []
    cells = [squeezed(cell) for cell in rows[start].cells if cell.strip()]
    # "n/a" in every month of a customer is a word once, and no header of each of them.
    told = {cell.casefold() for cell in cells if is_known_header(cell)}
    is_told_again = len(cells) >= _FEWEST_TOLD and len(told) >= _MOST_TOLD * len(cells)
    if any(any(map(str.isdigit, cell)) for cell in cells):
        is_told_again = False
    is_of_units = all(map(_is_unit, cells)) or _has_units(rows, start, cells) or _stand_over_numbers(rows, start)
    if not cells or not (is_told_again or is_of_units):
        return start, []
    return start + 1, [TableNote(NoteKind.UNITS_ROW_SKIPPED, (str(rows[start].number),))]


def _has_units(rows: RawRows, start: int, cells: Sequence[str]) -> bool:
    """Whether half of the cells of a row are units, where few of the columns have any that customers fill."""
    below = [filled_cells(row) for row in rows[start + 1 : start + 1 + _ROWS_NAMED]]
    units = sum(map(_is_unit, cells))
    # A single one must say how to write something, with next to nothing beside it: somebody may be counted in "kg".
    is_told = units > 1 or any(map(_says_how, cells))
    sparse = _SPARSE if units > 1 else 2 * _SPARSE
    is_sparse = len(below) >= _FEWEST_BELOW and sparse * len(cells) <= min(below)
    return is_sparse and is_told and len(cells) <= 2 * units


def _stand_over_numbers(rows: RawRows, start: int) -> bool:
    """Whether most cells of a row are units, or one word again and again, and have nothing but numbers below.

    One at least is a unit that is known: a customer may have "0.00", "-" or "nihil" in every month.
    """
    cells = list(map(squeezed, rows[start].cells))
    filled = [cell for cell in cells if cell]
    again = {cell for cell in filled if filled.count(cell) >= _SEVERAL_ALIKE and not any(map(str.isdigit, cell))}
    units = [at for at, cell in enumerate(cells) if cell and (_is_unit(cell) or cell in again)]
    below = [row.cells for row in rows[start + 1 : start + 1 + _ROWS_NAMED]]
    if len(units) < max(_SEVERAL_ALIKE, _MOST_TOLD * len(filled)) or len(below) < _FEWEST_BELOW:
        return False
    numbers = [at for at in units if all(_is_number(row, at) for row in below)]
    return len(numbers) >= _MOST_TOLD * len(units) and any(_is_unit(cells[at]) for at in numbers)


def _is_number(cells: Sequence[str], at: int) -> bool:
    text = cells[at].strip() if at < len(cells) else ""
    return not text or any(map(str.isdecimal, text))


def _says_how(cell: str) -> bool:
    """Whether a unit is a pattern or a number of digits: "dd/mm/yyyy", "16 digit"."""
    return _UNIT.fullmatch(cell) is not None and any(sign in _SIGNS_OF_PATTERNS for sign in cell)


def _is_unit(cell: str) -> bool:
    return _UNIT.fullmatch(cell) is not None or cell.casefold().rstrip(".") in header_file()["units"]


def _columns_kept(names: Sequence[str], body: RawRows) -> list[int]:
    """Indexes of the columns that have a name or a value."""
    named = {index for index, name in enumerate(names) if name}
    filled = {index for index, column in enumerate(body.columns) if any(map(str.strip, column.distinct))}
    return sorted(named | filled)


def _blank_notes(rows: RawRows, start: int, blank_columns: int) -> list[TableNote]:
    notes = []
    numbers = rows.numbers[start:]
    blank_rows = int(numbers[-1] - numbers[0]) + 1 - len(numbers) if len(numbers) else 0
    if blank_rows:
        notes.append(TableNote(NoteKind.BLANK_ROWS_SKIPPED, (str(blank_rows),)))
    if blank_columns > 0:
        notes.append(TableNote(NoteKind.BLANK_COLUMNS_SKIPPED, (str(blank_columns),)))
    return notes


def _fault_notes(ragged: Sequence[ImportIssue], errors: Sequence[ImportIssue]) -> list[TableNote]:
    notes = []
    if ragged:
        first = (str(issue.row) for issue in ragged[:_ROWS_NAMED])
        notes.append(TableNote(NoteKind.RAGGED_ROWS, (str(len(ragged)), *first)))
    if errors:
        notes.append(TableNote(NoteKind.ERROR_CELLS, (str(len(errors)),)))
    return notes


def _ragged_issues(body: RawRows, expected: int) -> list[ImportIssue]:
    is_ragged = body.lengths < expected
    for column in body.columns[expected:]:
        is_ragged |= column.rows_where(str.strip)
    return [
        ImportIssue(number, "", IssueKind.RAGGED_ROW, str(length))
        for number, length in zip(body.numbers[is_ragged].tolist(), body.lengths[is_ragged].tolist(), strict=True)
    ]


def _cell_issues(kind: IssueKind, cells: Sequence[CellRef], names: dict[int, str], body: RawRows) -> list[ImportIssue]:
    """An issue for each of these cells that is in the table."""
    numbers = set(body.numbers.tolist()) if cells else set()
    return [
        ImportIssue(cell.row, names[cell.column], kind, cell.text)
        for cell in cells
        if cell.row in numbers and cell.column in names
    ]
