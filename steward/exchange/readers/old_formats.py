"""How the cells of old .xls workbooks are formatted and which hold an error, which calamine does not tell."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from openpyxl.styles.numbers import BUILTIN_FORMATS

from steward.domain.cell_formats import TEXT_FORMAT, FormatRecorder
from steward.exchange.readers.compound_file import read_stream
from steward.exchange.readers.grid import WorkbookSurvey
from steward.exchange.sheets.layout import CellRef

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.domain.cell_formats import CellFormats
    from steward.domain.progress import Progress

#: Records of the binary format.
_BEGIN, _END = 0x0809, 0x000A
_CALENDAR, _SHEET, _FORMAT, _STYLE = 0x0022, 0x0085, 0x041E, 0x00E0
_SHARED_TEXT, _TEXT, _NUMBER, _FORMULA, _SHORT_NUMBER, _SHORT_NUMBERS = 0x00FD, 0x0204, 0x0203, 0x0006, 0x027E, 0x00BD
_BOOLEAN_OR_ERROR = 0x0205
#: What the result of a formula begins with that is no number, and ends with.
_AN_ERROR, _NO_NUMBER = 2, 0xFFFF
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_TEXTS = frozenset({_SHARED_TEXT, _TEXT})
_NUMBERS = frozenset({_NUMBER, _FORMULA, _SHORT_NUMBER})
_CHECK_EVERY = 100_000
#: Far more than the 65,536 rows that such a workbook can hold on a sheet take.
_LARGEST = 256 * 2**20


def survey_xls(path: Path, progress: Progress) -> WorkbookSurvey:
    """What a workbook says beside its values; nothing of one that can't be understood."""
    if path.stat().st_size > _LARGEST:
        return WorkbookSurvey({})
    try:
        book = read_stream(path.read_bytes(), "Workbook")
        styles = _styles(book)
        sheets = {name: _survey_sheet(book, at, styles, progress) for name, at in _sheets(book)}
        is_later = any(
            struct.unpack_from("<H", content)[0] == 1 for kind, content in _records(book) if kind == _CALENDAR
        )
        formats = {name: told for name, (told, _) in sheets.items()}
        return WorkbookSurvey(formats, is_later, {name: errors for name, (_, errors) in sheets.items()})
    except (struct.error, LookupError, StopIteration, UnicodeDecodeError):
        return WorkbookSurvey({})


def _records(book: bytes, at: int = 0) -> Iterator[tuple[int, bytes]]:
    """The records of a substream with what is embedded in it left out."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1:
            yield kind, book[at + 4 : at + 4 + length]
        elif depth == 0:
            return
        at += 4 + length


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    for kind, content in _records(book):
        if kind == _SHEET:
            yield _text(content, 6, "B"), struct.unpack_from("<I", content)[0]


def _styles(book: bytes) -> list[str]:
    formats: dict[int, str] = dict(BUILTIN_FORMATS)
    numbers: list[int] = []
    for kind, content in _records(book):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", content)[0]] = _text(content, 2, "H")
        elif kind == _STYLE:
            numbers.append(struct.unpack_from("<H", content, 2)[0])
    return [formats.get(number, "General") for number in numbers]


def _text(content: bytes, at: int, length_kind: str) -> str:
    length, is_wide = struct.unpack_from(f"<{length_kind}B", content, at)
    at += struct.calcsize(f"<{length_kind}B")
    return (
        content[at : at + 2 * length].decode("utf-16-le")
        if is_wide & 1
        else content[at : at + length].decode("latin-1")
    )


def _survey_sheet(
    book: bytes, at: int, styles: list[str], progress: Progress
) -> tuple[dict[int, CellFormats], tuple[CellRef, ...]]:
    """The formats of a sheet and its cells that hold an error, typed in or what came of a formula.

    A record that is too short, or of a style that is none, says nothing; all others still do.
    """
    recorder, errors = FormatRecorder(), []
    for count, (kind, content) in enumerate(_records(book, at)):
        if count % _CHECK_EVERY == 0:
            progress.check()
        try:
            _note_format(recorder, kind, content, styles)
            text = _ERRORS.get(_error_code(kind, content))
            if text is not None:
                row, column = struct.unpack_from("<HH", content)
                errors.append(CellRef(row + 1, column, text))
        except (struct.error, IndexError):
            continue
    return recorder.finish(), tuple(errors)


def _note_format(recorder: FormatRecorder, kind: int, content: bytes, styles: list[str]) -> None:
    if kind in _NUMBERS:
        row, column, style = struct.unpack_from("<HHH", content)
        recorder.note(column, row + 1, styles[style])
    elif kind == _SHORT_NUMBERS:
        row, first = struct.unpack_from("<HH", content)
        for place in range((len(content) - 6) // 6):
            recorder.note(first + place, row + 1, styles[struct.unpack_from("<H", content, 4 + 6 * place)[0]])
    elif kind in _TEXTS:
        row, column = struct.unpack_from("<HH", content)
        if column in recorder:
            recorder.note(column, row + 1, TEXT_FORMAT)


def _error_code(kind: int, content: bytes) -> int:
    """What error a cell holds; -1 for none."""
    if kind == _BOOLEAN_OR_ERROR:
        value, is_error = struct.unpack_from("<BB", content, 6)
        return value if is_error else -1
    if kind == _FORMULA:
        what, value, end = struct.unpack_from("<BxBxxxH", content, 6)
        return value if (what, end) == (_AN_ERROR, _NO_NUMBER) else -1
    return -1
