"""How many places of cells the sheets of a workbook take, found without keeping any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from steward.exchange.readers.binary_records import binary_records
from steward.exchange.readers.xlsx_package import parse_part

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from steward.domain.progress import Progress

_CONTENT = "content.xml"
#: Records of the binary format: the head of a row (its number comes first) and cells (their column comes first).
_ROW_HEAD = 0
_CELLS = frozenset(range(2, 12))


def ods_places(archive: zipfile.ZipFile, progress: Progress) -> Iterator[int]:
    """Places of each table of an OpenDocument spreadsheet, in which one element may stand for a million cells."""
    counter = _OdsCounter()
    with archive.open(_CONTENT) as file:
        parse_part(file, counter.parser, progress)
    yield from counter.tables


def xlsb_places(archive: zipfile.ZipFile, progress: Progress) -> Iterator[int]:
    """Places of each sheet of a binary workbook: rows up to the last times columns up to the last."""
    for name in archive.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            yield _binary_places(archive, name, progress)


class _OdsCounter:
    """Multiplies repeated cells by repeated rows; what is empty at the end of a row or a table takes no place."""

    def __init__(self) -> None:
        self.tables: list[int] = []
        self._width = 0
        self._gap = 0
        self._rows = 0
        self._row_repeats = 1
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            repeats = int(attributes.get("table:number-columns-repeated", "1"))
            if any(key.startswith("office:value") or key == "table:formula" for key in attributes):
                self._width += self._gap + repeats
                self._gap = 0
            else:
                self._gap += repeats
        elif name == "table:table-row":
            self._width = self._gap = 0
            self._row_repeats = int(attributes.get("table:number-rows-repeated", "1"))
        elif name == "table:table":
            self.tables.append(0)
            self._rows = 0

    def _end(self, name: str) -> None:
        if name != "table:table-row" or not self.tables:
            return
        if self._width:
            self.tables[-1] += self._rows + self._width * self._row_repeats
            self._rows = 0
        else:
            self._rows += self._row_repeats


def _binary_places(archive: zipfile.ZipFile, part: str, progress: Progress) -> int:
    row = last_row = last_column = 0
    for kind, content in binary_records(archive, part, progress):
        if kind == _ROW_HEAD and len(content) >= 4:
            row = int.from_bytes(content[:4], "little")
        elif kind in _CELLS and len(content) >= 4:
            last_column = max(last_column, int.from_bytes(content[:4], "little"))
            last_row = max(last_row, row)
    return (last_row + 1) * (last_column + 1)
