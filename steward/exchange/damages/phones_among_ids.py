"""Phones that stand under the number of a document, told by the phones of the same list."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from steward.domain.progress import Progress
    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

_IDS = frozenset({"nik", "npwp", "family_card", "other_id", ColumnRule.ID_NUMBER})
#: Ids of a country that begin with any digit have other zeros in front than phones do; one alone may be of chance.
_FEWEST, _FEWEST_OTHERS = 2, 20
#: So many ids at most are slips, and so many phones at least begin as one that slipped.
_SLIPS, _OFTEN = 0.12, 0.05
_BORN = re.compile(r"\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_NOT_DIGIT = re.compile(r"\D")


def phones_among_ids(table: RawTable, mapping: ColumnMapping, progress: Progress) -> dict[str, list[int]]:
    """The places of phones by the header of the ids among which they stand."""
    asked = {header: _slipped(table.column(header)) for header, target in mapping.columns if target in _IDS}
    progress.check()
    if not any(asked.values()):
        return {}
    phones: Counter[tuple[str, int]] = Counter()
    for header, target in mapping.columns:
        attribute = find_attribute(target)
        if attribute and attribute.type is AttributeType.PHONE:
            phones += _looks(table.column(header))
    usual = {look for look, count in phones.items() if look[0] and count >= _OFTEN * phones.total()}
    return {
        header: table.column(header).places_of(cells)
        for header, cells in asked.items()
        if cells and all(_look(cell) in usual for cell in cells)
    }


def _slipped(ids: CellColumn) -> list[str]:
    """All ids that begin with a zero, when few do."""
    led = [cell for cell in ids.distinct if cell.lstrip()[:1] == "0" and cell.strip().isdecimal()]
    others = sum(1 for cell in ids.distinct if cell.strip()) - len(led)
    is_slip = len(led) >= _FEWEST and others >= _FEWEST_OTHERS and len(led) <= _SLIPS * others
    # "070312..." may be the id of somebody who was born in 2007.
    return led if is_slip and not all(_BORN.match(cell.strip()) for cell in led) else []


def _looks(phones: CellColumn) -> Counter[tuple[str, int]]:
    looks: Counter[tuple[str, int]] = Counter()
    for cell, count in zip(phones.distinct, phones.counts(), strict=True):
        if cell.strip():
            looks[_look(cell)] += count
    return looks


def _look(cell: str) -> tuple[str, int]:
    """How a phone with a zero in front begins, and how many digits it has; nothing for all others."""
    digits = _NOT_DIGIT.sub("", cell)
    return (digits[:2], len(digits)) if digits.startswith("0") else ("", 0)
