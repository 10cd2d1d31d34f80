"""Days of six digits, two of them for the year: their order is told by the whole column, never by a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What each pair of digits is: year, month or day.
_ORDERS = ("ymd", "dmy", "mdy")
#: Of six digits at most three are zeros in front, which a spreadsheet may have dropped.
_LENGTH, _SHORTEST, _FEWEST, _MOST, _NEARLY_ALL = 6, 3, 12, 0.5, 0.98
_DAYS_OF_MONTH = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def six_digit_order(raws: Iterable[str]) -> str:
    """The order of year, month and day that alone makes days of the six digits of a column; none where it has others.

    >>> six_digit_order([f"8505{day}" for day in range(13, 31)]), six_digit_order(["850517", "40115"])
    ('ymd', '')
    """
    texts = {raw.strip() for raw in raws}
    days = [text for text in texts if text.isdecimal() and _SHORTEST <= len(text) <= _LENGTH]
    if sum(len(text) == _LENGTH for text in days) < max(_FEWEST, _MOST * len(texts)):
        return ""
    fitting = [order for order in _ORDERS if sum(_fits(text, order) for text in days) >= _NEARLY_ALL * len(days)]
    return fitting[0] if len(fitting) == 1 else ""


def pairs_of(text: str, order: str) -> dict[str, str] | None:
    """The digits of year (y), month (m) and day (d), zeros in front perhaps lost; None for a text of other lengths.

    >>> pairs_of("50317", "ymd")
    {'y': '05', 'm': '03', 'd': '17'}
    """
    if not text.isdecimal() or not _SHORTEST <= len(text) <= _LENGTH:
        return None
    whole = text.zfill(_LENGTH)
    return dict(zip(order, (whole[:2], whole[2:4], whole[4:]), strict=True))


def _fits(text: str, order: str) -> bool:
    pairs = pairs_of(text, order) or {}
    month = int(pairs["m"])
    return 1 <= month < len(_DAYS_OF_MONTH) and 1 <= int(pairs["d"]) <= _DAYS_OF_MONTH[month]
