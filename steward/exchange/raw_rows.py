"""The rows of a list held by column: of every column its distinct cells, and for each row which of them it has.

A list repeats most of its cells, so a million rows fit in memory, and what is asked of every cell is asked once of
each distinct one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple, overload

import numpy as np
import numpy.typing as npt

from steward.domain.progress import NO_PROGRESS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from steward.domain.progress import Progress

Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

#: So many rows are collected before they are taken apart into columns.
_PORTION = 2000
#: So many times as many texts as rows are too many to look at.
_TIMES = 50
#: Texts that are taken away one by one.
_FEW = 10
#: A million rows of sixty filled columns.
MAX_CELLS = 64_000_000


class RawRow(NamedTuple):
    """One row of a list: the row number a spreadsheet shows for it, and its cells.

    A tuple, since lists have millions of them: a frozen dataclass takes several times as long to make.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellColumn(Sequence[str]):
    """The cells of one column: ``distinct`` texts, each in use, and the number of each row's text."""

    distinct: list[str]
    codes: Ints

    @classmethod
    def of(cls, cells: Sequence[str]) -> CellColumn:
        """These cells as a column."""
        column = _ColumnBuilder()
        column.put(range(len(cells)), cells)
        return column.finish(len(cells))

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self.distinct[code] for code in self.codes[place].tolist()]
        return self.distinct[int(self.codes[place])]

    def __iter__(self) -> Iterator[str]:
        return map(self.distinct.__getitem__, self.codes.tolist())

    def at(self, places: Places) -> list[str]:
        """The cells of these rows."""
        return [self.distinct[code] for code in self.codes[places].tolist()]

    def counts(self) -> list[int]:
        """How many rows have each distinct text."""
        counts: list[int] = np.bincount(self.codes, minlength=len(self.distinct)).tolist()
        return counts

    def tally(self) -> dict[str, int]:
        """How many rows have each distinct text, by that text."""
        return dict(zip(self.distinct, self.counts(), strict=True))

    def rows_where(self, test: Callable[[str], object]) -> Mask:
        """The rows whose text passes a test; it is asked once per distinct text."""
        passed = np.fromiter(map(bool, map(test, self.distinct)), np.bool_, len(self.distinct))
        return passed[self.codes]

    def rows_matching(self, pattern: re.Pattern[str]) -> Mask:
        """The rows whose text without the blanks around it is what a pattern says."""
        matches = map(pattern.fullmatch, map(str.strip, self.distinct))
        return np.fromiter(map(bool, matches), np.bool_, len(self.distinct))[self.codes]

    def places_of(self, cells: Collection[str]) -> list[int]:
        """The rows that have one of these texts, from top to bottom."""
        return np.flatnonzero(self.rows_where(cells.__contains__)).tolist() if cells else []

    def chosen(self, rows: slice | Mask | Places) -> CellColumn:
        """The same column with these rows only."""
        codes = self.codes[rows]
        if len(codes) * _TIMES < len(self.distinct):
            # What a few rows of a long list have is found without a look at what all others have.
            used = np.unique(codes)
            renumbered = np.searchsorted(used, codes).astype(np.int32)
            return CellColumn([self.distinct[code] for code in used.tolist()], renumbered)
        is_used = np.bincount(codes, minlength=len(self.distinct)) > 0
        if is_used.all():
            return CellColumn(self.distinct, codes)
        renumbered = (np.cumsum(is_used) - 1).astype(np.int32)
        unused = np.flatnonzero(~is_used).tolist()
        if len(unused) <= _FEW:
            # Mostly the header: taking it away takes less time than asking of each of a million texts.
            distinct = self.distinct.copy()
            for code in reversed(unused):
                del distinct[code]
        else:
            distinct = list(compress(self.distinct, is_used.tolist()))
        return CellColumn(distinct, renumbered[codes])


