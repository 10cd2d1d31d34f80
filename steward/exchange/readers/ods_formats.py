"""How the cells of OpenDocument spreadsheets are formatted, which calamine does not tell."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.parsers import expat

from steward.domain.cell_formats import BOOLEAN_FORMAT, TEXT_FORMAT, FormatRecorder
from steward.exchange.readers.grid import MAX_COLUMNS
from steward.exchange.readers.xlsx_package import parse_part

if TYPE_CHECKING:
    from pathlib import Path

    from steward.domain.cell_formats import CellFormats
    from steward.domain.progress import Progress

#: Styles in general use come first, those of this document's cells after them.
_PARTS = ("styles.xml", "content.xml")
_DATA_STYLES = frozenset(f"number:{kind}-style" for kind in ("number", "percentage", "currency", "date", "time"))
#: The letters of a part of a day; those that are written in full have twice as many.
_DAY_PARTS = {
    **{"day": "d", "month": "m", "year": "yy", "day-of-week": "ddd"},
    **{"hours": "h", "minutes": "m", "seconds": "s"},
}
_MOST_DIGITS = 30
_NUMBERS = frozenset({"float", "percentage", "currency", "date", "time"})


def ods_formats(path: Path, progress: Progress) -> dict[str, dict[int, CellFormats]]:
    """The formats of every column by the name of its table."""
    reader = _FormatsReader()
    with zipfile.ZipFile(path) as archive:
        for part in _PARTS:
            if part in archive.namelist():
                with archive.open(part) as file:
                    parse_part(file, reader.parser(), progress)
    return {name: recorder.finish() for name, recorder in reader.tables.items()}


class _FormatsReader:
    """Turns data styles into number formats and notes those of the cells."""

    def __init__(self) -> None:
        self.tables: dict[str, FormatRecorder] = {}
        self._formats: dict[str, str] = {}
        self._data_style_of: dict[str, str] = {}
        self._style = ""
        self._pieces: list[str] = []
        self._is_literal = False
        self._column_styles: list[tuple[int, str]] = []
        self._recorder = FormatRecorder()
        self._row = 0
        self._row_repeats = 1
        self._column = 0

    def parser(self) -> expat.XMLParserType:
        """A parser for one more part."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)
        elif name == "table:table-row":
            self._row += self._row_repeats
            self._row_repeats = int(attributes.get("table:number-rows-repeated", "1"))
            self._column = 0
        elif name == "table:table-column":
            repeats = int(attributes.get("table:number-columns-repeated", "1"))
            self._column_styles.append((repeats, attributes.get("table:default-cell-style-name", "")))
        elif name == "table:table":
            self._recorder = self.tables.setdefault(attributes.get("table:name", ""), FormatRecorder())
            self._row, self._row_repeats, self._column_styles = 0, 1, []
        elif name in _DATA_STYLES:
            self._style, self._pieces = attributes.get("style:name", ""), []
        elif name == "style:style" and "style:data-style-name" in attributes:
            self._data_style_of[attributes.get("style:name", "")] = attributes["style:data-style-name"]
        elif name.startswith("number:"):
            self._piece(name.removeprefix("number:"), attributes)

    def _piece(self, kind: str, attributes: dict[str, str]) -> None:
        is_long = attributes.get("number:style") == "long"
        self._is_literal = kind in ("text", "currency-symbol")
        if kind == "number":
            whole = "0" * min(_MOST_DIGITS, int(attributes.get("number:min-integer-digits", "1")))
            places = "0" * min(_MOST_DIGITS, int(attributes.get("number:decimal-places", "0")))
            grouped = f"#,##{whole or '#'}" if attributes.get("number:grouping") == "true" else whole or "#"
            self._pieces.append(f"{grouped}.{places}" if places else grouped)
        elif kind == "am-pm":
            self._pieces.append("AM/PM")
        elif kind in _DAY_PARTS:
            is_word = kind == "month" and attributes.get("number:textual") == "true"
            letters = "mmm" if is_word else _DAY_PARTS[kind]
            self._pieces.append(letters + (letters[0] if is_word or kind == "day-of-week" else letters) * is_long)

    def _text(self, text: str) -> None:
        if self._is_literal and text != "%":
            self._pieces.append(f'"{text}"')
        elif self._is_literal:
            self._pieces.append(text)

    def _end(self, name: str) -> None:
        self._is_literal = False
        if name in _DATA_STYLES:
            self._formats[self._style] = "".join(self._pieces)

    def _cell(self, attributes: dict[str, str]) -> None:
        repeats = int(attributes.get("table:number-columns-repeated", "1"))
        kind = attributes.get("office:value-type", "")
        for column in range(self._column, min(self._column + repeats, MAX_COLUMNS)) if kind else ():
            if kind in _NUMBERS:
                style = attributes.get("table:style-name") or self._column_style(column)
                told = self._formats.get(self._data_style_of.get(style, ""), "General")
                self._recorder.note(column, self._row, told)
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
