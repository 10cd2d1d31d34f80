"""One half of the compare grid: a table that moves a focus and never decides or swallows a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from steward.ui.delegates.compare_cell import CompareDelegate
from steward.ui.pages.review.grid_header import CompareHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from steward.ui.look import Look

ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class CompareView(QTableView):
    """``arrow_pressed`` says (down, right); the grid moves the focus, since two views share it. Enter takes a value."""

    arrow_pressed = Signal(int, int)
    enter_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = CompareHeader(look, self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(CompareDelegate(look, self))
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        # Tab leaves the grid; inside it the arrows move.
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(False)

    @property
    def header(self) -> CompareHeader:
        """The header with its painted heads."""
        return self._header

    def set_widths(self, widths: Sequence[int]) -> None:
        """The widths of all columns; 0 hides one.

        Qt paints a table a second time for every column that it hears was resized, a moment after the first.
        """
        header = self._header
        if all(header.sectionSize(column) == width for column, width in enumerate(widths)):
            return
        header.blockSignals(True)
        for column, width in enumerate(widths):
            header.setSectionHidden(column, not width)
            if width:
                header.resizeSection(column, width)
        header.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, not a search among the cells."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the focus, Enter takes the value under it; every other key belongs to the page."""
        steps = ARROWS.get(Qt.Key(event.key()))
        has_modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if steps is not None and not has_modifier:
            self.arrow_pressed.emit(*steps)
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not has_modifier:
            self.enter_pressed.emit()
            event.accept()
            return
        event.ignore()
