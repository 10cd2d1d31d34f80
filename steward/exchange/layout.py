"""Where the table is on a sheet: the header under title rows, the body, and what stands below it.

Works on the rows that are not blank, as a reader found them: ``RawRow``s of any length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from steward.domain.records import ImportIssue, IssueKind
from steward.exchange.body import select_body
from steward.exchange.column_names import unique_names
from steward.exchange.header_words import is_known_header
from steward.exchange.tables import NoteKind, RawTable, TableNote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.cell_formats import CellFormats
    from steward.exchange.raw_rows import RawRow, RawRows

#: A header is looked for among this many rows from the top.
_HEADER_SEARCH_ROWS = 60
_WIDTH_ROWS = 400
#: "Kolom1 Kolom2 Kolom3" is a header that a program made; real words elsewhere would say more.
_NUMBERED_SCORE = 1.5
_VALUE_LIKE = re.compile(
    r"@\w+\.|^[^A-Za-z]*\d[^A-Za-z]*$|^\+?\d{5,}|^\d+(\.\d+)?E\+\d+$|^\d{1,4}[-/ ]\w{1,9}[-/ ]\d{2,4}"
)
#: A title such as "printed on 30-06-2026"; names of column groups carry no dates.
_DATED = re.compile(r"\d{4}|\d[-/.]\d")
#: In brackets anything but a negative amount; without them what can be no value.
_UNIT = re.compile(
    r"\((?![\d.,]*\d\)).+\)|\[.+\]|(in |dalam )?(rp|idr|usd|rupiah|%|persen|kg|bulan|tahun|hari|jt|juta|ribu)\.?"
    r"|(dd|tt|hh|tgl)[-/. ](mm|bb|bln)[-/. ](yyyy|yy|tttt|tt|thn)|(yyyy|tttt)[-/. ]?(mm|bb)[-/. ]?(dd|hh|tt)"
    r"|(text|teks|angka|numeric|number|string|varchar|date|integer|wajib( diisi)?|opsional)\*?"
    r"|optional|required|mandatory",
    re.IGNORECASE,
)
#: So many cells under a header are headers themselves where a row explains the columns.
_FEWEST_TOLD, _MOST_TOLD = 5, 0.7
_NUMBERED_NAME = re.compile(r"(kolom|column|col|field|unnamed|var|data|header|f|c)[\W_]*\d{1,3}", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,3})\)?\.?")


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell by row number and column index from 0, with its text."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """Which rows (by index) make the header, and the name of each column; no rows when there is none."""

    rows: tuple[int, ...]
    names: tuple[str, ...]
    notes: tuple[TableNote, ...] = ()

    @property
    def body_start(self) -> int:
        """Index of the first row below the header."""
        return self.rows[-1] + 1 if self.rows else 0


def locate_table(
    file_name: str,
    sheet: str,
    rows: RawRows,
    *,
    error_cells: Sequence[CellRef] = (),
    formats: Mapping[int, CellFormats] | None = None,
    is_ragged_noted: bool = False,
) -> RawTable | None:
    """The table on a sheet, None when there is nothing that could be one; it may turn out to have no rows.

    ``formats`` are those of the columns as the sheet counts them.
    """
    if not rows:
        return None
    header = find_header(rows)
    start, number_notes = _skip_column_numbers(rows, header.body_start)
    start, unit_notes = _skip_units(rows, start)
    header_rows = [rows[index] for index in header.rows]
    body = select_body(rows[start:], header_rows, width=len(header.names))
    kept = _columns_kept(header.names, body.rows)
    names, name_notes = unique_names([header.names[i] if i < len(header.names) else "" for i in kept], kept)
    notes = [*header.notes, *number_notes, *unit_notes, *name_notes, *body.notes]
    notes += _blank_notes(rows, start, len(header.names) - sum(1 for i in kept if i < len(header.names)))
    issues: list[ImportIssue] = []
    if is_ragged_noted:
        expected = len(header_rows[-1].cells) if header_rows else len(header.names)
        issues += _ragged_issues(body.rows, expected)
        if issues:
            notes.append(TableNote(NoteKind.RAGGED_ROWS, (str(len(issues)),)))
    numbers = set(body.rows.numbers.tolist()) if error_cells else set()
    errors = _error_issues(error_cells, dict(zip(kept, names, strict=True)), numbers)
    if errors:
        notes.append(TableNote(NoteKind.ERROR_CELLS, (str(len(errors)),)))
    return RawTable(
        file_name=file_name,
        sheet=sheet,
        header_row=header_rows[-1].number if header_rows else 0,
        headers=names,
        rows=body.rows.with_columns(kept),
        notes=tuple(notes),
        issues=(*issues, *errors),
        formats={
            name: formats[column] for column, name in zip(kept, names, strict=True) if formats and column in formats
        },
    )


def _by_name(formats: Mapping[int, CellFormats], kept: Sequence[int], names: Sequence[str]) -> dict[str, CellFormats]:
    return {name: formats[column] for column, name in zip(kept, names, strict=True) if column in formats}


def find_header(rows: RawRows) -> Header:
    """The header of the table in these rows; made-up names when no row looks like one."""
    head = list(rows[:_HEADER_SEARCH_ROWS])
    width = max(1.0, median(_filled(row) for row in rows[:_WIDTH_ROWS]))
    scores = [_header_score(row, width) for row in head]
    best = max(range(len(head)), key=lambda index: (scores[index], -index))
    if scores[best] <= 0:
        best = _unknown_words_header(head, width)
    if best < 0:
        names = ("",) * max(len(row.cells) for row in head)
        return Header((), names, (TableNote(NoteKind.NO_HEADER),))
    indexes = _with_second_row(head, best)
    names = tuple(_text(cell) for cell in head[best].cells)
    notes = []
    if indexes[0] > 0:
        skipped = tuple(str(row.number) for row in head[: indexes[0]])
        notes.append(TableNote(NoteKind.TITLE_ROWS_SKIPPED, skipped))
    if len(indexes) == 2:
        names = _joined_names(head[indexes[0]], head[indexes[1]])
        notes.append(TableNote(NoteKind.TWO_ROW_HEADER, tuple(str(head[index].number) for index in indexes)))
    return Header(indexes, names, tuple(notes))


def _header_score(row: RawRow, width: float) -> float:
    """How much a row looks like a header: known words, a full row, and no values."""
    cells = [_text(cell) for cell in row.cells if cell.strip()]
    values = sum(1 for cell in cells if _VALUE_LIKE.search(cell) or len(cell) > 80)
    known = sum(1 for cell in cells if is_known_header(cell))
    if len(cells) > 1 and all(_NUMBERED_NAME.fullmatch(cell) for cell in cells):
        return _NUMBERED_SCORE
    if known == 0 or values > known:
        return 0.0
    return 3 * known / max(width, len(cells)) + min(1.0, len(cells) / width) - 3 * values / len(cells)


def _unknown_words_header(head: Sequence[RawRow], width: float) -> int:
    """Index of a header whose words nobody knows: the first full row, unless it looks like those below; else -1."""
    first = next((index for index, row in enumerate(head) if _filled(row) >= 0.6 * width), -1)
    if first < 0 or _has_values(head[first]):
        return -1
    cells = [_text(cell) for cell in head[first].cells]
    if len({cell for cell in cells if cell}) < _filled(head[first]):
        return -1
    below = [{_pattern(_cell(row, index)) for row in head[first + 1 :]} for index in range(len(cells))]
    is_alike = all(_pattern(cell) in patterns for cell, patterns in zip(cells, below, strict=True) if cell)
    return -1 if is_alike else first


def _pattern(text: str) -> str:
    """The kinds of characters in a text, runs made one: "Budi S 12" is "Aa A 9"."""
    kinds = ["9" if c.isdigit() else "A" if c.isupper() else "a" if c.isalpha() else c for c in text]
    return "".join(kind for index, kind in enumerate(kinds) if index == 0 or kinds[index - 1] != kind)


def _with_second_row(head: Sequence[RawRow], best: int) -> tuple[int, ...]:
    if best > 0 and _is_group_row(head[best - 1], head[best]):
        return (best - 1, best)
    if best + 1 < len(head) and _is_sub_header(head[best], head[best + 1]):
        return (best, best + 1)
    return (best,)


def _is_group_row(above: RawRow, header: RawRow) -> bool:
    """Titles of groups of columns, as in "Identity | Contact" over the real headers."""
    if above.number != header.number - 1 or _has_values(above) or any(_DATED.search(cell) for cell in above.cells):
        return False
    filled = _positions(above)
    fills_gap = any(not _cell(header, index) for index in filled)
    return fills_gap or len({_cell(above, index) for index in filled}) >= 2


def _is_sub_header(header: RawRow, below: RawRow) -> bool:
    """Names under a group title: "Address" over "Street | City | Postcode"."""
    if below.number != header.number + 1 or _has_values(below):
        return False
    last = max(_positions(header)[-1], _positions(below)[-1])
    gaps = {index for index in range(last + 1) if not _cell(header, index)}
    group_starts = {index for index in range(last) if index not in gaps and index + 1 in gaps}
    filled = set(_positions(below))
    return bool(filled & gaps) and filled <= gaps | group_starts


def _joined_names(top: RawRow, bottom: RawRow) -> tuple[str, ...]:
    width = max(len(top.cells), len(bottom.cells))
    groups: list[str] = []
    for index in range(width):
        groups.append(_cell(top, index) or (groups[-1] if groups else ""))
    lower = [_cell(bottom, index) for index in range(width)]
    names = []
    for index, name in enumerate(lower):
        if not name:
            names.append(_cell(top, index))
        elif is_known_header(name) and lower.count(name) == 1:
            names.append(name)
        else:
            names.append(f"{groups[index]} {name}".strip())
    return tuple(names)


def _skip_column_numbers(rows: RawRows, start: int) -> tuple[int, list[TableNote]]:
    """Official forms number their columns in a row under the header."""
    if start == 0 or start >= len(rows) or _filled(rows[start]) < 3:
        return start, []
    matches = [_COLUMN_NUMBER.fullmatch(_text(cell)) for cell in rows[start].cells if cell.strip()]
    if [match and int(match[1]) for match in matches] != list(range(1, len(matches) + 1)):
        return start, []
    return start + 1, [TableNote(NoteKind.COLUMN_NUMBERS_SKIPPED, (str(rows[start].number),))]


def _skip_units(rows: RawRows, start: int) -> tuple[int, list[TableNote]]:
    """A row under the header that says how to fill in the columns, "(Rp)", "dd/mm/yyyy", or names them once more."""
    if start == 0 or start >= len(rows) - 1:
        return start, []
    cells = [_text(cell) for cell in rows[start].cells if cell.strip()]
    is_told_again = len(cells) >= _FEWEST_TOLD and sum(map(is_known_header, cells)) >= _MOST_TOLD * len(cells)
    if any(any(map(str.isdigit, cell)) for cell in cells):
        is_told_again = False
    if not cells or not (is_told_again or all(_UNIT.fullmatch(cell) for cell in cells)):
        return start, []
    return start + 1, [TableNote(NoteKind.UNITS_ROW_SKIPPED, (str(rows[start].number),))]


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


def _ragged_issues(body: RawRows, expected: int) -> list[ImportIssue]:
    is_ragged = body.lengths < expected
    for column in body.columns[expected:]:
        is_ragged |= column.rows_where(str.strip)
    return [
        ImportIssue(number, "", IssueKind.RAGGED_ROW, str(length))
        for number, length in zip(body.numbers[is_ragged].tolist(), body.lengths[is_ragged].tolist(), strict=True)
    ]


def _error_issues(cells: Sequence[CellRef], names: dict[int, str], numbers: set[int]) -> list[ImportIssue]:
    return [
        ImportIssue(cell.row, names[cell.column], IssueKind.ERROR_CELL, cell.text)
        for cell in cells
        if cell.row in numbers and cell.column in names
    ]


def _has_values(row: RawRow) -> bool:
    return any(_VALUE_LIKE.search(_text(cell)) for cell in row.cells if cell.strip())


def _positions(row: RawRow) -> list[int]:
    return [index for index, cell in enumerate(row.cells) if cell.strip()]


def _filled(row: RawRow) -> int:
    return len(_positions(row))


def _cell(row: RawRow, index: int) -> str:
    return _text(row.cells[index]) if index < len(row.cells) else ""


def _text(cell: str) -> str:
    return " ".join(cell.split())
