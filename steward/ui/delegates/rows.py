"""Cells of a table of domain values: badge or icon, text, hairline; the selected row keeps a bar at its left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from steward.ui.models.roles import DISPLAY, Index
from steward.ui.models.rows import ROW_ROLE, RowsModel
from steward.ui.widgets.badge import BADGE_IN_ROW, paint_badge
from steward.ui.widgets.quality_bar import paint_quality_bar
from steward.ui.widgets.text import elided, paint_text

if TYPE_CHECKING:
    from steward.ui.look import Look
    from steward.ui.models.rows import Column

PADDING, GAP, ICON = 8, 8, 16
#: Texts stay readable on the strongest tint.
LARGEST_HEAT = 0.28


class RowDelegate(QStyledItemDelegate):
    """Paints the whole cell from tokens."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark, text, focus."""
        look, rect, state = self._look, QRect(option.rect), option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, look.color("accent_bg" if is_selected else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("border"))
        if is_selected and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top() + 3, 3, rect.height() - 6), look.color("accent"))
        row = index.data(ROW_ROLE)
        model = index.model()
        if row is not None and isinstance(model, RowsModel):
            column = model.columns[index.column()]
            if column.heat is not None and not is_selected:
                self._paint_heat(painter, rect, column.heat(row))
            area = rect.adjusted(PADDING, 0, -PADDING, 0)
            area.setLeft(self._paint_mark(painter, area, column, row))
            self._paint_text(painter, area, str(index.data(DISPLAY) or ""), column, row)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()

    def _paint_heat(self, painter: QPainter, rect: QRect, heat: float) -> None:
        tint = self._look.color("accent")
        tint.setAlphaF(LARGEST_HEAT * max(0.0, min(1.0, heat)))
        painter.fillRect(rect.adjusted(0, 0, -1, -1), tint)

    def _paint_mark(self, painter: QPainter, area: QRect, column: Column[Any], row: object) -> int:
        """The badge of the source, the icon or the bar; answers where the text begins."""
        look = self._look
        counts = column.bar(row) if column.bar else None
        if counts is not None:
            width = area.width() // 2
            paint_quality_bar(painter, QRect(area.left(), area.top(), width, area.height()), counts, look)
            return area.left() + width + GAP
        source = column.source(row) if column.source else None
        if source is not None:
            side = look.px(BADGE_IN_ROW)
            paint_badge(painter, QRect(area.left(), area.center().y() - side // 2, side, side), source, look)
            return area.left() + side + GAP
        icon = column.icon(row) if column.icon else None
        if icon is not None:
            side = look.px(ICON)
            at = QPoint(area.left(), area.center().y() - side // 2)
            painter.drawPixmap(at, look.pixmap(icon[0], icon[1], side))
            return area.left() + side + GAP
        return area.left()

    def _paint_text(self, painter: QPainter, area: QRect, text: str, column: Column[Any], row: object) -> None:
        look = self._look
        is_struck = column.is_struck is not None and column.is_struck(row)
        is_faint = column.is_faint is not None and column.is_faint(row)
        weight = 400 if is_faint else column.weight
        font = look.font("body", weight, tabular=column.is_number or column.tone != "text")
        font.setStrikeOut(is_struck)
        painter.setFont(font)
        painter.setPen(look.color("text3" if is_struck or is_faint else column.tone))
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        paint_text(painter, area, int(Qt.AlignmentFlag.AlignVCenter | side), elided(text, font, area.width()))
