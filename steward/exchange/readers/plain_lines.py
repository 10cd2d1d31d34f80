"""Text lists without quotation marks, taken apart by arithmetic on their bytes: many times faster than row by row.

Where there are no quotation marks every delimiter ends a cell and every line a row. The result is the same as that of
the csv module, which reads all other lists.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side, thread_count
from steward.exchange.raw_rows import MAX_CELLS, CellColumn, RawRows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.domain.progress import Progress
    from steward.exchange.readers.encodings import TextEncoding

Bytes = npt.NDArray[np.uint8]
#: Eight bytes of a text each, beginning at any byte.
Words = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Ints = npt.NDArray[np.int32]
#: Where texts begin and how many bytes they have.
Extents = tuple[Places, Places]

#: Encodings in which the bytes of a delimiter or of a line's end stand for nothing else, and their marks.
_MARKS = {"utf-8-sig": 3} | dict.fromkeys(("utf-8", "cp1252", "cp1250", "cp1254", "cp850", "cp1251"), 0)
_LF, _CR = 10, 13
#: A greater file is read row by row, which needs less memory while it is read.
_LARGEST = 1 << 29
_PORTION = 1 << 24
#: So many cells at once keep what is worked on near the processor.
_CELLS_AT_ONCE = 50_000
_WORD = 8
_MIXED, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29)
_ALL, _BITS = ~np.uint64(0), np.uint64(8)


def read_plain_lines(
    path: Path, encoding: TextEncoding, skipped: int, delimiter: str, progress: Progress
) -> RawRows | None:
    """The rows that are not blank, below so many ``skipped`` characters; None when the csv module must read them."""
    if encoding.name not in _MARKS or not delimiter.isascii() or path.stat().st_size > _LARGEST:
        return None
    text = b"".join((path.read_bytes(), b"\n", bytes(_WORD)))
    progress.check()
    if b'"' in text or (b"\r" in text and text.count(b"\r") != text.count(b"\r\n")):
        return None
    lines = _find_lines(text, _MARKS[encoding.name] + skipped, ord(delimiter), progress)
    width = int(lines.lengths.max(initial=0))
    if lines.longest > csv.field_size_limit() or len(lines.lengths) * width > MAX_CELLS:
        return None
    columns: list[CellColumn] = []
    for column in side_by_side(partial(_column, lines, encoding), range(width), progress, thread_count()):
        if column is None:
            return None
        columns.append(column)
    numbers = np.arange(1, len(lines.lengths) + 1, dtype=np.int32)
    return _without_blank(RawRows(numbers, lines.lengths, tuple(columns)))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where cells end: at the delimiters and line ends ``ends``. Line i has ``lengths[i]`` cells; ``firsts[i]`` is the
    place in ``ends`` of what stands before its first one. ``longest``: bytes of a cell."""

    data: Bytes
    words: Words
    ends: Ints
    firsts: Ints
    lengths: Ints
    longest: int

    def extents(self, place: int, rows: slice) -> Extents:
        """The cells of these rows in one column; a row that is too short has a blank one."""
        has = self.lengths[rows] > place
        before = np.where(has, self.firsts[rows] + place, 0)
        starts = self.ends[before].astype(np.int64) + 1
        ends = np.where(has, self.ends[before + has], starts)
        # A line may end in two characters.
        ends -= (ends > starts) & (self.data[ends] == _LF) & (self.data[ends - 1] == _CR)
        return starts, ends - starts


def _find_lines(text: bytes, begin: int, delimiter: int, progress: Progress) -> _Lines:
    data = np.frombuffer(text, np.uint8)
    size = len(text) - _WORD
    # The line end that was added is none where the last line has its own.
    size -= size - 1 == begin or text[size - 2] == _LF
    parts = [np.array([begin - 1], np.int32)]
    for start in range(begin, size, _PORTION):
        progress.check()
        progress.report("reading", start - begin, size - begin)
        part = data[start : min(start + _PORTION, size)]
        found = np.flatnonzero((part == delimiter) | (part == _LF))
        parts.append(found.astype(np.int32) + np.int32(start))
    ends = np.concatenate(parts)
    last = np.flatnonzero(data[ends[1:]] == _LF).astype(np.int32) + np.int32(1)
    firsts = np.concatenate([np.zeros(1, np.int32), last[:-1]])[: len(last)]
    words = np.ndarray((len(data) - _WORD + 1,), "<u8", data, strides=(1,))
    return _Lines(data, words, ends, firsts, last - firsts, int(np.diff(ends).max(initial=0)))


