"""Writing .xlsx workbooks that a manager can open at once and that nobody can use to run a command.

Texts stay texts, whatever they start with; ids and phones keep their zeros; dates are real dates. The same sheets
always give the same bytes. The parts of the file are written here and not by a library, because none streams a million
rows, keeps texts from becoming formulas and leaves the clock out of the file all at once.
"""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime
from functools import cache
from typing import IO, TYPE_CHECKING

from steward.domain.errors import ExportError
from steward.domain.progress import NO_PROGRESS, Progress
from steward.exchange.writers import workbook_parts as parts
from steward.exchange.writers.replacing import replacing
from steward.exchange.writers.sheets import ColumnKind, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MAX_ROWS = 1_048_576
_MAX_CHARACTERS = 32_767
_CHUNK = 1000
#: Dates before 1 March 1900 are counted differently by Excel and by everybody else.
_FIRST_DATE = date(1900, 3, 1)
_EPOCH = date(1899, 12, 30)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_FORMULA_START = tuple("=+-@\t\r")
_ANSWERS = {"yes": True, "no": False}
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,14})", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: What XML can't carry, a carriage return (XML makes it a line feed), and text that would be taken for such an escape.
_TO_ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")


def write_workbook(path: Path, sheets: Sequence[Sheet], *, created: datetime, progress: Progress | None = None) -> None:
    """Write the sheets as one workbook; ``created`` is the time it carries. Raises ExportError when it can't."""
    progress = progress or NO_PROGRESS
    stamp = (created.astimezone(UTC) if created.tzinfo else created).strftime("%Y-%m-%dT%H:%M:%SZ")
    names = [sheet.name for sheet in sheets]
    with replacing(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.fixed_parts(names, stamp).items():
            archive.writestr(_member(name), xml)
        for number, sheet in enumerate(sheets, start=1):
            # The size is unknown until the last row, so the long form of the zip entry is always taken.
            with archive.open(_member(parts.sheet_part(number)), "w", force_zip64=True) as file:
                _write_sheet(file, sheet, path, progress, is_first=number == 1)


def typed_value(kind: ColumnKind, text: str) -> str | int | float | date | bool:
    """What a text stands for in a column of this kind; the text itself where it does not fit or would lose digits."""
    if kind is ColumnKind.YES_NO and text in _ANSWERS:
        return _ANSWERS[text]
    if kind is ColumnKind.INTEGER and _INTEGER.fullmatch(text):
        return int(text)
    if kind is ColumnKind.NUMBER and _NUMBER.fullmatch(text) and sum(map(str.isdigit, text)) <= 15:
        return float(text) if "." in text else int(text)
    if kind is ColumnKind.DATE and _DATE.fullmatch(text):
        try:
            value = date.fromisoformat(text)
        except ValueError:
            return text
        return value if value >= _FIRST_DATE else text
    return text


def escape(text: str) -> str:
    """Text as a workbook stores it: what XML can't hold as ``_x0000_``, and no longer than a cell may be."""
    escaped = _TO_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    if len(escaped) <= _MAX_CHARACTERS:
        return escaped
    return _TO_ESCAPE.sub("\ufffd", text)[: _MAX_CHARACTERS - 1] + "…"


def _write_sheet(file: IO[bytes], sheet: Sheet, path: Path, progress: Progress, *, is_first: bool) -> None:
    letters = [column_letters(index) for index in range(len(sheet.columns))]
    kinds = [column.kind for column in sheet.columns]
    file.write(parts.sheet_head([column.width for column in sheet.columns], is_first=is_first).encode())
    titles = "".join(
        _text_cell(f"{letter}1", column.title, parts.STYLE_HEADER)
        for letter, column in zip(letters, sheet.columns, strict=True)
    )
    file.write(f'<row r="1" ht="20" customHeight="1">{titles}</row>'.encode())
    last = 1
    for last, row in enumerate(sheet.rows, start=2):
        if last > _MAX_ROWS:
            raise ExportError(
                f"{path.name} can't hold more than {_MAX_ROWS - 1:,} rows per sheet; export as .csv or .parquet.",
                code="too_many_rows",
                file=path.name,
            )
        if last % _CHUNK == 0:
            progress.check()
            progress.report("writing", last, 0)
        cells = "".join(
            _cell(f"{letter}{last}", kind, text) for letter, kind, text in zip(letters, kinds, row, strict=True) if text
        )
        file.write(f'<row r="{last}">{cells}</row>'.encode())
    progress.check()
    file.write(parts.sheet_tail(f"A1:{letters[-1]}{last}" if letters else "").encode())


def _cell(address: str, kind: ColumnKind, text: str) -> str:
    value = text if kind is ColumnKind.TEXT else typed_value(kind, text)
    if isinstance(value, str):
        return _text_cell(address, value, parts.STYLE_QUOTED if value.startswith(_FORMULA_START) else parts.STYLE_TEXT)
    if isinstance(value, date):
        return f'<c r="{address}" s="{parts.STYLE_DATE}"><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{address}" s="0" t="b"><v>{value:d}</v></c>'
    style = parts.STYLE_INTEGER if kind is ColumnKind.INTEGER else parts.STYLE_NUMBER
    return f'<c r="{address}" s="{style}"><v>{value!r}</v></c>'


def _text_cell(address: str, text: str, style: int) -> str:
    content = parts.xml_text(escape(text))
    # Always preserved: Excel drops spaces at the ends otherwise.
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{content}</t></is></c>'


@cache
def column_letters(index: int) -> str:
    """The letters over a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _member(name: str) -> zipfile.ZipInfo:
    """A zip entry that always has the same time, so that the same content gives the same bytes."""
    member = zipfile.ZipInfo(name, date_time=_ZIP_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member
