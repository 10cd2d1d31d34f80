"""What standardizing gives: a value, how good it is, and what was decided for its whole column."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

#: Two-digit years up to this one are read as 20xx where a birth date is expected. The program has no
#: clock below the workspace; a caller that knows the date passes its own year in the hints.
LATEST_YEAR = 2026
#: No customer that lives, and no firm that is called, is older.
EARLIEST_YEAR = 1850


class ValueStatus(StrEnum):
    """How far a value can be trusted."""

    VALID = "valid"
    DOUBTFUL = "doubtful"  # damaged or ambiguous; the value is a best reading
    INVALID = "invalid"  # breaks the rules of its type; the value is what may still help a person
    PLACEHOLDER = "placeholder"  # somebody typed something to fill the cell
    EMPTY = "empty"


class StandardValue(NamedTuple):
    """A standard value; ``value`` is "" when nothing is usable.

    A tuple, since long lists have millions of them: a frozen dataclass takes three times as long to make.
    """

    value: str
    status: ValueStatus


@dataclass(frozen=True, slots=True)
class ColumnHints:
    """What one cell can't tell, decided once per column from all its values.

    day_first         3/4/1985 is the third of April
    is_order_mixed    the column holds proof of both day-month and month-day, so 3/4 stays doubtful
    latest_year       the latest year that a two-digit birth year can mean
    decimal_comma     True "1,5" / False "1.5" is one and a half; None: not decided
    answers           what letters and numbers mean: "P" is perempuan beside L, pria beside W; "" for unknown. None: not
                      decided, each stands alone
    has_rounded_ids   16-digit ids went through a spreadsheet's number cell and lost their last digit
    has_foreign_ids   the numbers of documents are those of another country, whose rules nobody knows
    phone_region      region of numbers without a country code; "" when the column follows no known one
    earliest_year     the earliest year that is no slip: customers live, but some lists are of people long dead
    keeps_years       a year without a day is a value: enough to compare by
    years_ahead       by how many years the column's calendar is ahead of ours
    keeps_1970        1 January 1970 is a day like others of the column, not what programs make of no date at all
    six_digits        the order of year (y), month and day in days of six digits, "ymd"; "" where the column has none
    counts_from_1904  the numbers by which a workbook keeps days count from 1904, as some of Excel for Mac do
    has_place_codes   places are codes of two letters: "NA" is Napoli or Namibia among them, else nothing
    has_family_first  "BERG/ANNA MS" is Anna Berg, as in bookings, not one of two people
    """

    day_first: bool = True
    is_order_mixed: bool = False
    latest_year: int = LATEST_YEAR
    decimal_comma: bool | None = None
    answers: tuple[tuple[str, str], ...] | None = None
    has_rounded_ids: bool = True
    has_foreign_ids: bool = False
    phone_region: str = "ID"
    earliest_year: int = EARLIEST_YEAR
    keeps_years: bool = False
    years_ahead: int = 0
    keeps_1970: bool = False
    six_digits: str = ""
    counts_from_1904: bool = False
    has_place_codes: bool = False
    has_family_first: bool = False


NO_HINTS = ColumnHints()
_VALID, _make = ValueStatus.VALID, tuple.__new__
EMPTY_VALUE = StandardValue("", ValueStatus.EMPTY)
PLACEHOLDER_VALUE = StandardValue("", ValueStatus.PLACEHOLDER)
UNUSABLE_VALUE = StandardValue("", ValueStatus.INVALID)


def valid(value: str) -> StandardValue:
    """A trusted value."""
    # Nearly all values are: what making a named tuple comes to, in half the time.
    return _make(StandardValue, (value, _VALID))


def doubtful(value: str) -> StandardValue:
    """A best reading of a damaged or ambiguous value."""
    return StandardValue(value, ValueStatus.DOUBTFUL)


def invalid(value: str) -> StandardValue:
    """A value that breaks the rules of its type but may still help a person."""
    return StandardValue(value, ValueStatus.INVALID)
