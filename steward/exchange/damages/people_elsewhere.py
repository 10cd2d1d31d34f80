"""Names of people where a town or a choice of a few should stand, told by the names of the same list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.columns.known_places import is_town
from steward.exchange.columns.told_by_content import share_of_people

if TYPE_CHECKING:
    from collections.abc import Collection

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


def people_elsewhere(table: RawTable, mapping: ColumnMapping) -> dict[str, list[int]]:
    """The places of people by the header of the towns or choices among which they stand."""
    asked = {header: _doubted(table.column(header)) for header, target in mapping.columns if _is_asked(target)}
    doubted = {words for cells in asked.values() for words in cells.values()}
    if not doubted:
        return {}
    targets = dict(mapping.columns)
    named = [table.column(header) for header, target in targets.items() if target in _PEOPLE]
    people = {words for column in named for cell in column.distinct if (words := _words(cell)) in doubted}
    single = {word for words in doubted for word in words.split()}
    called = single & {word for column in named for cell in column.distinct for word in cell.casefold().split()}
    found: dict[str, list[int]] = {}
    for header, cells in asked.items():
        column = table.column(header)
        # Shops and governments are called as their streets and towns are.
        odd = {cell for cell, said in cells.items() if said in people and not is_town(cell) and _begins_as_person(said)}
        if targets[header] in _TOWNS and _are_towns(column):
            odd.update(cell for cell, said in cells.items() if not is_town(cell) and _is_person(said.split(), called))
        places = column.places_of(odd)
        if 0 < len(places) <= _SLIPS * len(column):
            found[header] = places
    return found


def _is_asked(target: str) -> bool:
    attribute = find_attribute(target)
    is_choice = attribute is not None and attribute.type is AttributeType.CATEGORY and target != "channel"
    return is_choice or target in _TOWNS or target in _OTHERS


def _doubted(column: CellColumn) -> dict[str, str]:
    """The words of each cell of several that hardly stands twice."""
    counted = zip(column.distinct, column.counts(), strict=True)
    rare = {cell: _words(cell) for cell, count in counted if count <= _MOST_ALIKE}
    return {cell: said for cell, said in rare.items() if said}


def _are_towns(column: CellColumn) -> bool:
    known = sum(1 for cell in column.distinct if is_town(cell))
    return known >= _MOSTLY * sum(1 for cell in column.distinct if cell.strip())


def _is_person(words: list[str], called: Collection[str]) -> bool:
    return _begins_as_person(" ".join(words)) and all(word in called or share_of_people([word]) for word in words)


def _begins_as_person(words: str) -> bool:
    return bool(share_of_people(words.split()[:1]))


def _words(cell: str) -> str:
    """The words of a text of several and nothing else, in small letters; nothing of others."""
    return " ".join(_WORD.findall(cell.casefold())) if _NAME.fullmatch(cell.strip()) else ""
