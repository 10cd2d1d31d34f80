"""Pairs of rows as one number each: of millions of them, sorting numbers is many times faster than anything else."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from steward.domain.progress import Progress
    from steward.matching.columns import Ints

#: Left before right.
Pairs = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int64]

_RIGHT_BITS = 31
#: Pairs of which each is kept once until the user is asked whether to stop.
_AT_ONCE = 2_000_000


def packed(a: Rows | Ints, b: Rows | Ints) -> Pairs:
    """Pairs of rows as one number each; ``a`` is before ``b``."""
    # In place: there may be ten million of them.
    found = np.left_shift(a, _RIGHT_BITS, dtype=np.int64)
    found |= b
    return found


def unpacked(pairs: Pairs) -> tuple[Ints, Ints]:
    """The rows of each pair, left before right."""
    return (pairs >> _RIGHT_BITS).astype(np.int32), (pairs & ((1 << _RIGHT_BITS) - 1)).astype(np.int32)


def distinct_pairs(parts: list[Pairs]) -> Pairs:
    """Sorted, each once; the parts are given up.

    Sorting in place is many times faster than hashing numbers.
    """
    merged = joined(parts)
    merged.sort()
    is_new = np.ones(len(merged), bool)
    np.not_equal(merged[1:], merged[:-1], out=is_new[1:])
    return np.asarray(merged[is_new])


def all_distinct(parts: list[Pairs], progress: Progress) -> tuple[Ints, Ints]:
    """The rows of the pairs of all parts, sorted, each pair once. Of the parts each is sorted; they are given up.

    Portion by portion of the left rows, so that the user may stop.
    """
    portions = sum(map(len, parts)) // _AT_ONCE + 1
    sampled = np.sort(np.concatenate([np.zeros(0, np.int64), *(part[:: _AT_ONCE // 1000] for part in parts)]))
    edges = sampled[np.arange(1, portions) * len(sampled) // portions]
    found = []
    for low, high in itertools.pairwise([None, *edges.tolist(), None]):
        progress.check()
        found.append(unpacked(distinct_pairs([_between(part, low, high) for part in parts])))
    parts.clear()
    progress.check()
    left = np.concatenate([rows for rows, _ in found])
    progress.check()
    return left, np.concatenate([rows for _, rows in found])


def _between(pairs: Pairs, low: int | None, high: int | None) -> Pairs:
    """Those of sorted pairs that are not below the one, and below the other."""
    start = 0 if low is None else int(np.searchsorted(pairs, low))
    return pairs[start : len(pairs) if high is None else int(np.searchsorted(pairs, high))]


def joined(parts: list[Pairs]) -> Pairs:
    """The parts one behind the other. They are given up, one by one: together they would take twice the memory."""
    found = np.empty(sum(map(len, parts)), np.int64)
    end = len(found)
    while parts:
        part = parts.pop()
        found[end - len(part) : end] = part
        end -= len(part)
    return found
