"""The bar at the bottom of a page or panel with what can be done there, and the page above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from steward.ui.look import Look


class BottomBar(QFrame):
    """``row`` takes its buttons."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look.s4, look.s3, look.s4, look.s3)
        self.row.setSpacing(look.s2)


def above_bar(content: QLayout, bar: BottomBar) -> QWidget:
    """The content with the bar below it, edge to edge."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(content, 1)
    column.addWidget(bar)
    return whole
