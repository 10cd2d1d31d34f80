"""Words of firms' names that go with a place: trades in the language of a country, a town that is part of the name.

Counted over all records, "Stål" and "Göteborg" that agree would be two rare coincidences. But where everybody speaks
Swedish steel is sold as "Stål", and two firms of one town that both sell it are common.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.matching.columns import Ints
    from steward.matching.names.words import NameTable

Bits = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

#: So many different names of a place hold a word that goes with it: fewer may be one firm's, written differently; and
#: some of them may be one firm's in any case.
_FEWEST_NAMES, _OF_ONE_FIRM = 8, 3
#: As if so many names of each place were known in which words are as common as everywhere.
_BELIEF = 20.0
#: Words that are hardly more common there than elsewhere go with no place.
_LEAST_BITS = 0.5


@dataclass(frozen=True, slots=True)
class LocalWords:
    """Words by the places of one column.

    ``places``: each record's, by its number, -1 where it is not known; ``keys``, sorted: the number of a place times
    the number of words, plus that of a word; ``bits``: how much (log2) more common that word is there.
    """

    places: Ints
    words: int
    keys: Numbers
    bits: Bits

    @classmethod
    def counted(cls, names: NameTable, words: int, places: Ints) -> Self:
        """From the names of all records. Every different name counts once for a place, however many records carry it
        there."""
        rows = np.flatnonzero((places >= 0) & (names.joined >= 0))
        # However its words are set apart, a name is counted as it is first written, here and everywhere.
        _, once, written = np.unique(names.joined, return_index=True, return_inverse=True)
        usual = _shares(names.ids[once], words)
        if not len(rows):
            return cls(places, words, np.zeros(0, np.int64), np.zeros(0))
        by_place = places[rows].astype(np.int64) * (int(names.joined.max()) + 1) + names.joined[rows]
        rows = rows[np.unique(by_place, return_index=True)[1]]
        here = np.bincount(places[rows])
        ids = names.ids[once[written[rows]]]
        found = places[rows].astype(np.int64)[:, None] * words + ids
        keys, counts = np.unique(found[ids >= 0], return_counts=True)
        keys, counts = keys[counts >= _FEWEST_NAMES], counts[counts >= _FEWEST_NAMES]
        place, word = keys // words, keys % words
        share = (counts - _OF_ONE_FIRM + _BELIEF * usual[word]) / (here[place] + _BELIEF)
        bits = np.round(np.log2(share / usual[word]), 6)
        return cls(places, words, keys[bits >= _LEAST_BITS], bits[bits >= _LEAST_BITS])

    @classmethod
    def known(
        cls, words: Sequence[str], places: Ints, names: Sequence[str], known: Mapping[str, Mapping[str, float]]
    ) -> Self:
        """Those of a model (see ``told``) in other records; ``names``: what places are called, by their numbers."""
        number = dict(zip(words, range(len(words)), strict=True))
        found = sorted(
            (place * len(words) + number[word], bits)
            for place, name in enumerate(names)
            for word, bits in known.get(name, {}).items()
            if word in number
        )
        keys, bits = np.array([key for key, _ in found], np.int64), np.array([bits for _, bits in found])
        return cls(places, len(words), keys, bits)

    def told(self, words: Sequence[str], names: Sequence[str]) -> dict[str, dict[str, float]]:
        """For each place the words that go with it, and how much more common they are there."""
        found: dict[str, dict[str, float]] = {}
        for key, bits in zip(self.keys.tolist(), self.bits.tolist(), strict=True):
            found.setdefault(names[key // self.words], {})[words[key % self.words]] = bits
        return found

    def gain(self, left: Ints, right: Ints, words: Ints) -> Bits:
        """How much (log2) more common each word is than everywhere, where both records are of one place."""
        gain = np.zeros(len(words))
        at = np.flatnonzero((self.places[left] == self.places[right]) & (self.places[left] >= 0))
        if len(at) and len(self.keys):
            wanted = self.places[left[at]].astype(np.int64) * self.words + words[at]
            place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
            gain[at] = np.where(self.keys[place] == wanted, self.bits[place], 0.0)
        return gain


def _shares(ids: Ints, words: int) -> Bits:
    """The share of the names that hold each word."""
    return np.asarray(np.bincount(ids[ids >= 0], minlength=words) / len(ids))
