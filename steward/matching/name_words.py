"""The words of names: what is taken from name columns for comparing, and in which role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.columns import SEPARATOR, Coded, Ints, encode
from steward.matching.signatures import Signatures, signatures
from steward.standardize.names import canonical_token, fold_spelling, name_tokens, nicknames_of
from steward.standardize.organizations import is_organization, organization_core

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Column

_T = AttributeType

_NO_LETTERS = re.compile(r"[\W\d_]+")

#: Words of one name beyond these are not compared.
MOST_WORDS = 6
#: Two wrong letters can change four bits of the letters that occur; one more for words much alike at the start.
_LETTERS_APART = 5


class Role(IntEnum):
    """What kind of name a word belongs to; each kind has its own weights."""

    GIVEN = 0
    FAMILY = 1
    ORGANIZATION = 2


Words = list[tuple[str, Role]]


@dataclass(frozen=True, slots=True)
class NameTable:
    """One name per record: word numbers and roles (-1 = no more words), and a number for the name without spaces."""

    ids: Ints
    roles: npt.NDArray[np.int8]
    joined: Ints


@dataclass(frozen=True, slots=True)
class WordShapes:
    """What tells words apart at a glance. ``letters``: one bit per letter that occurs."""

    lengths: npt.NDArray[np.int64]
    letters: npt.NDArray[np.uint32]
    signatures: Signatures
    ends_in_vowel: npt.NDArray[np.bool_]
    is_nickname: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, words: Sequence[str]) -> WordShapes:
        """The shapes of all words."""
        count = len(words)
        return cls(
            np.fromiter(map(len, words), np.int64, count),
            np.fromiter(map(_letter_bits, words), np.uint32, count),
            signatures(words),
            np.fromiter((word[-1] in "aiou" for word in words), bool, count),
            np.fromiter((bool(nicknames_of(word)) for word in words), bool, count),
        )

    def may_be_alike(self, first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """False where two words differ in too many letters to answer each other."""
        a, b = self.letters[first], self.letters[second]
        few_differ = np.bitwise_count(a ^ b) <= _LETTERS_APART
        contained = ((a & b) == a) | ((a & b) == b)
        return np.asarray(few_differ | contained | self.is_nickname[first] | self.is_nickname[second])


def _letter_bits(word: str) -> int:
    bits = 0
    for char in set(word):
        bits |= 1 << (ord(char) & 31)
    return bits


@dataclass(frozen=True, slots=True)
class WordData:
    """A word feature of all records.

    ``names``: the main name; ``others``: the organization beside a person's name, because lists of firms
    often carry the contact person as the name. ``folds``: a number per word that its other spellings share;
    ``keys``: the names without spaces, by their number; ``crowd``: how many customers of that name are known;
    ``rarest``: log2 share of the rarest words; ``echoes``: the letters of each record's e-mail addresses and handles,
    ``echo_signatures``: their signatures.
    """

    words: npt.NDArray[np.object_]
    shapes: WordShapes
    folds: Ints
    keys: list[str]
    names: NameTable
    others: NameTable
    log_share: npt.NDArray[np.float64]
    crowd: npt.NDArray[np.float64]
    rarest: float
    echoes: npt.NDArray[np.object_]
    echo_signatures: Signatures


def read_names(columns: Sequence[Column], progress: Progress) -> tuple[list[Words], list[Words], Ints]:
    """Main and other names of the distinct rows of ``columns``, and for each record the number of its row."""
    distinct, codes = _distinct_rows([Coded(*encode(c.values)) for c in columns])
    types = [c.type for c in columns]
    has_full = _T.NAME in types
    progress.check()
    words_of = [_words_of_cells({row[i] for row in distinct}, type_, has_full) for i, type_ in enumerate(types)]
    progress.check()
    read = [_names_of(row, types, words_of) for row in distinct]
    progress.check()
    return [main for main, _ in read], [other for _, other in read], codes


def _distinct_rows(columns: Sequence[Coded]) -> tuple[list[tuple[str, ...]], Ints]:
    """The different rows, sorted, and the number of each."""
    combined = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        # Numbered anew after each column, so that no product of counts outgrows the integers.
        combined = combined * (len(column.distinct) + 1) + column.codes + 1
        _, first, combined = np.unique(combined, return_index=True, return_inverse=True)
    rows = list(zip(*(column.rearranged(first) for column in columns), strict=True))
    return rows, combined.astype(np.int32)


def read_echoes(columns: Sequence[Column], records: int) -> npt.NDArray[np.object_]:
    """The letters of e-mail addresses and handles, which often spell the name."""
    echoes = np.full(records, "", object)
    for column in columns:
        distinct, codes = encode(column.values)
        letters = [" " + _NO_LETTERS.sub("", cell.lower()) for cell in distinct]
        echoes += np.array([*letters, ""], object)[codes]
    return echoes


def joined_names(named: Sequence[Words], skeletons: Mapping[str, str]) -> list[str]:
    """Each name without spaces and spelling differences; ``skeletons``: what all spellings of each word share."""
    return ["".join([skeletons[word] for word, _ in words]) for words in named]


def tabulate(named: Sequence[Words], number: dict[str, int], joined: Ints, codes: Ints) -> NameTable:
    """The names as numbers, spread over the records."""
    width = max(1, min(MOST_WORDS, max(map(len, named), default=1)))
    ids = np.full((len(named) + 1, width), -1, np.int32)
    roles = np.zeros((len(named) + 1, width), np.int8)
    for i, words in enumerate(named):
        for j, (word, role) in enumerate(words[:width]):
            ids[i, j], roles[i, j] = number[word], role
    return NameTable(ids[codes], roles[codes], np.append(joined, np.int32(-1))[codes])


def skeleton(word: str) -> str:
    """What all spellings of a word share."""
    return word if len(word) < 3 or not word.isalpha() else fold_spelling(canonical_token(word))


def _words_of_cells(cells: set[str], type_: AttributeType, has_full: bool) -> dict[str, Words]:
    """The words of each distinct cell of a column; parts have roles only where there are no full names."""
    if type_ is _T.ORGANIZATION:
        return {cell: _distinct(_organization(cell.split(SEPARATOR)[0])) for cell in cells}
    role = Role.FAMILY if type_ is _T.FAMILY_NAME and not has_full else Role.GIVEN
    return {cell: _distinct(_person(cell.split(SEPARATOR)[0], role)) for cell in cells}


def _names_of(
    row: tuple[str, ...], types: Sequence[AttributeType], words_of: Sequence[dict[str, Words]]
) -> tuple[Words, Words]:
    """The main name (the full name, else its parts, else the organization) and the organization beside it."""
    person: Words = []
    parts: Words = []
    organization: Words = []
    for cell, type_, words in zip(row, types, words_of, strict=True):
        if not cell:
            continue
        if type_ is _T.ORGANIZATION:
            organization = organization or words[cell]
        elif type_ is _T.NAME:
            person = person or words[cell]
        else:
            parts = _distinct(parts + words[cell]) if parts else words[cell]
    main = person or parts or organization
    return main, ([] if organization == main else organization)


def _person(text: str, role: Role) -> Words:
    pieces = text.split()
    if not pieces or (_may_be_organization(text, pieces) and is_organization(text)):
        return _organization(text)
    if len(pieces) == 1 and text.isalpha() and text.isascii():
        return [(text.lower(), role)]
    words = [word for piece in pieces for word in _tokens_of_piece(piece)]
    return [(word, role) for word in words or name_tokens(text)]


def _may_be_organization(text: str, pieces: list[str]) -> bool:
    """A quick look: most names of people need no closer one."""
    return "(" in text or "." in text or "," in text or _is_form(pieces[0]) or _is_form(pieces[-1])


@lru_cache(maxsize=100_000)
def _is_form(piece: str) -> bool:
    return is_organization(f"{piece} x x") or is_organization(f"x x {piece}")


@lru_cache(maxsize=200_000)
def _tokens_of_piece(piece: str) -> tuple[str, ...]:
    """The words of one piece of a longer name; words of nobility are none."""
    return name_tokens(f"x {piece}")[1:]


def _organization(text: str) -> Words:
    return [(word, Role.ORGANIZATION) for word in organization_core(text)]


def _distinct(words: Words) -> Words:
    if len(words) < 2 or (len(words) == 2 and words[0][0] != words[1][0]):
        return words
    return list(dict(words).items())
