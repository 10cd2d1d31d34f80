"""Paints a row of the last decisions: icon, sentence, number and age, and the arrow that takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.delegates.queue_row import two_line_height, two_lines
from steward.ui.delegates.row_paint import paint_list_ground
from steward.ui.models.queue_decisions import LINE_ROLE, DecisionLine
from steward.ui.widgets.text import paint_text

if TYPE_CHECKING:
    from steward.ui.look import Look
    from steward.ui.models.roles import Index

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ICON = 16
#: The room of the undo arrow at the right end; a click there takes the decision back.
UNDO_WIDTH = 32


class DecisionRowDelegate(QStyledItemDelegate):
    """Reversed decisions are struck through and have no arrow."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, two_line_height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        rect = QRectF(option.rect)
        line = index.data(LINE_ROLE)
        if not isinstance(line, DecisionLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_list_ground(painter, rect, option, look)
        middle = round(rect.center().y() - _ICON / 2)
        painter.drawPixmap(round(rect.x() + 16), middle, look.pixmap(line.icon, "text2", _ICON))
        if line.can_undo:
            painter.drawPixmap(round(rect.right() - 14 - _ICON), middle, look.pixmap("undo-2", "text2", _ICON))
        first, second = two_lines(rect.adjusted(40, 0, -14 - (_ICON + 8 if line.can_undo else 0), 0), look)
        font = look.font("small", weight=500)
        font.setStrikeOut(line.is_reversed)
        painter.setFont(font)
        painter.setPen(look.color("text2" if line.is_reversed else "text"))
        text = QFontMetricsF(font).elidedText(line.sentence, Qt.TextElideMode.ElideRight, first.width())
        paint_text(painter, first, int(_LEFT), text)
        small = look.font("tiny", tabular=True)
        painter.setFont(small)
        painter.setPen(look.color("text2"))
        painter.drawText(
            second, _LEFT, QFontMetricsF(small).elidedText(line.facts, Qt.TextElideMode.ElideRight, second.width())
        )
        painter.restore()
