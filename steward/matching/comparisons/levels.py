"""The ordered levels of a comparison, from equal to different, and where their limits lie.

A level's number is its position in ``LEVELS``. Likeness of words is given in percent, from 0 to 100.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from steward.domain.pairs import Level

Levels = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

LEVELS: tuple[Level, ...] = (Level.EXACT, Level.CLOSE, Level.SIMILAR, Level.PARTIAL, Level.DIFFERENT)
EXACT, CLOSE, SIMILAR, PARTIAL, DIFFERENT = range(5)
MISSING = -1

#: Mailbox names that have most letters in common.
MUCH_ALIKE, SHORTEST_ALIKE = 75, 5


def levels_of_addresses(words: Floats, same_house: Mask, unknown_house: Mask) -> Levels:
    """Close: the same words and house number; similar: much the same; partial: the street, but another number."""
    return np.select(
        [
            (words >= 88) & same_house,
            (words >= 72) & same_house | (words >= 92) & unknown_house,
            (words >= 80) & ~same_house | (words >= 60) & same_house,
        ],
        [CLOSE, SIMILAR, PARTIAL],
        DIFFERENT,
    ).astype(np.int8)


def levels_of_localities(words: Floats, winkler: Floats) -> Levels:
    """Close: a typo, or one name holds the other; partial: somewhat alike."""
    return np.select(
        [(words >= 92) | (winkler >= 0.93), (words >= 75) | (winkler >= 0.85)], [CLOSE, PARTIAL], DIFFERENT
    ).astype(np.int8)


def levels_of_texts(words: Floats) -> Levels:
    """By the words in common."""
    return np.select([words >= 92, words >= 80, words >= 60], [CLOSE, SIMILAR, PARTIAL], DIFFERENT).astype(np.int8)


def levels_of_numbers(a: Floats, b: Floats) -> Levels:
    """Close: within two percent; partial: within ten percent."""
    gap = np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-9)
    return np.select([gap <= 0.02, gap <= 0.1], [CLOSE, PARTIAL], DIFFERENT).astype(np.int8)
