"""Names of people where a town or a choice of a few should stand, told by the names of the same list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.columns.known_places import is_town
from steward.exchange.columns.told_by_content import share_of_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

#: Villages and districts are called by the words that people are called by, "Sri Rahayu": only a whole name tells.
_TOWNS = frozenset({"city", "province", "country"})
_OTHERS = frozenset({"village", "district", "birth_place", "address", "occupation"})
_PEOPLE = frozenset({"name", "contact_person"})
#: Who stands there more often may be what the choice is between.
_MOST_ALIKE, _SLIPS = 2, 0.12
#: So many of the others are towns of Indonesia.
_MOSTLY = 0.5
_NAME = re.compile(r"[^\W\d_]+(?:[ .'-]+[^\W\d_]+){1,5}")
_WORD = re.compile(r"[^\W\d_]+")


def people_elsewhere(table: RawTable, mapping: ColumnMapping, progress: Progress) -> dict[str, list[int]]:
    """The places of people by the header of the towns or choices among which they stand."""
    asked = {header: target for header, target in mapping.columns if _is_asked(target)}
    named = [table.column(header) for header, target in mapping.columns if target in _PEOPLE]
    if not asked:
        return {}
    # Of a million customers most have an address of their own: few of them are looked at twice.
    people = {cell.strip().casefold() for column in named for cell in column.distinct}
    progress.check()
    found: dict[str, list[int]] = {}
    for header, target in asked.items():
        column = table.column(header)
        odd = {cell for cell in column.distinct if cell.strip().casefold() in people and _is_doubted(cell)}
        progress.check()
        if target in _TOWNS and _are_towns(column):
            odd.update(_people_among_towns(column, named))
        hardly = {cell for cell, count in zip(column.distinct, column.counts(), strict=True) if count <= _MOST_ALIKE}
        places = column.places_of(odd & hardly)
        progress.check()
        if 0 < len(places) <= _SLIPS * len(column):
            found[header] = places
    return found


def _is_asked(target: str) -> bool:
    attribute = find_attribute(target)
    is_choice = attribute is not None and attribute.type is AttributeType.CATEGORY and target != "channel"
    return is_choice or target in _TOWNS or target in _OTHERS


def _is_doubted(cell: str) -> bool:
    """Whether the words of a text may be those of a person; shops and governments are called as their towns are."""
    return not is_town(cell) and _NAME.fullmatch(cell.strip()) is not None and bool(share_of_people(_words(cell)[:1]))


def _people_among_towns(column: CellColumn, named: Sequence[CellColumn]) -> set[str]:
    """Those of whose words each is one of a person, here or anywhere."""
    doubted = {cell: _words(cell) for cell in column.distinct if _is_doubted(cell)}
    asked = {word for words in doubted.values() for word in words}
    names = (cell for column in named for cell in column.distinct if asked)
    called = {word for cell in names for word in asked.intersection(_words(cell))}
    return {cell for cell, words in doubted.items() if all(word in called or share_of_people([word]) for word in words)}


def _are_towns(column: CellColumn) -> bool:
    known = sum(1 for cell in column.distinct if is_town(cell))
    return known >= _MOSTLY * sum(1 for cell in column.distinct if cell.strip())


def _words(cell: str) -> list[str]:
    return _WORD.findall(cell.casefold())
