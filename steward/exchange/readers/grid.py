"""A sheet of a workbook as text, whatever the format it came from, and the limits that keep its memory bounded."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from steward.domain.cell_formats import FormatRecorder
from steward.exchange.raw_rows import CellColumn, RawRows, RowsBuilder, TooManyCellsError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.cell_formats import CellFormats
    from steward.domain.progress import Progress
    from steward.exchange.sheets.layout import CellRef
    from steward.exchange.tables import TableNote

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
#: Places of cells up to the last filled one of each row: a million rows of sixty columns.
MAX_PLACES = 64_000_000
#: Excel itself keeps 32,767 characters in a cell.
MAX_CELL_CHARACTERS = 4_000_000


class SheetEntry(NamedTuple):
    """A sheet of a workbook by its name."""

    name: str
    is_visible: bool


class WorkbookSurvey(NamedTuple):
    """What is said in a workbook beside its values: the formats of every column by the name of its sheet.

    ``counts_from_1904``: its numbers of days do. ``errors``: the cells of a sheet that hold one, which calamine leaves
    out.
    """

    formats: Mapping[str, Mapping[int, CellFormats]]
    counts_from_1904: bool = False
    errors: Mapping[str, Sequence[CellRef]] = {}


@dataclass(slots=True)
class Grid:
    """The rows of a sheet that are not blank, the cells that hold an error, and what else was seen on the way.

    ``formats``: how the cells that are no texts are formatted, by column as the sheet counts them, from 0.
    ``merged`` are the merged areas with their first row, ``hidden`` the numbers of hidden rows, which a filter may
    have hidden, ``hidden_columns`` those of filled columns, from 0. ``counts_from_1904``: the workbook says that its
    numbers of days do.
    """

    sheet: str
    rows: RawRows = field(default_factory=lambda: RawRows.of(()))
    errors: list[CellRef] = field(default_factory=list)
    notes: list[TableNote] = field(default_factory=list)
    merged: list[tuple[int, str]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    formats: FormatRecorder = field(default_factory=FormatRecorder)
    is_filtered: bool = False
    counts_from_1904: bool = False
    places: int = 0
    _builder: RowsBuilder = field(default_factory=RowsBuilder)

    def add(self, number: int, texts: list[str]) -> None:
        """Keep a row without the empty cells at its end; a blank one is dropped. Raises TooManyCellsError."""
        while texts and not texts[-1]:
            texts.pop()
        if not texts or not "".join(texts).strip():
            return
        self.places += len(texts)
        if self.places > MAX_PLACES:
            raise TooManyCellsError
        self._builder.add(number, texts)

    def add_columns(self, numbers: Sequence[int], columns: Mapping[int, CellColumn]) -> None:
        """Keep rows that are given column by column, as if each was added. Raises TooManyCellsError."""
        count = len(numbers)
        lengths = np.zeros(count, np.int32)
        is_kept = np.zeros(count, np.bool_)
        for index, column in sorted(columns.items()):
            is_filled = True if all(column.distinct) else column.rows_where(bool)
            lengths[is_filled] = index + 1
            if not is_kept.all():
                is_kept |= column.rows_where(str.strip)
        if not is_kept.all():
            numbers = list(compress(numbers, is_kept.tolist()))
            columns = {index: column.chosen(is_kept) for index, column in columns.items()}
            lengths = lengths[is_kept]
        self.places += int(lengths.sum())
        if self.places > MAX_PLACES:
            raise TooManyCellsError
        self._builder.add_columns(numbers, lengths, columns)

    def finish(self, progress: Progress) -> None:
        """No row comes any more: ``rows`` are there. Raises TooManyCellsError."""
        self.rows = self._builder.finish(progress)


class WorkbookReader(Protocol):
    """One open workbook, whatever its format."""

    @property
    def sheets(self) -> Sequence[SheetEntry]:
        """The sheets with cells, in the order of their tabs."""

    def read(self, name: str, progress: Progress) -> Grid:
        """The cells of a sheet as text."""
