"""What the cells of an .xlsx sheet say, as text, and how they are formatted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from openpyxl.utils.datetime import from_excel, from_ISO8601

from steward.domain.cell_formats import BOOLEAN_FORMAT, TEXT_FORMAT
from steward.exchange.raw_rows import CellColumn
from steward.exchange.readers.cell_text import cell_text, unescape
from steward.exchange.readers.plain_xml import plain_attributes
from steward.exchange.readers.xlsx_package import GENERAL, CellStyle
from steward.exchange.sheets.layout import CellRef

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from steward.exchange.readers.grid import Grid
    from steward.exchange.readers.plain_rows import PlainColumn, PlainRows

#: So many different numbers are remembered with their text; a list repeats most of its dates and codes.
_REMEMBERED = 200_000
_PLAIN_STYLE = "0"
_TEXTS = ("inlineStr", "str")


class CellReader:
    """Makes text of the values of cells, from top to bottom, and notes formats and errors of a grid on the way."""

    def __init__(self, grid: Grid, texts: Sequence[str], styles: Sequence[CellStyle], epoch: datetime) -> None:
        self.formulas = 0
        self.lacks_value = False
        self._grid = grid
        self._texts = texts
        self._styles = styles
        self._epoch = epoch
        #: The texts of numbers, style by style.
        self._numbers: dict[str, dict[str, str]] = {}
        self._remembered = 0
        #: The style that the cell above had, column by column; a text has none.
        self._last_styles: dict[int, str] = {}

    def count_formula(self, value: str | None, kind: str | None) -> None:
        """There is a formula with this result."""
        # An empty text is a result too; a number without digits is a formula nobody has worked out yet.
        if value or kind == "str":
            self.formulas += 1
        else:
            self.lacks_value = True

    def text(self, column: int, row: int, value: str, attributes: dict[str, str]) -> str:
        """The text of one cell that is not blank."""
        kind = attributes.get("t")
        if kind == "s":
            self._note_text(column, row)
            return self._texts[int(value)]
        if kind is None or kind == "n":
            style = attributes.get("s", _PLAIN_STYLE)
            self._note_style(column, row, style)
            numbers = self._numbers.get(style)
            return (numbers and numbers.get(value)) or self._number(value, style)
        if kind == "e":
            self._grid.errors.append(CellRef(row, column, value))
            return value
        if kind == "b":
            self._grid.formats.note(column, row, BOOLEAN_FORMAT)
            # Whatever comes next is to be noted anew.
            self._last_styles[column] = BOOLEAN_FORMAT
            return "TRUE" if value.strip() == "1" else "FALSE"
        self._note_text(column, row)
        if kind == "d":
            return cell_text(from_ISO8601(value), None)  # type: ignore[no-untyped-call]  # openpyxl's own
        return unescape(value)

    def columns(self, rows: PlainRows, numbers: Sequence[int]) -> dict[int, CellColumn]:
        """The texts of the columns that are not blank in rows with these numbers."""
        known_errors = len(self._grid.errors)
        found = {}
        for column in rows.columns:
            for head in column.heads:
                plain_attributes(head.partition(">")[0])
            if column.row_heads:
                found[column.index] = CellColumn.of(self._texts_by_row(column, numbers))
            elif any(column.values.distinct):
                found[column.index] = self._cells_alike(column, numbers)
        # Found column by column, told row by row.
        places = {number: place for place, number in enumerate(numbers)}
        errors = self._grid.errors[known_errors:]
        self._grid.errors[known_errors:] = sorted(errors, key=lambda error: (places[error.row], error.column))
        return found

    def _texts_by_row(self, column: PlainColumn, rows: Sequence[int]) -> list[str]:
        """The texts of cells that differ in more than their values."""
        values, heads = list(column.values), column.row_heads
        if any(">" in head for head in column.heads):
            heads = self._without_formulas(heads, values)
        return [
            self.text(column.index, row, value, plain_attributes(head)) if value else ""
            for row, head, value in zip(rows, heads, values, strict=True)
        ]

    def _cells_alike(self, column: PlainColumn, rows: Sequence[int]) -> CellColumn:
        """The texts of cells that differ in nothing but their values, each different one made once."""
        values = column.values
        attributes = plain_attributes(column.heads[0])
        kind = attributes.get("t")
        if kind not in (None, "n", "s", *_TEXTS):
            cells = zip(rows, values, strict=True)
            return CellColumn.of(
                [self.text(column.index, row, value, attributes) if value else "" for row, value in cells]
            )
        # The one that comes first may be the blank one.
        first = rows[0] if all(values.distinct) else rows[int(np.argmax(values.codes != values.distinct.index("")))]
        if kind is None or kind == "n":
            style = attributes.get("s", _PLAIN_STYLE)
            self._note_style(column.index, first, style)
            known = self._numbers.get(style, {})
            texts = [value and (known.get(value) or self._number(value, style)) for value in values.distinct]
        else:
            self._note_text(column.index, first)
            if kind == "s":
                texts = [value and self._texts[int(value)] for value in values.distinct]
            else:
                texts = [unescape(value) if "_x" in value else value for value in values.distinct]
        return CellColumn(texts, values.codes)

    def _without_formulas(self, heads: list[str], values: Sequence[str]) -> list[str]:
        """The attributes of these cells alone; their formulas are counted."""
        kept = []
        for head, value in zip(heads, values, strict=True):
            attributes, _, formula = head.partition(">")
            if formula:
                plain_attributes(formula.partition(">")[0])
                self.count_formula(value, plain_attributes(attributes).get("t"))
            kept.append(attributes)
        return kept

    def _note_text(self, column: int, row: int) -> None:
        if column in self._last_styles:
            del self._last_styles[column]
            self._grid.formats.note(column, row, TEXT_FORMAT)

    def _note_style(self, column: int, row: int, style: str) -> None:
        if self._last_styles.get(column) != style:
            self._last_styles[column] = style
            self._grid.formats.note(column, row, self._style(style).number_format)

    def _number(self, value: str, style: str) -> str:
        text = self._read_number(value.strip(), style)
        if self._remembered < _REMEMBERED:
            self._remembered += 1
            self._numbers.setdefault(style, {})[value] = text
        return text

    def _read_number(self, value: str, style: str) -> str:
        shown = self._style(style)
        number = float(value) if "." in value or "E" in value or "e" in value else int(value)
        if not shown.is_date:
            return cell_text(number, shown.number_format)
        try:
            moment = from_excel(number, self._epoch, timedelta=shown.is_duration)
        except (OverflowError, ValueError):
            # Excel shows hash signs where a number is no day at all; the number itself is what can be kept.
            return cell_text(number, "General")
        return cell_text(moment, None)

    def _style(self, style: str) -> CellStyle:
        index = int(style)
        return self._styles[index] if index < len(self._styles) else GENERAL
