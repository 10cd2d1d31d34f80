"""What the engine is given: typed columns of standard values, and what each distinct value becomes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

import numpy as np
import numpy.typing as npt

from steward.domain.progress import NO_PROGRESS, Progress
from steward.matching.texts import Texts, packed_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steward.domain.attributes import AttributeType

__all__ = ["SEPARATOR", "Coded", "Column", "Ints", "arrange", "checked", "encode", "plain", "sorted_texts"]

SEPARATOR = "\x1f"
_BETWEEN_CHECKS, _SORTED_AT_ONCE = 10_000, 100_000
#: So many texts are sorted as numbers, eight letters each, unless some are longer than so many of these.
_MANY, _MOST_WORDS, _LETTERS = 20_000, 6, 8

#: So many bits of several columns' numbers are sorted as one.
_KEY_BITS = 63

Ints = npt.NDArray[np.int32]
Words = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Column:
    """One attribute of all records. ``values``: one standard value per record, "" = missing.

    Several values of one record are joined by ``SEPARATOR``; a "?" in an identifier is an unknown digit.
    """

    name: str
    type: AttributeType
    values: Sequence[str]


@dataclass(frozen=True, slots=True)
class Coded(Sequence[str]):
    """Texts held as their distinct values, sorted, and the number of each (-1 = "")."""

    distinct: Texts
    codes: Ints

    @classmethod
    def of(
        cls,
        texts: Iterable[str],
        numbers: Ints | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> Coded:
        """These texts; with ``numbers`` they are a choice of texts in any order, of which each record has one."""
        if isinstance(texts, Coded):
            distinct, codes = texts.distinct, texts.codes
        else:
            listed, codes = encode(texts, progress)
            progress.check()
            distinct = packed_texts(listed)
        return cls(distinct, codes if numbers is None else codes[numbers])

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return Coded(self.distinct, self.codes[place])
        code = int(self.codes[place])
        return str(self.distinct[code]) if code >= 0 else ""

    def __iter__(self) -> Iterator[str]:
        # Number -1 finds the "" at the end.
        return map([*self.distinct.tolist(), ""].__getitem__, self.codes.tolist())

    def rearranged(self, order: npt.NDArray[np.int64]) -> Coded:
        """The same texts in another order."""
        return Coded(self.distinct, self.codes[order])


def plain(text: str) -> str:
    """Lower case, without accents; everything that is no letter or digit becomes one space."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    lowered = text.lower().replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in lowered).split())


def checked(texts: Sequence[str], progress: Progress) -> Iterator[str]:
    """The texts; now and then the user may stop."""
    for start in range(0, len(texts), _BETWEEN_CHECKS):
        progress.check()
        yield from texts[start : start + _BETWEEN_CHECKS]


def encode(
    values: Iterable[str],
    progress: Progress = NO_PROGRESS,
) -> tuple[list[str], Ints]:
    """The distinct non-empty values in sorted order, and the number of each value (-1 for "")."""
    if isinstance(values, Coded):
        return values.distinct.tolist(), values.codes
    listed = values if isinstance(values, list) else list(values)
    progress.check()
    if len(listed) >= _MANY and (words := _as_words(listed, progress)) is not None:
        return _sorted_by_words(listed, words, progress)
    different = set(listed)
    progress.check()
    different.discard("")
    distinct = sorted_texts(list(different), progress)
    number = dict(zip(distinct, range(len(distinct)), strict=True))
    number[""] = -1
    return distinct, np.fromiter(map(number.__getitem__, checked(listed, progress)), np.int32, len(listed))


def sorted_texts(texts: list[str], progress: Progress) -> list[str]:
    """Portion by portion, so that the user may stop; then the whole is all but sorted."""
    for start in range(0, len(texts), _SORTED_AT_ONCE):
        progress.check()
        texts[start : start + _SORTED_AT_ONCE] = sorted(texts[start : start + _SORTED_AT_ONCE])
    texts.sort()
    progress.check()
    return texts


def arrange(columns: Iterable[Column], progress: Progress) -> tuple[list[Column], npt.NDArray[np.int64]]:
    """The columns with their rows in an order that only depends on what they hold, and that order."""
    coded: list[tuple[str, AttributeType, Coded]] = []
    for column in columns:
        progress.check()
        coded.append((column.name, column.type, Coded.of(column.values, progress=progress)))
    progress.check()
    order = _canonical_order([values for *_, values in coded], progress)
    progress.check()
    return [Column(name, type_, values.rearranged(order)) for name, type_, values in coded], order


def _canonical_order(columns: Sequence[Coded], progress: Progress) -> npt.NDArray[np.int64]:
    """Rows sorted by content, so that nothing can depend on the order in which they came."""
    if not columns:
        return np.zeros(0, np.int64)
    # As many columns as fit make one number: less to sort. A missing value comes first.
    keys: list[npt.NDArray[np.int64]] = []
    room = 0
    for column in columns:
        bits = (len(column.distinct) + 1).bit_length()
        if bits > room:
            keys.append(np.zeros(len(column), np.int64))
            room = _KEY_BITS
        keys[-1] = keys[-1] << bits | (column.codes + 1)
        room -= bits
    return _sorted_rows(keys, progress)


def _sorted_rows(keys: Sequence[npt.NDArray[np.int64]] | Words, progress: Progress) -> npt.NDArray[np.int64]:
    """The rows sorted by the first key, those alike by the next one: what lexsort does at once, which takes long."""
    order = np.arange(len(keys[0]))
    for key in keys[::-1]:
        progress.check()
        order = order[np.argsort(key[order], kind="stable")]
    progress.check()
    return order


def _as_words(texts: list[str], progress: Progress) -> Words | None:
    """The texts as columns of numbers that are in the same order; None where some can't be told apart by them."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in checked(texts, progress)]
    width = -(-max(map(len, encoded)) // _LETTERS) or 1
    if width > _MOST_WORDS or b"\x00" in {text[-1:] for text in encoded}:
        return None
    progress.check()
    spelled = np.array(encoded, f"S{width * _LETTERS}").view(">u8").reshape(len(texts), width)
    return np.ascontiguousarray(spelled.T, np.uint64)


def _sorted_by_words(texts: list[str], words: Words, progress: Progress) -> tuple[list[str], Ints]:
    """What ``encode`` gives, found by sorting numbers, which is faster and lets other threads run meanwhile."""
    order = _sorted_rows(words, progress)
    is_new = np.zeros(len(texts), bool)
    is_new[0] = words[:, order[0]].any()
    for word in words:
        arranged = word[order]
        is_new[1:] |= arranged[1:] != arranged[:-1]
    codes = np.empty(len(texts), np.int32)
    codes[order] = np.cumsum(is_new, dtype=np.int32) - np.int32(1)
    progress.check()
    return list(map(texts.__getitem__, order[is_new].tolist())), codes
