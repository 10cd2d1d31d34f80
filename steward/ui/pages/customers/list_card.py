"""A card with a title, a remark on the right, and painted lines below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look
    from steward.ui.pages.customers.card_rows import CardModel
    from steward.ui.pages.customers.row_view import RowView


Row = TypeVar("Row")


class ListCard(QWidget, Generic[Row]):
    """The frame around one ``RowView`` and its lines."""

    def __init__(self, look: Look, view: RowView, model: CardModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.view = view
        self.model = model
        view.setModel(model)
        self._title = Text(look, "", "section")
        self._remark = Text(look, "", "small", tone="text2")
        head = QHBoxLayout()
        head.setContentsMargins(look.s4, 0, look.s4, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._remark)
        self._head = QWidget(self)
        self._head.setLayout(head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 8)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(view)
        look.changed.connect(self._renew)
        self._renew()

    def show_rows(self, rows: Sequence[Row], title: str, remark: str = "") -> None:
        """Show these lines under this title; without lines there is no card."""
        self.model.set_rows(rows)
        self.set_titles(title, remark)
        self.setVisible(bool(rows))

    def set_titles(self, title: str, remark: str = "") -> None:
        """What stands in the head of the card; the list takes the title as its accessible name."""
        self._title.setText(title)
        self._remark.setText(remark)
        self.view.setAccessibleName(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        line = self._head.geometry().bottom()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLine(1, line, self.width() - 2, line)
        painter.end()

    def _renew(self) -> None:
        self._head.setFixedHeight(self._look.row_height("form"))
        self.update()
