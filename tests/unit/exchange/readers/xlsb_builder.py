"""Writes the smallest binary workbooks (.xlsb) that hold a table, since no library does."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def write_xlsb(
    path: Path,
    rows: Sequence[Sequence[str | float]],
    *,
    first_row: int = 0,
    first_column: int = 0,
    formats: Sequence[str] = (),
    counts_from_1904: bool = False,
) -> None:
    """A workbook with one sheet "Data"; the table may begin anywhere on it. ``formats``: those of its columns.

    ``counts_from_1904``: its days do.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(_relation("rId1", "officeDocument", "xl/workbook.bin")))
        relations = _relation("rId1", "worksheet", "worksheets/sheet1.bin")
        if formats:
            relations += _relation("rId2", "styles", "styles.bin")
            archive.writestr("xl/styles.bin", _styles(formats))
        archive.writestr("xl/_rels/workbook.bin.rels", _RELATIONS.format(relations))
        archive.writestr("xl/workbook.bin", _workbook(counts_from_1904=counts_from_1904))
        archive.writestr("xl/worksheets/sheet1.bin", _sheet(rows, first_row, first_column, len(formats)))


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_KIND}{kind}" Target="{target}"/>'


def _workbook(*, counts_from_1904: bool) -> bytes:
    sheet = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Data")
    properties = struct.pack("<III", counts_from_1904, 0, 0)
    return b"".join(
        (_record(131), _record(153, properties), _record(143), _record(156, sheet), _record(144), _record(132))
    )


def _styles(formats: Sequence[str]) -> bytes:
    """Every column has a style of its own; the first one of the styles is for none of them."""
    parts = [_record(278), _record(615, struct.pack("<I", len(formats)))]
    parts += [_record(44, struct.pack("<H", 164 + at) + _wide(code)) for at, code in enumerate(formats)]
    parts += [_record(616), _record(626, struct.pack("<I", 1)), _style(0, 0xFFFF), _record(627)]
    parts += [_record(617, struct.pack("<I", len(formats) + 1)), _style(0, 0)]
    parts += [_style(164 + at, 0) for at in range(len(formats))]
    return b"".join((*parts, _record(618), _record(279)))


def _style(number_format: int, parent: int) -> bytes:
    return _record(47, struct.pack("<HH", parent, number_format) + bytes(12))


def _sheet(rows: Sequence[Sequence[str | float]], first_row: int, first_column: int, styles: int) -> bytes:
    parts = [_record(129), _record(148, struct.pack("<IIII", 0, 0, 0, 0)), _record(145)]
    for number, row in enumerate(rows, start=first_row):
        parts.append(_record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
        for column, value in enumerate(row, start=first_column):
            head = struct.pack("<II", column, column - first_column + 1 if styles else 0)
            if isinstance(value, str):
                parts.append(_record(6, head + _wide(value)))
            else:
                parts.append(_record(5, head + struct.pack("<d", value)))
    return b"".join((*parts, _record(146), _record(130)))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([(kind & 127) | 128, kind >> 7])
    length, digits = len(content), b""
    while True:
        length, low = divmod(length, 128)
        digits += bytes([low | (128 if length else 0)])
        if not length:
            return head + digits + content
