"""How two values of one type compare: ordered levels, computed in bulk.

Every function takes prepared values (see ``prepare``) side by side and gives one level number per pair,
the position of the level in ``LEVELS``. All of them are symmetric.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein, Postfix, Prefix

from steward.domain.attributes import AttributeType
from steward.domain.pairs import Level
from steward.matching.columns import SEPARATOR, plain
from steward.standardize.addresses import address_tokens, house_number
from steward.standardize.emails import email_key, is_role_address
from steward.standardize.localities import locality_core

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Levels = npt.NDArray[np.int8]
Strings = list[str]

#: From equal to different; a level's number is its position here.
LEVELS: tuple[Level, ...] = (Level.EXACT, Level.CLOSE, Level.SIMILAR, Level.PARTIAL, Level.DIFFERENT)
EXACT, CLOSE, SIMILAR, PARTIAL, DIFFERENT = range(5)
MISSING = -1

#: A prepared address is its house number, this mark, and its words.
NUMBER_END = "|"

#: rapidfuzz holds the interpreter's lock during one call; small calls keep the window alive.
_PAIRS_PER_CALL = 20_000
_WORTH_THREADS, _ALL_CORES = 5_000, -1

_MONTH, _YEAR = 31, 366
_MUCH_ALIKE = 75

_NOT_OF_ID = re.compile(r"[^\w?]|_")
_NOT_OF_CODE = re.compile(r"[\W_]+")
_NOT_OF_PHONE = re.compile(r"\D+")

_T = AttributeType
_NAME_TYPES = frozenset({_T.NAME, _T.GIVEN_NAME, _T.FAMILY_NAME, _T.ORGANIZATION})


def prepare(type_: AttributeType, value: str) -> str:
    """The form of a standard value that is compared: only what carries identity."""
    if type_ is _T.PHONE:
        return _phone_digits(value)
    if type_ is _T.EMAIL:
        return email_key(value.strip().lower())
    if type_ in (_T.NATIONAL_ID, _T.CODE):
        return _NOT_OF_ID.sub("", value).upper()
    if type_ in (_T.DATE, _T.POSTCODE):
        bare = value.replace("-", "")
        if bare.isdigit() and bare.isascii():
            return bare
        return _NOT_OF_CODE.sub("", value).upper()
    if type_ is _T.LOCALITY:
        return locality_core(value)
    if type_ is _T.ADDRESS:
        return f"{house_number(value).lower()}{NUMBER_END}{' '.join(address_tokens(value))}"
    return plain(value)


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
    for cell, (a, b) in enumerate(zip(left, right, strict=True)):
        for x in _prepared_values(type, a):
            for y in _prepared_values(type, b):
                cells.append(cell)
                lefts.append(x)
                rights.append(y)
    best = np.full(len(left), len(LEVELS), np.int8)
    np.minimum.at(best, np.array(cells, np.int64), compare_prepared(type, lefts, rights))
    return [LEVELS[level] if level < len(LEVELS) else Level.MISSING for level in best]


def differing_spans(left: str, right: str) -> tuple[tuple[int, int], ...]:
    """The parts (start, end) of ``right`` whose letters differ from ``left``; (i, i) where letters of it are missing.

    Case, spaces and punctuation count only where nothing else differs.
    """
    letters, places = _letters(right)
    spans = _spans(_letters(left)[0], letters)
    if not spans:
        return _spans(left, right)
    # A gap stands behind the letter before it, and what is marked reaches to the end of its last letter.
    return tuple(
        (places[start], places[end - 1] + 1) if end > start else (gap, gap)
        for start, end in spans
        for gap in (places[start - 1] + 1 if start else 0,)
    )


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits in lower case, and where each stands."""
    places = [place for place, letter in enumerate(text) if letter.isalnum()]
    return "".join(text[place].lower()[:1] for place in places), places


def _spans(left: str, right: str) -> tuple[tuple[int, int], ...]:
    """What differs, letter by letter; a loss that touches another difference is shown by that one."""
    changes = [o for o in Levenshtein.opcodes(left, right) if o.tag != "equal"]
    marked = [(o.dest_start, o.dest_end) for o in changes if o.dest_end > o.dest_start]
    edges = {edge for span in marked for edge in span}
    gaps = [(o.dest_start, o.dest_start) for o in changes if o.dest_end == o.dest_start and o.dest_start not in edges]
    return tuple(sorted(marked + gaps))


def edit_distances(left: Strings, right: Strings, cutoff: int) -> npt.NDArray[np.int64]:
    """Letters inserted, lost, changed or swapped with their neighbour; ``cutoff + 1`` when there are more."""
    return _in_bulk(OSA.distance, left, right, cutoff).astype(np.int64)


def common_beginnings(left: Strings, right: Strings) -> npt.NDArray[np.int64]:
    """How many letters both begin with."""
    return _in_bulk(Prefix.similarity, left, right, None).astype(np.int64)


def common_ends(left: Strings, right: Strings) -> npt.NDArray[np.int64]:
    """How many letters both end with."""
    return _in_bulk(Postfix.similarity, left, right, None).astype(np.int64)


