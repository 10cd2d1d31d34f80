"""Days as programs keep them: numbers that count days from 1900, or from 1904, or seconds from 1970."""

from __future__ import annotations

import re
from datetime import date, timedelta

from steward.standardize.standard_value import NO_HINTS, ColumnHints

_SERIAL = re.compile(r"(\d{4,5})(?:[.,]\d+)?")
#: Day 0 of a spreadsheet's calendar; it counts 29 February 1900, a day that never was.
_EPOCH = date(1899, 12, 30)
#: So many days later begins the calendar that counts from 1904.
_UNTIL_1904 = 1462
#: Seconds since 1970, or thousandths of them, from 2001 to 2030; more of them look like a day with its hour:
#: "1985041700", "2024011512".
_SECONDS = re.compile(r"(1[0-8]\d{8})(?:\d{3})?(?:[.,]\d+)?")
_START_OF_SECONDS = date(1970, 1, 1)
_SECONDS_OF_DAY = 86_400
#: Serial numbers from 1920 to 2064; smaller ones are more likely a year or a code.
_SERIALS = range(7306, 60267)


def is_day_count(text: str, hints: ColumnHints = NO_HINTS) -> bool:
    """Whether a cell holds the number by which a spreadsheet keeps a day.

    >>> is_day_count("31275"), is_day_count("1985")
    (True, False)
    """
    return counted_day(text, hints) is not None


def counted_from_1900(text: str) -> str:
    """The number of a day that was counted from 1904 as others count it; any other text as it is.

    >>> counted_from_1900("29814"), counted_from_1900("1985-08-17")
    ('31276', '1985-08-17')
    """
    day = counted_day(text.strip(), ColumnHints(counts_from_1904=True))
    return text if day is None else str((day - _EPOCH).days)


def counted_day(text: str, hints: ColumnHints) -> date | None:
    """The day that such a number stands for, by the calendar that the hints tell; None for any other text.

    >>> counted_day("1736906400", NO_HINTS), counted_day("1736906400123", NO_HINTS)
    (datetime.date(2025, 1, 15), datetime.date(2025, 1, 15))
    """
    if found := _SECONDS.fullmatch(text):
        return _START_OF_SECONDS + timedelta(days=int(found[1]) // _SECONDS_OF_DAY)
    found = _SERIAL.fullmatch(text)
    days = int(found[1]) + (_UNTIL_1904 if hints.counts_from_1904 else 0) if found else 0
    return _EPOCH + timedelta(days=days) if days in _SERIALS else None
