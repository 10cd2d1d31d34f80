"""Names word by word: which words of two names answer each other, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.comparisons import edit_distances, jaro_winkler

if TYPE_CHECKING:
    from steward.matching.columns import Ints
    from steward.matching.features import WordData


class WordOutcome(IntEnum):
    """What became of one word of a name in the other name, from equal to contradicting."""

    EXACT = 0
    CLOSE = 1
    SIMILAR = 2
    PART = 3
    INITIAL = 4
    LEFT_OUT = 5
    CONFLICT = 6


OUTCOMES = len(WordOutcome)
ROLES = 2

Counts = npt.NDArray[np.int8]
Bits = npt.NDArray[np.float64]

_ALIGNED = (WordOutcome.CLOSE, WordOutcome.SIMILAR, WordOutcome.PART, WordOutcome.INITIAL)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Per pair: how often each outcome occurred (given and family words apart) and log2 chance of the equal words.

    ``chance``: by accident among unrelated people. ``kin_chance``: among people who may share name words.
    """

    counts: Counts
    chance: Bits
    kin_chance: Bits


def align(data: WordData, left: Ints, right: Ints, kin_share: float) -> Alignment:
    """Each word answers at most one word of the other name; the best answers are taken first."""
    first, second = data.ids[left], data.ids[right]
    roles = data.roles[left]
    free_first, free_second = first >= 0, second >= 0
    counts = np.zeros((len(left), ROLES * OUTCOMES), np.int8)
    chance = np.zeros(len(left))
    kin_chance = np.zeros(len(left))
    kin_gain = np.logaddexp2(data.log_share, np.log2(kin_share)) - np.log2(kin_share)
    _take_joined(data, left, right, free_first, free_second)
    width = first.shape[1]
    for i in range(width):
        for j in range(width):
            same = np.flatnonzero(free_first[:, i] & free_second[:, j] & (first[:, i] == second[:, j]))
            if not len(same):
                continue
            free_first[same, i] = False
            free_second[same, j] = False
            _note_exact(counts, chance, kin_chance, same, first[same, i], roles[same, i], data.log_share, kin_gain)
    _note_joined(data, left, right, counts, chance, kin_chance, kin_gain)
    rest = np.flatnonzero(free_first.any(axis=1) & free_second.any(axis=1))
    if len(rest):
        _align_rest(data, first[rest], second[rest], roles[rest], free_first, free_second, counts, rest)
    _note_leftovers(roles, data.roles[right], free_first, free_second, counts)
    return Alignment(counts, chance, kin_chance)


def _take_joined(
    data: WordData, left: Ints, right: Ints, free_first: npt.NDArray[np.bool_], free_second: npt.NDArray[np.bool_]
) -> None:
    """Names that are equal without spaces ("Nur Hayati", "Nurhayati") are dealt with as a whole."""
    whole = _joined_pairs(data, left, right)
    free_first[whole] = False
    free_second[whole] = False


def _joined_pairs(data: WordData, left: Ints, right: Ints) -> npt.NDArray[np.int64]:
    same = (data.joined[left] == data.joined[right]) & (data.joined[left] >= 0)
    same &= ~(data.ids[left] == data.ids[right]).all(axis=1)
    return np.flatnonzero(same)


def _note_joined(
    data: WordData, left: Ints, right: Ints, counts: Counts, chance: Bits, kin_chance: Bits, kin_gain: Bits
) -> None:
    """A whole name in another spelling counts like its fewer, longer words in the same spelling, less a bit."""
    whole = _joined_pairs(data, left, right)
    if not len(whole):
        return
    first, second = data.ids[left[whole]], data.ids[right[whole]]
    fewer = np.where(((first >= 0).sum(axis=1) <= (second >= 0).sum(axis=1))[:, None], first, second)
    for i in range(fewer.shape[1]):
        has = fewer[:, i] >= 0
        _note_exact(
            counts,
            chance,
            kin_chance,
            whole[has],
            fewer[has, i],
            np.zeros(has.sum(), np.int8),
            data.log_share,
            kin_gain,
        )


def _note_exact(
    counts: Counts,
    chance: Bits,
    kin_chance: Bits,
    pairs: npt.NDArray[np.int64],
    words: Ints,
    roles: npt.NDArray[np.int8],
    log_share: Bits,
    kin_gain: Bits,
) -> None:
    counts[pairs, roles.astype(np.int64) * OUTCOMES + WordOutcome.EXACT] += 1
    chance[pairs] += log_share[words]
    kin_chance[pairs] += kin_gain[words]


