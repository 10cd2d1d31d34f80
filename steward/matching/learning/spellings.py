"""Spellings of one name, told by the records of a table: Tariq and Tareq, Youssef and Yousif.

Two usual words that differ by a letter are two names as a rule. Where the same people, known by their birth date or id
and by something else besides, are written now with the one and now with the other, they are one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.features.data import ValueData, with_folds
from steward.matching.names.word_outcomes import WordOutcome, outcomes_of
from steward.matching.names.words import WordData

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature, Shares

_T = AttributeType

#: What one person has for life; twins share the date.
_LASTING = (_T.DATE, _T.NATIONAL_ID)
_TELLING = (*_LASTING, _T.CODE, _T.PHONE, _T.EMAIL)
#: About so many pairs of records known to be one person's are looked at.
_MOST_PAIRS = 20_000
#: That often the spellings change in them, at least, and in that share of the pairs in which they don't: twins named
#: alike, and names mistyped, are rarer.
_LEAST_TIMES, _LEAST_SHARE = 3, 0.1
_ALIKE = (WordOutcome.CLOSE, WordOutcome.SIMILAR)


def with_spellings(
    features: Sequence[Feature],
    data: Sequence[FeatureData],
    shares: Sequence[Shares],
    left: Ints,
    right: Ints,
    progress: Progress,
) -> tuple[list[FeatureData], list[Shares]]:
    """The same features, knowing which words of the customers' names are spellings of one.

    (left[i], right[i]): the pairs of records that may be one customer's.
    """
    new_data, new_shares = list(data), list(shares)
    names = data[0] if data else None
    if isinstance(names, WordData):
        known = np.flatnonzero(_are_one_person(features, data, left, right, progress))
        known = known[:: max(1, len(known) // _MOST_PAIRS)]
        progress.check()
        spellings = _spellings(names, left[known], right[known])
        progress.check()
        if spellings:
            new_data[0] = with_folds(names, spellings)
            new_shares[0] = replace(shares[0], spellings=spellings)
    return new_data, new_shares


def _are_one_person(
    features: Sequence[Feature], data: Sequence[FeatureData], left: Ints, right: Ints, progress: Progress
) -> npt.NDArray[np.bool_]:
    """Whatever their names: they have something lasting and something else in common."""
    same, lasting = np.zeros(len(left), np.int8), np.zeros(len(left), bool)
    for feature, values in zip(features, data, strict=True):
        if isinstance(values, ValueData) and feature.type in _TELLING:
            progress.check()
            held = np.ascontiguousarray(values.ids[:, 0])
            first = held[left]
            equal = (first >= 0) & (first == held[right])
            same += equal
            if feature.type in _LASTING:
                lasting |= equal
    return np.asarray(lasting & (same > 1))


def _spellings(names: WordData, left: Ints, right: Ints) -> dict[str, str]:
    """What all spellings of a word share -> what those of another, more usual one share, which is the same name."""
    kept, changed = Counter[int](), Counter[tuple[int, int]]()
    for first, second in zip(names.names.ids[left].tolist(), names.names.ids[right].tolist(), strict=True):
        mine, others = set(first) - {-1}, set(second) - {-1}
        kept.update(mine & others)
        changed.update((min(a, b), max(a, b)) for a in mine - others for b in others - mine)
    often = [
        pair
        for pair, times in sorted(changed.items())
        if times >= max(_LEAST_TIMES, _LEAST_SHARE * min(kept[pair[0]], kept[pair[1]]))
    ]
    if not often:
        return {}
    a, b = np.array(often, np.int64).T
    is_alike = np.isin(outcomes_of(names, a.astype(np.int32), b.astype(np.int32)), _ALIKE)
    is_new = names.shapes.folds[a] != names.shapes.folds[b]
    alike = np.flatnonzero(is_alike & is_new).tolist()
    return _joined(names, [often[place] for place in alike], changed, kept)


def _joined(
    names: WordData, pairs: Sequence[tuple[int, int]], changed: Mapping[tuple[int, int], int], kept: Mapping[int, int]
) -> dict[str, str]:
    """Each word is a spelling of the more usual one that it changes with most often."""
    best: dict[int, tuple[int, int]] = {}
    for pair in pairs:
        usual, rare = sorted(pair, key=lambda word: (-kept[word], word))
        best[rare] = max(best.get(rare, (0, usual)), (changed[pair], usual))
    found = {}
    for rare in sorted(best):
        root = rare
        while root in best:
            root = best[root][1]
        found[names.skeletons[rare]] = names.skeletons[root]
    return found
