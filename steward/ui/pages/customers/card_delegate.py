"""Painting one line of a card: icon or badge, words, badges of origin, a note on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.delegates.row_paint import paint_card_ground, paint_line
from steward.ui.pages.customers.card_rows import ROW_ROLE, CardRow
from steward.ui.widgets.badge import paint_badge

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from steward.domain.records import Source
    from steward.ui.look import Look
    from steward.ui.models.roles import Index

_BADGE, _BADGE_STEP, _ICON = 18, 22, 16
#: Below this width, at the size of the text, a line is narrow.
_NARROW = 440


class CardDelegate(QStyledItemDelegate):
    """Lays every line of a card on the same columns: label, value, badges, note."""

    def __init__(
        self,
        look: Look,
        *,
        row_kind: str = "table",
        label_width: int = 0,
        note_width: int = 130,
        badge_slots: int = 1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._row_kind = row_kind
        self._label_width = label_width
        self._note_width = note_width
        self._badge_slots = badge_slots

    def set_note_width(self, width: int) -> None:
        """How much of a line the notes take; 0 when no line has one."""
        self._note_width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row_height(self._row_kind))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CardRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card_ground(painter, option, self._look, is_last=index.row() == index.model().rowCount() - 1)
        area = option.rect.adjusted(self._look.s4, 0, -self._look.s4, 0)
        right = self._paint_right(painter, area, row)
        self._paint_left(painter, QRect(area.left(), area.top(), right - area.left() - 8, area.height()), row)
        painter.restore()

    def _paint_right(self, painter: QPainter, area: QRect, row: CardRow) -> int:
        """Badges and note; returns where they begin."""
        look = self._look
        # In a narrow card the note gives way: an id is read whole before the rule that chose it.
        is_narrow = self._note_width > 0 and area.width() < look.px(_NARROW)
        note_left = area.right() - (area.width() // 5 if is_narrow else look.px(self._note_width))
        x = note_left
        if row.note_icon:
            painter.drawPixmap(x, area.center().y() - 7, look.pixmap(row.note_icon, row.note_token, 14))
            x += 18
        if row.note:
            room = QRect(x, area.top(), area.right() - x, area.height())
            paint_line(painter, room, row.note, look, "small", row.note_token)
        left = note_left - 8 - self._badge_slots * _BADGE_STEP + (_BADGE_STEP - _BADGE)
        shown, more = fitting_badges(row.sources, self._badge_slots)
        for place, source in enumerate(shown):
            paint_badge(painter, QRect(left + place * _BADGE_STEP, area.center().y() - 8, _BADGE, _BADGE), source, look)
        if more:
            room = QRect(left + len(shown) * _BADGE_STEP, area.top(), _BADGE_STEP, area.height())
            paint_line(painter, room, f"+{more}", look, "small", "text2")
        if row.mark:
            painter.drawPixmap(left - 24, area.center().y() - 7, look.pixmap(row.mark, "gold", 16))
            return left - 24
        if shown:
            return left
        return note_left if row.note or row.note_icon else area.right()

    def _paint_left(self, painter: QPainter, area: QRect, row: CardRow) -> None:
        look = self._look
        x = area.left() + (look.s5 if row.is_sub else 0)
        if row.icon:
            painter.drawPixmap(x, area.center().y() - 7, look.pixmap(row.icon, "text2", _ICON))
            x += _ICON + 10
        if row.lead is not None:
            paint_badge(painter, QRect(x, area.center().y() - 8, _BADGE, _BADGE), row.lead, look)
            x += _BADGE + 8
        if (self._label_width and not row.is_sub) or row.label:
            width = look.px(self._label_width or 130)
            room = QRect(x, area.top(), width - 8, area.height())
            paint_line(painter, room, row.label, look, "small", "text2", 500)
            x += width
        room = QRect(x, area.top(), area.right() - x, area.height())
        x += paint_line(painter, room, row.value, look, "body", row.value_token, row.weight) + 8
        if row.hint and x < area.right() - 24:
            room = QRect(x, area.top(), area.right() - x, area.height())
            paint_line(painter, room, row.hint, look, "small", "text3")


def fitting_badges(sources: tuple[Source, ...], slots: int) -> tuple[tuple[Source, ...], int]:
    """The badges that have room, and how many more there are; their number takes the last place."""
    if len(sources) <= slots or slots < 2:
        return sources[:slots], 0
    return sources[: slots - 1], len(sources) - slots + 1
