"""From name columns to the words that are compared, and in which role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.columns import SEPARATOR, Coded, Ints, checked, encode
from steward.matching.comparisons.signatures import Signatures, hashes, joined, signatures
from steward.matching.names.words import MOST_WORDS, Echoes, NameTable, Role
from steward.matching.texts import packed_texts
from steward.standardize.names import canonical_token, fold_spelling, name_tokens
from steward.standardize.organizations import is_organization, organization_core
from steward.standardize.roman_letters import romanized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Column

_T = AttributeType

_NO_LETTERS = re.compile(r"[\W\d_]+")
_NO_LETTERS_OF_ASCII = bytes(code for code in range(128) if not chr(code).isalpha() and chr(code) != "\n")
_ROWS_AT_ONCE, _TEXTS_AT_ONCE = 100_000, 50_000


Words = list[tuple[str, Role]]
Roles = npt.NDArray[np.int8]
#: The numbers and roles of the words of several names, side by side.
Table = tuple[Ints, Roles]


@dataclass(frozen=True, slots=True)
class Names:
    """All names of all records. ``skeletons``: what all spellings of each word share; ``keys``: the hashes of the
    names without spaces, by their number."""

    words: list[str]
    skeletons: list[str]
    main: NameTable
    other: NameTable
    keys: Signatures


def read_names(columns: Sequence[Column], progress: Progress) -> Names:
    """Main and other names of the records."""
    types = [column.type for column in columns]
    coded = [Coded.of(column.values, progress=progress) for column in columns]
    listed = [
        _words_of_cells(c.distinct.tolist(), t, _T.NAME in types, progress) for c, t in zip(coded, types, strict=True)
    ]
    words = sorted({word for cells in listed for cell in cells for word, _ in cell})
    progress.check()
    number = dict(zip(words, range(len(words)), strict=True))
    tables = [_tabulated(cells, number) for cells in listed]
    size = len(coded[0])
    parts: list[tuple[Table, Table]] = [_combined(types, [(ids[:0], roles[:0]) for ids, roles in tables])]
    for start in range(0, size, _ROWS_AT_ONCE):
        progress.check()
        codes = [column.codes[start : start + _ROWS_AT_ONCE] for column in coded]
        parts.append(_combined(types, [(ids[c], roles[c]) for (ids, roles), c in zip(tables, codes, strict=True)]))
    main, other = _stacked([part[0] for part in parts]), _stacked([part[1] for part in parts])
    progress.check()
    skeletons = [skeleton(word) for word in checked(words, progress)]
    progress.check()
    if size >= _ROWS_AT_ONCE:
        # What is remembered of so many names would stay in memory for good.
        _is_form.cache_clear()
        _tokens_of_piece.cache_clear()
    keys, numbers = _without_spaces([main, other], skeletons)
    return Names(words, skeletons, NameTable.of(*main, numbers[0]), NameTable.of(*other, numbers[1]), keys)


def read_echoes(columns: Sequence[Column], progress: Progress) -> tuple[Echoes, ...]:
    """The letters of e-mail addresses and handles, which often spell the name."""
    found = []
    for column in columns:
        distinct, codes = encode(column.values, progress)
        texts = letters_only(distinct, progress)
        found.append(Echoes(packed_texts([*texts, ""]), codes, np.append(signatures(texts), np.uint64(0))))
    return tuple(found)


def letters_only(texts: Sequence[str], progress: Progress) -> list[str]:
    """The letters of each text, in lower case."""
    found: list[str] = []
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        progress.check()
        part = texts[start : start + _TEXTS_AT_ONCE]
        joined = "\n".join(part)
        if joined.isascii() and joined.count("\n") == len(part) - 1:
            # All at once is many times faster.
            found += joined.lower().encode().translate(None, _NO_LETTERS_OF_ASCII).decode().split("\n")
        else:
            found += [_NO_LETTERS.sub("", text.lower()) for text in part]
    return found


def skeleton(word: str) -> str:
    """What all spellings of a word share."""
    return word if len(word) < 3 or not word.isalpha() else fold_spelling(canonical_token(word))


def _words_of_cells(cells: Sequence[str], type_: AttributeType, has_full: bool, progress: Progress) -> list[Words]:
    """The words of each distinct cell of a column; parts have roles only where there are no full names."""
    first = [
        romanized(cell if SEPARATOR not in cell else cell.split(SEPARATOR)[0]) for cell in checked(cells, progress)
    ]
    if type_ is _T.ORGANIZATION:
        return [_distinct(_organization(cell)) for cell in checked(first, progress)]
    role = Role.FAMILY if type_ is _T.FAMILY_NAME and not has_full else Role.GIVEN
    return [_distinct(_person(cell, role)) for cell in checked(first, progress)]


def _tabulated(cells: Sequence[Words], number: dict[str, int]) -> Table:
    """The words of distinct cells as numbers, and an empty name at the end for number -1."""
    extents = np.fromiter((min(len(words), MOST_WORDS) for words in cells), np.int64, len(cells))
    width, total = int(extents.max(initial=1)), int(extents.sum())
    ids, roles = np.full((len(cells) + 1, width), -1, np.int32), np.zeros((len(cells) + 1, width), np.int8)
    filled = np.arange(width) < np.append(extents, 0)[:, None]
    ids[filled] = np.fromiter((number[word] for words in cells for word, _ in words[:MOST_WORDS]), np.int32, total)
    roles[filled] = np.fromiter((role for words in cells for _, role in words[:MOST_WORDS]), np.int8, total)
    return ids, roles


def _combined(types: Sequence[AttributeType], tables: Sequence[Table]) -> tuple[Table, Table]:
    """The main name (the full name, else its parts, else the organization) and the organization beside it."""
    full = [table for type_, table in zip(types, tables, strict=True) if type_ is _T.NAME]
    parts = [t for type_, t in zip(types, tables, strict=True) if type_ not in (_T.NAME, _T.ORGANIZATION)]
    organization = _first_filled([t for type_, t in zip(types, tables, strict=True) if type_ is _T.ORGANIZATION])
    names = [*full, *([_side_by_side(parts)] if parts else [])]
    main = _first_filled([*names, *([organization] if organization else [])])
    if main is None or organization is None or not names:
        nothing = np.full((len(tables[0][0]), 1), -1, np.int32)
        return main or (nothing, nothing.astype(np.int8)), (nothing, np.zeros(nothing.shape, np.int8))
    ids, roles = organization[0].copy(), organization[1]
    width = min(ids.shape[1], main[0].shape[1])
    same = (ids[:, :width] == main[0][:, :width]).all(axis=1) & (roles[:, :width] == main[1][:, :width]).all(axis=1)
    same &= (ids[:, width:] < 0).all(axis=1) & (main[0][:, width:] < 0).all(axis=1)
    ids[same] = -1
    return main, (ids, np.where(ids >= 0, roles, np.int8(0)))


def _first_filled(tables: Sequence[Table]) -> Table | None:
    """Of each record the first name that has words."""
    if len(tables) < 2:
        return tables[0] if tables else None
    width = max(ids.shape[1] for ids, _ in tables)
    found, found_roles = _widened(tables[-1], width)
    for table in tables[-2::-1]:
        ids, roles = _widened(table, width)
        has_words = ids[:, :1] >= 0
        found, found_roles = np.where(has_words, ids, found), np.where(has_words, roles, found_roles)
    return found, found_roles


def _side_by_side(tables: Sequence[Table]) -> Table:
    """The words of all parts of a name, each once; the last role of a word counts."""
    if len(tables) == 1:
        return tables[0]
    ids = np.concatenate([table[0] for table in tables], axis=1)
    roles = np.concatenate([table[1] for table in tables], axis=1)
    for later in range(1, ids.shape[1]):
        for earlier in range(later):
            again = np.flatnonzero((ids[:, later] == ids[:, earlier]) & (ids[:, later] >= 0))
            roles[again, earlier] = roles[again, later]
            ids[again, later] = -1
    has_gap = np.flatnonzero(((ids[:, :-1] < 0) & (ids[:, 1:] >= 0)).any(axis=1))
    order = np.argsort(ids[has_gap] < 0, axis=1, kind="stable")
    ids[has_gap] = np.take_along_axis(ids[has_gap], order, axis=1)
    roles[has_gap] = np.take_along_axis(roles[has_gap], order, axis=1)
    width = max(1, min(MOST_WORDS, int((ids >= 0).any(axis=0).sum())))
    return ids[:, :width], np.where(ids >= 0, roles, np.int8(0))[:, :width]


def _widened(table: Table, width: int) -> Table:
    ids, roles = table
    more = ((0, 0), (0, width - ids.shape[1]))
    return np.pad(ids, more, constant_values=-1), np.pad(roles, more)


def _stacked(tables: Sequence[Table]) -> Table:
    width = max(ids.shape[1] for ids, _ in tables)
    wide = [_widened(table, width) for table in tables]
    return np.concatenate([ids for ids, _ in wide]), np.concatenate([roles for _, roles in wide])


def _without_spaces(tables: Sequence[Table], skeletons: Sequence[str]) -> tuple[Signatures, list[Ints]]:
    """The hashes of the different names without spaces and spelling differences, and the number of each name's."""
    spelt, room = hashes(skeletons)
    found = []
    for ids, _ in tables:
        key = np.zeros(len(ids), np.uint64)
        for place in range(ids.shape[1]):
            rows = np.flatnonzero(ids[:, place] >= 0)
            key[rows] = joined(key[rows], spelt[ids[rows, place]], room[ids[rows, place]])
        found.append((key, np.flatnonzero(ids[:, 0] >= 0)))
    distinct, back = np.unique(np.concatenate([key[rows] for key, rows in found]), return_inverse=True)
    numbers = []
    for key, rows in found:
        number = np.full(len(key), -1, np.int32)
        number[rows], back = back[: len(rows)], back[len(rows) :]
        numbers.append(number)
    return distinct, numbers


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


@lru_cache(maxsize=100_000)
def _tokens_of_piece(piece: str) -> tuple[str, ...]:
    """The words of one piece of a longer name; words of nobility are none."""
    return name_tokens(f"x {piece}")[1:]


def _organization(text: str) -> Words:
    return [(word, Role.ORGANIZATION) for word in organization_core(text)]


def _distinct(words: Words) -> Words:
    if len(words) < 2 or (len(words) == 2 and words[0][0] != words[1][0]):
        return words
    return list(dict(words).items())
