"""Parts of an address that slipped one column further to the right, beside the empty cell where they began.

Villages, districts and towns look alike; they are told by what the rest of the list holds in each of the columns.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import CellColumn, Mask
    from steward.exchange.tables import RawTable

_LEVELS = frozenset({"village", "district", "city", "province"})
#: What slipped stands so many times as often, and so often at least, where it belongs; one row is no habit yet.
_OFTENER, _FEWEST, _FEWEST_ROWS = 2, 2, 2
#: More rows are a matter of the mapping.
_MOST = 0.2
#: "Sleman" may be the town as well as the district of that name, where others write "Kab. Sleman".
_KIND_OF_PLACE = re.compile(
    r"^(kab|kabupaten|kota|kotamadya|kodya|kec|kecamatan|kel|kelurahan|desa|ds|prov|provinsi)\b\.?\s*"
)


def slipped_places(table: RawTable, mapping: ColumnMapping) -> dict[str, list[int]]:
    """The places of what slipped, by the header that it stands under now."""
    targets = dict(mapping.columns)
    run: list[str] = []
    found: dict[str, list[int]] = {}
    for header in (*table.headers, ""):
        if targets.get(header, "") in _LEVELS:
            run.append(header)
            continue
        if len(run) > 1 and (places := _slipped({name: table.column(name) for name in run})):
            found |= dict.fromkeys(run[1:], places)
        run = []
    return found


def _slipped(run: Mapping[str, CellColumn]) -> list[int]:
    """The rows whose first cell is empty and whose last holds what belongs before it, the others nothing against it."""
    columns = list(run.values())
    is_slipped: Mask = _each(columns[0], (not cell.strip() for cell in columns[0].distinct))
    for number, (before, column) in enumerate(pairwise(columns), 2):
        is_last = number == len(columns)
        is_slipped &= _each(column, _belong(before, column) if is_last else _may_belong(before, column))
    places = np.flatnonzero(is_slipped).tolist()
    return places if _FEWEST_ROWS <= len(places) <= _MOST * len(is_slipped) else []


def _belong(before: CellColumn, column: CellColumn) -> list[bool]:
    """Whether each different cell of a column stands in the one before it, and hardly here."""
    there, here = _counted(before), _counted(column)
    bare = {name for cell in here if (name := _KIND_OF_PLACE.sub("", cell)) != cell}
    return [
        there.get(name, 0) >= max(_FEWEST, _OFTENER * here[name]) and name not in bare
        for name in map(_plain, column.distinct)
    ]


def _may_belong(before: CellColumn, column: CellColumn) -> list[bool]:
    """Whether nothing says that a cell is where it belongs: it stands here alone, or as often before it."""
    there, here = _counted(before), _counted(column)
    return [bool(name) and there.get(name, 0) >= here[name] - 1 for name in map(_plain, column.distinct)]


def _counted(column: CellColumn) -> dict[str, int]:
    counted: dict[str, int] = {}
    for cell, count in zip(column.distinct, column.counts(), strict=True):
        counted[_plain(cell)] = counted.get(_plain(cell), 0) + count
    return counted


def _plain(cell: str) -> str:
    return cell.strip().casefold()


def _each(column: CellColumn, told: Iterable[bool]) -> Mask:
    """What is told of each different cell, row by row."""
    return np.fromiter(told, np.bool_, len(column.distinct))[column.codes]
