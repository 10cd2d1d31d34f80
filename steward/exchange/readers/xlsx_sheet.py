"""The cells of one .xlsx sheet, read as a stream: no second copy in memory, and a stop between two portions."""

from __future__ import annotations

import zipfile
from itertools import compress
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from steward.exchange.readers.grid import MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Grid
from steward.exchange.readers.plain_rows import RowPattern
from steward.exchange.readers.plain_xml import PlainReader, plain_attributes
from steward.exchange.readers.xlsx_cells import CellReader
from steward.exchange.readers.xlsx_columns import column_index, column_letters
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from steward.domain.progress import Progress
    from steward.exchange.readers.plain_rows import PlainRows
    from steward.exchange.readers.xlsx_package import CellStyle
    from steward.exchange.spread import Spread

_REPORT_EVERY = 1 << 22
_DIGITS = "0123456789"
_TRUE = ("1", "true")


class SheetParser:
    """Turns the elements of a sheet into a grid of text: rows by a pattern, all else as a parser finds it."""

    def __init__(self, sheet: str, texts: Sequence[str], styles: Sequence[CellStyle], epoch: datetime) -> None:
        self.grid = Grid(sheet)
        self.row = 0
        self._is_in_data = self._is_in_row = False
        self._reader = CellReader(self.grid, texts, styles, epoch)
        self._columns: dict[str, int] = {}
        self._cells: list[str] = []
        self._column = -1
        self._parts: list[str] = []
        self._hidden_columns: list[tuple[int, int]] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._handlers()
        self.parser.CharacterDataHandler = self._parts.append

    def feed(self, file: IO[bytes], size: int, progress: Progress, spread: Spread | None = None) -> Grid:
        """Read a whole sheet of so many bytes. Raises BadZipFile, ExpatError or ValueError when it is broken."""
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        done = 0

        def watch(portion: int) -> None:
            nonlocal done
            progress.check()
            if sum(map(len, self._parts)) > MAX_CELL_CHARACTERS:
                raise zipfile.BadZipFile("a text longer than any cell")
            if done // _REPORT_EVERY < (done + portion) // _REPORT_EVERY:
                progress.report("reading", self.row, max(self.row, self.row * size // max(1, done)))
            done += portion

        plain = PlainReader(self.parser, RowPattern(), is_open=self._is_between_rows, take=self._take_rows)
        plain.feed(file, watch, spread)
        self.grid.finish(progress)
        progress.check()
        self._take_notes()
        return self.grid

    def _refuse_doctype(self, *_: object) -> None:
        raise zipfile.BadZipFile("a document type has no place in a workbook")

    def _handlers(self) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
        """The two functions that run for every element of an unusual row; closures, because of the time they take."""
        parts = self._parts
        columns = self._columns
        reader = self._reader
        attributes: dict[str, str] = {}
        value = ""
        has_formula = False
        is_phonetic = False

        def start(name: str, found: dict[str, str]) -> None:
            nonlocal attributes, value, has_formula, is_phonetic
            if name == "c":
                attributes = found
                value = ""
            elif name == "v" or name == "t":
                parts.clear()
            elif name == "row":
                self._start_row(found)
            elif name == "f":
                has_formula = True
            elif name == "rPh":
                is_phonetic = True
            elif ":" in name:
                start(name.rpartition(":")[2], found)
            else:
                self._start_rare(name, found)

        def end(name: str) -> None:
            nonlocal value, has_formula, is_phonetic
            if name == "v":
                value = "".join(parts)
                parts.clear()
            elif name == "c":
                reference = attributes.get("r")
                if reference:
                    letters = reference.rstrip(_DIGITS)
                    column = columns[letters] if letters in columns else self._new_column(letters)
                else:
                    column = self._column + 1
                self._column = column
                if has_formula:
                    reader.count_formula(value, attributes.get("t"))
                    has_formula = False
                if value:
                    self._put(column, reader.text(column, self.row, value, attributes))
            elif name == "row":
                self._is_in_row = False
                self.grid.add(self.row, self._cells)
            elif name == "t":
                if not is_phonetic:
                    value += "".join(parts)
                parts.clear()
            elif name == "rPh":
                is_phonetic = False
            elif name == "sheetData":
                self._is_in_data = False
            elif ":" in name:
                end(name.rpartition(":")[2])

        return start, end

    def _is_between_rows(self) -> bool:
        return self._is_in_data and not self._is_in_row

    def _take_rows(self, rows: PlainRows) -> None:
        numbers = list(map(int, rows.numbers))
        for number in (min(numbers), max(numbers), numbers[-1]):
            self._stand_at(number)
        is_hidden = {told: plain_attributes(told).get("hidden") in _TRUE for told in set(rows.attributes)}
        self.grid.hidden += compress(numbers, map(is_hidden.__getitem__, rows.attributes))
        self.grid.add_columns(numbers, self._reader.columns(rows, numbers))

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._stand_at(int(number) if number else self.row + 1)
        self._is_in_row = True
        self._cells = []
        self._column = -1
        if attributes.get("hidden") in _TRUE:
            self.grid.hidden.append(self.row)

    def _stand_at(self, row: int) -> None:
        if not 0 < row <= MAX_ROWS:
            raise zipfile.BadZipFile("row number out of range")
        self.row = row

    def _start_rare(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheetData":
            self._is_in_data = True
        elif name == "col" and attributes.get("hidden") in _TRUE:
            self._hidden_columns.append((int(attributes.get("min", "1")), int(attributes.get("max", "1"))))
        elif name == "filterColumn":
            self.grid.is_filtered = True
        elif name == "mergeCell" and len(self.grid.merged) < MAX_ROWS:
            area = attributes.get("ref", "")
            row = area.partition(":")[0].strip("$ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            self.grid.merged.append((int(row), area))

    def _put(self, column: int, text: str) -> None:
        cells = self._cells
        if column < len(cells):
            # A cell that stands twice or out of order; the last one counts, as in Excel's own repair.
            cells[column] = text
        else:
            cells.extend([""] * (column - len(cells)))
            cells.append(text)

    def _new_column(self, letters: str) -> int:
        column = column_index(letters)
        if not 0 <= column < MAX_COLUMNS:
            raise zipfile.BadZipFile("column out of range")
        self._columns[letters] = column
        return column

    def _take_notes(self) -> None:
        notes = self.grid.notes
        if self._reader.lacks_value:
            notes.append(TableNote(NoteKind.FORMULAS_WITHOUT_VALUES))
        if self._reader.formulas:
            notes.append(TableNote(NoteKind.FORMULAS, (str(self._reader.formulas),)))
        columns = self.grid.rows.columns
        hidden = [
            index
            for first, last in self._hidden_columns
            for index in range(max(1, first) - 1, min(last, len(columns)))
            if any(map(str.strip, columns[index].distinct))
        ]
        if hidden:
            self.grid.hidden_columns = list(dict.fromkeys(hidden))
            notes.append(TableNote(NoteKind.HIDDEN_COLUMNS, tuple(map(column_letters, self.grid.hidden_columns))))
