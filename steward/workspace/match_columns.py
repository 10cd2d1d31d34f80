"""Records as the matching engine wants them: one typed column of standard values per identifying attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import BUILT_IN_ATTRIBUTES
from steward.matching.columns import SEPARATOR, Column

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from steward.domain.records import SourceRecord, Values


def match_columns(records: Sequence[SourceRecord], names: Collection[str] | None = None) -> list[Column]:
    """The columns of these records; without ``names`` those attributes that any record holds."""
    if names is None:
        names = {name for record in records for name, found in record.standard.items() if any(found)}
    names = identifying(names)
    return columns_of([cells(record.standard, names) for record in records], names)


def identifying(names: Collection[str]) -> list[str]:
    """Those of the attributes that are compared, in their order."""
    return [a.name for a in BUILT_IN_ATTRIBUTES if a.is_identifying and a.name in names]


def cells(standard: Values, names: Iterable[str]) -> tuple[str, ...]:
    """What a record with these standard values has in each column."""
    return tuple(SEPARATOR.join(filter(None, standard.get(name, ()))) for name in names)


def columns_of(rows: Sequence[tuple[str, ...]], names: Sequence[str]) -> list[Column]:
    """The columns of rows of cells; ``names``: what each cell of a row is."""
    types = {a.name: a.type for a in BUILT_IN_ATTRIBUTES}
    return [Column(name, types[name], [row[place] for row in rows]) for place, name in enumerate(names)]
