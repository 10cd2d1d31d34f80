"""Two phones, addresses or ids in one cell: nobody knows whether they are of one customer or of two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.exchange.damages.kinds import Column

_MARKS = "/;|&\n"
_BETWEEN = re.compile(rf"\s*[{_MARKS}]\s*|,\s+")
#: "Telp/HP" asks for both; "H/P" is one thing.
_OF_BOTH = re.compile(r"[^\W\d_]{2}\W*(/|&|\bdan\b|\band\b)\W*[^\W\d_]{2}", re.IGNORECASE)
_NUMBER = re.compile(r"['(]*\+?\(?\d[\d\s().-]*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^\W\d_]{2,}")
_IDS = frozenset({"nik", "npwp", "family_card", "other_id", ColumnRule.ID_NUMBER})
#: An extension behind a phone is shorter; a visa behind a passport has another length.
_FEWEST_OF_PHONE, _FEWEST_OF_ID = 8, 9
#: Where so many cells hold two that is how a list writes them.
_SLIPS = 0.12


def several_values(column: Column) -> Collection[str]:
    """The cells with two whole values of a column that holds one in nearly all others."""
    is_asked = column.target in _IDS or column.type in (AttributeType.PHONE, AttributeType.EMAIL)
    if not is_asked or column.is_digits or not column.holds((*_MARKS, ", ")) or _OF_BOTH.search(column.header):
        return ()
    found = [cell for cell in column.texts if _holds_several(column, _BETWEEN.split(cell.strip()))]
    return found if sum(column.counts[cell] for cell in found) <= _SLIPS * column.filled else ()


def _holds_several(column: Column, parts: list[str]) -> bool:
    if len(parts) < 2:
        return False
    if column.type is AttributeType.EMAIL:
        return all(map(_EMAIL.fullmatch, parts))
    if not all(map(_NUMBER.fullmatch, parts)):
        return False
    lengths = {sum(map(str.isdecimal, part)) for part in parts}
    if column.is_phone:
        return min(lengths) >= _FEWEST_OF_PHONE
    return len(lengths) == 1 and min(lengths) >= _FEWEST_OF_ID
