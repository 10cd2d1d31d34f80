"""Painting one event of a customer: day, badge or icon on the line of time, what happened, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.widgets.badge import paint_badge

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from steward.ui.look import Look
    from steward.ui.pages.customers.timeline_rows import TimelineRow

Index = QModelIndex | QPersistentModelIndex

_ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_LEFT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_DAY_WIDTH = 88


class TimelineDelegate(QStyledItemDelegate):
    """Records carry their source's badge, decisions an icon in a circle and, while in force, an undo arrow."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row_height("list"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TimelineRow = index.data(_ROW_ROLE)
        look = self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(look.s4, 0, -look.s4, 0)
        day_width = look.px(_DAY_WIDTH)
        self._text(painter, QRect(area.left(), area.top(), day_width, area.height()), row.day, "small", "text2")
        x = area.left() + day_width + 16
        self._paint_line(painter, x, option.rect, is_first=index.row() == 0, is_last=_is_last(index))
        self._paint_mark(painter, x, area, row)
        text = QRect(x + 24, area.top(), area.right() - x - 24 - (24 if row.can_undo else 0), area.height())
        token = "text3" if row.is_undone else "text"
        self._text(painter, text, row.sentence, "body", token, 600 if row.is_decision and not row.is_undone else 400)
        if row.can_undo:
            painter.drawPixmap(area.right() - 16, area.center().y() - 7, look.pixmap("undo-2", "text2", 16))
        painter.restore()

    def _paint_line(self, painter: QPainter, x: int, row: QRect, *, is_first: bool, is_last: bool) -> None:
        painter.setPen(QPen(self._look.color("border"), 2))
        middle = row.center().y()
        painter.drawLine(x, middle if is_first else row.top(), x, middle if is_last else row.bottom() + 1)

    def _paint_mark(self, painter: QPainter, x: int, area: QRect, row: TimelineRow) -> None:
        look, middle = self._look, area.center().y() + 1
        if row.source is not None and not row.is_decision:
            paint_badge(painter, QRect(x - 9, middle - 9, 18, 18), row.source, look)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sunken"))
        painter.drawEllipse(QRectF(x - 11, middle - 11, 22, 22))
        painter.drawPixmap(x - 7, middle - 7, look.pixmap(row.icon, "text3" if row.is_undone else "text2", 14))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look, state = self._look, option.state
        has_focus = bool(option.widget and option.widget.hasFocus() and state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(option.rect, look.color("hover" if has_focus or hovered else "surface"))
        if has_focus:
            painter.setPen(QPen(look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4)

    def _text(self, painter: QPainter, area: QRect, text: str, style: str, token: str, weight: int = 400) -> None:
        font = self._look.font(style, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
        painter.drawText(area, _LEFT, elided)


def _is_last(index: Index) -> bool:
    return index.row() == index.model().rowCount() - 1