@dataclass(frozen=True, slots=True)
class RawRows(Sequence[RawRow]):
    """Rows by column. ``lengths``: how many cells each row was delivered with; the columns are as many as the most."""

    numbers: Ints
    lengths: Ints
    columns: tuple[CellColumn, ...]

    @classmethod
    def of(cls, rows: Iterable[RawRow]) -> RawRows:
        """These rows by column."""
        builder = RowsBuilder()
        for row in rows:
            builder.add(row.number, row.cells)
        return builder.finish()

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> RawRow: ...
    @overload
    def __getitem__(self, place: slice) -> RawRows: ...
    def __getitem__(self, place: int | slice) -> RawRow | RawRows:
        if isinstance(place, slice):
            return self.chosen(place)
        cells = tuple(column[place] for column in self.columns[: self.lengths[place]])
        return RawRow(int(self.numbers[place]), cells)

    def __iter__(self) -> Iterator[RawRow]:
        # A portion at a time: all codes of all columns as numbers would need more memory than the texts.
        is_even = bool((self.lengths == len(self.columns)).all())
        for start in range(0, len(self), _PORTION):
            part = slice(start, start + _PORTION)
            numbers = self.numbers[part].tolist()
            columns = [column[part] for column in self.columns]
            cells = zip(*columns, strict=True) if columns else iter([()] * len(numbers))
            if is_even:
                yield from map(RawRow, numbers, cells)
            else:
                shortened = (row[:length] for row, length in zip(cells, self.lengths[part].tolist(), strict=True))
                yield from map(RawRow, numbers, shortened)

    def chosen(self, rows: slice | Mask, progress: Progress = NO_PROGRESS) -> RawRows:
        """These rows only."""
        chosen: dict[int, CellColumn] = {}
        for column in self.columns:
            # Blank columns are one and the same, and there may be thousands.
            if id(column) not in chosen:
                progress.check()
                chosen[id(column)] = column.chosen(rows)
        return RawRows(self.numbers[rows], self.lengths[rows], tuple(chosen[id(column)] for column in self.columns))

    def with_columns(self, kept: Sequence[int]) -> RawRows:
        """The rows with these columns only, each row of full length; a column beyond the last is blank."""
        blank = blank_column(len(self))
        columns = tuple(self.columns[index] if index < len(self.columns) else blank for index in kept)
        return RawRows(self.numbers, np.full(len(self), len(columns), np.int32), columns)


class TooManyCellsError(Exception):
    """Rows and columns make more cells than any honest list has."""


