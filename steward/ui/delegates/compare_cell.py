"""Paints every cell of the compare grid: symbol, tint, marked letters, golden values with their origin, focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from steward.domain.attributes import AttributeType, find_attribute
from steward.ui.delegates.compare_head import paint_member_line
from steward.ui.delegates.compare_text import paint_marked_text
from steward.ui.models.compare import CELL_ROLE
from steward.ui.models.compare_table import CellKind, CompareCell
from steward.ui.models.compare_texts import golden_text, member_text
from steward.ui.widgets.badge import paint_badge
from steward.ui.words.attributes import attribute_label
from steward.ui.words.labels import state_symbol, state_token
from steward.workspace.views import CellState

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.ui.look import Look
    from steward.ui.models.roles import Index

#: Cells where the eye should stop have a tint; equal values recede.
_TINTED = {CellState.SIMILAR, CellState.CONFLICT, CellState.MISSING}
_ELIDE_IN_THE_MIDDLE = {
    AttributeType.NATIONAL_ID,
    AttributeType.CODE,
    AttributeType.EMAIL,
    AttributeType.PHONE,
}

_BADGE = 16
_SYMBOL_WIDTH = 12
_FOCUS = 2
_RADIUS = 4


def elide_mode(attribute: str) -> Qt.TextElideMode:
    """Ids and e-mails lose their middle, since their ends tell them apart; everything else its end."""
    known = find_attribute(attribute)
    if known is not None and known.type in _ELIDE_IN_THE_MIDDLE:
        return Qt.TextElideMode.ElideMiddle
    return Qt.TextElideMode.ElideRight


def paint_symbol(painter: QPainter, x: float, rect: QRectF, state: CellState, look: Look) -> None:
    """The state's symbol, 14 px bold, in its colour."""
    font = look.font("section", weight=700)
    painter.setFont(font)
    painter.setPen(look.color(state_token(state)))
    box = QRectF(x, rect.y(), look.px(_SYMBOL_WIDTH), rect.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, state_symbol(state))


class CompareDelegate(QStyledItemDelegate):
    """The one painter of grid cells, in both directions of the grid."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._painters: dict[CellKind, Callable[[QPainter, QRectF, CompareCell], None]] = {
            CellKind.FIELD: self._paint_field,
            CellKind.GOLDEN: self._paint_golden,
            CellKind.MEMBER: self._paint_member,
            CellKind.MEMBER_HEAD: self._paint_member_head,
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; the current cell gets a ring, in the colour of the focus while the grid has it."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, CompareCell):
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._painters[cell.kind](painter, rect, cell)
        self._paint_hairlines(painter, rect, cell)
        if self._is_current(option, index):
            self._paint_ring(painter, rect, "focus" if option.widget.hasFocus() else "border_strong")
        painter.restore()

    def _paint_field(self, painter: QPainter, rect: QRectF, cell: CompareCell) -> None:
        assert cell.row is not None
        look = self._look
        painter.fillRect(rect, look.color("surface"))
        paint_symbol(painter, rect.x() + 12, rect, cell.row.state, look)
        box = rect.adjusted(look.px(31), 0, -4, 0)
        paint_marked_text(
            painter,
            box,
            attribute_label(cell.row.attribute),
            (),
            look.font("body", weight=500),
            look.color("text"),
            look.color("text"),
            Qt.TextElideMode.ElideRight,
        )

    def _paint_golden(self, painter: QPainter, rect: QRectF, cell: CompareCell) -> None:
        assert cell.row is not None
        painter.fillRect(rect, self._look.color("gold_bg"))
        paint_golden_value(painter, rect.adjusted(12, 0, -10, 0), cell, self._look)

    def _paint_member(self, painter: QPainter, rect: QRectF, cell: CompareCell) -> None:
        assert cell.cell is not None
        assert cell.row is not None
        look, state = self._look, cell.cell.state
        token = state_token(state)
        painter.fillRect(rect, look.color(f"{token}_bg") if state in _TINTED else look.color("surface"))
        paint_symbol(painter, rect.x() + 9, rect, state, look)
        box = rect.adjusted(look.px(24), 0, -6, 0)
        text, font = member_text(cell), look.font("body", tabular=True)
        color = look.color("text2" if state is CellState.EQUAL else "text")
        if state is CellState.MISSING:
            text, font, color = self.tr("empty"), look.font("small"), look.color("missing")
        shows_spans = state in (CellState.SIMILAR, CellState.CONFLICT) and text == cell.cell.text
        paint_marked_text(
            painter,
            box,
            text,
            cell.cell.spans if shows_spans else (),
            font,
            color,
            look.color(token),
            elide_mode(cell.row.attribute),
        )

    def _paint_member_head(self, painter: QPainter, rect: QRectF, cell: CompareCell) -> None:
        painter.fillRect(rect, self._look.color("surface"))
        paint_member_line(painter, rect, cell, self._look)

    def _paint_hairlines(self, painter: QPainter, rect: QRectF, cell: CompareCell) -> None:
        color = self._look.color("border")
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color)
        if cell.kind is not CellKind.FIELD:
            painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), color)

    def _is_current(self, option: QStyleOptionViewItem, index: Index) -> bool:
        view = option.widget
        current = view.currentIndex() if view is not None and hasattr(view, "currentIndex") else None
        return current is not None and current.row() == index.row() and current.column() == index.column()

    def _paint_ring(self, painter: QPainter, rect: QRectF, token: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color(token), _FOCUS))
        painter.drawRoundedRect(rect.adjusted(1.5, 1, -2, -2), _RADIUS, _RADIUS)


def paint_golden_value(painter: QPainter, rect: QRectF, cell: CompareCell, look: Look) -> None:
    """A golden value in bold with its origin at the right: source badge or pencil, a lock before it when locked."""
    assert cell.row is not None
    right = rect.right()
    golden = cell.row.golden
    if golden is None:
        _paint_nothing(painter, rect, look)
        return
    origin = QRectF(right - _BADGE, rect.center().y() - _BADGE / 2, _BADGE, _BADGE)
    if cell.member is not None:
        paint_badge(painter, origin, cell.member.source, look)
    else:
        _paint_icon(painter, origin, "pencil", "text2", look, background=look.color("sunken"))
    right = origin.left() - 5
    if golden.is_locked:
        box = QRectF(right - _BADGE, origin.y(), _BADGE, _BADGE)
        _paint_icon(painter, box, "lock", "gold", look)
        right = box.left() - 5
    text_rect = QRectF(rect.x(), rect.y(), right - rect.x(), rect.height())
    paint_marked_text(
        painter,
        text_rect,
        golden_text(cell.row),
        (),
        look.font("body", weight=600, tabular=True),
        look.color("text"),
        look.color("text"),
        elide_mode(cell.row.attribute),
    )


def _paint_nothing(painter: QPainter, rect: QRectF, look: Look) -> None:
    painter.setFont(look.font("small"))
    painter.setPen(look.color("text3"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "–")


def _paint_icon(
    painter: QPainter, rect: QRectF, name: str, token: str, look: Look, *, background: QColor | None = None
) -> None:
    if background is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    size = 12 if background is not None else 14
    box = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
    painter.drawPixmap(box.toRect(), look.pixmap(name, token, size))
