"""Words of names that come together: "sp z oo", "de la", the parts of a legal form.

Counted one by one, the words of "Ceco Handel Sp. z o.o." and "Docohon Handel Sp. z o.o." that agree would be as telling
as a rare name. Where one word mostly brings the other, the other is no news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.matching.columns import Ints
    from steward.matching.names.words import NameTable

Bits = npt.NDArray[np.float64]

#: So many different names, and that share of all, hold a word that brings others: fewer may be one customer's.
_FEWEST_NAMES, _LEAST_SHARE = 10, 0.001
#: It brings a word in so many of its names.
_MOSTLY = 0.5


def companions(names: NameTable, words: int) -> dict[int, tuple[int, float]]:
    """For words that another, at least as usual one mostly brings: that word, and log2 of how often it does.

    Every different name counts once, however many records carry it.
    """
    _, first = np.unique(names.joined, return_index=True)
    ids = names.ids[first]
    counts = np.bincount(ids[ids >= 0], minlength=words)
    # The last one is of no word.
    usual = np.append(counts >= max(_FEWEST_NAMES, _LEAST_SHARE * len(ids)), False)
    rank = np.empty(words, np.int64)
    rank[np.lexsort((np.arange(words), -counts))] = np.arange(words)
    ids = np.where(usual[ids], ids, np.int32(-1))
    ids = ids[(ids >= 0).sum(axis=1) > 1]
    leading, brought = _side_by_side(ids, rank)
    pairs, together = np.unique(leading.astype(np.int64) * words + brought, return_counts=True)
    leading, brought = pairs // words, pairs % words
    share = together / counts[leading]
    found: dict[int, tuple[int, float]] = {}
    for place in np.lexsort((rank[leading], -share)).tolist():
        if share[place] >= _MOSTLY:
            found.setdefault(int(brought[place]), (int(leading[place]), round(float(np.log2(share[place])), 6)))
    return found


def brought_words(words: Sequence[str], known: Mapping[str, tuple[str, float]]) -> tuple[Ints, Bits]:
    """Per word the number of the one that brings it, -1 for none, and log2 of how often that one does."""
    by, often = np.full(len(words), -1, np.int32), np.zeros(len(words))
    number = dict(zip(words, range(len(words)), strict=True)) if known else {}
    for word, (bringing, log_share) in known.items():
        if word in number and bringing in number:
            by[number[word]], often[number[word]] = number[bringing], log_share
    return by, often


def _side_by_side(ids: Ints, rank: npt.NDArray[np.int64]) -> tuple[Ints, Ints]:
    """Every two words of each name, the more usual one first."""
    i, j = np.triu_indices(ids.shape[1], 1)
    a, b = ids[:, i].ravel(), ids[:, j].ravel()
    both = (a >= 0) & (b >= 0)
    a, b = a[both], b[both]
    swapped = rank[a] > rank[b]
    return np.where(swapped, b, a), np.where(swapped, a, b)
