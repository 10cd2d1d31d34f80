"""Several tables under each other on one sheet, each with a header of its own after a blank row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.header_words import is_known_header

if TYPE_CHECKING:
    from steward.exchange.raw_rows import RawRow, RawRows

_FEWEST_WORDS = 3
_KNOWN_SHARE = 0.75


def split_stacked(rows: RawRows) -> list[RawRows]:
    """The rows of each table; one table where no other header follows. A header that merely repeats starts none."""
    header_at = next((index for index, row in enumerate(rows) if _is_header(row)), len(rows))
    header = _words(rows[header_at]) if header_at < len(rows) else ()
    starts = [0]
    behind_gaps = np.flatnonzero(np.diff(rows.numbers[header_at:]) > 1) + header_at + 1
    for index in behind_gaps.tolist():
        row = rows[index]
        if not _is_header(row) or (words := _words(row)) == header:
            continue
        if index > header_at + 1:
            starts.append(index)
        header, header_at = words, index
    if len(starts) == 1:
        return [rows]
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _is_header(row: RawRow) -> bool:
    words = _words(row)
    if len(words) < _FEWEST_WORDS or any(character.isdigit() for word in words for character in word):
        return False
    return sum(map(is_known_header, words)) >= _KNOWN_SHARE * len(words)


def _words(row: RawRow) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.cells if cell.strip())