class RowsBuilder:
    """Collects rows of any length, from top to bottom. A blank column costs nothing, however many there are."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._pending: list[Sequence[str]] = []
        self._count = 0
        self._row_numbers: list[Ints] = []
        self._lengths: list[Ints] = []
        self._filled: dict[int, _ColumnBuilder] = {}

    def add(self, number: int, cells: Sequence[str]) -> None:
        """Add one row. Raises TooManyCellsError."""
        self.extend((number,), (cells,))

    def extend(self, numbers: Iterable[int], rows: Iterable[Sequence[str]]) -> None:
        """Add rows and their numbers. Raises TooManyCellsError."""
        self._numbers.extend(numbers)
        self._pending.extend(rows)
        if len(self._pending) >= _PORTION:
            self._take_apart()

    def add_columns(self, numbers: Sequence[int], lengths: Ints, columns: Mapping[int, CellColumn]) -> None:
        """Add rows that are given column by column; a column that is left out is blank. Raises TooManyCellsError."""
        self._take_apart()
        for index, cells in columns.items():
            if index not in self._filled and any(cells.distinct):
                self._filled[index] = _ColumnBuilder()
            if index in self._filled:
                self._filled[index].put_column(self._count, cells)
        self._row_numbers.append(np.array(numbers, np.int32))
        self._lengths.append(lengths)
        self._count += len(numbers)
        self._check_cells()

    def finish(self, progress: Progress = NO_PROGRESS) -> RawRows:
        """All rows that were added."""
        self._take_apart()
        lengths = _joined(self._lengths)
        columns = [blank_column(self._count)] * int(lengths.max(initial=0))
        for index in list(self._filled):
            progress.check()
            # One by one, so that only one column is there twice.
            columns[index] = self._filled.pop(index).finish(self._count)
        return RawRows(_joined(self._row_numbers), lengths, tuple(columns))

    def _take_apart(self) -> None:
        rows = self._pending
        lengths = np.fromiter(map(len, rows), np.int32, len(rows))
        for length in np.unique(lengths).tolist():
            alike = np.flatnonzero(lengths == length)
            if len(alike) == len(rows):
                self._put(range(self._count, self._count + len(rows)), enumerate(zip(*rows, strict=True)))
            else:
                cells = zip(*(rows[place] for place in alike.tolist()), strict=True)
                self._put((alike + self._count).tolist(), enumerate(cells))
        self._row_numbers.append(np.array(self._numbers, np.int32))
        self._lengths.append(lengths)
        self._count += len(rows)
        self._pending, self._numbers = [], []
        self._check_cells()

    def _check_cells(self) -> None:
        if self._count * len(self._filled) > MAX_CELLS:
            raise TooManyCellsError

    def _put(self, places: Sequence[int], columns: Iterable[tuple[int, Sequence[str]]]) -> None:
        for index, cells in columns:
            column = self._filled.get(index)
            if column is None and any(cells):
                column = self._filled[index] = _ColumnBuilder()
            if column is not None:
                column.put(places, cells)


class _ColumnBuilder:
    """One column while its rows arrive; rows that have no cell in it are blank.

    Until all have arrived a text has the number of the row that had it first, so that no text costs more than one
    look-up.
    """

    def __init__(self) -> None:
        self._first_places = {"": -1}
        self._parts: list[tuple[Sequence[int], Ints]] = []

    def put(self, places: Sequence[int], cells: Sequence[str]) -> None:
        """The cells of these rows."""
        firsts = map(self._first_places.setdefault, cells, places)
        self._parts.append((places, np.fromiter(firsts, np.int32, len(cells))))

    def put_column(self, start: int, column: CellColumn) -> None:
        """The cells of the rows from this one on."""
        places = np.arange(len(column), dtype=np.int32)
        first = np.zeros(len(column.distinct), np.int32)
        # Of several rows with the same text the last one written counts, which is the first of them.
        first[column.codes[::-1]] = places[::-1]
        firsts = map(self._first_places.setdefault, column.distinct, (first + start).tolist())
        numbers = np.fromiter(firsts, np.int32, len(column.distinct))
        self._parts.append((range(start, start + len(column)), numbers[column.codes]))

    def finish(self, count: int) -> CellColumn:
        """The column of so many rows."""
        firsts = np.full(count, -1, np.int32)
        for places, part in self._parts:
            firsts[slice(places.start, places.stop) if isinstance(places, range) else places] = part
        distinct = list(self._first_places)
        # Place -1 is the last one.
        numbers = np.zeros(count + 1, np.int32)
        numbers[np.fromiter(self._first_places.values(), np.int32, len(distinct))] = np.arange(len(distinct))
        codes = numbers[firsts]
        return CellColumn(distinct[1:], codes - np.int32(1)) if codes.all() else CellColumn(distinct, codes)


def stacked(columns: Sequence[CellColumn]) -> CellColumn:
    """Columns under one another."""
    if len(columns) == 1:
        return columns[0]
    numbers: dict[str, int] = {}
    codes = []
    for column in columns:
        renumbered = (numbers.setdefault(text, len(numbers)) for text in column.distinct)
        codes.append(np.fromiter(renumbered, np.int32, len(column.distinct))[column.codes])
    return CellColumn(list(numbers), _joined(codes))


def blank_column(count: int) -> CellColumn:
    """A column without any text."""
    return CellColumn([""] if count else [], np.broadcast_to(np.zeros(1, np.int32), count))


def spread_evenly(count: int, most: int) -> Places:
    """The places of so many of these at most, spread over all of them: how a list is sorted must not choose them."""
    places: Places = np.arange(min(count, most), dtype=np.int64) * max(count, most) // most
    return places


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate(parts) if parts else np.zeros(0, np.int32)
