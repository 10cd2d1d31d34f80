"""Pairs of rows as one number each: of millions of them, sorting numbers is many times faster than anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from steward.matching.columns import Ints

#: Left before right.
Pairs = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int64]

_RIGHT_BITS = 31


def packed(a: Rows, b: Rows) -> Pairs:
    """Pairs of rows as one number each; ``a`` is before ``b``."""
    return a << _RIGHT_BITS | b


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


def joined(parts: list[Pairs]) -> Pairs:
    """The parts one behind the other. They are given up, one by one: together they would take twice the memory."""
    found = np.empty(sum(map(len, parts)), np.int64)
    end = len(found)
    while parts:
        part = parts.pop()
        found[end - len(part) : end] = part
        end -= len(part)
    return found