def _column(lines: _Lines, encoding: TextEncoding, place: int) -> CellColumn | None:
    """The cells of a column; None should two texts not be told apart.

    Short ones always are: a text has no NUL, of which their eight bytes are made up (``detect_encoding`` sees to it).
    """
    count = len(lines.lengths)
    starts, sizes = np.empty(count, np.int32), np.empty(count, np.int32)
    keys = np.empty(count, np.uint64)
    for rows in _portions(count):
        starts[rows], sizes[rows] = lines.extents(place, rows)
        keys[rows] = _keys(lines.words, starts[rows], sizes[rows])
    first, back = _first_and_same(keys)
    is_told = int(sizes.max(initial=0)) <= _WORD
    again = np.flatnonzero(first[back] != np.arange(count)) if not is_told else np.zeros(0, np.int64)
    for some in _portions(len(again)):
        if not _are_equal(lines.words, starts, sizes, again[some], first[back[again[some]]]):
            return None
    # Every text in the order in which it came first, but that the blank one comes before all others.
    is_first = np.zeros(count, np.bool_)
    is_first[first] = True
    number = (np.cumsum(is_first, dtype=np.int32) - np.int32(1))[first]
    first = np.flatnonzero(is_first)
    blank = np.flatnonzero(sizes[first] == 0)
    if len(blank):
        first = np.concatenate([first[blank], np.delete(first, blank)])
        number = np.where(number == blank, 0, number + (number < blank)).astype(np.int32)
    distinct: list[str] = []
    for some in _portions(len(first)):
        texts = _texts(lines.data, starts[first[some]].astype(np.int64), sizes[first[some]].astype(np.int64))
        # A mark at the beginning of the file is none of a cell.
        distinct += texts.decode(encoding.name.removesuffix("-sig"), encoding.errors).split("\n")
    return CellColumn(distinct, number[back])


def _first_and_same(keys: Words) -> tuple[Places, Ints]:
    """Where each different key comes first, and for all keys which of these it is.

    As numpy's ``unique`` tells, by a sort that need not keep the order of equal ones and is several times faster.
    """
    order = np.argsort(keys)
    is_new = np.ones(len(keys), np.bool_)
    np.not_equal(keys[order[1:]], keys[order[:-1]], out=is_new[1:])
    back = np.empty(len(keys), np.int32)
    back[order] = np.cumsum(is_new, dtype=np.int32) - np.int32(1)
    return np.minimum.reduceat(order, np.flatnonzero(is_new)), back


def _portions(count: int) -> Iterator[slice]:
    return (slice(start, start + _CELLS_AT_ONCE) for start in range(0, count, _CELLS_AT_ONCE))


def _each_word(sizes: Ints) -> Iterator[tuple[Places, int, Words]]:
    """Eight bytes after eight: which of the texts go so far, where in them that is, and which bits are still theirs."""
    for begin in range(0, int(sizes.max(initial=0)), _WORD):
        longer = np.flatnonzero(sizes > begin)
        beyond = np.maximum(_WORD - (sizes[longer] - begin), 0).astype(np.uint64)
        yield longer, begin, _ALL >> (beyond * _BITS)


def _keys(words: Words, starts: Ints, sizes: Ints) -> Words:
    """A number for each text; those of up to eight bytes never have that of another such text."""
    keys = np.zeros(len(starts), np.uint64)
    for longer, begin, bits in _each_word(sizes):
        mixed = (keys[longer] ^ (words[starts[longer] + begin] & bits)) * _MIXED
        keys[longer] = mixed ^ (mixed >> _SHIFT)
    return keys


def _are_equal(words: Words, starts: Ints, sizes: Ints, rows: Places, others: Places) -> bool:
    """Whether the text of each row is that of its other row."""
    here, there, size = starts[rows], starts[others], sizes[rows]
    return np.array_equal(size, sizes[others]) and not any(
        ((words[here[longer] + begin] ^ words[there[longer] + begin]) & bits).any()
        for longer, begin, bits in _each_word(size)
    )


def _texts(data: Bytes, starts: Places, sizes: Places) -> bytes:
    """These parts of the data, a line each."""
    stops = np.cumsum(sizes + 1)
    joined = data[np.repeat(starts - stops + sizes + 1, sizes + 1) + np.arange(stops[-1])]
    joined[stops - 1] = _LF
    return bytes(joined[:-1])


def _without_blank(rows: RawRows) -> RawRows:
    is_blank = np.ones(len(rows), np.bool_)
    for column in rows.columns:
        is_blank &= ~column.rows_where(str.strip)
        if not is_blank.any():
            return rows
    kept = rows.chosen(~is_blank)
    return RawRows(kept.numbers, kept.lengths, kept.columns[: kept.lengths.max(initial=0)])
