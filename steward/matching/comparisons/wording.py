"""The letters and words of texts, and how alike two texts can be at best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.comparisons.signatures import Signatures, letters, strange_letters, word_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int32] | npt.NDArray[np.int64]
LetterCounts = npt.NDArray[np.uint8]

#: What letters at the beginning add to the similarity of Jaro and Winkler: so much each, of so many.
_BEGINNING, _LONGEST_BEGINNING = 0.1, 4
#: Similarities are floating-point numbers: what misses a limit by less than this may reach it.
_SLACK = 1e-4


@dataclass(frozen=True, slots=True)
class Letters:
    """The lengths of texts and the letters that occur in them."""

    lengths: npt.NDArray[np.int32]
    letters: Signatures

    @classmethod
    def of(cls, values: Sequence[str]) -> Letters:
        """Of all texts."""
        return cls(np.fromiter(map(len, values), np.int32, len(values)), letters(values))

    def common(self, first: Numbers, second: Numbers) -> npt.NDArray[np.int32]:
        """How many letters two texts can have in common, in whatever order."""
        a, b = self.letters[first], self.letters[second]
        return np.asarray(
            np.minimum(self.lengths[first] - strange_letters(a, b), self.lengths[second] - strange_letters(b, a))
        )

    def likeness(self, first: Numbers, second: Numbers) -> Floats:
        """How alike two texts without a word in common can be in percent, with their words in any order."""
        sizes = np.maximum(self.lengths[first] + self.lengths[second], 1)
        return np.asarray(200.0 * self.common(first, second) / sizes + 100 * _SLACK)

    def jaro_winkler(self, first: Numbers, second: Numbers, same_beginning: LetterCounts) -> Floats:
        """The highest similarity of Jaro and Winkler that texts can have that begin with so many same letters."""
        common = self.common(first, second)
        shares = common / np.maximum(self.lengths[first], 1) + common / np.maximum(self.lengths[second], 1)
        jaro = (shares + 1.0) / 3.0
        return np.asarray(jaro + _BEGINNING * np.minimum(same_beginning, _LONGEST_BEGINNING) * (1.0 - jaro) + _SLACK)


@dataclass(frozen=True, slots=True)
class Wording:
    """The letters and the words of texts."""

    letters: Letters
    words: Signatures

    @classmethod
    def of(cls, values: Sequence[str]) -> Wording:
        """A text that says a word twice may be taken for a shorter one: nothing can be told of it."""
        words = word_marks(values)
        words[[len(split) > len(set(split)) for split in map(str.split, values)]] = ~np.uint64(0)
        return cls(Letters.of(values), words)

    def likeness(self, first: Numbers, second: Numbers) -> Floats:
        """How alike two texts can be in percent; one may hold the other if they may have a word in common."""
        share = (self.words[first] & self.words[second]) > 0
        return np.asarray(np.where(share, 100.0, self.letters.likeness(first, second)))
