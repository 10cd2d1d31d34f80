"""What a column of a list holds, counted over all its rows: how good, how varied, how made, how long."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from steward.workspace.lists.list_views import ColumnProfile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.standardize.values import ValueStatus

#: So many rows of each status are named; enough to see what is wrong with them.
ROWS_NAMED = 200
_LISTED = 12
#: Parts cells from each other.
_BREAK = "\n"


class _Makes(dict[int, str]):
    """A character -> what it is: 9 a digit, A a capital, a another letter, else itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isdigit():
            make = "9"
        elif character.isalpha():
            make = "A" if character.isupper() else "a"
        else:
            make = character
        self[code] = make
        return make


def profile_column(
    header: str, target: str, cells: Sequence[str], numbers: Sequence[int], statuses: Sequence[ValueStatus]
) -> ColumnProfile:
    """The profile of a column; ``numbers`` are the row numbers and ``statuses`` how good each cell is."""
    counts = Counter(map(str.strip, cells))
    del counts[""]
    by_status = Counter(statuses)
    return ColumnProfile(
        header=header,
        target=target,
        rows=len(cells),
        counts=by_status,
        distinct=len(counts),
        patterns=_most(_patterns(counts)),
        top=_most(counts),
        shortest=min(counts, key=len, default=""),
        longest=max(counts, key=len, default=""),
        rows_by_status=_rows(numbers, by_status, statuses),
    )


def _patterns(counts: Counter[str]) -> Counter[str]:
    """How the values are made; letters in a row count as one, digits are counted."""
    # One long text is made over in a tenth of the time that its cells take one by one.
    text = _BREAK.join(cell.replace(_BREAK, " ") for cell in counts).translate(_Makes())
    for letter in "aA":
        while 2 * letter in text:
            text = text.replace(2 * letter, letter)
    patterns: Counter[str] = Counter()
    for make, count in zip(text.split(_BREAK), counts.values(), strict=False):
        patterns[make] += count
    return patterns


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The most frequent ones; of equally frequent ones those that come first in the list."""
    return tuple(nlargest(_LISTED, counts.items(), key=itemgetter(1)))


def _rows(
    numbers: Sequence[int], counts: Iterable[ValueStatus], statuses: Sequence[ValueStatus]
) -> dict[ValueStatus, tuple[int, ...]]:
    """The first rows of each status."""
    return {
        status: tuple(islice((n for n, one in zip(numbers, statuses, strict=True) if one is status), ROWS_NAMED))
        for status in counts
    }
