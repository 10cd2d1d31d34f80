"""Lines between the customers that are none: what stands alone in its row before a repeated header or over a group.

An incomplete customer can stand there too. It is told by what the other customers have in the same column.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steward.exchange.header_rows import squeezed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from steward.exchange.raw_rows import Mask, RawRow, RawRows

#: So many lines stand between the last customer of a page and the header of the next.
_LINES = 3
_SAMPLE_ROWS = 500
#: A list that leaves fewer columns without gaps has customers of whom hardly anything is known.
_FEWEST_STEADY = 3
#: So many of the rows at most are lines over and under groups.
_MOST_GROUPS = 1 / 3
_DIGITS = re.compile(r"\d+")


class _Line(NamedTuple):
    """The only filled cell of a row."""

    column: int
    text: str

    @property
    def shape(self) -> str:
        """The text with all numbers alike: "Page 1 of 5" is "page 9 of 9"."""
        return _shape(self.text)


class _Look(NamedTuple):
    """What the cells of a column look like: their texts with all numbers alike, and the kinds of their characters.

    ``is_numbered``: every one of them has a digit.
    """

    shapes: set[str]
    kinds: set[str]
    is_numbered: bool

    @classmethod
    def of(cls, records: Sequence[RawRow], column: int) -> _Look:
        """The look of these rows' cells."""
        cells = [squeezed(row.cells[column]) for row in records if column < len(row.cells)]
        is_numbered = all(_DIGITS.search(cell) for cell in cells if cell)
        return cls({_shape(cell) for cell in cells}, _kinds("".join(cells)), is_numbered)

    def is_like(self, line: _Line) -> bool:
        """Whether a cell of the column could say this."""
        return _kinds(line.text) <= self.kinds and not (self.is_numbered and _DIGITS.search(line.text) is None)


def find_captions(rows: RawRows, headings: Sequence[int], is_kept: Mask) -> list[int]:
    """Captions and feet of pages, by their places. ``headings``: where the header repeats, from top to bottom.

    ``is_kept``: the rows that are not left out already.
    """
    if len(rows.columns) < 2:
        return []
    lines = {place: line for heading in headings for place, line in _lines_above(rows, heading, is_kept)}
    if not lines:
        return []
    last = {place for place, _ in _lines_above(rows, len(rows), is_kept)}
    records = [
        row
        for place, row in enumerate(rows[:_SAMPLE_ROWS])
        if is_kept[place] and place not in lines and place not in last
    ]
    repeated = _columns_of_every_page(lines.values(), frozenset(headings), records)
    looks = {column: _Look.of(records, column) for column in {line.column for line in lines.values()}}
    found: dict[int, _Line] = {}
    for place, line in sorted(lines.items()):
        look = looks[line.column]
        if line.shape in look.shapes:
            continue
        if not look.is_like(line) or line.column in repeated or _stands_off(rows, place, is_kept, found):
            found[place] = line
    return [*found, *_at_the_end(rows, found.values(), is_kept)]


def find_group_lines(rows: RawRows, steady: Sequence[int], is_kept: Mask) -> list[int]:
    """Headings and closing lines of groups of customers, by place: several that are like no other cell of their column.

    ``steady``: the columns that practically every customer fills; ``is_kept``: the rows that are not left out already.
    """
    if len(steady) < _FEWEST_STEADY:
        return []
    # Those with few texts are soon gone through; a lone cell leaves all of them blank but perhaps its own.
    columns = sorted((rows.columns[index] for index in steady), key=lambda column: len(column.distinct))
    blanks = np.sum([column.rows_where(_is_blank) for column in columns[:_FEWEST_STEADY]], axis=0)
    places = np.flatnonzero((blanks >= _FEWEST_STEADY - 1) & is_kept).tolist()
    if not 1 < len(places) <= len(rows) * _MOST_GROUPS:
        return []
    lines = {place: line for place in places if (line := _lone_cell(rows[place])) is not None}
    among = set(places)
    records = [row for place, row in enumerate(rows[:_SAMPLE_ROWS]) if is_kept[place] and place not in among]
    looks = {column: _Look.of(records, column) for column in {line.column for line in lines.values()}}
    unlike = {place: line for place, line in lines.items() if not looks[line.column].is_like(line)}
    counts = Counter(line.column for line in unlike.values())
    return [place for place, line in unlike.items() if counts[line.column] > 1]


def _is_blank(cell: str) -> bool:
    return not cell.strip()


def _lines_above(rows: RawRows, heading: int, is_kept: Mask) -> list[tuple[int, _Line]]:
    found = []
    for place in range(heading - 1, max(-1, heading - 1 - _LINES), -1):
        if not is_kept[place]:
            continue
        line = _lone_cell(rows[place])
        if line is None:
            break
        found.append((place, line))
    return found


def _lone_cell(row: RawRow) -> _Line | None:
    filled = [_Line(column, squeezed(cell)) for column, cell in enumerate(row.cells) if cell.strip()]
    return filled[0] if len(filled) == 1 else None


def _columns_of_every_page(
    lines: Collection[_Line], headings: Collection[int], records: Sequence[RawRow]
) -> frozenset[int]:
    """Columns with a lone cell before most of several headers and nowhere else: no customers happen to stand so."""
    pages = sum(1 for heading in headings if heading - 1 not in headings)
    counts = Counter(line.column for line in lines)
    alone = {line.column for row in records if (line := _lone_cell(row)) is not None}
    return frozenset(column for column, count in counts.items() if count >= max(2, pages / 2) and column not in alone)


def _stands_off(rows: RawRows, place: int, is_kept: Mask, found: Collection[int]) -> bool:
    """Whether a line belongs to the header right below it and to nothing above it."""
    numbers = rows.numbers
    has_gap = place == 0 or numbers[place - 1] < numbers[place] - 1
    is_parted = has_gap or not is_kept[place - 1] or place - 1 in found
    return is_parted and bool(numbers[place + 1] == numbers[place] + 1)


def _at_the_end(rows: RawRows, captions: Collection[_Line], is_kept: Mask) -> list[int]:
    """The lines under the last page that look like those under the others."""
    shapes = {(line.column, line.shape) for line in captions}
    lines = _lines_above(rows, len(rows), is_kept)
    return [place for place, line in reversed(lines) if (line.column, line.shape) in shapes]


def _shape(text: str) -> str:
    return _DIGITS.sub("9", text.casefold())


def _kinds(text: str) -> set[str]:
    """Which kinds of characters a text has."""
    return {"9" if c.isdigit() else "A" if c.isupper() else "a" if c.isalpha() else c for c in text}
