"""How many customers of one name a table is known to hold: those whose birth dates or ids can't be one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.progress import NO_PROGRESS
from steward.matching.comparisons.levels import DIFFERENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.comparisons.levels import Levels

Places = npt.NDArray[np.int64]

#: Values are sorted; misspellings of one another that stand farther apart than this are not found.
_NEIGHBOURS = 12
#: So many pairs are compared before it is asked whether to stop; more at once take much memory.
_PAIRS_AT_ONCE = 250_000
#: A name and a mark are sorted as one number, the mark in its lower half.
_BITS = 32


def count_bearers(
    names: Ints, marks: Ints, compare: Callable[[Ints, Ints], Levels], size: int, progress: Progress = NO_PROGRESS
) -> npt.NDArray[np.float64]:
    """Per name (0 .. size-1) the number of clearly different marks among its records, at least 1.

    ``compare`` tells the levels of different marks.
    """
    bearers = np.ones(size)
    records = np.bincount(names[names >= 0], minlength=size)
    known = np.flatnonzero((names >= 0) & (marks >= 0))
    known = known[records[names[known]] > 1]
    pairs = np.sort(names[known].astype(np.int64) << _BITS | marks[known])
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]
    name_of, mark_of = pairs >> _BITS, (pairs & ((1 << _BITS) - 1)).astype(np.int32)
    starts = np.flatnonzero(np.concatenate([[True], np.diff(name_of) != 0])) if len(pairs) else pairs
    sizes = np.diff(np.append(starts, len(pairs)))
    several = sizes > 1
    is_misspelt = np.zeros(len(pairs), bool)
    for first, second in _pairs_within(starts[several], sizes[several]):
        progress.check()
        is_misspelt[second[compare(mark_of[first], mark_of[second]) < DIFFERENT]] = True
    counts = sizes.copy()
    np.subtract.at(counts, np.searchsorted(starts, np.flatnonzero(is_misspelt), side="right") - 1, 1)
    bearers[name_of[starts]] = counts
    return bearers


def _pairs_within(starts: Places, sizes: Places) -> Iterator[tuple[Places, Places]]:
    """All pairs of places within groups, portion by portion; of very large groups only neighbours."""
    for size in np.unique(sizes).tolist():
        apart = range(1, min(_NEIGHBOURS, size - 1) + 1)
        i = np.concatenate([np.arange(size - distance) for distance in apart])
        j = np.concatenate([np.arange(distance, size) for distance in apart])
        of_size = starts[sizes == size][:, None]
        at_once = max(1, _PAIRS_AT_ONCE // len(i))
        for start in range(0, len(of_size), at_once):
            group = of_size[start : start + at_once]
            yield (group + i).ravel(), (group + j).ravel()
