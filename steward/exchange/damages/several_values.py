"""Two phones, addresses or ids in one cell: nobody knows whether they are of one customer or of two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.exchange.damages.kinds import Column

#: Marks, those of East Asia as wide as its letters; a word ("atau", "or"); brackets around the second; and between
#: numbers that have no blanks inside nothing else than one.
_BETWEEN_NUMBERS = re.compile(
    r"\s*[/;|&,\n／；｜＆，、]\s*|\s\+\s+|(?<=[\d)])\s+(?:(?!ext|pes|lama)[^\W\d_]{1,5}|-)\s+(?=[+\d])"
    r"|(?<=\d)\s*\((?!ext|pes|lama)(?=[^\W\d_]*[.:]?\s*\+?\d[\d\s.-]{7,}\))|(?<=\d{9})(?:\s+|-)(?=\+?\d{9})",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[^\S\n]+")
_BETWEEN_ADDRESSES = re.compile(r"\s*[/;|&,\s／；｜＆，、]\s*(?:[^\W\d_]{1,5}\s+)?")
#: "Telp & HP" asks for both, "Telp/HP" for either; "H/P" is one thing.
_OF_BOTH = re.compile(r"[^\W\d_]{2}\W*(&|\bdan\b|\band\b)\W*[^\W\d_]{2}", re.IGNORECASE)
_OF_EITHER = re.compile(r"[^\W\d_]{2}\W*/\W*[^\W\d_]{2}")
#: In front of a number may stand what it is, behind it whose.
_NUMBER = re.compile(r"(?:[^\W\d_]{1,10}[.:]?\s*)?['(]*\+?\(?\d[\d\s().-]*(?:\([^()\d]+\)\s*)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^\W\d_]{2,}")
_IDS = frozenset({"nik", "npwp", "family_card", "other_id", ColumnRule.ID_NUMBER})
#: No phone has so many digits.
_TOO_LONG = re.compile(r"[+0](?:[\s().-]*\d){18,}")
#: An extension behind a phone is shorter; a visa behind a passport has another length.
_FEWEST_OF_PHONE, _FEWEST_OF_ID = 8, 9
#: Where so many cells hold two that is how a list writes them, sooner where its header names two.
_SLIPS, _SLIPS_OF_EITHER = 0.12, 0.05


def several_values(column: Column) -> Collection[str]:
    """The cells with two whole values of a column that holds one in nearly all others."""
    is_asked = column.target in _IDS or column.type in (AttributeType.PHONE, AttributeType.EMAIL)
    if not is_asked or column.is_digits or _OF_BOTH.search(column.header):
        return ()
    if column.type is AttributeType.EMAIL:
        long = [cell for cell in column.texts if cell.count("@") > 1]
    else:
        long = [cell for cell in column.texts if len(cell) > 2 * _FEWEST_OF_PHONE]
    found = [cell for cell in long if _holds_several(column, cell.strip())]
    most = _SLIPS_OF_EITHER if _OF_EITHER.search(column.header) else _SLIPS
    return found if sum(column.counts[cell] for cell in found) <= most * column.filled else ()


def _holds_several(column: Column, cell: str) -> bool:
    if column.type is AttributeType.EMAIL:
        return all(map(_EMAIL.fullmatch, _BETWEEN_ADDRESSES.split(cell)))
    if column.is_phone and _TOO_LONG.fullmatch(cell):
        return len(set(filter(str.isdecimal, cell))) > 1
    parts = _BETWEEN_NUMBERS.split(_BLANKS.sub(" ", cell))
    if len(parts) < 2 or not all(map(_NUMBER.fullmatch, parts)):
        return False
    lengths = {sum(map(str.isdecimal, part)) for part in parts}
    if column.is_phone:
        return min(lengths) >= _FEWEST_OF_PHONE
    return len(lengths) == 1 and min(lengths) >= _FEWEST_OF_ID