def jaro_winkler(left: Strings, right: Strings) -> npt.NDArray[np.float64]:
    """Similarity 0..1 that forgives differences near the end."""
    return _in_bulk(JaroWinkler.similarity, left, right, None)


def _in_bulk(
    scorer: Callable[..., float], left: Strings, right: Strings, cutoff: int | None
) -> npt.NDArray[np.float64]:
    parts = [
        process.cpdist(
            left[start : start + _PAIRS_PER_CALL],
            right[start : start + _PAIRS_PER_CALL],
            scorer=scorer,
            score_cutoff=cutoff,
            dtype=np.float32,
            workers=_ALL_CORES if len(left) >= _WORTH_THREADS else 1,
        )
        for start in range(0, len(left), _PAIRS_PER_CALL)
    ]
    return np.concatenate(parts).astype(np.float64) if parts else np.zeros(0)


def _prepared_values(type_: AttributeType, cell: str) -> Strings:
    return [p for p in (prepare(type_, value) for value in cell.split(SEPARATOR)) if p]


def _phone_digits(value: str) -> str:
    digits = value.lstrip("+")
    if not (digits.isascii() and digits.isdigit()):
        digits = _NOT_OF_PHONE.sub("", value)
    return digits.lstrip("0") or digits


def _lengths(left: Strings, right: Strings) -> npt.NDArray[np.int64]:
    """The length of the shorter one of each pair."""
    first = np.fromiter(map(len, left), np.int64, len(left))
    return np.minimum(first, np.fromiter(map(len, right), np.int64, len(right)))


def _names(left: Strings, right: Strings) -> Levels:
    """Close: a typo or another word order; similar: one holds the other; partial: a word or an initial in common."""
    ordered = _in_bulk(fuzz.token_sort_ratio, left, right, None)
    subset = _in_bulk(fuzz.token_set_ratio, left, right, None)
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
    shorter = _lengths(left, right)
    cut = (common_ends(left, right) == shorter) & (shorter >= 6)
    close = cut | ((distance <= 1) & (shorter >= 6))
    return np.select([close, (distance <= 2) & (shorter >= 7)], [CLOSE, SIMILAR], DIFFERENT).astype(np.int8)


def _emails(left: Strings, right: Strings) -> Levels:
    """Close: same mailbox name elsewhere, or one letter wrong; similar: two letters wrong; partial: much alike."""
    distance = edit_distances(left, right, 2)
    locals_left = [mailbox_name(value) for value in left]
    locals_right = [mailbox_name(value) for value in right]
    local_distance = edit_distances(locals_left, locals_right, 2)
    shorter = _lengths(locals_left, locals_right)
    close = ((local_distance == 0) & (shorter >= 5)) | ((distance <= 1) & (_lengths(left, right) >= 9))
    similar = ((distance <= 2) & (_lengths(left, right) >= 10)) | ((local_distance <= 1) & (shorter >= 7))
    partial = mailboxes_alike(locals_left, locals_right)
    return np.select([close, similar, partial], [CLOSE, SIMILAR, PARTIAL], DIFFERENT).astype(np.int8)


def mailboxes_alike(left: Strings, right: Strings) -> npt.NDArray[np.bool_]:
    """Mailbox names that have most letters in common."""
    alike: npt.NDArray[np.bool_] = _in_bulk(fuzz.ratio, left, right, _MUCH_ALIKE) >= _MUCH_ALIKE
    return alike & (_lengths(left, right) >= 5)


@lru_cache(maxsize=200_000)
def mailbox_name(email: str) -> str:
    """Letters and digits before the @, "" for names that every firm has (info, sales): they tell nobody apart."""
    return "" if is_role_address(email) else _NOT_OF_CODE.sub("", email.partition("@")[0])


def _identifiers(left: Strings, right: Strings) -> Levels:
    """Close: one character wrong, lost or swapped, or they only differ where one is unknown; similar: two wrong."""
    distance = edit_distances(left, right, 2)
    shorter = _lengths(left, right)
    unknown = np.fromiter((_fits_unknown(a, b) for a, b in zip(left, right, strict=True)), bool, len(left))
    close = unknown | ((distance <= 1) & (shorter >= 5))
    return np.select([close, (distance <= 2) & (shorter >= 8)], [CLOSE, SIMILAR], DIFFERENT).astype(np.int8)


def _fits_unknown(a: str, b: str) -> bool:
    if len(a) != len(b) or ("?" not in a and "?" not in b):
        return False
    return all(x == y or x == "?" or y == "?" for x, y in zip(a, b, strict=True))


def _dates(left: Strings, right: Strings) -> Levels:
    """Close: one digit wrong or day and month swapped; similar: two digits, days, or another year; partial: near."""
    return compare_dates(date_numbers(left), date_numbers(right))


def date_numbers(values: Sequence[str]) -> npt.NDArray[np.int64]:
    """Prepared dates as yyyymmdd; what is no full date keeps its digits as they are."""
    return np.fromiter((int(v[:8]) if v[:8].isdecimal() else 0 for v in values), np.int64, len(values))


