"""Values seen from afar: how close two different ones can be at best, told without comparing their letters.

Most pairs of values have nothing in common, and seeing that costs far less than comparing them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.dates import Dates
from steward.matching.comparisons.levels import (
    CLOSE,
    DIFFERENT,
    MUCH_ALIKE,
    PARTIAL,
    SHORTEST_ALIKE,
    Levels,
    levels_of_addresses,
    levels_of_localities,
    levels_of_numbers,
    levels_of_texts,
)
from steward.matching.comparisons.prepared import NUMBER_END, as_numbers, is_year
from steward.matching.comparisons.signatures import (
    Signatures,
    beginnings,
    common_letters,
    ends,
    may_be_one_error,
    signatures,
    within_errors,
)
from steward.matching.comparisons.wording import Letters, Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints

_T = AttributeType

#: Values with more errors than that are no misspellings of each other.
_MOST_ERRORS = 2
#: Characters at the beginning of a postcode that name a region.
_SAME_REGION = 3


class Sketch(Protocol):
    """What is seen of the distinct values of a feature."""

    @property
    def is_exact(self) -> bool:
        """Comparing the values closely would give the same level."""

    def closest(self, first: Ints, second: Ints) -> Levels:
        """The closest level that two different values, given by their numbers, can have."""


def sketch(
    type_: AttributeType, values: Sequence[str], mailboxes: Sequence[str], *, hold_years: bool = False
) -> Sketch:
    """The sketch of prepared values; ``mailboxes``: of e-mails what stands before the @; ``hold_years``: years alone
    stand among dates."""
    if type_ is _T.DATE:
        return _DateSketch(Dates.of(values, hold_years=hold_years))
    if type_ is _T.NUMBER:
        return _NumberSketch(as_numbers(values))
    if type_ is _T.CATEGORY:
        return _CategorySketch()
    if type_ is _T.EMAIL:
        return _EmailSketch(signatures(values), signatures(mailboxes), Letters.of(mailboxes))
    if type_ is _T.POSTCODE:
        return _PostcodeSketch.of(values)
    if type_ is _T.ADDRESS:
        return _AddressSketch.of(values)
    if type_ is _T.LOCALITY:
        return _LocalitySketch.of(values)
    if type_ is _T.TEXT:
        return _TextSketch(Wording.of(values))
    return _CodeSketch.of(values)


@dataclass(frozen=True, slots=True)
class _DateSketch:
    """Dates are numbers; there is nothing more to see."""

    dates: Dates
    is_exact: bool = True

    def closest(self, first: Ints, second: Ints) -> Levels:
        return self.dates.compare(first, second)


@dataclass(frozen=True, slots=True)
class _NumberSketch:
    numbers: npt.NDArray[np.float64]
    is_exact: bool = True

    def closest(self, first: Ints, second: Ints) -> Levels:
        return levels_of_numbers(self.numbers[first], self.numbers[second])


@dataclass(frozen=True, slots=True)
class _CategorySketch:
    """Nothing lies between equal and different."""

    is_exact: bool = True

    def closest(self, first: Ints, second: Ints) -> Levels:
        return np.full(len(first), DIFFERENT, np.int8)


@dataclass(frozen=True, slots=True)
class _CodeSketch:
    """Phones, ids and codes: within two errors, or one holds the other."""

    signed: Signatures
    is_exact: bool = False

    @classmethod
    def of(cls, values: Sequence[str]) -> _CodeSketch:
        """An unknown digit fits every digit, and years may be near with no digit in common."""
        signed = signatures(values)
        signed[["?" in value or is_year(value) for value in values]] = 0
        return cls(signed)

    def closest(self, first: Ints, second: Ints) -> Levels:
        near = within_errors(self.signed[first], self.signed[second], _MOST_ERRORS)
        return np.where(near, np.int8(CLOSE), np.int8(DIFFERENT))


@dataclass(frozen=True, slots=True)
class _EmailSketch:
    """Addresses within two errors, or mailboxes much alike; those with at most one error are."""

    signed: Signatures
    signed_mailboxes: Signatures
    mailboxes: Letters
    is_exact: bool = False

    def closest(self, first: Ints, second: Ints) -> Levels:
        near = within_errors(self.signed[first], self.signed[second], _MOST_ERRORS)
        levels = np.where(near, np.int8(CLOSE), np.int8(DIFFERENT))
        rows = np.flatnonzero(~near)
        first, second = first[rows], second[rows]
        lengths = self.mailboxes.lengths
        alike = self.mailboxes.likeness(first, second) >= MUCH_ALIKE
        alike &= np.minimum(lengths[first], lengths[second]) >= SHORTEST_ALIKE
        rows, first, second = rows[alike], first[alike], second[alike]
        near = within_errors(self.signed_mailboxes[first], self.signed_mailboxes[second], 1)
        levels[rows] = np.where(near, np.int8(CLOSE), np.int8(PARTIAL))
        return levels


@dataclass(frozen=True, slots=True)
class _PostcodeSketch:
    """One character wrong, or the same first three."""

    lengths: Ints
    beginnings: Signatures
    ends: Signatures
    is_exact: bool = False

    @classmethod
    def of(cls, values: Sequence[str]) -> _PostcodeSketch:
        return cls(np.fromiter(map(len, values), np.int32, len(values)), beginnings(values), ends(values))

    def closest(self, first: Ints, second: Ints) -> Levels:
        start = common_letters(self.beginnings[first], self.beginnings[second])
        end = common_letters(self.ends[first], self.ends[second])
        near = may_be_one_error(self.lengths[first], self.lengths[second], start, end)
        return np.select([near, start >= _SAME_REGION], [np.int8(CLOSE), np.int8(PARTIAL)], np.int8(DIFFERENT))


@dataclass(frozen=True, slots=True)
class _LocalitySketch:
    wording: Wording
    beginnings: Signatures
    is_exact: bool = False

    @classmethod
    def of(cls, values: Sequence[str]) -> _LocalitySketch:
        return cls(Wording.of(values), beginnings(values))

    def closest(self, first: Ints, second: Ints) -> Levels:
        start = common_letters(self.beginnings[first], self.beginnings[second])
        winkler = self.wording.letters.jaro_winkler(first, second, start)
        return levels_of_localities(self.wording.likeness(first, second), winkler)


@dataclass(frozen=True, slots=True)
class _TextSketch:
    wording: Wording
    is_exact: bool = False

    def closest(self, first: Ints, second: Ints) -> Levels:
        return levels_of_texts(self.wording.likeness(first, second))


@dataclass(frozen=True, slots=True)
class _AddressSketch:
    """The words of the street, and the house number."""

    wording: Wording
    houses: Ints
    is_exact: bool = False

    @classmethod
    def of(cls, values: Sequence[str]) -> _AddressSketch:
        number = {"": -1}
        parts = [value.partition(NUMBER_END) for value in values]
        houses = [number.setdefault(house, len(number)) for house, _, _ in parts]
        return cls(Wording.of([words for _, _, words in parts]), np.array(houses, np.int32))

    def closest(self, first: Ints, second: Ints) -> Levels:
        a, b = self.houses[first], self.houses[second]
        words = self.wording.likeness(first, second)
        return levels_of_addresses(words, (a == b) & (a >= 0), (a < 0) | (b < 0))
