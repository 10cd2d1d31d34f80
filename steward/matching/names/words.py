"""The words of names as numbers, and what is seen of them at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.comparisons.signatures import (
    Signatures,
    beginnings,
    common_letters,
    ends,
    may_be_one_error,
    signatures,
    within_errors,
)
from steward.matching.comparisons.wording import Letters
from steward.standardize.names import nicknames_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints
    from steward.matching.names.local_words import LocalWords
    from steward.matching.texts import Texts

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32] | npt.NDArray[np.int64]

#: Words of one name beyond these are not compared.
MOST_WORDS = 6
#: How long the shorter of two words must be, to be a part of the other; and to be one with it in spite of one error,
#: of two errors; and to be similar in spite of two errors.
_PART, _CLOSE, _CLOSE_WITH_TWO_ERRORS, _SIMILAR_WITH_TWO_ERRORS = 3, 4, 8, 5
_MOST_ERRORS = 2
#: As alike as that, words of some length may answer each other.
LEAST_WINKLER = 0.88
#: Parts of Korean syllables, and Chinese signs.
_DENSE = re.compile("[\u1100-\u11ff\u3400-\u9fff]")
#: The least letters in common, as shares of either word, for such a similarity of words that begin alike.
_LEAST_IN_COMMON = 1.3999


class Role(IntEnum):
    """What kind of name a word belongs to; each kind has its own weights."""

    GIVEN = 0
    FAMILY = 1
    ORGANIZATION = 2


@dataclass(frozen=True, slots=True)
class NameTable:
    """One name per record: word numbers and roles (-1 = no more words), and a number for the name without spaces.

    ``role_sets``: one bit per role that occurs in the name.
    """

    ids: Ints
    roles: npt.NDArray[np.int8]
    joined: Ints
    role_sets: npt.NDArray[np.int8]

    @classmethod
    def of(cls, ids: Ints, roles: npt.NDArray[np.int8], joined: Ints) -> NameTable:
        """Names of the given words."""
        role_sets = np.zeros(len(ids), np.int8)
        for place in range(ids.shape[1]):
            role_sets |= np.where(ids[:, place] >= 0, np.int8(1) << roles[:, place], np.int8(0))
        return cls(ids, roles, joined, role_sets)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How pairs of different words may answer each other at best.

    ``same_fold``: spellings of one word; ``close`` and ``similar``: typing errors; ``part``: cut short, or a nickname.
    """

    same_fold: Mask
    close: Mask
    similar: Mask
    part: Mask
    initial: Mask


@dataclass(frozen=True, slots=True)
class WordShapes:
    """What tells words apart at a glance. ``folds``: a number that all spellings of a word share; ``is_dense``: a few
    signs are a whole name, as in Chinese and Korean."""

    letters: Letters
    signatures: Signatures
    beginnings: Signatures
    ends: Signatures
    folds: Ints
    has_spellings: Mask
    ends_in_vowel: Mask
    is_nickname: Mask
    is_dense: Mask

    @classmethod
    def of(cls, words: Sequence[str], folds: Ints) -> WordShapes:
        """The shapes of all words."""
        count = len(words)
        return cls(
            Letters.of(words),
            signatures(words),
            beginnings(words),
            ends(words),
            folds,
            np.bincount(folds)[folds] > 1 if count else np.zeros(0, bool),
            np.fromiter((word[-1] in "aiou" for word in words), bool, count),
            np.fromiter((bool(nicknames_of(word)) for word in words), bool, count),
            np.fromiter((_DENSE.match(word) is not None for word in words), bool, count),
        )

    @property
    def lengths(self) -> Ints:
        """How many letters each word has."""
        return self.letters.lengths

    def may_answer(self, first: Numbers, second: Numbers) -> Mask:
        """False where pairs of different words can't answer each other: a quick look at their letters."""
        lengths, others = self.lengths[first], self.lengths[second]
        common = self.letters.common(first, second)
        answer = np.maximum(lengths, others) - common <= _MOST_ERRORS
        # The least common letters that words much alike at the beginning can have, and words that hold each other.
        answer |= common * (lengths + others) >= _LEAST_IN_COMMON * (lengths * others)
        answer |= common >= np.minimum(lengths, others)
        answer |= self.has_spellings[first] & self.has_spellings[second]
        return np.asarray(answer | self.is_nickname[first] | self.is_nickname[second])

    def likeness(self, first: Numbers, second: Numbers) -> Likeness:
        """A closer look at pairs of different words that may answer each other."""
        lengths, others = self.lengths[first], self.lengths[second]
        shorter, longer = np.minimum(lengths, others), np.maximum(lengths, others)
        start = common_letters(self.beginnings[first], self.beginnings[second])
        end = common_letters(self.ends[first], self.ends[second])
        few_errors = longer - self.letters.common(first, second) <= _MOST_ERRORS
        few_errors &= within_errors(self.signatures[first], self.signatures[second], _MOST_ERRORS)
        one_error = may_be_one_error(lengths, others, start, end)
        similar = (few_errors & (shorter >= _SIMILAR_WITH_TWO_ERRORS)) | (one_error & (shorter >= _PART))
        similar |= (self.letters.jaro_winkler(first, second, start) >= LEAST_WINKLER) & (shorter >= _CLOSE)
        part = ((start >= shorter) | (end >= shorter)) & (shorter >= _PART)
        return Likeness(
            (self.folds[first] == self.folds[second]) & (shorter > 1),
            (one_error & (shorter >= _CLOSE)) | (few_errors & (shorter >= _CLOSE_WITH_TWO_ERRORS)),
            similar,
            part | self.is_nickname[first] | self.is_nickname[second],
            (shorter == 1) & (start > 0),
        )


