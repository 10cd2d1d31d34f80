"""Which columns of a table that nobody mapped hold its names, as all columns together tell it.

A header alone is read in the same way everywhere: "nome" is a given name. In a list of hotels it is the whole name, and
beside a column of family names "name" is what stands before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.columns.column_content import filled_of
from steward.exchange.columns.firm_names import are_firms_rather_than_people
from steward.exchange.raw_rows import spread_evenly

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.exchange.raw_rows import CellColumn

_T = AttributeType

Types = list[AttributeType | None]

_OF_PEOPLE = (_T.NAME, _T.GIVEN_NAME, _T.FAMILY_NAME)
_NAMES = frozenset({*_OF_PEOPLE, _T.ORGANIZATION})
#: So many rows, spread evenly, tell whether names are whole.
_SAMPLE = 2000
#: What names look like: so many words at most, in so many of the cells, so many of which differ from one another.
_LONGEST_NAME, _MOSTLY_NAMES, _MOSTLY_DIFFERENT = 6, 0.8, 0.3
#: A name of one word holds the family's in so few of the cells, if it is a part of the name.
_HARDLY = 0.3
#: A column before the known names holds the customers' if it tells so many times as many apart.
_TOLD_BETTER = 1.2


def with_names(columns: Sequence[CellColumn], types: Types, may_be_names: Callable[[int], bool]) -> Types:
    """The types with those of the names put right. ``may_be_names``: whether nothing else is known of a column."""
    if _NAMES.isdisjoint(types):
        places = [n for n, cells in enumerate(columns) if may_be_names(n) and _look_like_names(cells, fewest_words=2)]
        return _named(columns, types, max(places, key=lambda n: len(columns[n].distinct))) if places else types
    if (place := _outdoing(columns, types, may_be_names)) is not None:
        # What few have is a name they had before, or somebody else's.
        beside: Types = [_T.TEXT if type_ is _T.NAME else type_ for type_ in types]
        return _named(columns, beside, place)
    return _with_parts(columns, types)


def _named(columns: Sequence[CellColumn], types: Types, place: int) -> Types:
    """The column holds the names, of people or of firms."""
    are_firms = are_firms_rather_than_people(filled_of(columns[place]))
    return [(_T.ORGANIZATION if are_firms else _T.NAME) if n == place else type_ for n, type_ in enumerate(types)]


def _outdoing(columns: Sequence[CellColumn], types: Types, may_be_names: Callable[[int], bool]) -> int | None:
    """The column of names before the known ones that tells more customers apart: these belong to them, as the owner
    does to a ship."""
    if not {_T.GIVEN_NAME, _T.FAMILY_NAME}.isdisjoint(types):
        return None
    known = [n for n, type_ in enumerate(types) if type_ in _NAMES]
    told = max(len(columns[n].distinct) for n in known)
    places = [
        n
        for n, cells in enumerate(columns[: known[0]])
        if may_be_names(n) and len(cells.distinct) > _TOLD_BETTER * told and _look_like_names(cells, fewest_words=1)
    ]
    return max(places, key=lambda n: len(columns[n].distinct), default=None)


def _with_parts(columns: Sequence[CellColumn], types: Types) -> Types:
    """What is called a part of the name but stands alone may be that of firms; what is called the name beside a part of
    it is the other part."""
    found = {type_: [n for n, t in enumerate(types) if t is type_] for type_ in _OF_PEOPLE}
    parts = [*found[_T.GIVEN_NAME], *found[_T.FAMILY_NAME]]
    if len(parts) == 1 and _T.ORGANIZATION not in types and are_firms_rather_than_people(filled_of(columns[parts[0]])):
        # Whole names beside them are of those who work there.
        return [_T.ORGANIZATION if n in parts else _T.TEXT if n in found[_T.NAME] else t for n, t in enumerate(types)]
    if found[_T.GIVEN_NAME] and found[_T.FAMILY_NAME]:
        # What is no whole name beside its parts is one that they had before, or go by.
        family = columns[found[_T.FAMILY_NAME][0]]
        others = {n for n in found[_T.NAME] if not _holds(columns[n], family)}
        return [_T.TEXT if n in others else type_ for n, type_ in enumerate(types)]
    for part, rest in ((_T.FAMILY_NAME, _T.GIVEN_NAME), (_T.GIVEN_NAME, _T.FAMILY_NAME)):
        if len(found[_T.NAME]) == 1 and found[part] and not found[rest]:
            name = found[_T.NAME][0]
            if not _holds(columns[name], columns[found[part][0]]):
                return [rest if n == name else type_ for n, type_ in enumerate(types)]
    return types


def _holds(names: CellColumn, parts: CellColumn) -> bool:
    """Whether names are whole: of several words as a rule, or with the part that stands beside them."""
    rows = spread_evenly(len(names), _SAMPLE)
    pairs = [
        (name.casefold().split(), part.casefold().split())
        for name, part in zip(names.at(rows), parts.at(rows), strict=True)
        if name.strip() and part.strip()
    ]
    of_several = sum(len(name) > 1 for name, _ in pairs)
    held = sum(not set(part).isdisjoint(name) for name, part in pairs)
    return not pairs or 2 * of_several > len(pairs) or held > _HARDLY * len(pairs)


def _look_like_names(cells: CellColumn, *, fewest_words: int) -> bool:
    """Whether the cells are a few words each, mostly different ones."""
    values = filled_of(cells)
    if len(set(values)) <= _MOSTLY_DIFFERENT * len(values):
        return False
    alike = sum(fewest_words <= len(v.split()) <= _LONGEST_NAME and _is_mostly_letters(v) for v in values)
    return alike > _MOSTLY_NAMES * len(values)


def _is_mostly_letters(value: str) -> bool:
    return 2 * sum(map(str.isalpha, value)) > len(value) and not any(map(str.isdigit, value))
