"""How a column is read where cells could mean two things: what all of them decide, with cells that show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from steward.standardize.dates import shown_order
from steward.standardize.day_counts import is_day_count
from steward.standardize.numbers import group_thousands, shows_decimal_comma
from steward.standardize.values import ColumnHints, detect_hints, standardize_column
from steward.workspace.lists.list_views import CellProof, DamageKind, DateOrder, DecimalSign, Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.attributes import Attribute
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

#: So many cells that decide a reading are shown, and so many that it decides.
_SHOWN = 3
_SIGNS = {True: DecimalSign.COMMA, False: DecimalSign.POINT, None: DecimalSign.NONE}


def date_order_finding(attribute: Attribute, header: str, table: RawTable, doubtful: int) -> Finding:
    """In which order the dates of a column are read, and how its ambiguous cells and counted days come out."""
    cells, numbers = table.column(header), table.rows.numbers
    hints = detect_hints(attribute, cells.distinct, counts=cells.tally())
    hints = replace(hints, counts_from_1904=table.counts_from_1904)
    order = DateOrder.DAY_FIRST if hints.day_first else DateOrder.MONTH_FIRST
    days = _values(attribute, cells.distinct, hints)
    others = _values(attribute, cells.distinct, replace(hints, day_first=not hints.day_first))
    read = zip(cells.distinct, days, others, strict=True)
    ambiguous = {cell for cell, day, other in read if day and other and day != other}
    decisive = {cell for cell in cells.distinct if shown_order(cell) is not None}
    counted = {cell for cell in cells.distinct if is_day_count(cell.strip(), hints)}
    day_of = dict(zip(cells.distinct, days, strict=True))
    return Finding(
        DamageKind.DATE_ORDER,
        header,
        attribute.name,
        doubtful,
        next((cell for cell in cells if cell.strip()), ""),
        detail=DateOrder.MIXED if hints.is_order_mixed else order,
        proofs=tuple(
            CellProof(int(numbers[place]), cell, day_of[cell], is_decisive=cell in decisive)
            for shown in (decisive, ambiguous, counted)
            for cell, place in _first_places(cells, shown)
        ),
        ambiguous_rows=len(cells.places_of(ambiguous)),
        counted_rows=len(cells.places_of(counted)),
        counts_from_1904=table.counts_from_1904,
    )


def decimal_sign_finding(attribute: Attribute, header: str, table: RawTable) -> Finding | None:
    """Which sign the numbers of a column have before the fraction; None where each can be read one way only, or where
    none has a fraction."""
    cells, numbers = table.column(header), table.rows.numbers
    marked = [cell for cell in cells.distinct if "," in cell or "." in cell]
    if group_thousands(marked):
        return None
    sign = detect_hints(attribute, cells.distinct).decimal_comma
    with_comma, with_point = (
        dict(zip(marked, _values(attribute, marked, ColumnHints(decimal_comma=comma)), strict=True))
        for comma in (True, False)
    )
    ambiguous = {cell for cell in marked if with_comma[cell] and with_point[cell] not in ("", with_comma[cell])}
    if not ambiguous:
        return None
    decisive = {cell for cell in marked if shows_decimal_comma(cell) is not None}
    value_of = dict(zip(marked, _values(attribute, marked, ColumnHints(decimal_comma=sign)), strict=True))
    return Finding(
        DamageKind.DECIMAL_SIGN,
        header,
        attribute.name,
        0,
        cells[cells.places_of(ambiguous)[0]],
        detail=_SIGNS[sign],
        proofs=tuple(
            CellProof(int(numbers[place]), cell, value_of[cell], is_decisive=cell in decisive)
            for shown in (decisive, ambiguous)
            for cell, place in _first_places(cells, shown)
        ),
        ambiguous_rows=len(cells.places_of(ambiguous)),
    )


def _values(attribute: Attribute, cells: Sequence[str], hints: ColumnHints) -> list[str]:
    return [value.value for value in standardize_column(attribute, cells, hints)]


def _first_places(cells: CellColumn, shown: set[str]) -> list[tuple[str, int]]:
    first: dict[str, int] = {}
    for place in cells.places_of(shown):
        first.setdefault(cells[place], place)
        if len(first) == _SHOWN:
            break
    return list(first.items())
