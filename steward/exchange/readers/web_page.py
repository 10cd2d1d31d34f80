"""Reading web pages that are called workbooks: programs write one table of a page and name it ``.xls``.

Excel opens them as one sheet, and so are they read: the rows of all tables below each other.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from steward.exchange.raw_rows import TooManyCellsError
from steward.exchange.readers.encodings import likely_encodings
from steward.exchange.readers.grid import MAX_CELL_CHARACTERS, MAX_COLUMNS, Grid, SheetEntry
from steward.exchange.readers.refusal import list_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from steward.domain.progress import Progress

_HEAD = 1 << 18
_PORTION = 1 << 20
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CELLS = ("td", "th")
#: Their text is for the program that shows a page.
_UNSEEN = ("script", "style")


class WebPageReader:
    """An open page with tables."""

    #: A page has no sheets, so its one has no name.
    sheets: Sequence[SheetEntry] = (SheetEntry("", is_visible=True),)

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, name: str, progress: Progress) -> Grid:
        """The cells of all tables as text. Raises TooManyCellsError, and ListError for a page without one."""
        with self._path.open("rb") as file:
            head = file.read(_HEAD)
        *others, last = likely_encodings(head)
        for encoding in others:
            try:
                return self._parse(name, encoding, progress)
            except UnicodeDecodeError:
                continue
        return self._parse(name, last, progress)

    def _parse(self, name: str, encoding: str, progress: Progress) -> Grid:
        tables = _Tables(name)
        size, read = self._path.stat().st_size, 0
        with self._path.open(encoding=encoding, newline="") as file:
            while portion := file.read(_PORTION):
                progress.check()
                tables.feed(portion)
                read += len(portion)
                progress.report("reading", tables.number, tables.number * size // read)
                # A tag that never ends would be looked through anew with every portion.
                if len(tables.rawdata) > MAX_CELL_CHARACTERS:
                    raise TooManyCellsError
        tables.close()
        tables.grid.finish(progress)
        if not tables.grid.rows:
            raise list_error(
                self._path, "is a web page, not a list; open it in Excel, save it as .xlsx and import that", "web_page"
            )
        return tables.grid


@contextmanager
def open_web_page(path: Path) -> Iterator[WebPageReader]:
    """The page, with every way in which it can be no list told in one sentence (ListError)."""
    try:
        yield WebPageReader(path)
    except (MemoryError, TooManyCellsError) as err:
        raise list_error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    except OSError as err:
        raise list_error(path, "can't be read to its end; check the disk and try again", "unreadable") from err


class _Row:
    """A row that is being read; ``texts`` is None between its cells."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self.texts: list[str] | None = None
        self.width = 1

    def end_cell(self) -> None:
        if self.texts is not None:
            self.cells += [_shown("".join(self.texts)), *[""] * (self.width - 1)]
            self.texts = None


class _Tables(HTMLParser):
    """Every row of every table as Excel would place it; tags that are not closed end where others begin."""

    def __init__(self, sheet: str) -> None:
        super().__init__(convert_charrefs=True)
        self.grid = Grid(sheet)
        self.number = 0
        #: Of each table that is open, the inner one last.
        self._rows: list[_Row | None] = []
        #: Of each of them, the columns that a cell above fills, and how many rows more it does.
        self._below: list[dict[int, int]] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            self._rows.append(None)
            self._below.append({})
        elif tag in _UNSEEN:
            self._unseen += 1
        elif not self._rows:
            return
        elif tag == "tr":
            self._end_row()
            self._rows[-1] = _Row()
        elif tag in _CELLS:
            self._begin_cell(dict(attrs))
        elif tag == "br" and (row := self._rows[-1]) is not None and row.texts is not None:
            row.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif not self._rows:
            return
        elif tag in _CELLS and self._rows[-1] is not None:
            self._rows[-1].end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_row()
            self._rows.pop()
            self._below.pop()
            # What stands below is another table.
            self.number += 1

    def handle_data(self, data: str) -> None:
        """Text of the cell that is open."""
        row = self._rows[-1] if self._rows else None
        if row is not None and row.texts is not None and not self._unseen:
            row.texts.append(data)

    def close(self) -> None:
        """The page ends, and so does whatever it left open."""
        super().close()
        while self._rows:
            self.handle_endtag("table")

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        row = self._rows[-1]
        if row is None:
            row = self._rows[-1] = _Row()
        row.end_cell()
        if len(row.cells) > MAX_COLUMNS:
            raise TooManyCellsError
        below = self._below[-1]
        while below.get(len(row.cells), 0) > 0:
            below[len(row.cells)] -= 1
            row.cells.append("")
        row.texts, row.width = [], _span(attributes.get("colspan"))
        if (height := _span(attributes.get("rowspan"))) > 1:
            below.update(dict.fromkeys(range(len(row.cells), len(row.cells) + row.width), height - 1))

    def _end_row(self) -> None:
        row = self._rows[-1]
        if row is None:
            return
        row.end_cell()
        self.number += 1
        self.grid.add(self.number, row.cells)
        self._rows[-1] = None


def _shown(text: str) -> str:
    """A text as a page shows it: ordinary blanks and breaks of lines are one blank, those of other kinds stay.

    A cell of nothing but those is how pages write an empty one.
    """
    return "" if not text or text.isspace() else _BLANKS.sub(" ", text).strip(" ")


def _span(told: str | None) -> int:
    return min(int(told), MAX_COLUMNS) if told and told.isdecimal() and told != "0" else 1
