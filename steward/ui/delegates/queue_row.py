"""Paints a row of the queue: name and facts, the strength meter over the impact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.delegates.row_paint import paint_list_ground
from steward.ui.models.queue import QUEUE_ROW_ROLE
from steward.ui.models.queue_texts import queue_row_facts
from steward.ui.widgets.strength import METER_WIDTH, paint_strength
from steward.ui.widgets.text import paint_text
from steward.workspace.views import QueueRow

if TYPE_CHECKING:
    from steward.ui.look import Look
    from steward.ui.models.roles import Index

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def two_line_height(look: Look) -> int:
    """What two lines and a little air need, where the text is large."""
    lines = QFontMetricsF(look.font("body")).height() + QFontMetricsF(look.font("small")).height()
    return max(look.row_height("form"), round(lines) + 3)


def two_lines(rect: QRectF, look: Look) -> tuple[QRectF, QRectF]:
    """The two text lines of a row, centred as a block."""
    first = QFontMetricsF(look.font("body")).height()
    second = QFontMetricsF(look.font("small")).height()
    top = rect.y() + (rect.height() - first - second - 1) / 2
    return QRectF(rect.x(), top, rect.width(), first), QRectF(rect.x(), top + first + 1, rect.width(), second)


class QueueRowDelegate(QStyledItemDelegate):
    """Two lines of text at the left, two small facts at the right; ``shows_strength``: unless judged blindly."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.shows_strength = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._look.row_height("list"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_list_ground(painter, rect, option, look)
        row = index.data(QUEUE_ROW_ROLE)
        if isinstance(row, QueueRow):
            self._paint_texts(painter, rect.adjusted(18, 0, -14, 0), row, str(index.data()))
        painter.restore()

    def _paint_texts(self, painter: QPainter, rect: QRectF, row: QueueRow, name: str) -> None:
        look = self._look
        first, second = two_lines(rect, look)
        impact = QLocale().toString(row.impact)
        impact_font = look.font("small", weight=600, tabular=True)
        impact_width = max(METER_WIDTH, round(QFontMetricsF(impact_font).horizontalAdvance(impact)))
        title_font = look.font("body", weight=600)
        painter.setFont(title_font)
        painter.setPen(look.color("text"))
        room = first.width() - METER_WIDTH - 10
        title = QFontMetricsF(title_font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        paint_text(painter, first, int(_LEFT), title)
        meter = QRectF(first.right() - METER_WIDTH, first.y(), METER_WIDTH, first.height())
        if self.shows_strength:
            paint_strength(painter, meter, row.strength, look)
        facts_font = look.font("small", tabular=True)
        painter.setFont(facts_font)
        painter.setPen(look.color("text2"))
        room = second.width() - impact_width - 10
        facts = QFontMetricsF(facts_font).elidedText(queue_row_facts(row), Qt.TextElideMode.ElideRight, room)
        painter.drawText(second, _LEFT, facts)
        painter.setFont(impact_font)
        painter.drawText(second, _RIGHT, impact)
