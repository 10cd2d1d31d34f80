"""Rows of an .xlsx sheet as almost every program writes them, read by one pattern that has a place for each column."""

from __future__ import annotations

import marshal
import re
from dataclasses import dataclass
from itertools import compress, islice
from typing import cast

import numpy as np

from steward.exchange.raw_rows import CellColumn
from steward.exchange.readers.plain_xml import ATTRIBUTES, SPACE, TEXT, resolved
from steward.exchange.readers.xlsx_columns import column_index, column_letters

#: The pattern has no more columns; rows with more are left to the parser.
_WIDEST = 512
#: Groups of a row before its cells, and of each cell: its head, and its value in one of two ways of writing it.
_OF_ROW, _OF_CELL = 2, 3
_CELL_ATTRIBUTES = r'(?: (?!r=)[a-z]++="[A-Za-z0-9]*+")*+'
_CELL = (
    r'(?:{space}<{p}c r="{letters}[0-9]++"({attributes}(?:><{p}f{attributes}(?:/>|>{text}</{p}f))?+)'
    r"(?:/>|>(?:<{p}v>({text})</{p}v>|<{p}is><{p}t(?: xml:space=\"preserve\")?+>({text})</{p}t></{p}is>)?+</{p}c>))?+"
)


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """The cells of one column in rows under one another.

    A head is the attributes of a cell as they are written, and behind ``>`` its formula; it is "" where there is no
    cell. ``heads``: all different ones. ``row_heads``: that of each row; none where there is no formula and all cells
    that hold anything have the first of ``heads``. ``values``: what they hold, "" for nothing.
    """

    index: int
    heads: tuple[str, ...]
    row_heads: list[str]
    values: CellColumn


@dataclass(slots=True)
class PlainRows:
    """Rows under one another: their numbers, their attributes as they are written, and the columns with any cell."""

    numbers: list[str]
    attributes: list[str]
    columns: list[PlainColumn]

    def __getstate__(self) -> bytes:
        # Plain values go from process to process in a fraction of the time that pickling each would take.
        columns = [
            (column.index, column.heads, column.row_heads, column.values.distinct, column.values.codes.tobytes())
            for column in self.columns
        ]
        return marshal.dumps((self.numbers, self.attributes, columns))

    def __setstate__(self, state: bytes) -> None:
        self.numbers, self.attributes, columns = marshal.loads(state)
        self.columns = [
            PlainColumn(index, heads, row_heads, CellColumn(distinct, np.frombuffer(codes, np.int32)))
            for index, heads, row_heads, distinct, codes in columns
        ]


class RowPattern:
    """Splits a text into rows. Cells in columns beyond those it has seen make it learn more columns."""

    name = "row"

    def __init__(self) -> None:
        self._prefix = ""
        self._width = 0
        self._pattern = self._compile()
        self._has_references = False

    @property
    def stride(self) -> int:
        """What lies before a row and its groups are so many pieces."""
        return 1 + _OF_ROW + _OF_CELL * self._width

    def begin(self, prefix: str) -> None:
        """The names of all elements begin with this."""
        self._prefix = prefix
        self._pattern = self._compile()

    def split(self, text: str) -> list[str | None]:
        """The pieces of a text, and at the end what follows the last row."""
        self._has_references = "&" in text
        pieces = self._pattern.split(text)
        other = "".join(pieces[:: self.stride])
        width = self._width_of(other) if other else 0
        if self._width < width <= _WIDEST:
            # Twice as many at least, so that rows of growing length do not make it learn each time.
            self._width = min(_WIDEST, max(width, 2 * self._width))
            self._pattern = self._compile()
            pieces = self._pattern.split(text)
        return pieces

    def start_of(self, text: str, number: int) -> int:
        """Where a row of a text begins."""
        return next(islice(self._pattern.finditer(text), number, None)).start()

    def read(self, pieces: list[str | None]) -> PlainRows:
        """The rows that pieces with nothing between them make."""
        stride = self.stride
        # Groups that are in every row are never None.
        numbers, attributes = (cast("list[str]", pieces[1 + group :: stride]) for group in range(_OF_ROW))
        columns = []
        for index in range(self._width):
            at = 1 + _OF_ROW + _OF_CELL * index
            heads, values, texts = (pieces[at + group :: stride] for group in range(_OF_CELL))
            different = set(heads)
            if different != {None}:
                columns.append(_column(index, heads, different, self._values(values, texts)))
        return PlainRows(numbers, attributes, columns)

    def _values(self, values: list[str | None], texts: list[str | None]) -> list[str | None]:
        """What each cell holds, whichever of the two ways it is written in."""
        if not any(texts):
            found = values
        elif not any(values):
            found = texts
        else:
            found = [value or text for value, text in zip(values, texts, strict=True)]
        if self._has_references:
            found = [resolved(value) if value and "&" in value else value for value in found]
        return found

    def _width_of(self, text: str) -> int:
        letters = set(re.findall(rf'<{self._prefix}c r="([A-Z]{{1,3}})[0-9]', text))
        return max(map(column_index, letters), default=-1) + 1

    def _compile(self) -> re.Pattern[str]:
        cells = "".join(
            _CELL.format(
                p=self._prefix, letters=column_letters(index), space=SPACE, text=TEXT, attributes=_CELL_ATTRIBUTES
            )
            for index in range(self._width)
        )
        return re.compile(
            rf'<{self._prefix}row r="([0-9]++)"({ATTRIBUTES})(?:/>|>{cells}{SPACE}</{self._prefix}row>){SPACE}'
        )


def _column(index: int, heads: list[str | None], different: set[str | None], values: list[str | None]) -> PlainColumn:
    """A column by the heads and values of its rows; ``different``: all of its heads."""
    is_filled = all(values)
    filled = different if is_filled else set(compress(heads, values))
    cells = CellColumn.of(cast("list[str]", values) if is_filled else [value or "" for value in values])
    is_alike = len(filled) < 2 and not any(head and ">" in head for head in different)
    told = tuple(head or "" for head in (*filled, *(different - filled)))
    return PlainColumn(index, told, [] if is_alike else [head or "" for head in heads], cells)