def compare_dates(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> Levels:
    """The level numbers of dates given as yyyymmdd."""
    wrong = np.zeros(len(left), np.int64)
    digit_sums = np.zeros(len(left), np.int64)
    for power in range(8):
        a, b = (left // 10**power) % 10, (right // 10**power) % 10
        wrong += a != b
        digit_sums += a - b
    year = left // 10_000 == right // 10_000
    swapped = year & ((left // 100) % 100 == right % 100) & ((right // 100) % 100 == left % 100)
    transposed = (wrong == 2) & (digit_sums == 0)
    year_only = year & (((left % 10_000) == 101) | ((right % 10_000) == 101))
    apart = np.abs(_day_numbers(left) - _day_numbers(right))
    close = (wrong <= 1) | swapped | transposed
    day_only = (left % 10_000 == right % 10_000) & (left % 10_000 > 101)
    similar = (wrong == 2) | year_only | day_only | (apart <= _MONTH)
    levels = np.select([close, similar, year | (apart <= _YEAR)], [CLOSE, SIMILAR, PARTIAL], DIFFERENT).astype(np.int8)
    levels[left == right] = EXACT
    return levels


def _day_numbers(dates: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Days, near enough to tell how far two dates lie apart."""
    return dates // 10_000 * 365 + (dates // 100) % 100 * 30 + dates % 100


def _addresses(left: Strings, right: Strings) -> Levels:
    """Close: the same words and house number; similar: much the same; partial: the street, but another number."""
    numbers = np.fromiter((_numbers_agree(a, b) for a, b in zip(left, right, strict=True)), np.int8, len(left))
    left, right = [a.partition(NUMBER_END)[2] for a in left], [b.partition(NUMBER_END)[2] for b in right]
    subset = _in_bulk(fuzz.token_set_ratio, left, right, None)
    ordered = _in_bulk(fuzz.token_sort_ratio, left, right, None)
    words = np.maximum(ordered, np.where(_lengths(left, right) >= 8, subset * 0.98, 0))
    return np.select(
        [
            (words >= 88) & (numbers > 0),
            (words >= 72) & (numbers > 0) | (words >= 92) & (numbers == 0),
            (words >= 80) & (numbers <= 0) | (words >= 60) & (numbers > 0),
        ],
        [CLOSE, SIMILAR, PARTIAL],
        DIFFERENT,
    ).astype(np.int8)


def _numbers_agree(a: str, b: str) -> int:
    """1 when the house numbers are the same, -1 when they differ, 0 when one is missing."""
    first, second = a.partition(NUMBER_END)[0], b.partition(NUMBER_END)[0]
    if not first or not second:
        return 0
    return 1 if first == second else -1


def _localities(left: Strings, right: Strings) -> Levels:
    """Close: a typo, or one name holds the other; partial: somewhat alike."""
    subset = _in_bulk(fuzz.token_set_ratio, left, right, None)
    winkler = jaro_winkler(left, right)
    return np.select(
        [(subset >= 92) | (winkler >= 0.93), (subset >= 75) | (winkler >= 0.85)], [CLOSE, PARTIAL], DIFFERENT
    ).astype(np.int8)


def _postcodes(left: Strings, right: Strings) -> Levels:
    """Close: one character wrong; partial: the same first three characters."""
    distance = edit_distances(left, right, 1)
    prefix = common_beginnings(left, right) >= 3
    return np.select([distance <= 1, prefix], [CLOSE, PARTIAL], DIFFERENT).astype(np.int8)


def _categories(left: Strings, right: Strings) -> Levels:
    """Exact or different; nothing lies between."""
    return np.full(len(left), DIFFERENT, np.int8)


def _numbers(left: Strings, right: Strings) -> Levels:
    """Close: within two percent; partial: within ten percent."""
    a, b = _as_numbers(left), _as_numbers(right)
    gap = np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-9)
    return np.select([gap <= 0.02, gap <= 0.1], [CLOSE, PARTIAL], DIFFERENT).astype(np.int8)


def _as_numbers(values: Strings) -> npt.NDArray[np.float64]:
    return np.fromiter((float(v.replace(" ", ".")) if _is_decimal(v) else 0.0 for v in values), np.float64, len(values))


def _is_decimal(value: str) -> bool:
    return value.replace(" ", "", 1).isdecimal()


def _texts(left: Strings, right: Strings) -> Levels:
    """By the words in common."""
    subset = _in_bulk(fuzz.token_set_ratio, left, right, None)
    return np.select([subset >= 92, subset >= 80, subset >= 60], [CLOSE, SIMILAR, PARTIAL], DIFFERENT).astype(np.int8)


_COMPARERS: dict[AttributeType, Callable[[Strings, Strings], Levels]] = {
    **dict.fromkeys(_NAME_TYPES, _names),
    _T.PHONE: _phones,
    _T.EMAIL: _emails,
    _T.NATIONAL_ID: _identifiers,
    _T.CODE: _identifiers,
    _T.DATE: _dates,
    _T.ADDRESS: _addresses,
    _T.LOCALITY: _localities,
    _T.POSTCODE: _postcodes,
    _T.CATEGORY: _categories,
    _T.NUMBER: _numbers,
    _T.TEXT: _texts,
}
