"""Records as the matching engine wants them: one typed column of standard values per identifying attribute.

A store may hold a million records: nothing of them is kept but what is compared, every different text once.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import BUILT_IN_ATTRIBUTES
from steward.domain.progress import NO_PROGRESS
from steward.matching.columns import SEPARATOR, Coded, Column

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from steward.domain.progress import Progress
    from steward.domain.records import RecordId, SourceRecord, Values

Ids = npt.NDArray[np.int64]

#: Records read until the user is asked whether to stop.
_BETWEEN_CHECKS = 1_000

#: While they are read, so many different texts of a column are held once, however many records have them.
_MOST_SHARED = 100_000


@dataclass(frozen=True, slots=True)
class MatchColumns:
    """What all records are compared by. ``ids``: the record of each row; ``held``: the attributes that any has."""

    ids: Ids
    held: dict[str, Coded]

    @classmethod
    def of(cls, standard: Iterable[tuple[RecordId, Values]], progress: Progress = NO_PROGRESS) -> MatchColumns:
        """Those of records with these standard values."""
        names = identifying({a.name for a in BUILT_IN_ATTRIBUTES})
        ids = array("q")
        columns: dict[str, list[str]] = {name: [] for name in names}
        shared: list[dict[str, str]] = [{} for _ in names]
        for record_id, values in standard:
            if len(ids) % _BETWEEN_CHECKS == 0:
                progress.check()
            ids.append(record_id)
            for column, once, cell in zip(columns.values(), shared, cells(values, names), strict=True):
                column.append(once.setdefault(cell, cell) if len(once) < _MOST_SHARED else once.get(cell, cell))
        del shared
        # One after the other, each given up as it is coded: all of them both ways would not fit into the memory.
        coded = {name: Coded.of(columns.pop(name), progress=progress) for name in names}
        held = {name: column for name, column in coded.items() if len(column.distinct)}
        return cls(np.array(ids, np.int64), held)

    def columns(self, names: Collection[str] | None = None, rows: Sequence[int] | None = None) -> list[Column]:
        """The columns with these names, else all that are held; of these rows alone, if any are given."""
        types = {a.name: a.type for a in BUILT_IN_ATTRIBUTES}
        return [
            Column(name, types[name], self._cells(name) if rows is None else [self._cells(name)[row] for row in rows])
            for name in identifying(self.held if names is None else names)
        ]

    def given_up(self) -> Iterator[Column]:
        """All columns, one after the other, to be read once: whoever takes them holds them alone."""
        types = {a.name: a.type for a in BUILT_IN_ATTRIBUTES}
        for name in identifying(self.held):
            yield Column(name, types[name], self.held.pop(name))

    def _cells(self, name: str) -> Sequence[str]:
        return self.held[name] if name in self.held else [""] * len(self.ids)


def match_columns(records: Iterable[SourceRecord], names: Collection[str] | None = None) -> list[Column]:
    """The columns of these records; without ``names`` those attributes that any record holds."""
    return MatchColumns.of((record.id, record.standard) for record in records).columns(names)


def identifying(names: Collection[str]) -> list[str]:
    """Those of the attributes that are compared, in their order."""
    return [a.name for a in BUILT_IN_ATTRIBUTES if a.is_identifying and a.name in names]


def cells(standard: Values, names: Iterable[str]) -> tuple[str, ...]:
    """What a record with these standard values has in each column."""
    # Most records have few of the attributes.
    return tuple([SEPARATOR.join(filter(None, found)) if (found := standard.get(name)) else "" for name in names])


def columns_of(rows: Sequence[tuple[str, ...]], names: Sequence[str]) -> list[Column]:
    """The columns of rows of cells; ``names``: what each cell of a row is."""
    types = {a.name: a.type for a in BUILT_IN_ATTRIBUTES}
    return [Column(name, types[name], [row[place] for row in rows]) for place, name in enumerate(names)]
