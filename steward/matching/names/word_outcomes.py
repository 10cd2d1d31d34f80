"""How one word of a name answers another: the same, in another spelling, mistyped, cut short, or not at all."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.comparisons.similarity import common_beginnings, common_ends, edit_distances, jaro_winkler
from steward.matching.names.words import LEAST_WINKLER
from steward.standardize.names import nicknames_of

if TYPE_CHECKING:
    from steward.matching.columns import Ints
    from steward.matching.names.words import WordData

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

#: How many signs, or parts of syllables, a word has that may hold an error.
_LONG_OF_SIGNS = 6


class WordOutcome(IntEnum):
    """What became of one word of a name in the other name, from equal to contradicting.

    An echoed word is not in the other name, but in that record's e-mail address or handle.
    """

    EXACT = 0
    CLOSE = 1
    SIMILAR = 2
    PART = 3
    INITIAL = 4
    ECHOED = 5
    LEFT_OUT = 6
    CONFLICT = 7


OUTCOMES = len(WordOutcome)


def outcomes_of(data: WordData, first: Ints, second: Ints) -> npt.NDArray[np.int8]:
    """The outcome of each pair of different words, 0 where they don't answer each other; each distinct pair once."""
    low, high = np.minimum(first, second).astype(np.int64), np.maximum(first, second)
    distinct, back = np.unique(low * len(data.words) + high, return_inverse=True)
    a, b = distinct // len(data.words), distinct % len(data.words)
    outcomes = np.zeros(len(distinct), np.int8)
    hopeful = np.flatnonzero(data.shapes.may_answer(a, b))
    outcomes[hopeful] = _word_outcomes(data, a[hopeful], b[hopeful])
    return outcomes[back]


def _word_outcomes(data: WordData, first: Rows, second: Rows) -> npt.NDArray[np.int8]:
    left, right = data.words[first].tolist(), data.words[second].tolist()
    lengths = data.shapes.lengths
    shorter = np.minimum(lengths[first], lengths[second])
    longer = np.maximum(lengths[first], lengths[second])
    distance = edit_distances(left, right, 2)
    prefix = common_beginnings(left, right)
    suffix = common_ends(left, right)
    winkler = jaro_winkler(left, right)
    initial = (shorter == 1) & (prefix == 1)
    cut = (shorter >= 3) & (longer > shorter) & ((prefix == shorter) | ((suffix == shorter) & (shorter >= 4)))
    sibling = _differ_as_siblings(data, first, second, shorter, longer, prefix)
    same_fold = (data.shapes.folds[first] == data.shapes.folds[second]) & (shorter >= 2)
    close = ((distance <= 1) & (shorter >= 4)) | ((distance <= 2) & (shorter >= 8))
    similar = ((distance <= 2) & (shorter >= 5)) | ((winkler >= LEAST_WINKLER) & (shorter >= 4))
    # One sign more or another one makes another name of three; only longer words may hold an error.
    dense = data.shapes.is_dense[first] | data.shapes.is_dense[second]
    cut &= ~dense | (shorter >= _LONG_OF_SIGNS)
    similar = np.where(dense, (distance <= 1) & (shorter >= _LONG_OF_SIGNS), similar & ~sibling)
    return np.select(
        [
            initial & ~dense,
            same_fold | close & ~sibling & ~dense,
            cut | _are_nicknames(data, first, second),
            similar | (distance <= 1) & (shorter == 3) & ~dense,
        ],
        [WordOutcome.INITIAL, WordOutcome.CLOSE, WordOutcome.PART, WordOutcome.SIMILAR],
        0,
    ).astype(np.int8)


def _are_nicknames(data: WordData, first: Rows, second: Rows) -> Mask:
    """One word is a usual short form of the other, or both are of one name and no other: Betty and Bess."""
    found = np.zeros(len(first), bool)
    for row in np.flatnonzero(data.shapes.is_nickname[first] | data.shapes.is_nickname[second]).tolist():
        a, b = data.words[first[row]], data.words[second[row]]
        names, others = nicknames_of(a), nicknames_of(b)
        found[row] = a in others or b in names or (len(names) == 1 and names == others)
    return found


def _differ_as_siblings(
    data: WordData,
    first: Rows,
    second: Rows,
    shorter: npt.NDArray[np.int64],
    longer: npt.NDArray[np.int64],
    prefix: npt.NDArray[np.int64],
) -> Mask:
    """Eko and Eka, Putra and Putri: one vowel at the end names another person."""
    vowels = data.shapes.ends_in_vowel[first] & data.shapes.ends_in_vowel[second]
    return np.asarray(vowels & (shorter == longer) & (longer <= 5) & (prefix == longer - 1))
