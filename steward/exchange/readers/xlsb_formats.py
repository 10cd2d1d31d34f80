"""How the cells of binary workbooks (.xlsb) are formatted, which calamine does not tell."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

from openpyxl.styles.numbers import BUILTIN_FORMATS

from steward.domain.cell_formats import TEXT_FORMAT, FormatRecorder
from steward.exchange.readers.binary_records import binary_records
from steward.exchange.readers.grid import WorkbookSurvey
from steward.exchange.readers.xlsx_package import package_targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.domain.cell_formats import CellFormats
    from steward.domain.progress import Progress

_WORKBOOK = "xl/workbook.bin"
#: Records of the workbook, of the styles and of a sheet.
_PROPERTIES, _SHEET = 153, 156
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618
_ROW, _SHORT_NUMBER, _NUMBER, _TEXT, _SHARED_TEXT, _TEXT_FORMULA, _FORMULA = 0, 2, 5, 6, 7, 8, 9
_NUMBERS = frozenset({_SHORT_NUMBER, _NUMBER, _FORMULA})
_TEXTS = frozenset({_TEXT, _SHARED_TEXT, _TEXT_FORMULA})
#: The upper byte beside a style says something else.
_STYLE_BITS = 0xFFFFFF


def survey_xlsb(path: Path, progress: Progress) -> WorkbookSurvey:
    """What a workbook says beside its values; nothing of one that can't be understood."""
    try:
        with zipfile.ZipFile(path) as archive:
            targets = package_targets(archive, _WORKBOOK)
            part = next((part for part, kind in targets.values() if kind == "styles"), "")
            styles = _styles(archive, part, progress) if part in archive.namelist() else []
            formats = {
                name: _formats_of(archive, targets[relation][0], styles, progress)
                for relation, name in (_sheets(archive, progress) if styles else ())
                if relation in targets
            }
            return WorkbookSurvey(formats, _counts_from_1904(archive, progress))
    except (struct.error, LookupError, UnicodeDecodeError):
        return WorkbookSurvey({})


def _counts_from_1904(archive: zipfile.ZipFile, progress: Progress) -> bool:
    records = binary_records(archive, _WORKBOOK, progress)
    return any(struct.unpack_from("<I", content)[0] & 1 for kind, content in records if kind == _PROPERTIES)


def _sheets(archive: zipfile.ZipFile, progress: Progress) -> Iterator[tuple[str, str]]:
    for kind, content in binary_records(archive, _WORKBOOK, progress):
        if kind == _SHEET:
            relation, end = _text(content, 8)
            yield relation, _text(content, end)[0]


def _styles(archive: zipfile.ZipFile, part: str, progress: Progress) -> list[str]:
    formats: dict[int, str] = dict(BUILTIN_FORMATS)
    numbers: list[int] = []
    is_of_cells = False
    for kind, content in binary_records(archive, part, progress):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", content)[0]] = _text(content, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            is_of_cells = kind == _STYLES_BEGIN
        elif kind == _STYLE and is_of_cells:
            numbers.append(struct.unpack_from("<H", content, 2)[0])
    return [formats.get(number, "General") for number in numbers]


def _text(content: bytes, at: int) -> tuple[str, int]:
    """A text and where it ends."""
    start = at + 4
    end = start + 2 * struct.unpack_from("<I", content, at)[0]
    return content[start:end].decode("utf-16-le"), end


def _formats_of(archive: zipfile.ZipFile, part: str, styles: list[str], progress: Progress) -> dict[int, CellFormats]:
    recorder = FormatRecorder()
    row = 0
    for kind, content in binary_records(archive, part, progress):
        if kind == _ROW:
            row = struct.unpack_from("<I", content)[0] + 1
        elif kind in _NUMBERS:
            column, style = struct.unpack_from("<II", content)
            recorder.note(column, row, styles[style & _STYLE_BITS])
        elif kind in _TEXTS:
            column = struct.unpack_from("<I", content)[0]
            if column in recorder:
                recorder.note(column, row, TEXT_FORMAT)
    return recorder.finish()
