"""Lines between the customers that are none: what stands alone in its row before a repeated header or over a group.

An incomplete customer can stand there too. It is told by what the other customers have in the same column.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steward.exchange.sheets.header_rows import squeezed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from steward.exchange.raw_rows import Mask, RawRow, RawRows

#: So many lines stand between the last customer of a page and the header of the next.
_LINES = 3
_SAMPLE_ROWS = 500
#: A list that leaves fewer columns without gaps has customers of whom hardly anything is known.
_FEWEST_STEADY = 3
#: So many of the rows at most are lines over and under groups.
_MOST_GROUPS = 1 / 3
_DIGITS = re.compile(r"\d+")
#: More digits than a day has.
_PHONE = re.compile(r"\+?[ (]*(\d[ ().-]*){9,}")
#: What is strange about a text in a column of which every cell has a digit.
_NO_DIGIT = "no digit"


class Line(NamedTuple):
    """The only filled cell of a row."""

    column: int
    text: str

    @property
    def shape(self) -> str:
        """The text with all numbers alike: "Page 1 of 5" is "page 9 of 9"."""
        return _shape(self.text)


class Look(NamedTuple):
    """What the cells of a column look like: the kinds of their characters, and whether each of them has a digit."""

    kinds: set[str]
    is_numbered: bool

    @classmethod
    def of(cls, cells: Iterable[str]) -> Look:
        """The look of these cells."""
        characters: set[str] = set()
        is_numbered = True
        for cell in cells:
            characters.update(cell)
            is_numbered = is_numbered and (_DIGITS.search(cell) is not None or not cell.strip())
        return cls(_kinds(characters), is_numbered)

    def strange_in(self, line: Line) -> set[str]:
        """What no cell of the column has: kinds of characters, or no digit. Empty where a cell could say this."""
        strange = _kinds(line.text) - self.kinds
        return strange | {_NO_DIGIT} if self.is_numbered and _DIGITS.search(line.text) is None else strange


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
    cells = {column: _cells(records, column) for column in {line.column for line in lines.values()}}
    shapes = {(column, _shape(cell)) for column, held in cells.items() for cell in held}
    looks = {column: Look.of(held) for column, held in cells.items()}
    found: dict[int, Line] = {}
    for place, line in sorted(lines.items()):
        if (line.column, line.shape) in shapes:
            continue
        if looks[line.column].strange_in(line) or line.column in repeated or _stands_off(rows, place, is_kept, found):
            found[place] = line
    return [*found, *_at_the_end(rows, found.values(), is_kept)]


def find_group_lines(rows: RawRows, steady: Sequence[int], is_kept: Mask) -> list[int]:
    """Headings and closing lines of groups of customers, by place: several that are strange to their column alike.

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
    # Of all others, not of some: what is unusual in a column is not strange to it.
    others = is_kept.copy()
    others[places] = False
    columns_of_lines = {line.column for line in lines.values()}
    looks = {column: Look.of(rows.columns[column].chosen(others).distinct) for column in columns_of_lines}
    strange = {place: looks[line.column].strange_in(line) for place, line in lines.items() if not _is_contact(line)}
    counts = Counter((lines[place].column, sign) for place, signs in strange.items() for sign in signs)
    return [place for place, signs in strange.items() if any(counts[lines[place].column, sign] > 1 for sign in signs)]


def _is_contact(line: Line) -> bool:
    """Whether a line is a phone or a mail, however it is written: somebody's, of whom nothing else is known."""
    return "@" in line.text or _PHONE.fullmatch(line.text) is not None


def _is_blank(cell: str) -> bool:
    return not cell.strip()


def _lines_above(rows: RawRows, heading: int, is_kept: Mask) -> list[tuple[int, Line]]:
    found = []
    for place in range(heading - 1, max(-1, heading - 1 - _LINES), -1):
        if not is_kept[place]:
            continue
        line = _lone_cell(rows[place])
        if line is None:
            break
        found.append((place, line))
    return found


def _lone_cell(row: RawRow) -> Line | None:
    filled = [Line(column, squeezed(cell)) for column, cell in enumerate(row.cells) if cell.strip()]
    return filled[0] if len(filled) == 1 else None


def _columns_of_every_page(
    lines: Collection[Line], headings: Collection[int], records: Sequence[RawRow]
) -> frozenset[int]:
    """Columns with a lone cell before most of several headers and nowhere else: no customers happen to stand so."""
    pages = sum(1 for heading in headings if heading - 1 not in headings)
    counts = Counter(line.column for line in lines)
    alone = {line.column for row in records if (line := _lone_cell(row)) is not None}
    return frozenset(column for column, count in counts.items() if count >= max(2, pages / 2) and column not in alone)


def _cells(records: Sequence[RawRow], column: int) -> list[str]:
    return [squeezed(row.cells[column]) for row in records if column < len(row.cells)]


def _stands_off(rows: RawRows, place: int, is_kept: Mask, found: Collection[int]) -> bool:
    """Whether a line belongs to the header right below it and to nothing above it."""
    numbers = rows.numbers
    has_gap = place == 0 or numbers[place - 1] < numbers[place] - 1
    is_parted = has_gap or not is_kept[place - 1] or place - 1 in found
    return is_parted and bool(numbers[place + 1] == numbers[place] + 1)


def _at_the_end(rows: RawRows, captions: Collection[Line], is_kept: Mask) -> list[int]:
    """The lines under the last page that look like those under the others."""
    shapes = {(line.column, line.shape) for line in captions}
    lines = _lines_above(rows, len(rows), is_kept)
    return [place for place, line in reversed(lines) if (line.column, line.shape) in shapes]


def _shape(text: str) -> str:
    return _DIGITS.sub("9", text.casefold())


def _kinds(text: Iterable[str]) -> set[str]:
    """Which kinds of characters a text has. Whoever writes capitals may write small letters as well."""
    kinds = {"9" if c.isdigit() else "A" if c.isupper() else "a" if c.isalpha() else c for c in text}
    return kinds | {"a"} if "A" in kinds else kinds
