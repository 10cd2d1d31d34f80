"""Holding rows back before they are mapped, and putting in their place what stewards made of them before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.quarantine import HeldRow
from steward.exchange.fingerprints import content_hash
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.row_mapper import RowMapper
from steward.exchange.suspect_rows import find_suspects

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict

    from steward.domain.progress import Progress
    from steward.exchange.mapping import Mapping
    from steward.exchange.tables import RawTable


def hold_back(
    table: RawTable, mapping: Mapping, settled: Dict[str, Dict[str, str]], progress: Progress, *, is_key_declared: bool
) -> tuple[RawTable, tuple[HeldRow, ...]]:
    """The table without the rows that can't be taken for customers, and those rows.

    ``settled``: fingerprint -> cells of rows that a steward loaded after all: they are not asked about again, and
    come as the steward left them.
    """
    suspects = find_suspects(table, mapping, is_key_declared=is_key_declared, progress=progress)
    if not suspects:
        return table, ()
    mapper = RowMapper(mapping, table)
    held: list[HeldRow] = []
    mended: dict[int, tuple[str, ...]] = {}
    for place, (reason, arguments) in sorted(suspects.items()):
        row = table.rows[place]
        fingerprint = content_hash(row.cells)
        if (cells := settled.get(fingerprint)) is not None:
            mended[place] = tuple(cells.get(header, "") for header in table.headers)
            continue
        held.append(
            HeldRow(
                row=row.number,
                sheet=table.sheet,
                source_key=mapper.key_cell(row),
                fingerprint=fingerprint,
                cells=dict(zip(table.headers, row.cells, strict=True)),
                reason=reason,
                arguments=arguments,
            )
        )
    is_kept = np.ones(len(table.rows), np.bool_)
    is_kept[[place for place in suspects if place not in mended]] = False
    rows = table.rows
    if mended:
        rows = RawRows.of(RawRow(row.number, mended.get(place, row.cells)) for place, row in enumerate(rows))
    numbers = {row.row for row in held}
    issues = tuple(issue for issue in table.issues if issue.row not in numbers)
    return replace(table, rows=rows.chosen(is_kept), issues=issues), tuple(held)
