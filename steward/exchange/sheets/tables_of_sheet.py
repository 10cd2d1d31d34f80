"""Several tables on one sheet or in one text file: under each other after a blank row, or beside each other.

Those beside each other have a blank column between, or each of them the same header.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.headers.keys import is_known_header, is_running_header, key_rank
from steward.exchange.headers.words import read_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.raw_rows import RawRow, RawRows

_FEWEST_WORDS = 3
#: So many names that stand again right behind themselves are those of another table.
_FEWEST_REPEATED = 2
_WHO = frozenset({"name", "given_name", "organization"})
_KNOWN_SHARE = 0.75
#: A title over a table has so many lines and cells at most; a header is looked for among so many rows from the top.
_TITLE_ROWS, _TITLE_CELLS = 3, 2
_HEADER_SEARCH_ROWS = 60
_FEW_STEPS = 0.1


def split_tables(rows: RawRows) -> list[RawRows]:
    """The rows of each table, those of a later one with the title above it.

    Cells keep their columns: left of a table that stands beside another its rows are blank.
    """
    return [table for part in _split_stacked(rows) for table in _split_beside(part)]


def _split_stacked(rows: RawRows) -> list[RawRows]:
    """One table where no other header follows. A header that merely repeats starts none."""
    usual = _usual_step(rows)
    behind_gaps = (np.flatnonzero(np.diff(rows.numbers) > usual) + 1).tolist()
    places = chain(range(min(_HEADER_SEARCH_ROWS, len(rows))), behind_gaps)
    header_at = next((place for place in places if _is_header(rows[place])), len(rows))
    header = _words(rows[header_at]) if header_at < len(rows) else ()
    starts = [0]
    for start in behind_gaps[bisect_right(behind_gaps, header_at) :]:
        index = _below_title(rows, start, usual)
        if index is None or index <= header_at or (words := _words(rows[index])) == header:
            continue
        if start > header_at + 1:
            starts.append(start)
        header, header_at = words, index
    if len(starts) == 1:
        return [rows]
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _usual_step(rows: RawRows) -> int:
    """The step from a row to the one right behind it: 1, or more where a program leaves blank rows between all."""
    steps = np.diff(rows.numbers)
    return int(np.quantile(steps, _FEW_STEPS, method="lower")) if len(steps) else 1


def _below_title(rows: RawRows, start: int, usual: int) -> int | None:
    """The header that begins here, or right below the few lines of a title that begin here."""
    for index in range(start, min(start + _TITLE_ROWS + 1, len(rows))):
        row = rows[index]
        if index > start and row.number - int(rows.numbers[index - 1]) > usual:
            return None
        if _is_header(row):
            return index
        if len(_words(row)) > _TITLE_CELLS:
            return None
    return None


def _split_beside(rows: RawRows) -> list[RawRows]:
    """Tables with a header each; other blank columns are in the middle of one table."""
    header_at = next((index for index, row in enumerate(rows[:_HEADER_SEARCH_ROWS]) if _is_header(row)), -1)
    if header_at < 0:
        return [rows]
    cells = [cell.strip() for cell in rows[header_at].cells]
    for gap, cell in enumerate(cells):
        left, right = cells[:gap], cells[gap + 1 :]
        if cell or not (_is_header_of(left) and _is_header_of(right)) or not _is_of_its_own(left, right):
            continue
        if not any(map(str.strip, rows.columns[gap].chosen(slice(header_at, None)).distinct)):
            width = len(rows.columns)
            return [_only(rows, range(gap)), *_split_beside(_only(rows, range(gap + 1, width)))]
    starts = _starts_of_groups(cells)
    return [_only(rows, range(*ends)) for ends in pairwise((*starts, len(rows.columns)))] if len(starts) > 1 else [rows]


def _starts_of_groups(header: Sequence[str]) -> list[int]:
    """Where each group of names begins in a header that is the same group over and over: the columns of a person.

    A running number may stand before all of them.
    """
    names = [cell.casefold() for cell in header]
    while names and not names[-1]:
        names.pop()
    numbered = next((place for place, name in enumerate(names) if name and not is_running_header(name)), 0)
    for start in sorted({0, numbered}):
        count = len(names) - start
        for size in range(_FEWEST_REPEATED, count // 2 + 1):
            group = names[start : start + size]
            if count % size == 0 and names[start:] == group * (count // size) and _is_of_person(group):
                return [0, *range(start + size, len(names), size)]
    return [0]


def _is_of_person(names: Sequence[str]) -> bool:
    """Whether all of these are known names of columns, and one is that of a person or a firm."""
    return all(map(is_known_header, names)) and any(
        (meaning := read_header(name)) is not None and meaning.targets[0] in _WHO for name in names
    )


def _is_of_its_own(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the right names belong to another table: one is a name of the left one, too, and it begins as tables do.

    What is said of a second person in every row, of who vouches for the first one, has no number or key of its own.
    """
    names = [cell.casefold() for cell in left if cell]
    others = [cell.casefold() for cell in right if cell]
    is_beginning = others[0] == names[0] or is_running_header(others[0]) or key_rank(others[0]) is not None
    return is_beginning and not set(names).isdisjoint(others)


def _only(rows: RawRows, kept: range) -> RawRows:
    """The rows that have a cell in these columns, the others blank."""
    chosen = rows.with_columns([index if index in kept else len(rows.columns) for index in range(kept.stop)])
    is_filled = np.zeros(len(chosen), np.bool_)
    for column in chosen.columns:
        is_filled |= column.rows_where(str.strip)
    return chosen.chosen(is_filled)


def _is_header(row: RawRow) -> bool:
    return _is_header_of(row.cells)


def _is_header_of(cells: Sequence[str]) -> bool:
    words = [cell.strip() for cell in cells if cell.strip()]
    if len(words) < _FEWEST_WORDS or any(character.isdigit() for word in words for character in word):
        return False
    return sum(map(is_known_header, words)) >= _KNOWN_SHARE * len(words)


def _words(row: RawRow) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.cells if cell.strip())
