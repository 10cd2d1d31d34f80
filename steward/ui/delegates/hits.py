"""Painting a customer in the list on the left: name, CIN and city, and the badges of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from steward.domain.identity import format_cin
from steward.ui.delegates.row_paint import paint_line, paint_list_ground
from steward.ui.models.hits import HIT_ROLE
from steward.ui.widgets.badge import paint_badge
from steward.ui.words.joining import in_order
from steward.ui.words.masking import Mask
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from steward.ui.look import Look
    from steward.ui.models.roles import Index
    from steward.workspace.customers.customer_views import SearchHit

_BADGE, _BADGE_STEP, _MOST_BADGES = 16, 19, 4


class HitDelegate(QStyledItemDelegate):
    """Two lines a customer; a row whose page is still on the way is left quiet."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mask = Mask.OFF

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers that were found, or show them, from the next painting on."""
        self._mask = mask

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row_height("list"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: SearchHit | None = index.data(HIT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_list_ground(painter, QRectF(option.rect).adjusted(0, 1, 0, -1), option, self._look)
        area = option.rect.adjusted(18, 4, -14, -4)
        if hit is None:
            paint_line(painter, area, "…", self._look, "body", "text3")
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
            paint_line(painter, room, f"+{more}", self._look, "tiny", "text2", 600)
        for place, source in enumerate(badges):
            paint_badge(painter, QRect(left + place * _BADGE_STEP, area.top() + 2, _BADGE, _BADGE), source, self._look)
        if hit.is_restricted:
            left -= _BADGE_STEP
            lock = self._look.pixmap("lock", "danger", _BADGE)
            painter.drawPixmap(QPoint(left, area.top() + 2), lock)
        first = QRect(area.left(), area.top(), left - area.left() - 6, half)
        paint_line(painter, first, shown_title(hit.title, self._mask), self._look, "body", "text", 500)
        second = QRect(area.left(), area.top() + half, area.width(), half)
        paint_line(painter, second, second_line(hit, self._mask), self._look, "small", "text2")


def second_line(hit: SearchHit, mask: Mask) -> str:
    """The CIN and the city; or what the search found, where that is neither of them nor the name."""
    retired = format_cin(hit.retired) if hit.retired.isdigit() else hit.retired
    found = retired or hit.matched
    is_told = found.casefold() in f"{hit.title} {hit.cin} {hit.city}".casefold()
    place = hit.city if is_told else retired or mask.found(hit.matched)
    return in_order([part for part in (format_cin(hit.cin), place) if part], " · ")
