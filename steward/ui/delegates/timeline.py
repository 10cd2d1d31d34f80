"""Painting one event of a customer: day, badge or icon on the line of time, what happened, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.delegates.row_paint import paint_card_ground, paint_line
from steward.ui.models.roles import OWN, Index
from steward.ui.widgets.badge import paint_badge

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from steward.ui.look import Look
    from steward.ui.pages.customers.timeline_rows import TimelineRow

_ROW_ROLE = OWN
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
        paint_card_ground(painter, option, look, is_last=True)
        area = option.rect.adjusted(look.s4, 0, -look.s4, 0)
        day_width = look.px(_DAY_WIDTH)
        day = QRect(area.left(), area.top(), day_width, area.height())
        paint_line(painter, day, row.day, look, "small", "text2")
        x = area.left() + day_width + 16
        self._paint_line(painter, x, option.rect, is_first=index.row() == 0, is_last=_is_last(index))
        self._paint_mark(painter, x, area, row)
        text = QRect(x + 24, area.top(), area.right() - x - 24 - (24 if row.can_undo else 0), area.height())
        token = "text3" if row.is_undone else "text"
        weight = 600 if row.is_decision and not row.is_undone else 400
        paint_line(painter, text, row.sentence, look, "body", token, weight)
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


def _is_last(index: Index) -> bool:
    return index.row() == index.model().rowCount() - 1
