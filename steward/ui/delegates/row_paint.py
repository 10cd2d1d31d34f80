"""What painted rows have in common: the ground of a row in a list or a card, and a line of text on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from steward.ui.theme import RADIUS_BADGE, RADIUS_CONTROL
from steward.ui.widgets.text import paint_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from steward.ui.look import Look

_LEFT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MARK = 3


def paint_list_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, look: Look) -> None:
    """Selection, hover and focus of a two-line row in a list at the side."""
    state = option.state
    area = rect.adjusted(6, 0, -6, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(look.color("accent_bg"))
        painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setBrush(look.color("accent"))
        mark = QRectF(area.x(), area.y() + 8, _MARK, area.height() - 16)
        painter.drawRoundedRect(mark, _MARK / 2, _MARK / 2)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(look.color("hover"))
        painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
    if state & QStyle.StateFlag.State_HasFocus:
        _paint_ring(painter, area, look, RADIUS_CONTROL)


def paint_card_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look, *, is_last: bool) -> None:
    """The background of a card's line: hairline below, tint under the mouse, ring on the current one."""
    state, rect = option.state, option.rect
    has_focus = bool(option.widget and option.widget.hasFocus() and state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(rect, look.color("hover" if has_focus or is_hovered else "surface"))
    if not is_last:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("border"))
    if has_focus:
        _paint_ring(painter, QRectF(rect), look, RADIUS_BADGE)


def paint_line(painter: QPainter, area: QRect, text: str, look: Look, style: str, token: str, weight: int = 400) -> int:
    """One line of text, cut at the right; returns how wide it is."""
    font = look.font(style, weight, tabular=True)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
    painter.setFont(font)
    painter.setPen(look.color(token))
    paint_text(painter, area, _LEFT, shown)
    return metrics.horizontalAdvance(shown)


def _paint_ring(painter: QPainter, area: QRectF, look: Look, radius: int) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("focus"), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
