"""Days written in digits: as programs write them, and as people do."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMERIC_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})( .*)?")
_YEAR_FIRST = re.compile(r"([12]\d{3})([-/. ]?)(\d{1,2})\2(\d{1,2})([ T].*)?")
_COMPACT = 8


class WrittenDay(NamedTuple):
    """As it is read with the day in front, or behind the year and the month; the year may have two digits."""

    year: int
    month: int
    day: int
    is_year_first: bool


def written_day(cell: str) -> WrittenDay | None:
    """None for what is no day in digits.

    >>> written_day("1985-04-17 00:00")[:3], written_day("17/04/85")[:3], written_day("17 April 1985")
    ((1985, 4, 17), (85, 4, 17), None)
    >>> written_day("1985/17/04")[:3], written_day("19850417")[:3]
    ((1985, 17, 4), (1985, 4, 17))
    """
    text = cell.strip(" '")
    found = _YEAR_FIRST.fullmatch(text)
    if found and (found[2] or (len(text) == _COMPACT)):
        return WrittenDay(int(found[1]), int(found[3]), int(found[4]), is_year_first=True)
    if found := NUMERIC_DAY.fullmatch(text):
        return WrittenDay(int(found[3]), int(found[2]), int(found[1]), is_year_first=False)
    return None
