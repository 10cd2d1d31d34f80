"""Parts of an address that slipped one column further to the right, beside the empty cell where they began.

Villages, districts and towns look alike; they are told by what the rest of the list holds in each of the columns.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from steward.domain.progress import Progress
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


def slipped_places(table: RawTable, mapping: ColumnMapping, progress: Progress) -> dict[str, list[int]]:
    """The places of what slipped, by the header that it stands under now."""
    targets = dict(mapping.columns)
    run: list[str] = []
    found: dict[str, list[int]] = {}
    for header in (*table.headers, ""):
        if targets.get(header, "") in _LEVELS:
            run.append(header)
            continue
        if len(run) > 1 and (places := _slipped([table.column(name) for name in run], progress)):
            found |= dict.fromkeys(run[1:], places)
        run = []
    return found


def _slipped(run: Sequence[CellColumn], progress: Progress) -> list[int]:
    """The rows whose first cell is empty and whose last holds what belongs before it, the others nothing against it."""
    rows = np.flatnonzero(_each(run[0], (not cell.strip() for cell in run[0].distinct)))
    for number, (before, column) in enumerate(pairwise(run), 2):
        if len(rows) < _FEWEST_ROWS:
            return []
        progress.check()
        asked = {code: _plain(column.distinct[code]) for code in np.unique(column.codes[rows]).tolist()}
        there, here = (_counted(cells, set(asked.values())) for cells in (before, column))
        belong = _belong if number == len(run) else _may_belong
        slipped = belong(there, here)
        rows = rows[np.isin(column.codes[rows], [code for code, name in asked.items() if name in slipped])]
    if len(rows) and (bare := _bare(run[-1])):
        column = run[-1]
        rows = rows[[_plain(column.distinct[code]) not in bare for code in column.codes[rows].tolist()]]
    return rows.tolist() if _FEWEST_ROWS <= len(rows) <= _MOST * len(run[0]) else []


def _belong(there: Mapping[str, int], here: Mapping[str, int]) -> set[str]:
    """What stands in the column before, and hardly here."""
    return {name for name, count in here.items() if there[name] >= max(_FEWEST, _OFTENER * count)}


def _may_belong(there: Mapping[str, int], here: Mapping[str, int]) -> set[str]:
    """What nothing says of that it is where it belongs: it stands here alone, or as often before it."""
    return {name for name, count in here.items() if name and there[name] >= count - 1}


def _bare(column: CellColumn) -> set[str]:
    """Names of places that stand here with the kind of place as well."""
    kinds = {cell: _KIND_OF_PLACE.sub("", cell) for cell in map(_plain, column.distinct)}
    return {name for cell, name in kinds.items() if name != cell}


def _counted(column: CellColumn, asked: Collection[str]) -> dict[str, int]:
    counted = dict.fromkeys(asked, 0)
    for name, count in zip(map(_plain, column.distinct), column.counts(), strict=True):
        if name in counted:
            counted[name] += count
    return counted


def _plain(cell: str) -> str:
    return cell.strip().casefold()


def _each(column: CellColumn, told: Iterable[bool]) -> Mask:
    """What is told of each different cell, row by row."""
    return np.fromiter(told, np.bool_, len(column.distinct))[column.codes]
