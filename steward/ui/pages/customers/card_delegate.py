"""Painting one line of a card: icon or badge, words, badges of origin, a note on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.pages.customers.card_rows import ROW_ROLE, CardRow
from steward.ui.widgets.badge import paint_badge

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from steward.domain.records import Source
    from steward.ui.look import Look

Index = QModelIndex | QPersistentModelIndex

_LEFT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_BADGE, _BADGE_STEP, _ICON = 18, 22, 16


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

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row_height(self._row_kind))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CardRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, self._look, is_last=index.row() == index.model().rowCount() - 1)
        area = option.rect.adjusted(self._look.s4, 0, -self._look.s4, 0)
        right = self._paint_right(painter, area, row)
        self._paint_left(painter, QRect(area.left(), area.top(), right - area.left() - 8, area.height()), row)
        painter.restore()

    def _paint_right(self, painter: QPainter, area: QRect, row: CardRow) -> int:
        """Badges and note; returns where they begin."""
        look = self._look
        note_left = area.right() - look.px(self._note_width)
        x = note_left
        if row.note_icon:
            painter.drawPixmap(x, area.center().y() - 7, look.pixmap(row.note_icon, row.note_token, 14))
            x += 18
        if row.note:
            self._text(
                painter, QRect(x, area.top(), area.right() - x, area.height()), row.note, "small", row.note_token
            )
        left = note_left - 8 - self._badge_slots * _BADGE_STEP + (_BADGE_STEP - _BADGE)
        shown, more = fitting_badges(row.sources, self._badge_slots)
        for place, source in enumerate(shown):
            paint_badge(painter, QRect(left + place * _BADGE_STEP, area.center().y() - 8, _BADGE, _BADGE), source, look)
        if more:
            room = QRect(left + len(shown) * _BADGE_STEP, area.top(), _BADGE_STEP, area.height())
            self._text(painter, room, f"+{more}", "small", "text2")
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
            self._text(painter, QRect(x, area.top(), width - 8, area.height()), row.label, "small", "text2", 500)
            x += width
        used = self._text(
            painter,
            QRect(x, area.top(), area.right() - x, area.height()),
            row.value,
            "body",
            row.value_token,
            row.weight,
        )
        x += used + 8
        if row.hint and x < area.right() - 24:
            self._text(painter, QRect(x, area.top(), area.right() - x, area.height()), row.hint, "small", "text3")

    def _text(self, painter: QPainter, area: QRect, text: str, style: str, token: str, weight: int = 400) -> int:
        font = self._look.font(style, weight, tabular=True)
        metrics = QFontMetrics(font)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        painter.drawText(area, _LEFT, elided)
        return metrics.horizontalAdvance(elided)


def fitting_badges(sources: tuple[Source, ...], slots: int) -> tuple[tuple[Source, ...], int]:
    """The badges that have room, and how many more there are; their number takes the last place."""
    if len(sources) <= slots or slots < 2:
        return sources[:slots], 0
    return sources[: slots - 1], len(sources) - slots + 1


def paint_row_ground(
    painter: QPainter, option: QStyleOptionViewItem, look: Look, *, is_last: bool = False, ground: str = "surface"
) -> None:
    """The background of a card's line: hairline below, tint under the mouse, ring on the current one."""
    state = option.state
    has_focus = bool(option.widget and option.widget.hasFocus() and state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(option.rect, look.color("hover" if has_focus or hovered else ground))
    if not is_last:
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), look.color("border"))
    if has_focus:
        painter.setPen(QPen(look.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4)
