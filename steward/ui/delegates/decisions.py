"""Rows of the decision table: icon before the sentence, reversed ones struck through, the focus kept visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.labels import decision_icon
from steward.ui.models.decisions import DECISION, DISPLAY, DecisionTable
from steward.ui.widgets.text import elided

if TYPE_CHECKING:
    from steward.ui.look import Look
    from steward.workspace.views import DecisionView

PADDING, ICON = 8, 16


class DecisionDelegate(QStyledItemDelegate):
    """Paints the whole cell from tokens."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, hairline, text; a bar at the left of the selected row."""
        look = self._look
        rect = QRect(option.rect)
        state = option.state
        decision: DecisionView | None = index.data(DECISION)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, look.color("accent_bg" if is_selected else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("border"))
        if is_selected and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top() + 3, 3, rect.height() - 6), look.color("accent"))
        if decision is not None:
            self._paint_text(painter, rect, index, decision)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        decision: DecisionView,
    ) -> None:
        look, column = self._look, index.column()
        is_reversed = decision.reversed_by is not None
        area = rect.adjusted(PADDING, 0, -PADDING, 0)
        is_main = column == DecisionTable.WHAT
        if is_main:
            side = look.px(ICON)
            token = "text3" if is_reversed else "text2"
            at = QPoint(area.left(), area.center().y() - side // 2)
            painter.drawPixmap(at, look.pixmap(decision_icon(decision.kind), token, side))
            area.setLeft(area.left() + side + 8)
        font = look.font("body", 500 if is_main else 400, tabular=not is_main)
        font.setStrikeOut(is_reversed and is_main)
        painter.setFont(font)
        painter.setPen(look.color("text3" if is_reversed else "text" if is_main else "text2"))
        text = elided(str(index.data(DISPLAY) or ""), font, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
