"""The cells of one .xlsx sheet, read as a stream: no second copy in memory, and a stop between two portions."""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from openpyxl.utils.datetime import from_excel, from_ISO8601

from steward.domain.cell_formats import BOOLEAN_FORMAT, TEXT_FORMAT
from steward.exchange.layout import CellRef
from steward.exchange.readers.cell_text import cell_text, unescape
from steward.exchange.readers.grid import MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Grid
from steward.exchange.readers.xlsx_package import GENERAL, CellStyle
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from steward.domain.progress import Progress

_PORTION = 1 << 18
_DIGITS = "0123456789"
#: So many different numbers are remembered with their text; a list repeats most of its dates and codes.
_REMEMBERED = 200_000
_TRUE = ("1", "true")


class SheetParser:
    """Turns the elements of a sheet into a grid of text."""

    def __init__(self, sheet: str, texts: Sequence[str], styles: Sequence[CellStyle], epoch: datetime) -> None:
        self.grid = Grid(sheet)
        self.row = 0
        self._texts = texts
        self._styles = styles
        self._epoch = epoch
        self._numbers: dict[tuple[str, str], str] = {}
        self._columns: dict[str, int] = {}
        #: The style that the cell above had, column by column; a text has none.
        self._last_styles: dict[int, str] = {}
        self._cells: list[str] = []
        self._column = -1
        self._parts: list[str] = []
        self._formulas = 0
        self._lacks_value = False
        self._hidden_columns: list[tuple[int, int]] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._handlers()
        self.parser.CharacterDataHandler = self._parts.append

    def feed(self, file: IO[bytes], size: int, progress: Progress) -> Grid:
        """Read a whole sheet of so many bytes. Raises BadZipFile, ExpatError or ValueError when it is broken."""
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        done = 0
        while portion := file.read(_PORTION):
            progress.check()
            self.parser.Parse(portion, False)
            done += len(portion)
            if sum(map(len, self._parts)) > MAX_CELL_CHARACTERS:
                raise zipfile.BadZipFile("a text longer than any cell")
            if done % (16 * _PORTION) == 0:
                progress.report("reading", self.row, max(self.row, self.row * size // done))
        self.parser.Parse(b"", True)
        progress.check()
        self.grid.finish()
        self._take_notes()
        return self.grid

    def _refuse_doctype(self, *_: object) -> None:
        raise zipfile.BadZipFile("a document type has no place in a workbook")

    def _handlers(self) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
        """The two functions that run for every element; closures, because they take most of the time of reading."""
        parts = self._parts
        columns = self._columns
        numbers = self._numbers
        texts = self._texts
        last_styles = self._last_styles
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
                kind = attributes.get("t")
                if has_formula:
                    self._count_formula(value, kind)
                    has_formula = False
                if not value:
                    return
                if kind == "s":
                    text = texts[int(value)]
                    if column in last_styles:
                        self._note_text(column)
                elif kind is None or kind == "n":
                    style = attributes.get("s", "0")
                    if last_styles.get(column) != style:
                        self._note_style(column, style)
                    text = numbers.get((value, style)) or self._number(value, style)
                else:
                    text = self._text_of(value, kind)
                cells = self._cells
                if column == len(cells):
                    cells.append(text)
                else:
                    self._put(column, text)
            elif name == "row":
                self.grid.add(self.row, self._cells)
            elif name == "t":
                if not is_phonetic:
                    value += "".join(parts)
                parts.clear()
            elif name == "rPh":
                is_phonetic = False
            elif ":" in name:
                end(name.rpartition(":")[2])

        return start, end

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self.row = int(number) if number else self.row + 1
        if not 0 < self.row <= MAX_ROWS:
            raise zipfile.BadZipFile("row number out of range")
        self._cells = []
        self._column = -1
        if attributes.get("hidden") in _TRUE:
            self.grid.hidden.append(self.row)

    def _start_rare(self, name: str, attributes: dict[str, str]) -> None:
        if name == "col" and attributes.get("hidden") in _TRUE:
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

    def _note_text(self, column: int) -> None:
        del self._last_styles[column]
        self.grid.formats.note(column, self.row, TEXT_FORMAT)

    def _note_style(self, column: int, style: str) -> None:
        self._last_styles[column] = style
        self.grid.formats.note(column, self.row, self._style(style).number_format)

    def _text_of(self, value: str, kind: str) -> str:
        if kind == "e":
            self.grid.errors.append(CellRef(self.row, self._column, value))
            return value
        if kind == "b":
            self.grid.formats.note(self._column, self.row, BOOLEAN_FORMAT)
            # Whatever comes next is to be noted anew.
            self._last_styles[self._column] = BOOLEAN_FORMAT
            return "TRUE" if value.strip() == "1" else "FALSE"
        if self._column in self._last_styles:
            self._note_text(self._column)
        if kind == "d":
            return cell_text(from_ISO8601(value), None)  # type: ignore[no-untyped-call]  # openpyxl's own
        return unescape(value)

    def _number(self, value: str, style: str) -> str:
        text = self._read_number(value.strip(), style)
        if len(self._numbers) < _REMEMBERED:
            self._numbers[value, style] = text
        return text

    def _read_number(self, value: str, style: str) -> str:
        shown = self._style(style)
        number = float(value) if "." in value or "E" in value or "e" in value else int(value)
        if not shown.is_date:
            return cell_text(number, shown.number_format)
        try:
            moment = from_excel(number, self._epoch, timedelta=shown.is_duration)
        except (OverflowError, ValueError):
            # Excel shows hash signs where a number is no day at all; the number itself is what can be kept.
            return cell_text(number, "General")
        return cell_text(moment, None)

    def _style(self, style: str) -> CellStyle:
        index = int(style)
        return self._styles[index] if index < len(self._styles) else GENERAL

    def _new_column(self, letters: str) -> int:
        column = column_index(letters)
        if not 0 <= column < MAX_COLUMNS:
            raise zipfile.BadZipFile("column out of range")
        self._columns[letters] = column
        return column

    def _count_formula(self, value: str, kind: str | None) -> None:
        # An empty text is a result too; a number without digits is a formula nobody has worked out yet.
        if value or kind == "str":
            self._formulas += 1
        else:
            self._lacks_value = True

    def _take_notes(self) -> None:
        notes = self.grid.notes
        if self._lacks_value:
            notes.append(TableNote(NoteKind.FORMULAS_WITHOUT_VALUES))
        if self._formulas:
            notes.append(TableNote(NoteKind.FORMULAS, (str(self._formulas),)))
        columns = self.grid.rows.columns
        letters = [
            column_letters(index)
            for first, last in self._hidden_columns
            for index in range(max(1, first) - 1, min(last, len(columns)))
            if any(map(str.strip, columns[index].distinct))
        ]
        if letters:
            notes.append(TableNote(NoteKind.HIDDEN_COLUMNS, tuple(dict.fromkeys(letters))))


def column_index(letters: str) -> int:
    """The index from 0 of a column: "A" is 0, "AA" is 26."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(index: int) -> str:
    """The letters over a column: 0 is "A", 26 is "AA"."""
    letters = ""
    while index >= 0:
        index, digit = divmod(index, 26)
        letters = chr(ord("A") + digit) + letters
        index -= 1
    return letters
