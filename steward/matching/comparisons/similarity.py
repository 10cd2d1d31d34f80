"""How alike texts side by side are, in bulk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler, Postfix, Prefix

if TYPE_CHECKING:
    from collections.abc import Callable

Strings = list[str]

#: rapidfuzz holds the interpreter's lock during one call; small calls keep the window alive.
_PAIRS_PER_CALL = 20_000


def edit_distances(left: Strings, right: Strings, cutoff: int) -> npt.NDArray[np.int64]:
    """Letters inserted, lost, changed or swapped with their neighbour; ``cutoff + 1`` when there are more."""
    return similarities(OSA.distance, left, right, cutoff).astype(np.int64)


def common_beginnings(left: Strings, right: Strings) -> npt.NDArray[np.int64]:
    """How many letters both begin with."""
    return similarities(Prefix.similarity, left, right, None).astype(np.int64)


def common_ends(left: Strings, right: Strings) -> npt.NDArray[np.int64]:
    """How many letters both end with."""
    return similarities(Postfix.similarity, left, right, None).astype(np.int64)


def jaro_winkler(left: Strings, right: Strings) -> npt.NDArray[np.float64]:
    """Similarity 0..1 that forgives differences near the end."""
    return similarities(JaroWinkler.similarity, left, right, None)


def similarities(
    scorer: Callable[..., float], left: Strings, right: Strings, cutoff: int | None
) -> npt.NDArray[np.float64]:
    parts = [
        process.cpdist(
            left[start : start + _PAIRS_PER_CALL],
            right[start : start + _PAIRS_PER_CALL],
            scorer=scorer,
            score_cutoff=cutoff,
            dtype=np.float32,
        )
        for start in range(0, len(left), _PAIRS_PER_CALL)
    ]
    return np.concatenate(parts).astype(np.float64) if parts else np.zeros(0)


def shorter_lengths(left: Strings, right: Strings) -> npt.NDArray[np.int64]:
    """The length of the shorter one of each pair."""
    first = np.fromiter(map(len, left), np.int64, len(left))
    return np.minimum(first, np.fromiter(map(len, right), np.int64, len(right)))