@dataclass(frozen=True, slots=True)
class Echoes:
    """What e-mail addresses or handles of one column spell: distinct letters, and the number of each record's.

    Number -1 finds the "" at the end.
    """

    texts: Texts
    codes: Ints
    signatures: Signatures

    def contain(self, words: Sequence[str], records: Numbers) -> Mask:
        """Where the record's letters hold the word."""
        texts = self.texts[self.codes[records]].tolist()
        return np.fromiter(map(str.__contains__, texts, words), bool, len(texts))


@dataclass(frozen=True, slots=True)
class WordData:
    """A word feature of all records.

    ``names``: the main name; ``others``: the organization beside a person's name, because lists of firms
    often carry the contact person as the name. ``skeletons``: what all spellings of each word share; ``keys``: the
    hashes of the names without spaces, sorted. By their numbers ``crowd``: how many customers of each name are known,
    and ``whole_share``: log2 share of the records that carry it (and one more number, for no name). ``brought_by``: per
    word the one that mostly brings it, -1 for none, and ``brought``: log2 of how often it does. ``rarest``: log2 share
    of the rarest words; ``echoes``: the letters of e-mail addresses and handles, ``echo_signatures``: those of
    each record, all columns together; ``local``: words that go with places, one of each column of places.
    """

    words: Texts
    shapes: WordShapes
    skeletons: Texts
    keys: Signatures
    names: NameTable
    others: NameTable
    log_share: npt.NDArray[np.float64]
    crowd: npt.NDArray[np.float64]
    whole_share: npt.NDArray[np.float64]
    brought_by: Ints
    brought: npt.NDArray[np.float64]
    rarest: float
    echoes: tuple[Echoes, ...]
    echo_signatures: Signatures
    local: tuple[LocalWords, ...] = ()

    def are_echoed(self, words: Numbers, records: Numbers) -> Mask:
        """Where the words stand in the records' e-mail addresses or handles."""
        spelt = self.words[words].tolist()
        found = np.zeros(len(spelt), bool)
        for echoes in self.echoes:
            found |= echoes.contain(spelt, records)
        return found

    def share_an_echo(self, records: Numbers, others: Numbers) -> Mask:
        """Where two records have the letters of an e-mail address or handle in common."""
        found = np.zeros(len(records), bool)
        for echoes in self.echoes:
            found |= (echoes.codes[records] == echoes.codes[others]) & (echoes.codes[records] >= 0)
        return found

    def joined_names(self, chosen: Mask) -> dict[int, str]:
        """Names without spaces, by their number; ``chosen``: which."""
        # Number -1 finds the last one: no name.
        wanted = np.append(chosen, False)
        found: dict[int, str] = {}
        for table in (self.names, self.others):
            rows = np.flatnonzero(wanted[table.joined])
            numbers, first = np.unique(table.joined[rows], return_index=True)
            for number, row in zip(numbers.tolist(), rows[first].tolist(), strict=True):
                words = table.ids[row]
                found[number] = "".join(self.skeletons[words[words >= 0]].tolist())
        return found
