"""The bar at the bottom of a page or panel with what can be done there, and the page above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.ui.look import Look


class BottomBar(QFrame):
    """``add`` puts a widget at the left, ``add_end`` at the right.

    Where one line has no room for what every button says, those at the right stand on a line of their own.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._begin: list[tuple[QWidget, int]] = []
        self._end: list[tuple[QWidget, int]] = []
        self._lines = (QHBoxLayout(), QHBoxLayout())
        self._is_folded: bool | None = None
        self.setProperty("role", "bar")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.s4, look.s3, look.s4, look.s3)
        column.setSpacing(look.s2)
        for line in self._lines:
            line.setSpacing(look.s2)
            column.addLayout(line)

    @property
    def is_folded(self) -> bool:
        """True while there are two lines."""
        return bool(self._is_folded)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """One more at the left."""
        self._begin.append((widget, stretch))
        self._fill(is_folded=self.is_folded)

    def add_end(self, widget: QWidget, stretch: int = 0) -> None:
        """One more at the right."""
        self._end.append((widget, stretch))
        self._fill(is_folded=self.is_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Another text on a button needs other room."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return is_done

    def _fold(self) -> None:
        margins = self.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * self._look.s4
        is_folded = self._wanted() > room
        if is_folded != self._is_folded:
            self._fill(is_folded=is_folded)

    def _wanted(self) -> int:
        shown = [(widget, stretch) for widget, stretch in (*self._begin, *self._end) if not widget.isHidden()]
        widths = [
            widget.minimumSizeHint().expandedTo(widget.minimumSize()).width() if stretch else widget.sizeHint().width()
            for widget, stretch in shown
        ]
        return sum(widths) + self._look.s2 * max(0, len(widths) - 1)

    def _fill(self, *, is_folded: bool) -> None:
        self._is_folded = is_folded
        first, second = self._lines[0], self._lines[1 if is_folded else 0]
        for line in self._lines:
            while line.count():
                line.takeAt(0)
        for widget, stretch in self._begin:
            first.addWidget(widget, stretch)
        if is_folded:
            first.addStretch(0)
        if not any(stretch for _, stretch in self._end):
            second.addStretch(0 if any(stretch for _, stretch in self._begin) and not is_folded else 1)
        for widget, stretch in self._end:
            second.addWidget(widget, stretch)


def above_bar(content: QLayout, bar: BottomBar) -> QWidget:
    """The content with the bar below it, edge to edge."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(content, 1)
    column.addWidget(bar)
    return whole
