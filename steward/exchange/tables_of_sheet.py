"""Several tables on one sheet: under each other after a blank row, or beside each other with a blank column between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.header_words import is_known_header, is_running_header, key_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.raw_rows import RawRow, RawRows

_FEWEST_WORDS = 3
_KNOWN_SHARE = 0.75
#: A title over a table has so many lines and cells at most; a header is looked for among so many rows from the top.
_TITLE_ROWS, _TITLE_CELLS = 3, 2
_HEADER_SEARCH_ROWS = 60


def split_tables(rows: RawRows) -> list[RawRows]:
    """The rows of each table, those of a later one with the title above it.

    Cells keep their columns: left of a table that stands beside another its rows are blank.
    """
    return [table for part in _split_stacked(rows) for table in _split_beside(part)]


def _split_stacked(rows: RawRows) -> list[RawRows]:
    """One table where no other header follows. A header that merely repeats starts none."""
    header_at = next((index for index, row in enumerate(rows) if _is_header(row)), len(rows))
    header = _words(rows[header_at]) if header_at < len(rows) else ()
    starts = [0]
    behind_gaps = np.flatnonzero(np.diff(rows.numbers[header_at:]) > 1) + header_at + 1
    for start in behind_gaps.tolist():
        index = _below_title(rows, start)
        if index is None or index <= header_at or (words := _words(rows[index])) == header:
            continue
        if start > header_at + 1:
            starts.append(start)
        header, header_at = words, index
    if len(starts) == 1:
        return [rows]
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _below_title(rows: RawRows, start: int) -> int | None:
    """The header that begins here, or right below the few lines of a title that begin here."""
    for index in range(start, min(start + _TITLE_ROWS + 1, len(rows))):
        row = rows[index]
        if row.number - index != rows[start].number - start:
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
    return [rows]


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
