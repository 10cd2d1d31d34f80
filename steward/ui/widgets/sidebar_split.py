"""A list at the left and the work beside it, as on Review and Customers; in a narrow window the list hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from steward.ui.theme import SIDEBAR_WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from steward.ui.look import Look

SMALLEST_SIDEBAR, LARGEST_SIDEBAR = 200, 360
#: Below this width of the window the list becomes a button.
SIDEBAR_FROM_WIDTH = 1180


class SidebarSplit(QSplitter):
    """``folds(True)`` when a button has to offer the list, ``folds(False)`` when there is room for both."""

    folds = Signal(bool)

    def __init__(self, look: Look, sidebar: QWidget, work: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._sidebar = look, sidebar
        self._is_wanted = self._is_needed = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(0)
        self.addWidget(sidebar)
        self.addWidget(work)
        self.setStretchFactor(1, 1)
        self.setSizes([SIDEBAR_WIDTH, 1000])
        look.changed.connect(self._dress)
        self._dress()

    def toggle(self) -> bool:
        """Show or hide the list in a narrow window; answers whether it is wanted now."""
        self._is_wanted = not self._is_wanted
        self._place()
        return self._is_wanted

    def bring_back(self) -> None:
        """The list is wanted, however narrow the window is."""
        self._is_wanted = True
        self._place()

    def set_needed(self, *, is_needed: bool) -> None:
        """With nothing beside it, the list stays in a narrow window too."""
        self._is_needed = is_needed
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        has_room = self.window().width() >= SIDEBAR_FROM_WIDTH
        self._sidebar.setVisible(has_room or self._is_wanted or self._is_needed)
        self.folds.emit(not has_room)

    def _dress(self) -> None:
        """Widths grow with the text."""
        self._sidebar.setMinimumWidth(self._look.px(SMALLEST_SIDEBAR))
        self._sidebar.setMaximumWidth(self._look.px(LARGEST_SIDEBAR))
