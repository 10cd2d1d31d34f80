"""Words of headers that were cut short or misspelt: "OCPT", "Plaf", "Panggiln"; each as the one that it can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_VOWEL = re.compile(r"[aeiou]")
#: Shorter ones are the beginning, or the consonants, of too many words.
_SHORTEST = 4
#: Of shorter ones too many differ by one letter.
_SHORTEST_SPELT = 6
_ENDINGS = frozenset({"an", "kan", "nya", "i"})


@dataclass(frozen=True, slots=True)
class ShortWords:
    """Known words by their short forms: those that are usual, by their consonants, and by their beginning."""

    usual: Mapping[str, str]
    by_consonants: Mapping[str, str]
    by_beginning: Mapping[str, str]
    one_letter_out: Mapping[str, str]

    @classmethod
    def of(cls, vocabulary: Iterable[str], usual: Mapping[str, Sequence[str]], names: Collection[str]) -> ShortWords:
        """The short forms of these words; ``usual``: word -> what people write for it.

        ``names`` of people are no beginnings: a row of "Siti" would be read as one of headers, "sitio".
        """
        words = sorted(word for word in vocabulary if word.isalpha())
        by_consonants: dict[str, list[str]] = {}
        by_beginning: dict[str, list[str]] = {}
        one_letter_out: dict[str, list[str]] = {}
        for word in words:
            for shorter in (word, *_one_letter_out(word)) if len(word) >= _SHORTEST_SPELT else ():
                one_letter_out.setdefault(shorter, []).append(word)
            bare = _consonants(word)
            for length in range(_SHORTEST, len(bare) + 1):
                by_consonants.setdefault(bare[:length], []).append(word)
            for length in range(_SHORTEST, len(word)):
                # "Salur" is no short "saluran" but what that grew out of.
                if word[:length] not in names and word[length:] not in _ENDINGS:
                    by_beginning.setdefault(word[:length], []).append(word)
        return cls(
            {short: word for word, shorts in usual.items() for short in shorts},
            _told_apart(by_consonants),
            _told_apart(by_beginning),
            {shorter: found[0] for shorter, found in one_letter_out.items() if len(found) == 1},
        )

    def whole(self, short: str) -> str:
        """The word that a short one stands for; itself when there is none, or more than one."""
        if (word := self.usual.get(short) or self.by_beginning.get(short)) is not None:
            return word
        bare = _consonants(short)
        # A word with vowels in it is whole, whatever its consonants are.
        return self.by_consonants.get(bare, short) if len(bare) == len(short) else short

    def corrected(self, word: str) -> str:
        """The one known word from which this differs by a letter that is missing, wrong or too many, else itself."""
        if len(word) < _SHORTEST_SPELT - 1 or not word.isalpha():
            return word
        found = {self.one_letter_out[text] for text in (word, *_one_letter_out(word)) if text in self.one_letter_out}
        return found.pop() if len(found) == 1 else word


def _one_letter_out(word: str) -> set[str]:
    """The word without one of its letters, the first excepted: nobody gets that wrong."""
    return {word[:at] + word[at + 1 :] for at in range(1, len(word))}


def _consonants(word: str) -> str:
    """A word without its vowels, its first letter excepted, and no consonant twice in a row."""
    bare = word[:1] + _VOWEL.sub("", word[1:])
    return "".join(letter for letter, _ in groupby(bare))


def _told_apart(found: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The short forms of one word only, or of one and what grew out of it: "plafon" and "plafond"."""
    return {short: words[0] for short, words in found.items() if all(word.startswith(words[0]) for word in words)}
