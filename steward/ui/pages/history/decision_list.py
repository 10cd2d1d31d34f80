"""The table of decisions: which columns it shows at which width, and the keys it leaves to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from steward.ui.delegates.decisions import DecisionDelegate
from steward.ui.models.decisions import DecisionTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from steward.ui.look import Look

#: Widths in px at 100 %; the sentence takes what is left.
COLUMN_WIDTHS = {
    DecisionTable.NUMBER: 74,
    DecisionTable.KIND: 124,
    DecisionTable.WHO: 96,
    DecisionTable.WHEN: 150,
    DecisionTable.REASON: 150,
}
#: What goes first when the table is narrow: the icon says the kind, and the panel says the rest.
LEAST_NEEDED = (DecisionTable.REASON, DecisionTable.KIND, DecisionTable.WHO)
SENTENCE_WIDTH = 280


class DecisionList(QTableView):
    """One row per decision, the sentence stretched, the least needed columns hidden where room is short."""

    def __init__(self, look: Look, model: DecisionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setItemDelegate(DecisionDelegate(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(DecisionTable.WHAT, QHeaderView.ResizeMode.Stretch)
        self._renew()
        look.changed.connect(self._renew)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last decision, not to the first and last column."""
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.model().rowCount():
            row = 0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(row, DecisionTable.WHAT))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        look = self._look
        room = self.viewport().width() - look.px(SENTENCE_WIDTH)
        wanted = sum(look.px(width) for width in COLUMN_WIDTHS.values())
        for column in LEAST_NEEDED:
            is_hidden = wanted > room
            self.setColumnHidden(column, is_hidden)
            if is_hidden:
                wanted -= look.px(COLUMN_WIDTHS[column])

    def _renew(self) -> None:
        look, header = self._look, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(look.row_height("table"))
        header.setFixedHeight(look.row_height("table"))
        header.setFont(look.font("small", 600))
        for column, width in COLUMN_WIDTHS.items():
            self.setColumnWidth(column, look.px(width))
        self._fit_columns()
        self.viewport().update()
