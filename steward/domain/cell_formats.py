"""How the cells of a column are formatted in the workbook they came from; the text that is kept has lost that."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The format of a cell that holds text, whatever the column around it is formatted as.
TEXT_FORMAT = "@"
#: The format of a cell that holds TRUE or FALSE, which needs none.
BOOLEAN_FORMAT = "BOOLEAN"


@dataclass(frozen=True, slots=True)
class CellFormats:
    """Formats of one column: each holds from its row, as the spreadsheet numbers it, to the row of the next."""

    rows: Sequence[int] = ()
    formats: Sequence[str] = ()

    def at(self, row: int) -> str:
        """The format of the cell in a row; a cell above the first that is told of holds text."""
        place = bisect_right(self.rows, row)
        return self.formats[place - 1] if place else TEXT_FORMAT


def common_formats(tables: Sequence[Mapping[str, CellFormats]]) -> dict[str, CellFormats]:
    """The formats of tables that are loaded as one; of several those only that hold in every row of all of them.

    Rows of several sheets have the same numbers, so nothing else could be told of one of them.
    """
    first, *others = tables
    if not others:
        return dict(first)
    return {
        header: CellFormats((0,), told.formats)
        for header, told in first.items()
        if len(told.formats) == 1 and all(header in one and one[header].formats == told.formats for one in others)
    }


@dataclass(slots=True)
class FormatRecorder:
    """Notes the formats of a sheet's cells while they are read from top to bottom."""

    _current: dict[int, str] = field(default_factory=dict)
    _rows: dict[int, array[int]] = field(default_factory=dict)
    _formats: dict[int, list[str]] = field(default_factory=dict)

    def __contains__(self, column: int) -> bool:
        """Whether anything was noted of a column."""
        return column in self._rows

    def note(self, column: int, row: int, number_format: str) -> None:
        """From this row on the column has this format."""
        if self._current.get(column) == number_format:
            return
        self._current[column] = number_format
        self._rows.setdefault(column, array("i")).append(row)
        self._formats.setdefault(column, []).append(number_format)

    def finish(self) -> dict[int, CellFormats]:
        """The formats by column; a column of nothing but text has none."""
        return {column: CellFormats(rows, self._formats[column]) for column, rows in self._rows.items()}