def _align_rest(
    data: WordData,
    first: Ints,
    second: Ints,
    roles: npt.NDArray[np.int8],
    free_first: npt.NDArray[np.bool_],
    free_second: npt.NDArray[np.bool_],
    counts: Counts,
    rows: npt.NDArray[np.int64],
) -> None:
    """Words that are not equal: other spelling, typo, part, initial."""
    width = first.shape[1]
    open_first, open_second = free_first[rows], free_second[rows]
    which, i_of, j_of = np.nonzero(open_first[:, :, None] & open_second[:, None, :])
    a, b = first[which, i_of], second[which, j_of]
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b)
    distinct, back = np.unique(low * len(data.words) + high, return_inverse=True)
    quality = _word_outcomes(data, distinct // len(data.words), distinct % len(data.words))
    grid = np.zeros((len(rows), width, width), np.int8)
    grid[which, i_of, j_of] = quality[back]
    for outcome in _ALIGNED:
        for i in range(width):
            for j in range(width):
                hit = np.flatnonzero((grid[:, i, j] == outcome) & open_first[:, i] & open_second[:, j])
                if not len(hit):
                    continue
                open_first[hit, i] = False
                open_second[hit, j] = False
                counts[rows[hit], roles[hit, i].astype(np.int64) * OUTCOMES + outcome] += 1
    free_first[rows] = open_first
    free_second[rows] = open_second


def _note_leftovers(
    roles_first: npt.NDArray[np.int8],
    roles_second: npt.NDArray[np.int8],
    free_first: npt.NDArray[np.bool_],
    free_second: npt.NDArray[np.bool_],
    counts: Counts,
) -> None:
    """Words without an answer: they contradict each other as far as both names have some, the rest was left out."""
    for role in range(ROLES):
        a = (free_first & (roles_first == role)).sum(axis=1)
        b = (free_second & (roles_second == role)).sum(axis=1)
        counts[:, role * OUTCOMES + WordOutcome.CONFLICT] = np.minimum(a, b)
        counts[:, role * OUTCOMES + WordOutcome.LEFT_OUT] = np.abs(a - b)


def _word_outcomes(data: WordData, first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> npt.NDArray[np.int8]:
    """The outcome of each pair of different words; 0 where they don't answer each other."""
    left = [data.words[i] for i in first]
    right = [data.words[i] for i in second]
    distance = edit_distances(left, right, 3)
    winkler = jaro_winkler(left, right)
    shorter = np.fromiter((min(len(a), len(b)) for a, b in zip(left, right, strict=True)), np.int64, len(left))
    longer = np.fromiter((max(len(a), len(b)) for a, b in zip(left, right, strict=True)), np.int64, len(left))
    part = np.fromiter((_is_part(a, b) for a, b in zip(left, right, strict=True)), bool, len(left))
    sibling = np.fromiter((_differ_as_siblings(a, b) for a, b in zip(left, right, strict=True)), bool, len(left))
    initial = np.fromiter((a[0] == b[0] for a, b in zip(left, right, strict=True)), bool, len(left)) & (shorter == 1)
    same_fold = (data.folds[first] == data.folds[second]) & (shorter >= 3)
    close = same_fold | ((distance <= 1) & (shorter >= 4)) | ((distance <= 2) & (shorter >= 8))
    similar = (
        ((distance <= 2) & (shorter >= 5)) | ((winkler >= 0.88) & (shorter >= 4)) | ((distance <= 1) & (longer >= 3))
    )
    return np.select(
        [initial, close & ~sibling, part, similar & (shorter >= 3) & ~sibling],
        [WordOutcome.INITIAL, WordOutcome.CLOSE, WordOutcome.PART, WordOutcome.SIMILAR],
        0,
    ).astype(np.int8)


def _is_part(a: str, b: str) -> bool:
    """A name cut short at either end: Rahmat of Rahmatullah, Tris of Sutrisno."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < 3 or len(short) == len(long):
        return False
    return long.startswith(short) or (len(short) >= 4 and long.endswith(short))


def _differ_as_siblings(a: str, b: str) -> bool:
    """Eko and Eka, Putra and Putri: one vowel at the end names another person."""
    return len(a) == len(b) <= 5 and a[:-1] == b[:-1] and a[-1] in "aiou" and b[-1] in "aiou"
