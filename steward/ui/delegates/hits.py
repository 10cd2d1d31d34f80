"""Painting a customer in the list on the left: name, CIN and city, and the badges of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from steward.domain.identity import format_cin
from steward.ui.models.hits import HIT_ROLE
from steward.ui.widgets.badge import paint_badge

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from steward.ui.look import Look
    from steward.workspace.views import SearchHit

Index = QModelIndex | QPersistentModelIndex

_LEFT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_BADGE, _BADGE_STEP, _MOST_BADGES = 16, 19, 4


class HitDelegate(QStyledItemDelegate):
    """Two lines a customer; a row whose page is still on the way is left quiet."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row_height("list"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: SearchHit | None = index.data(HIT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(18, 4, -14, -4)
        if hit is None:
            self._text(painter, area, "…", "body", "text3")
        else:
            self._paint_hit(painter, area, hit)
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRect, hit: SearchHit) -> None:
        half = area.height() // 2
        more = len(hit.sources) - _MOST_BADGES + 1 if len(hit.sources) > _MOST_BADGES else 0
        badges = hit.sources[: _MOST_BADGES - 1] if more else hit.sources
        left = area.right() - (len(badges) + bool(more)) * _BADGE_STEP + 3
        if more:
            room = QRect(left + len(badges) * _BADGE_STEP, area.top(), _BADGE_STEP + 4, half)
            self._text(painter, room, f"+{more}", "tiny", "text2", 600)
        for place, source in enumerate(badges):
            paint_badge(painter, QRect(left + place * _BADGE_STEP, area.top() + 2, _BADGE, _BADGE), source, self._look)
        if hit.is_restricted:
            left -= _BADGE_STEP
            lock = self._look.pixmap("lock", "danger", _BADGE)
            painter.drawPixmap(QPoint(left, area.top() + 2), lock)
        first = QRect(area.left(), area.top(), left - area.left() - 6, half)
        self._text(painter, first, hit.title or format_cin(hit.cin), "body", "text", 500)
        self._text(
            painter, QRect(area.left(), area.top() + half, area.width(), half), second_line(hit), "small", "text2"
        )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look, state = self._look, option.state
        painter.fillRect(option.rect, look.color("surface"))
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(look.color("accent_bg"))
            painter.drawRoundedRect(box, 6, 6)
            painter.setBrush(look.color("accent"))
            painter.drawRect(QRectF(box.left(), box.top() + 4, 3, box.height() - 8))
            if option.widget and option.widget.hasFocus():
                painter.setPen(QPen(look.color("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(box, 6, 6)

    def _text(self, painter: QPainter, area: QRect, text: str, style: str, token: str, weight: int = 400) -> None:
        font = self._look.font(style, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
        painter.drawText(area, _LEFT, elided)


def second_line(hit: SearchHit) -> str:
    """The CIN and the city; or what the search found, where that is neither of them nor the name."""
    retired = format_cin(hit.retired) if hit.retired.isdigit() else hit.retired
    found = retired or hit.matched
    is_told = found.casefold() in f"{hit.title} {hit.cin} {hit.city}".casefold()
    place = hit.city if is_told else found
    return " · ".join(part for part in (format_cin(hit.cin), place) if part)
