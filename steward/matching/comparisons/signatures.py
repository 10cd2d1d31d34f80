"""What is seen of short texts at a glance, in 64 bits each: enough to tell most apart without comparing letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Signatures = npt.NDArray[np.uint64]
Mask = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.uint8]
Lengths = npt.NDArray[np.int32]
#: Texts side by side, one row of bytes each; 0 behind their end.
Spelled = npt.NDArray[np.uint8]

#: Two letters beside each other set one bit; a typing error touches at most three such couples, old and new.
BITS_PER_ERROR = 6
#: Side by side all texts of a part are as long as the longest; a part has about so many bytes.
_PART_BYTES, _USUAL_LENGTH = 1_000_000, 16
#: Numbers times this one differ in their high bits, however alike they are.
MIXED = np.uint64(0x9E3779B97F4A7C15)
_BASE = np.uint64(256)
_LAST_BITS = np.uint64(58)
_ONE, _NOTHING = np.uint64(1), np.uint64(0)
_SPACE = np.uint8(ord(" "))

_LETTERS_AT_AN_END = 8
#: More letters in common than a word has.
MANY = np.uint8(100)

#: Letters and digits have a bit each; letters that occur again have a second one, so many bits higher.
_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
_HIGHER = np.uint64(len(_SIGNS))
_REPEATABLE = np.uint64((1 << 26) - 1)


def signatures(values: Sequence[str]) -> Signatures:
    """One bit for each couple of neighbouring letters that occurs."""
    return _in_parts(values, _couples)


def letters(values: Sequence[str]) -> Signatures:
    """Which letters and digits occur, and which letters more than once."""
    bits = np.zeros(256, np.uint64)
    for place, sign in enumerate(_SIGNS):
        bits[[ord(sign), ord(sign.upper())]] = np.uint64(1 << place)
    return _in_parts(values, lambda spelled: _letters(spelled, bits))


def beginnings(values: Sequence[str]) -> Signatures:
    """The first eight letters."""
    return _in_parts(values, _first_letters)


def ends(values: Sequence[str]) -> Signatures:
    """The last eight letters, the very last one first."""
    return beginnings([value[::-1] for value in values])


def word_marks(values: Sequence[str]) -> Signatures:
    """One bit for each word that occurs."""
    return _in_parts(values, _word_marks)


def hashes(values: Sequence[str]) -> tuple[Signatures, Signatures]:
    """A number for each text, and what the number of a text before it is multiplied by (see ``joined``)."""
    lengths = _Written.of(values).lengths
    powers = np.full(int(lengths.max(initial=0)) + 1, MIXED)
    powers[0] = _ONE
    return _in_parts(values, _hashes), np.cumprod(powers, dtype=np.uint64)[lengths]


def joined(first: Signatures, second: Signatures, room: Signatures) -> Signatures:
    """The hashes of texts written one behind the other; ``room``: the factors of the second ones."""
    return first * room + second


def within_errors(first: Signatures, second: Signatures, errors: int) -> Mask:
    """False where two values differ by more errors than that, and neither holds the other."""
    common = first & second
    few: Mask = np.bitwise_count(first ^ second) <= BITS_PER_ERROR * errors
    return np.asarray(few | (common == first) | (common == second))


def common_letters(first: Signatures, second: Signatures) -> Counts:
    """How many letters two ``beginnings`` or two ``ends`` have in common; ``MANY`` if all eight."""
    differ = first ^ second
    return np.where(differ == 0, MANY, np.bitwise_count((differ & -differ) - _ONE) >> np.uint8(3))


def may_be_one_error(lengths: Lengths, others: Lengths, start: Counts, end: Counts) -> Mask:
    """False where texts that begin and end with so many same letters differ by more than one error.

    One letter may be changed or lost, or two neighbours swapped.
    """
    between = np.maximum(lengths, others) - start - end
    return np.asarray((between <= 1) | ((between == 2) & (lengths == others)))


def strange_letters(first: Signatures, second: Signatures) -> Counts:
    """How many letters of the first ones, at least, have no counterpart in the second ones."""
    return np.asarray(np.bitwise_count(first & ~second))


@dataclass(frozen=True, slots=True)
class _Written:
    """Texts one behind the other as bytes, where each begins, and how many bytes it has."""

    letters: Spelled
    starts: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]

    @classmethod
    def of(cls, values: Sequence[str]) -> _Written:
        joined = "".join(values)
        # Of plain letters each is one byte: then no text needs to be encoded by itself.
        measured = values if joined.isascii() else [value.encode("utf-8") for value in values]
        lengths = np.fromiter(map(len, measured), np.int64, len(values))
        return cls(np.frombuffer(joined.encode("utf-8"), np.uint8), np.cumsum(lengths) - lengths, lengths)

    def spelled(self, part: npt.NDArray[np.int64]) -> Spelled:
        """Some of the texts side by side."""
        lengths = self.lengths[part]
        places = np.arange(max(int(lengths.max(initial=0)), 1))
        inside = places < lengths[:, None]
        found = np.zeros(inside.shape, np.uint8)
        found[inside] = self.letters[(self.starts[part][:, None] + places)[inside]]
        return found


def _in_parts(values: Sequence[str], function: Callable[[Spelled], Signatures]) -> Signatures:
    """Texts of like length are spelled side by side."""
    written = _Written.of(values)
    order = np.argsort(written.lengths, kind="stable")
    found = np.zeros(len(order), np.uint64)
    start = 0
    while start < len(order):
        longest = max(int(written.lengths[order[min(start + _PART_BYTES // _USUAL_LENGTH, len(order)) - 1]]), 1)
        part = order[start : start + max(_PART_BYTES // longest, 1)]
        found[part] = function(written.spelled(part))
        start += len(part)
    return found


def _couples(spelled: Spelled) -> Signatures:
    found = np.zeros(len(spelled), np.uint64)
    for place in range(spelled.shape[1] - 1):
        couple = spelled[:, place].astype(np.uint64) * _BASE + spelled[:, place + 1]
        bit = _ONE << ((couple * MIXED) >> _LAST_BITS)
        found |= np.where(spelled[:, place + 1] > 0, bit, _NOTHING)
    return found


def _first_letters(spelled: Spelled) -> Signatures:
    found = np.zeros(len(spelled), np.uint64)
    for place in range(min(spelled.shape[1], _LETTERS_AT_AN_END)):
        found |= spelled[:, place].astype(np.uint64) << np.uint64(8 * place)
    return found


def _letters(spelled: Spelled, bits: Signatures) -> Signatures:
    found = np.zeros(len(spelled), np.uint64)
    for place in range(spelled.shape[1]):
        bit = bits[spelled[:, place]]
        found |= bit | (found & bit & _REPEATABLE) << _HIGHER
    return found


def _word_marks(spelled: Spelled) -> Signatures:
    found, word = np.zeros(len(spelled), np.uint64), np.zeros(len(spelled), np.uint64)
    for place in range(spelled.shape[1]):
        letter = spelled[:, place]
        inside = (letter > 0) & (letter != _SPACE)
        found |= np.where(~inside & (word > 0), _ONE << ((word * MIXED) >> _LAST_BITS), _NOTHING)
        word = np.where(inside, word * MIXED + letter, _NOTHING)
    return found | np.where(word > 0, _ONE << ((word * MIXED) >> _LAST_BITS), _NOTHING)


def _hashes(spelled: Spelled) -> Signatures:
    found = np.zeros(len(spelled), np.uint64)
    for place in range(spelled.shape[1]):
        letter = spelled[:, place]
        found = np.where(letter > 0, found * MIXED + letter, found)
    return found
