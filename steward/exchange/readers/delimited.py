"""Reading text lists: .csv, .tsv and .txt in any usual encoding and with any usual delimiter."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from steward.domain.errors import ListError
from steward.exchange.header_words import is_known_header
from steward.exchange.layout import locate_table
from steward.exchange.tables import NoteKind, RawRow, RawTable, TableNote

if TYPE_CHECKING:
    from pathlib import Path

    from steward.domain.progress import Progress

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 120
_CHUNK = 20_000


def read_delimited(path: Path, *, sheet: str | None, progress: Progress) -> RawTable:
    """The table of a text file; raises ListError when there is none."""
    if sheet is not None:
        raise _error(path, "is a text file and has no sheets; import it without naming a sheet", "no_such_sheet")
    try:
        data = path.read_bytes()
    except OSError as err:
        raise _error(path, "can't be read to its end; check the disk and try again", "unreadable") from err
    except MemoryError as err:
        raise _error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    encoding = detect_encoding(data)
    if encoding is None:
        raise _error(
            path, "holds binary data (NUL bytes), so it is not a text list; ask for it as .xlsx or .csv", "binary"
        )
    text = data.decode(encoding)
    announced, text = _announced_delimiter(text)
    delimiter = announced or detect_delimiter(text)
    rows = _read_rows(path, text, delimiter, progress)
    table = locate_table(path.name, "", rows, is_ragged_noted=True)
    if table is None:
        raise _error(path, "has no text in it; ask the department to send the list again", "empty_file")
    if not table.rows:
        raise _error(
            path, "has a header but no rows below it; ask the department to send the list again", "header_only"
        )
    return table.with_notes(TableNote(NoteKind.ENCODING, (encoding,)), TableNote(NoteKind.DELIMITER, (delimiter,)))


def detect_encoding(data: bytes) -> str | None:
    """The encoding of a text file, None when it is not text. UTF-8 is never mistaken; what is left is Windows-1252."""
    if data.startswith(codecs.BOM_UTF8):
        return _first_that_decodes(data, "utf-8-sig")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _first_that_decodes(data, "utf-16")
    if b"\x00" in data[:4096]:
        # Text of Western letters in UTF-16 has a NUL in every other place.
        odd, even = data[1:4096:2].count(0), data[0:4096:2].count(0)
        if max(odd, even) > 0.4 * len(data[:4096:2]) and min(odd, even) == 0:
            return _first_that_decodes(data, "utf-16-le" if odd else "utf-16-be")
    return _first_that_decodes(data, "utf-8", "cp1252", "latin-1")


def _first_that_decodes(data: bytes, *encodings: str) -> str | None:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else encoding
    return None


def detect_delimiter(text: str) -> str:
    """The delimiter that cuts most lines into the same number of columns, with help from known header words."""
    sample = io.StringIO(text[: 1 << 18], newline="")
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


def _announced_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line "sep=;" is no row."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if len(first) == 5 and first.lower().startswith("sep="):
        return first[4], rest
    if first.lower() == "sep=" and text[4:5] == "\t":
        return "\t", rest
    return "", text


def _read_rows(path: Path, text: str, delimiter: str, progress: Progress) -> list[RawRow]:
    try:
        return _parse(text, delimiter, progress, strict=True)
    except _BrokenRowError as broken:
        if broken.is_open_quote:
            raise _error(
                path,
                f"has a quotation mark in row {broken.row} that is never closed; mend it and import it again",
                "open_quote",
            ) from broken
    try:
        return _parse(text, delimiter, progress, strict=False)
    except _BrokenRowError as broken:
        raise _error(path, f"can't be taken apart in row {broken.row}; ask for it as .xlsx", "bad_csv") from broken


class _BrokenRowError(Exception):
    """The csv module gave up in this row."""

    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.row = row
        self.is_open_quote = "unexpected end of data" in reason


def _parse(text: str, delimiter: str, progress: Progress, *, strict: bool) -> list[RawRow]:
    rows = []
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    try:
        for number, record in enumerate(reader, start=1):
            if number % _CHUNK == 0:
                progress.check()
                progress.report("reading", number, 0)
            if any(cell.strip() for cell in record):
                rows.append(RawRow(number, tuple(record)))
    except csv.Error as err:
        raise _BrokenRowError(number + 1, str(err)) from err
    progress.check()
    return rows


def _error(path: Path, rest: str, code: str) -> ListError:
    return ListError(f"{path.name} {rest}.", code=code, file=path.name)
