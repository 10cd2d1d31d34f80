"""How two values of one type compare: ordered levels, computed in bulk.

Every function takes prepared values (see ``prepared``) side by side and gives one level number per pair,
the position of the level in ``LEVELS``. All of them are symmetric.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from steward.domain.attributes import AttributeType
from steward.domain.pairs import Level
from steward.matching.comparisons.dates import Dates
from steward.matching.comparisons.levels import (
    CLOSE,
    DIFFERENT,
    EXACT,
    LEVELS,
    MUCH_ALIKE,
    PARTIAL,
    SHORTEST_ALIKE,
    SIMILAR,
    Levels,
    levels_of_addresses,
    levels_of_localities,
    levels_of_numbers,
    levels_of_texts,
)
from steward.matching.comparisons.prepared import NUMBER_END, as_numbers, is_year, mailbox_name, prepared_values
from steward.matching.comparisons.similarity import (
    Strings,
    common_beginnings,
    common_ends,
    edit_distances,
    jaro_winkler,
    shorter_lengths,
    similarities,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = AttributeType

#: Years that are close, similar and partly alike lie at most so far apart: ages are guessed, and rounded.
_YEARS = (1, 3, 5)
_NAME_TYPES = frozenset({_T.NAME, _T.GIVEN_NAME, _T.FAMILY_NAME, _T.ORGANIZATION})


def compare_prepared(type_: AttributeType, left: Strings, right: Strings) -> Levels:
    """The level number of each pair of prepared, non-empty single values."""
    levels = compare_different(type_, left, right)
    equal = np.fromiter((a == b for a, b in zip(left, right, strict=True)), bool, len(left))
    levels[equal] = EXACT
    return levels


def compare_different(type_: AttributeType, left: Strings, right: Strings) -> Levels:
    """The level number of each pair of prepared, non-empty single values that are known to differ."""
    return _COMPARERS[type_](left, right) if left else np.zeros(0, np.int8)


def compare_values(type: AttributeType, left: Sequence[str], right: Sequence[str]) -> list[Level]:  # noqa: A002
    """The level of each pair of cells for the review grid; of several values the best pair counts."""
    cells: list[int] = []
    lefts: Strings = []
    rights: Strings = []
    # One golden value stands beside the values of a thousand members.
    prepared = {cell: prepared_values(type, cell) for cell in {*left, *right}}
    for cell, (a, b) in enumerate(zip(left, right, strict=True)):
        for x in prepared[a]:
            for y in prepared[b]:
                cells.append(cell)
                lefts.append(x)
                rights.append(y)
    best = np.full(len(left), len(LEVELS), np.int8)
    np.minimum.at(best, np.array(cells, np.int64), compare_prepared(type, lefts, rights))
    return [LEVELS[level] if level < len(LEVELS) else Level.MISSING for level in best]


def _names(left: Strings, right: Strings) -> Levels:
    """Close: a typo or another word order; similar: one holds the other; partial: a word or an initial in common."""
    ordered = similarities(fuzz.token_sort_ratio, left, right, None)
    subset = similarities(fuzz.token_set_ratio, left, right, None)
    winkler = jaro_winkler(left, right)
    shares = np.fromiter((_shares_word(a, b) for a, b in zip(left, right, strict=True)), bool, len(left))
    return np.select(
        [(ordered >= 88) | (winkler >= 0.94), (subset >= 95) | (ordered >= 80) | (winkler >= 0.88), shares],
        [CLOSE, SIMILAR, PARTIAL],
        DIFFERENT,
    ).astype(np.int8)


def _shares_word(a: str, b: str) -> bool:
    words, others = set(a.split()), set(b.split())
    if words & others:
        return True
    initials, other_initials = ({w for w in names if len(w) == 1} for names in (words, others))
    return any(w[0] in other_initials for w in words) or any(w[0] in initials for w in others)


def _phones(left: Strings, right: Strings) -> Levels:
    """Close: one digit wrong, or one number lacks the area or country code; similar: two digits wrong."""
    distance = edit_distances(left, right, 2)
    shorter = shorter_lengths(left, right)
    cut = (common_ends(left, right) == shorter) & (shorter >= 6)
    close = cut | ((distance <= 1) & (shorter >= 6))
    return np.select([close, (distance <= 2) & (shorter >= 7)], [CLOSE, SIMILAR], DIFFERENT).astype(np.int8)


def _emails(left: Strings, right: Strings) -> Levels:
    """See ``compare_emails``."""
    return compare_emails(left, right, list(map(mailbox_name, left)), list(map(mailbox_name, right)))


def compare_emails(left: Strings, right: Strings, left_mailboxes: Strings, right_mailboxes: Strings) -> Levels:
    """Close: same mailbox name elsewhere, or one letter wrong; similar: two letters wrong; partial: much alike."""
    distance = edit_distances(left, right, 2)
    local_distance = edit_distances(left_mailboxes, right_mailboxes, 2)
    length, shorter = shorter_lengths(left, right), shorter_lengths(left_mailboxes, right_mailboxes)
    close = ((local_distance == 0) & (shorter >= 5)) | ((distance <= 1) & (length >= 9))
    similar = ((distance <= 2) & (length >= 10)) | ((local_distance <= 1) & (shorter >= 7))
    ratio = similarities(fuzz.ratio, left_mailboxes, right_mailboxes, MUCH_ALIKE)
    partial = (ratio >= MUCH_ALIKE) & (shorter >= SHORTEST_ALIKE)
    return np.select([close, similar, partial], [CLOSE, SIMILAR, PARTIAL], DIFFERENT).astype(np.int8)


def _identifiers(left: Strings, right: Strings) -> Levels:
    """Close: one character wrong, lost or swapped, or they only differ where one is unknown; similar: two wrong."""
    distance = edit_distances(left, right, 2)
    shorter = shorter_lengths(left, right)
    unknown = np.fromiter((_fits_unknown(a, b) for a, b in zip(left, right, strict=True)), bool, len(left))
    close = unknown | ((distance <= 1) & (shorter >= 5))
    return np.select([close, (distance <= 2) & (shorter >= 8)], [CLOSE, SIMILAR], DIFFERENT).astype(np.int8)


def _codes(left: Strings, right: Strings) -> Levels:
    """As identifiers; of years close: one apart; similar: up to three; partial: five, or a digit wrong or misplaced."""
    levels = _identifiers(left, right)
    years = [n for n, pair in enumerate(zip(left, right, strict=True)) if all(map(is_year, pair))]
    if not years:
        return levels
    first, second = [left[n] for n in years], [right[n] for n in years]
    apart = np.abs(np.array(list(map(int, first))) - np.array(list(map(int, second))))
    mistyped = edit_distances(first, second, 1) <= 1
    mixed_up = np.fromiter((sorted(a) == sorted(b) for a, b in zip(first, second, strict=True)), bool, len(years))
    near = (apart <= _YEARS[2]) | mistyped | mixed_up
    levels[years] = np.select([apart <= _YEARS[0], apart <= _YEARS[1], near], [CLOSE, SIMILAR, PARTIAL], DIFFERENT)
    return levels


def _fits_unknown(a: str, b: str) -> bool:
    if len(a) != len(b) or ("?" not in a and "?" not in b):
        return False
    return all(x == y or x == "?" or y == "?" for x, y in zip(a, b, strict=True))


def _addresses(left: Strings, right: Strings) -> Levels:
    """By the house number, and the words of the street in any order."""
    houses = [(a.partition(NUMBER_END)[0], b.partition(NUMBER_END)[0]) for a, b in zip(left, right, strict=True)]
    same = np.fromiter((a == b != "" for a, b in houses), bool, len(houses))
    unknown = np.fromiter((a == "" or b == "" for a, b in houses), bool, len(houses))
    left, right = [a.partition(NUMBER_END)[2] for a in left], [b.partition(NUMBER_END)[2] for b in right]
    subset = similarities(fuzz.token_set_ratio, left, right, None)
    ordered = similarities(fuzz.token_sort_ratio, left, right, None)
    words = np.maximum(ordered, np.where(shorter_lengths(left, right) >= 8, subset * 0.98, 0))
    return levels_of_addresses(words, same, unknown)


def _localities(left: Strings, right: Strings) -> Levels:
    """By the words in common, or the letters at the beginning."""
    return levels_of_localities(similarities(fuzz.token_set_ratio, left, right, None), jaro_winkler(left, right))


def _postcodes(left: Strings, right: Strings) -> Levels:
    """Close: one character wrong; partial: the same first three characters."""
    distance = edit_distances(left, right, 1)
    prefix = common_beginnings(left, right) >= 3
    return np.select([distance <= 1, prefix], [CLOSE, PARTIAL], DIFFERENT).astype(np.int8)


def _dates(left: Strings, right: Strings) -> Levels:
    """Close: one digit wrong or day and month swapped; similar: two digits, days, or another year; partial: near."""
    rows = np.arange(len(left), dtype=np.int32)
    return Dates.of([*left, *right]).compare(rows, rows + np.int32(len(left)))


def _categories(left: Strings, right: Strings) -> Levels:
    """Exact or different; nothing lies between."""
    return np.full(len(left), DIFFERENT, np.int8)


def _numbers(left: Strings, right: Strings) -> Levels:
    """By how far they lie apart."""
    return levels_of_numbers(as_numbers(left), as_numbers(right))


def _texts(left: Strings, right: Strings) -> Levels:
    """By the words in common."""
    return levels_of_texts(similarities(fuzz.token_set_ratio, left, right, None))


_COMPARERS: dict[AttributeType, Callable[[Strings, Strings], Levels]] = {
    **dict.fromkeys(_NAME_TYPES, _names),
    _T.PHONE: _phones,
    _T.EMAIL: _emails,
    _T.NATIONAL_ID: _identifiers,
    _T.CODE: _codes,
    _T.DATE: _dates,
    _T.ADDRESS: _addresses,
    _T.LOCALITY: _localities,
    _T.POSTCODE: _postcodes,
    _T.CATEGORY: _categories,
    _T.NUMBER: _numbers,
    _T.TEXT: _texts,
}
