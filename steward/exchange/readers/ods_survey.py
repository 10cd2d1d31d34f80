"""What calamine does not tell of an OpenDocument spreadsheet: how large its tables are, and the formats of their cells.

One element may stand for a million cells, so the places they take are counted before calamine makes them.
"""

from __future__ import annotations

import re
import zipfile
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast
from xml.parsers import expat

from steward.domain.cell_formats import BOOLEAN_FORMAT, TEXT_FORMAT, FormatRecorder
from steward.exchange.readers.grid import MAX_COLUMNS, WorkbookSurvey
from steward.exchange.readers.ods_styles import DataStyles
from steward.exchange.readers.plain_xml import ATTRIBUTES, SPACE, TEXT, PlainReader, plain_attributes
from steward.exchange.readers.xlsx_package import refuse_doctype

if TYPE_CHECKING:
    from pathlib import Path

    from steward.domain.progress import Progress

#: Styles in general use come first, those of this document's cells after them.
_STYLES, _CONTENT = "styles.xml", "content.xml"
_NUMBERS = frozenset({"float", "percentage", "currency", "date", "time"})
_CELLS = ("table:table-cell", "table:covered-table-cell")
_CELL = re.compile(rf"<table:table-cell({ATTRIBUTES})")
#: What differs between rows that are alike.
_VALUES = re.compile(r'>[^<]+|value="[^"]*|formula="[^"]*')


class OdsSurvey(NamedTuple):
    """The places that the largest table takes, and what is said beside the values."""

    places: int
    survey: WorkbookSurvey


def survey_ods(path: Path, progress: Progress) -> OdsSurvey:
    """What there is to know of a document. Raises what a broken archive and a broken part raise."""
    surveyor = _Surveyor()
    with zipfile.ZipFile(path) as archive:
        for part in (_STYLES, _CONTENT) if _STYLES in archive.namelist() else (_CONTENT,):
            with archive.open(part) as file:
                surveyor.reader().feed(file, lambda _: progress.check())
    formats = {name: recorder.finish() for name, recorder in surveyor.tables.items()}
    return OdsSurvey(max(surveyor.places, default=0), WorkbookSurvey(formats, surveyor.counts_from_1904))


class _RowPattern:
    """Rows of cells that hold nothing but plain paragraphs."""

    name = "table:table-row"
    stride = 3
    _pattern = re.compile(
        rf"<table:table-row({ATTRIBUTES})>((?:{SPACE}<table:table-cell{ATTRIBUTES}"
        rf"(?:/>|>(?:<text:p>{TEXT}</text:p>)*+</table:table-cell>))*+){SPACE}</table:table-row>{SPACE}"
    )

    def begin(self, prefix: str) -> None:
        """Nobody gives these names other prefixes."""

    def split(self, text: str) -> list[str | None]:
        """The pieces of a text, and at the end what follows the last row."""
        return cast("list[str | None]", self._pattern.split(text))

    def read(self, pieces: list[str | None]) -> list[str | None]:
        """The attributes and the cells of each row."""
        return pieces

    def start_of(self, text: str, number: int) -> int:
        """Where a row of a text that was split begins."""
        return next(islice(self._pattern.finditer(text), number, None)).start()


class _Surveyor:
    """Multiplies repeated cells by repeated rows; what is empty at the end of a row or a table takes no place."""

    def __init__(self) -> None:
        self.tables: dict[str, FormatRecorder] = {}
        self.places: list[int] = []
        self.counts_from_1904 = False
        self._styles = DataStyles()
        self._column_styles: list[tuple[int, str]] = []
        self._recorder = FormatRecorder()
        self._is_in_table = self._is_in_row = False
        #: The number of the row; how many it stands for; how many blank ones there are before it.
        self._row, self._repeats, self._blank_rows = 0, 1, 0
        #: The place of the next cell, and the places up to the last filled one.
        self._column = self._width = 0
        self._last_cells = ""

    def reader(self) -> PlainReader[list[str | None]]:
        """What reads one more part."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._styles.text
        return PlainReader(parser, _RowPattern(), is_open=self._is_between_rows, take=self._take)

    def _is_between_rows(self) -> bool:
        return self._is_in_table and not self._is_in_row

    def _take(self, pieces: list[str | None]) -> None:
        for attributes, cells in zip(pieces[1::3], pieces[2::3], strict=True):
            self._start_row(plain_attributes(attributes or ""))
            alike = _VALUES.sub("", cells or "")
            # Cells that differ in their values only take as many places, and have the same formats.
            if alike != self._last_cells:
                self._column = self._width = 0
                for told in _CELL.findall(cells or ""):
                    self._cell(plain_attributes(told))
                self._last_cells = alike
            self._end_row()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._cell(attributes)
        elif name == "table:table-row":
            self._is_in_row = True
            self._last_cells = ""
            self._column = self._width = 0
            self._start_row(attributes)
        elif name == "table:table-column":
            repeats = int(attributes.get("table:number-columns-repeated", "1"))
            self._column_styles.append((repeats, attributes.get("table:default-cell-style-name", "")))
        elif name == "table:table":
            self._start_table(attributes)
        elif name == "table:null-date":
            self.counts_from_1904 = attributes.get("table:date-value", "").startswith("1904")
        else:
            self._styles.start(name, attributes)

    def _end(self, name: str) -> None:
        self._styles.end(name)
        if name == "table:table-row":
            self._is_in_row = False
            self._end_row()
        elif name == "table:table":
            self._is_in_table = False

    def _start_table(self, attributes: dict[str, str]) -> None:
        self._is_in_table = True
        self._recorder = self.tables.setdefault(attributes.get("table:name", ""), FormatRecorder())
        self._row, self._repeats, self._blank_rows, self._column_styles = 0, 1, 0, []
        self._last_cells = ""
        self.places.append(0)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row += self._repeats
        self._repeats = int(attributes.get("table:number-rows-repeated", "1"))

    def _end_row(self) -> None:
        if not self.places:
            return
        if self._width:
            self.places[-1] += self._blank_rows + self._width * self._repeats
            self._blank_rows = 0
        else:
            self._blank_rows += self._repeats

    def _cell(self, attributes: dict[str, str]) -> None:
        repeats = int(attributes.get("table:number-columns-repeated", "1"))
        if any(key.startswith("office:value") or key == "table:formula" for key in attributes):
            self._width = self._column + repeats
        kind = attributes.get("office:value-type", "")
        for column in range(self._column, min(self._column + repeats, MAX_COLUMNS)) if kind else ():
            if kind in _NUMBERS:
                style = attributes.get("table:style-name") or self._column_style(column)
                self._recorder.note(column, self._row, self._styles.format_of(style))
            elif kind == "boolean":
                self._recorder.note(column, self._row, BOOLEAN_FORMAT)
            elif column in self._recorder:
                self._recorder.note(column, self._row, TEXT_FORMAT)
        self._column += repeats

    def _column_style(self, column: int) -> str:
        for repeats, style in self._column_styles:
            if column < repeats:
                return style
            column -= repeats
        return ""
