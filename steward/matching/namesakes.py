"""How many customers of one name a table is known to hold: those whose birth dates or ids can't be one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.levels import DIFFERENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.matching.columns import Ints
    from steward.matching.levels import Levels

Places = npt.NDArray[np.int64]

#: Values are sorted; misspellings of one another that stand farther apart than this are not found.
_NEIGHBOURS = 12
#: A name and a mark are sorted as one number, the mark in its lower half.
_BITS = 32


def count_bearers(
    names: Ints, marks: Ints, compare: Callable[[Ints, Ints], Levels], size: int
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
    first, second = _pairs_within(starts[several], sizes[several])
    levels = compare(mark_of[first], mark_of[second])
    misspelt = np.unique(second[levels < DIFFERENT])
    counts = sizes.copy()
    np.subtract.at(counts, np.searchsorted(starts, misspelt, side="right") - 1, 1)
    bearers[name_of[starts]] = counts
    return bearers


def _pairs_within(starts: Places, sizes: Places) -> tuple[Places, Places]:
    """All pairs of places within groups; of very large groups only neighbours."""
    firsts, seconds = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for size in np.unique(sizes):
        i, j = np.triu_indices(size, 1)
        near = j - i <= _NEIGHBOURS
        of_size = starts[sizes == size][:, None]
        firsts.append((of_size + i[near]).ravel())
        seconds.append((of_size + j[near]).ravel())
    return np.concatenate(firsts), np.concatenate(seconds)
