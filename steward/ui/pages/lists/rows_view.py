"""The rows of a list before it is loaded: the first ones, or those that are valid, doubtful or empty in a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steward.ui.pages.lists.profile_words import PARTS, numbers_of, part_label
from steward.ui.pages.lists.sample_view import SampleView
from steward.ui.widgets.chip import Chip
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan


class RowsView(QWidget):
    """A bar above every column; a click on a part of it shows those rows. ``column_asked(header)`` follows."""

    column_asked = Signal(str)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._table: TablePlan | None = None
        self._filter: tuple[str, str, tuple[int, ...], int] | None = None
        self.table = SampleView(look)
        self._chip = Chip(look, "")
        self._note = Text(look, "", "small", tone="text2")
        self._bar = QWidget(self)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(look.s3, 0, look.s3, look.s2)
        bar.addWidget(self._chip)
        bar.addWidget(self._note)
        bar.addStretch(1)
        self._bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.table, 1)
        self._chip.removed.connect(self.show_all)
        self.table.part_clicked.connect(self.show_part)

    def show_table(self, table: TablePlan) -> None:
        """Show a table; rows that were asked for stay chosen while it is the same one."""
        if self._table is None or self._table.preview is not table.preview:
            self._filter = None
        self._table = table
        self._show()

    def show_part(self, header: str, part: int) -> None:
        """Show the rows that are valid, doubtful or empty in a column."""
        if self._table is None:
            return
        column = next(one for one in self._table.preview.columns if one.header == header)
        count = (column.valid, column.doubtful, column.empty)[part]
        if column.profile is not None and count:
            self.show_rows(header, part_label(PARTS[part]), numbers_of(column.profile, PARTS[part]), count)

    def show_rows(self, header: str, what: str, numbers: Sequence[int], count: int) -> None:
        """Show these rows of the file, of ``count`` that there are."""
        self._filter = (header, what, tuple(numbers), count)
        self._show()
        self.table.show_column(header)
        self.column_asked.emit(header)

    def show_all(self) -> None:
        """The first rows of the file again."""
        self._filter = None
        self._show()
        self.table.setFocus()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.table.setAccessibleName(self.tr("The first rows as Steward reads them"))
        if self._filter is not None and self._table is not None:
            header, what, numbers, count = self._filter
            self._chip.set_text(self.tr("{column}: {what}").format(column=header, what=what))
            shown = sum(number in self._table.preview.named_rows for number in numbers)
            text = self.tr("%Ln rows", "", count)
            if shown < count:
                some = self.tr("the first {shown} of {count} rows")
                text = some.format(shown=self._language.number(shown), count=self._language.number(count))
            self._note.setText(text)

    def _show(self) -> None:
        if self._table is None:
            return
        numbers = None if self._filter is None else self._filter[2]
        self.table.show_table(self._table, as_targets=True, numbers=numbers)
        self._bar.setVisible(self._filter is not None)
        self.retranslate()
