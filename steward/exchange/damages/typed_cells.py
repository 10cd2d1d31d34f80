"""Which cells of a column a workbook holds as numbers and which as days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steward.domain.cell_formats import BOOLEAN_FORMAT, TEXT_FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.cell_formats import CellFormats
    from steward.exchange.raw_rows import CellColumn, Ints


class TypedCells(NamedTuple):
    """Distinct cells of a column; one that is a number here and a text there is among the numbers."""

    numbers: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()


def typed_cells(column: CellColumn, rows: Ints, formats: CellFormats | None) -> TypedCells:
    """The cells of these rows by what the workbook holds."""
    if formats is None:
        return TypedCells()
    held = np.searchsorted(np.asarray(formats.rows), rows, side="right")

    def cells_of(test: Callable[[str], bool]) -> frozenset[str]:
        is_such = np.array([False, *map(test, formats.formats)])
        return frozenset(column.distinct[code] for code in np.unique(column.codes[is_such[held]]).tolist())

    return TypedCells(cells_of(_is_number), cells_of(_is_date))


def _is_date(number_format: str) -> bool:
    return number_format not in (TEXT_FORMAT, BOOLEAN_FORMAT) and _says_day(number_format)


def _is_number(number_format: str) -> bool:
    return number_format not in (TEXT_FORMAT, BOOLEAN_FORMAT) and not _says_day(number_format)


def _says_day(number_format: str) -> bool:
    # Imported here: it takes a fifth of a second, which processes that look at columns for damage would wait in vain.
    from openpyxl.styles.numbers import is_date_format

    return is_date_format(number_format)
