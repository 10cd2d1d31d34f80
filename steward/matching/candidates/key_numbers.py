"""Numbers for the texts that records are blocked by: compact ones for one table, or the same ones in every table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import numpy as np
import numpy.typing as npt

from steward.matching.columns import encode
from steward.matching.comparisons.signatures import MIXED, hashes, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.matching.columns import Ints
    from steward.matching.features.data import ValueData
    from steward.matching.names.words import NameTable, WordData

#: Two of them make one number of 62 bits.
_BITS = 31
_MASK = (1 << _BITS) - 1
_HIGH_BITS = np.uint64(64 - _BITS)

#: Fewer categories than this, such as two sexes, hardly narrow a key down.
_FEW_CATEGORIES = 8
#: Places that so many records have on average, and no more, are keys of their own.
_FEW_CARRIERS = 4

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many values of a table hold each word: the words' numbers, ascending, and their counts."""

    words: Ints
    counts: Ints

    @classmethod
    def of(cls, words: Ints, counts: Counts) -> WordCounts:
        """The counts of words in any order."""
        order = np.argsort(words, kind="stable")
        return cls(words[order], counts[order].astype(np.int32))

    def look_up(self, words: Ints) -> Counts:
        """The count of each of the words; of unknown ones 1."""
        if not len(self.words):
            return np.ones(len(words), np.int64)
        place = np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)
        return np.where(self.words[place] == words, self.counts[place], 1).astype(np.int64)


class Numbering(Protocol):
    """Gives numbers to keys. ``size``: all numbers of the last call are below; -1 stands for no key."""

    def of_texts(self, texts: Sequence[str]) -> tuple[Ints, int]:
        """A number for each text (-1 for ""), and what all of them are below."""

    def of_values(self, data: ValueData) -> tuple[Ints, int]:
        """A number for each value of each record."""

    def of_words(self, data: WordData) -> tuple[Ints, int]:
        """A number for each word; all spellings of a word share it."""

    def of_names(self, data: WordData) -> tuple[Ints, int]:
        """A number for the names of each record without spaces."""

    def counts(self, name: str, words: Ints, counts: Counts) -> Counts:
        """How often each word occurs in the whole table, where it was counted in these values alone."""

    def has_many(self, name: str, values: int) -> bool:
        """Whether a column of the whole table has enough different values to narrow a key down; here it has some."""

    def is_rare(self, name: str, values: int, records: int) -> bool:
        """Whether few records of the whole table share a value; here ``records`` have so many different ones."""

    def is_common(self, name: str, values: int, records: int) -> bool:
        """Whether many records of the whole table share a value, but by far not all."""


@dataclass(frozen=True, slots=True)
class CompactNumbers:
    """Numbers that run on from 0 within one table."""

    def of_texts(self, texts: Sequence[str]) -> tuple[Ints, int]:
        number = {"": -1}
        codes = np.fromiter((number.setdefault(text, len(number)) for text in texts), np.int32, len(texts))
        return codes, len(number)

    def of_values(self, data: ValueData) -> tuple[Ints, int]:
        return data.ids, len(data.values)

    def of_words(self, data: WordData) -> tuple[Ints, int]:
        # Spellings that a table taught are no keys: they are learnt from the pairs that the keys lead to.
        texts, codes = encode(data.skeletons.tolist())
        return codes, len(texts)

    def of_names(self, data: WordData) -> tuple[Ints, int]:
        return np.stack([data.names.joined, data.others.joined], axis=1), 0

    def counts(self, name: str, words: Ints, counts: Counts) -> Counts:
        del name, words
        return counts

    def has_many(self, name: str, values: int) -> bool:
        del name
        return values >= _FEW_CATEGORIES

    def is_rare(self, name: str, values: int, records: int) -> bool:
        del name
        return values * _FEW_CARRIERS >= records > 0

    def is_common(self, name: str, values: int, records: int) -> bool:
        return self.has_many(name, values) and not self.is_rare(name, values, records)


@dataclass(frozen=True, slots=True)
class LastingNumbers:
    """Numbers made of the texts alone: a record has the same ones whatever others stand beside it.

    Once in some billion pairs two texts share one: two records too many are compared then, no more.
    ``known``, for some records of a table: the families of the whole one, and how often the words of each occur there.
    """

    known: Mapping[str, WordCounts | None] = field(default_factory=dict)

    def of_texts(self, texts: Sequence[str]) -> tuple[Ints, int]:
        numbers = map(crc32, (text.encode("utf-8", "surrogatepass") for text in texts))
        codes = (np.fromiter(numbers, np.uint32, len(texts)) & _MASK).astype(np.int32)
        codes[[not text for text in texts]] = -1
        return codes, _MASK + 1

    def of_values(self, data: ValueData) -> tuple[Ints, int]:
        codes, size = self.of_texts(data.values.tolist())
        return look_up(codes, data.ids), size

    def of_words(self, data: WordData) -> tuple[Ints, int]:
        return self.of_texts(data.skeletons.tolist())

    def of_names(self, data: WordData) -> tuple[Ints, int]:
        spelt, room = hashes(data.skeletons.tolist())
        return np.stack([_joined(names, spelt, room) for names in (data.names, data.others)], axis=1), _MASK + 1

    def counts(self, name: str, words: Ints, counts: Counts) -> Counts:
        known = self.known.get(name)
        return known.look_up(words) if known else counts

    def has_many(self, name: str, values: int) -> bool:
        return name in self.known if self.known else values >= _FEW_CATEGORIES

    def is_rare(self, name: str, values: int, records: int) -> bool:
        return name in self.known if self.known else values * _FEW_CARRIERS >= records > 0

    def is_common(self, name: str, values: int, records: int) -> bool:
        known = name in self.known
        return known if self.known else self.has_many(name, values) and not self.is_rare(name, values, records)


def look_up(codes: Ints, ids: Ints) -> Ints:
    """The codes of ids, -1 for id -1."""
    return np.append(codes, np.int32(-1))[ids]


def _joined(names: NameTable, spelt: npt.NDArray[np.uint64], room: npt.NDArray[np.uint64]) -> Ints:
    key = np.zeros(len(names.ids), np.uint64)
    for place in range(names.ids.shape[1]):
        rows = np.flatnonzero(names.ids[:, place] >= 0)
        key[rows] = joined(key[rows], spelt[names.ids[rows, place]], room[names.ids[rows, place]])
    return np.where(names.joined >= 0, ((key * MIXED) >> _HIGH_BITS).astype(np.int32), np.int32(-1))
