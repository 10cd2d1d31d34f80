"""The queue as rows one below the other; a table of one column, since a list view looks at every row that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from steward.ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from steward.ui.look import Look
    from steward.ui.models.queue import QueueModel


class QueueList(PlainTable):
    """Hundreds of thousands of rows of one height; letters belong to the page."""

    entered_row = Signal(QModelIndex)
    resized = Signal()

    def __init__(self, look: Look, queue: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(queue)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._renew()
        look.changed.connect(self._renew)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the row; Home and End go to the first and the last one."""
        key, count = event.key(), self.model().rowCount()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_row.emit(self.currentIndex())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and count:
            self.setCurrentIndex(self.model().index(0 if key == Qt.Key.Key_Home else count - 1, 0))
        else:
            super().keyPressEvent(event)

    def _renew(self) -> None:
        height = self._look.row_height("list")
        # The style's smallest height of a row may be larger than a compact one.
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
