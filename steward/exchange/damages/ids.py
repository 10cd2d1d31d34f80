"""Damage that the id in the same row gives away: a NIK holds its owner's day and month of birth, as many others do."""

from __future__ import annotations

import re
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.damages.written_days import written_day
from steward.exchange.raw_rows import spread_evenly

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.exchange.raw_rows import CellColumn, Ints

_NIK = re.compile(r"\D*[1-9]\d{5}(\d{2})(\d{2})\d{6}\D*")
#: Women have 40 added to their day.
_WOMEN = 40
_DIGITS, _MONTHS = 16, 12
#: Where ids of other countries have the day (d) and the month (m), theirs or those of ids abroad that look alike.
_LAYOUTS = tuple(
    re.compile(layout)
    for layout in (
        # Malaysia, South Korea, Poland, Bulgaria, the Czechs and Slovaks, Sweden, Belgium, South Africa, Kazakhstan
        r"\d{2}(?P<m>\d{2})(?P<d>\d{2})\d{3,7}",
        # Denmark, Norway, Iceland, Latvia, Finland, the countries that were Yugoslavia
        r"(?P<d>\d{2})(?P<m>\d{2})\d{2}([+A-Y]?\d{3}[\dA-Z]|\d{5,7})",
        # Romania, Estonia, Lithuania, Egypt, Kuwait: behind a digit for century and sex
        r"[1-9]\d{2}(?P<m>\d{2})(?P<d>\d{2})\d{4,7}",
        # China; Sweden with the century
        r"\d{6}[12]\d{3}(?P<m>\d{2})(?P<d>\d{2})\d{3}[\dXx]",
        r"(19|20)\d{2}(?P<m>\d{2})(?P<d>\d{2})\d{4}",
        # Mexico
        r"[A-Z]{4}\d{2}(?P<m>\d{2})(?P<d>\d{2})[A-Z\d]{3,8}",
    )
)
_BETWEEN_DIGITS = str.maketrans("", "", " .-/'")
#: Added to the month of women, and of who was born in another century.
_ADDED_TO_MONTHS = (0, 20, 50, 70)
_SAMPLE = 2_000
_FEWEST = 8
_AGREE = 0.6


def swapped_days(births: CellColumn, ids: CellColumn) -> list[int]:
    """The places of birth dates that say month and day where the id says day and month.

    Ids that agree with their date as it stands must be most: else one of the two columns is somebody else's.
    """
    born = _days(births, _day_of_birth)
    told = _told_by_ids(born, ids)
    is_known = (born > 0) & (told > 0)
    day, month = np.divmod(born, 100)
    agree = is_known & (born == told)
    swapped = is_known & (month * 100 + day == told) & (day != month)
    # Dates of the other order agree as well, the other way round; a column full of them was only read so.
    if agree.sum() < max(_FEWEST, _AGREE * is_known.sum()):
        return []
    return [int(place) for place in np.flatnonzero(swapped)]


def exchanged_cards(births: CellColumn, ids: CellColumn, cards: CellColumn) -> list[int]:
    """The places where a family card stands under the id and the id, which tells the birth date, under the card."""
    born, told, carded = _days(births, _day_of_birth), _days_of_ids(ids), _days_of_ids(cards)
    day, month = np.divmod(born, 100)
    is_known = (born > 0) & (told > 0) & (carded > 0)
    # The date may have its day and month the other way round; that is another damage.
    agree = (told == born) | (told == month * 100 + day)
    belongs = (carded == born) | (carded == month * 100 + day)
    if (is_known & agree).sum() < max(_FEWEST, _AGREE * is_known.sum()):
        return []
    return [int(place) for place in np.flatnonzero(is_known & ~agree & belongs)]


def _told_by_ids(born: Ints, ids: CellColumn) -> Ints:
    """What ids say of the day of birth, by the layout that agrees with most of the days beside them."""
    places = spread_evenly(len(born), _SAMPLE)
    days, beside = born[places].tolist(), ids.at(places)

    def agreeing(read: Callable[[str], int]) -> int:
        return sum(1 for cell, day in zip(beside, days, strict=True) if day and read(cell) == day)

    readings: list[Callable[[str], int]] = [_day_of_id, *(partial(_day_by_layout, layout=one) for one in _LAYOUTS)]
    best = max(readings, key=agreeing)
    return _days_of_ids(ids) if best is _day_of_id else _days(ids, best)


def _day_by_layout(cell: str, layout: re.Pattern[str]) -> int:
    found = layout.fullmatch(cell.strip().translate(_BETWEEN_DIGITS).upper())
    if not found:
        return 0
    month = next((m for added in _ADDED_TO_MONTHS if 1 <= (m := int(found["m"]) - added) <= _MONTHS), 0)
    return int(found["d"]) % _WOMEN * 100 + month if month else 0


def _days(column: CellColumn, read: Callable[[str], int]) -> Ints:
    return np.fromiter(map(read, column.distinct), np.int32, len(column.distinct))[column.codes]


def _day_of_birth(cell: str) -> int:
    """Day and month as one number, 1704 for the 17th of April; 0 where it is not known."""
    found = written_day(cell)
    return found.day * 100 + found.month if found else 0


def _days_of_ids(column: CellColumn) -> Ints:
    """What ids say of the day of birth of their owners."""
    cells = column.distinct
    days = np.zeros(len(cells), np.int32)
    is_plain = [len(cell) == _DIGITS and cell.isascii() and cell.isdecimal() and cell[0] != "0" for cell in cells]
    # Nothing to clean: the way of nearly every id of a long list, all of them at once.
    digits = np.frombuffer("".join(compress(cells, is_plain)).encode(), np.uint8).reshape(-1, _DIGITS) - ord("0")
    day, month = (digits[:, at] * np.int32(10) + digits[:, at + 1] for at in (6, 8))
    plain = np.array(is_plain, np.bool_)
    days[plain] = day % _WOMEN * 100 + month
    for cell in np.flatnonzero(~plain).tolist():
        days[cell] = _day_of_id(cells[cell])
    return days[column.codes]


def _day_of_id(cell: str) -> int:
    text = cell if cell.isdecimal() else cell.replace(" ", "").replace(".", "").replace("-", "")
    found = _NIK.fullmatch(text)
    return int(found[1]) % _WOMEN * 100 + int(found[2]) if found else 0
