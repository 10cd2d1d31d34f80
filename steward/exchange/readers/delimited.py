"""Reading text lists: .csv, .tsv and .txt in any usual encoding and with any usual delimiter."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from steward.exchange.headers.keys import is_known_header
from steward.exchange.raw_rows import RawRows, RowsBuilder, TooManyCellsError
from steward.exchange.readers.encodings import TextEncoding, detect_encoding
from steward.exchange.readers.mixed_encodings import read_anew
from steward.exchange.readers.plain_lines import read_plain_lines
from steward.exchange.readers.prose import is_prose
from steward.exchange.readers.refusal import list_error
from steward.exchange.sheets.customer_table import lists_among
from steward.exchange.sheets.layout import locate_table
from steward.exchange.sheets.tables_of_sheet import split_tables
from steward.exchange.tables import NoteKind, RawTable, TableNote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from steward.domain.errors import ListError
    from steward.domain.progress import Progress

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 120
_PORTION_ROWS = 2000
_HEAD = 1 << 18


def read_delimited(path: Path, *, sheet: str | None, progress: Progress) -> list[RawTable]:
    """The customer tables of a text file; raises ListError when there is none.

    Nearly always there is one. Several are called "list (1)", "list (2)", and ``sheet`` chooses one of them.
    """
    try:
        encoding = detect_encoding(path, progress)
        if encoding is None:
            raise list_error(
                path, "holds binary data (NUL bytes), so it is not a text list; ask for it as .xlsx or .csv", "binary"
            )
        delimiter, rows = _read_with(path, encoding, progress)
        rows, misread = read_anew(rows, encoding, progress)
    except OSError as err:
        raise list_error(path, "can't be read to its end; check the disk and try again", "unreadable") from err
    except (MemoryError, TooManyCellsError) as err:
        raise list_error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    parts = split_tables(rows)
    names = [f"{path.stem} ({number})" for number in range(1, len(parts) + 1)] if len(parts) > 1 else [""]
    if sheet is not None and sheet not in names:
        raise _no_such_table(path, sheet, names)
    located = [
        locate_table(path.name, name, part, misread_cells=misread, is_ragged_noted=True, progress=progress)
        for name, part in zip(names, parts, strict=True)
        if sheet in (None, name)
    ]
    tables = [table for table in located if table is not None]
    if not tables:
        raise list_error(path, "has no text in it; ask the department to send the list again", "empty_file")
    found = lists_among(tables)
    if not found:
        raise list_error(
            path, "has a header but no rows below it; ask the department to send the list again", "header_only"
        )
    chosen = {table.sheet for table in found}
    notes = [TableNote(NoteKind.SHEET_SKIPPED, (table.sheet,)) for table in tables if table.sheet not in chosen]
    read_as = (TableNote(NoteKind.ENCODING, (encoding.name,)), TableNote(NoteKind.DELIMITER, (delimiter,)))
    return [found[0].with_notes(*read_as, *notes), *(table.with_notes(*read_as) for table in found[1:])]


def _no_such_table(path: Path, name: str, names: Sequence[str]) -> ListError:
    if len(names) > 1:
        return list_error(path, f"has no sheet {name!r}; its sheets are {', '.join(names)}", "no_such_sheet")
    return list_error(path, "is a text file and has no sheets; import it without naming a sheet", "no_such_sheet")


def _read_with(path: Path, encoding: TextEncoding, progress: Progress) -> tuple[str, RawRows]:
    with path.open(encoding=encoding.name, errors=encoding.errors, newline="") as file:
        head = file.read(_HEAD)
        announced, skipped = _announced_delimiter(head)
        delimiter = announced or detect_delimiter(head)
    if is_prose(head, delimiter):
        raise list_error(path, "reads like a letter, not like a list; ask the department for the list itself", "prose")
    text = _Text(path, encoding, skipped)
    rows = read_plain_lines(path, encoding, skipped, delimiter, progress)
    return delimiter, _read_rows(path, text, delimiter, progress) if rows is None else rows


def detect_delimiter(text: str) -> str:
    """The delimiter that cuts most lines into the same number of columns, with help from known header words."""
    sample = io.StringIO(text[:_HEAD], newline="")
    lines = [line for _, line in zip(range(_SAMPLE_LINES), sample, strict=False)]
    return max(DELIMITERS, key=lambda delimiter: _delimiter_score(lines, delimiter))


def _delimiter_score(lines: list[str], delimiter: str) -> float:
    try:
        records = [record for record in csv.reader(lines, delimiter=delimiter) if any(cell.strip() for cell in record)]
    except csv.Error:
        return 0.0
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    known = max(sum(1 for cell in record if is_known_header(cell)) for record in records[:10])
    # Squared, so that decimal commas in some rows don't outweigh a delimiter that cuts every row.
    return (count / len(records)) ** 2 * min(width, 20) + 2 * known


def _announced_delimiter(text: str) -> tuple[str, int]:
    """Excel's own first line "sep=;" is no row: what it says, and how many characters it takes."""
    line = text.partition("\n")[0]
    first = line.strip().strip('"')
    if len(first) == 5 and first.lower().startswith("sep="):
        return first[4], len(line) + 1
    if first.lower() == "sep=" and text[4:5] == "\t":
        return "\t", len(line) + 1
    return "", 0


class _Text(NamedTuple):
    """A text file, and how many characters stand before its first row."""

    path: Path
    encoding: TextEncoding
    skipped: int


def _read_rows(path: Path, text: _Text, delimiter: str, progress: Progress) -> RawRows:
    try:
        return _parse(text, delimiter, progress, strict=True)
    except _BrokenRowError as broken:
        if broken.is_open_quote:
            raise list_error(
                path,
                f"has a quotation mark in row {broken.row} that is never closed; mend it and import it again",
                "open_quote",
            ) from broken
    try:
        return _parse(text, delimiter, progress, strict=False)
    except _BrokenRowError as broken:
        raise list_error(path, f"can't be taken apart in row {broken.row}; ask for it as .xlsx", "bad_csv") from broken


class _BrokenRowError(Exception):
    """The csv module gave up in this row."""

    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row = row
        # An open quotation mark swallows all that follows, so the field it begins soon is too long for any cell.
        self.is_open_quote = "unexpected end of data" in reason or "field larger than" in reason


def _parse(text: _Text, delimiter: str, progress: Progress, *, strict: bool) -> RawRows:
    """The rows that are not blank."""
    builder = RowsBuilder()
    number = 0
    size = text.path.stat().st_size
    name, errors = text.encoding.name, text.encoding.errors
    with text.path.open("rb") as source, io.TextIOWrapper(source, name, errors, newline="") as file:
        file.read(text.skipped)
        reader = csv.reader(file, delimiter=delimiter, strict=strict)
        while True:
            progress.check()
            gone = source.tell()
            progress.report("reading", number, number * size // gone if gone else 0)
            records: list[list[str]] = []
            try:
                records.extend(islice(reader, _PORTION_ROWS))
            except csv.Error as err:
                raise _BrokenRowError(number + len(records) + 1, str(err)) from err
            if not records:
                return builder.finish(progress)
            filled = [place for place, record in enumerate(records, start=number + 1) if any(map(str.strip, record))]
            if len(filled) < len(records):
                records = [records[place - number - 1] for place in filled]
            builder.extend(filled, records)
            number += _PORTION_ROWS
