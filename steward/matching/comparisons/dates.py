"""Dates as numbers, and how close two of them are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.comparisons.levels import CLOSE, DIFFERENT, EXACT, PARTIAL, SIMILAR, Levels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Ints

Digits = npt.NDArray[np.int64]

_MONTH, _YEAR = 31, 366
#: How far years alone are apart that may be one: often they are told from an age.
_YEARS = 2
_DIGITS = 8
_BITS_PER_DIGIT = 4
_DAY_BITS, _YEAR_PLACE = 8, 16
_DAY = (1 << _DAY_BITS) - 1
#: The lowest bit of each digit.
_EACH_DIGIT = 0x1111_1111
_FIRST_OF_JANUARY = 0x0101
_IN_YEAR = (1 << _YEAR_PLACE) - 1


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates of which only the distance matters.

    ``digits``: yyyymmdd, four bits each; ``sums``: of the digits; ``days``: near enough to tell how far two lie apart;
    ``hold_years``: a first of January is a year alone, as many are.
    """

    digits: Digits
    sums: Ints
    days: Ints
    hold_years: bool = False

    @classmethod
    def of(cls, values: Sequence[str], *, hold_years: bool = False) -> Dates:
        """Of prepared dates; what is no full date keeps its digits as they are."""
        numbers = np.fromiter(
            (int(v[:_DIGITS]) if v[:_DIGITS].isdecimal() else 0 for v in values), np.int64, len(values)
        )
        digits, sums = np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.int32)
        for place in range(_DIGITS):
            digit = numbers // 10**place % 10
            digits |= digit << (_BITS_PER_DIGIT * place)
            sums += digit.astype(np.int32)
        days = numbers // 10_000 * 365 + (numbers // 100) % 100 * 30 + numbers % 100
        return cls(digits, sums, days.astype(np.int32), hold_years)

    def compare(self, first: Ints, second: Ints) -> Levels:
        """Close: a digit wrong, or day and month swapped; similar: two digits, days or the year; partial: near."""
        a, b = self.digits[first], self.digits[second]
        differ = a ^ b
        wrong = np.bitwise_count((differ | differ >> 1 | differ >> 2 | differ >> 3) & _EACH_DIGIT)
        apart = np.abs(self.days[first] - self.days[second])
        same_year = differ >> _YEAR_PLACE == 0
        levels = np.full(len(a), DIFFERENT, np.int8)
        levels[same_year | (apart <= _YEAR)] = PARTIAL
        same_day = (differ & _IN_YEAR == 0) & (a & _IN_YEAR > _FIRST_OF_JANUARY)
        levels[(wrong == 2) | same_day | (apart <= _MONTH)] = SIMILAR
        in_year = np.flatnonzero(same_year)
        levels[in_year[_is_first_of_year(a[in_year]) | _is_first_of_year(b[in_year])]] = SIMILAR
        levels[in_year[_are_swapped(a[in_year], b[in_year])]] = CLOSE
        two = np.flatnonzero(wrong == 2)
        levels[two[self.sums[first[two]] == self.sums[second[two]]]] = CLOSE
        levels[wrong <= 1] = CLOSE
        if self.hold_years:
            # Two years have the century in common, so that few of their digits differ whatever they are.
            other = np.flatnonzero(~same_year & (_is_first_of_year(a) | _is_first_of_year(b)))
            years = np.abs(self.days[first[other]] // 365 - self.days[second[other]] // 365)
            levels[other] = np.where(years <= _YEARS, PARTIAL, DIFFERENT)
        levels[wrong == 0] = EXACT
        return levels


def _is_first_of_year(digits: Digits) -> npt.NDArray[np.bool_]:
    """Often put down for a year alone."""
    return np.asarray(digits & _IN_YEAR == _FIRST_OF_JANUARY)


def _are_swapped(a: Digits, b: Digits) -> npt.NDArray[np.bool_]:
    """Day and month; both in one year."""
    month, other_month = a >> _DAY_BITS & _DAY, b >> _DAY_BITS & _DAY
    return np.asarray((month == b & _DAY) & (other_month == a & _DAY))
