"""The list of an ``OrderedModel``: dragged, or Alt+Up and Alt+Down to move and Space to switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from steward.ui.models.roles import CHECK, DISPLAY, Index
from steward.ui.widgets.text import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from steward.ui.look import Look
    from steward.ui.models.ordered import OrderedModel

MARK, GAP = 16, 8


class OrderedList(QListView):
    """As tall as its entries, so that a card shows all of them."""

    def __init__(self, look: Look, model: OrderedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._entries = look, model
        self.setModel(model)
        self.setItemDelegate(_OrderedDelegate(look, self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        model.modelReset.connect(self._renew)
        look.changed.connect(self._renew)
        self._renew()

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the entry, Space switches it."""
        row = self.currentIndex().row()
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.setCurrentIndex(self._entries.index(self._entries.move(row, steps[event.key()])))
        elif event.key() == Qt.Key.Key_Space:
            self._entries.toggle(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box switches the entry."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._box(self.visualRect(index)).contains(event.position().toPoint()):
            self._entries.toggle(index.row())

    def sizeHint(self) -> QSize:
        """All entries."""
        return QSize(220, self._entries.rowCount() * self._look.row_height("table") + 2)

    def minimumSizeHint(self) -> QSize:
        """Three entries; the rest scrolls."""
        return QSize(160, min(3, self._entries.rowCount()) * self._look.row_height("table") + 2)

    def _box(self, rect: QRect) -> QRect:
        side = self._look.px(MARK) + 2 * GAP
        return QRect(rect.left() + self._look.px(MARK), rect.top(), side, rect.height())

    def _renew(self) -> None:
        self.setMaximumHeight(self.sizeHint().height())
        if self._entries.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._entries.index(0))
        self.updateGeometry()
        self.viewport().update()


class _OrderedDelegate(QStyledItemDelegate):
    """Grip, box, place and text."""

    def __init__(self, look: Look, parent: OrderedList) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row of a table."""
        width = QFontMetrics(self._look.font("body")).horizontalAdvance(str(index.data(DISPLAY)))
        return QSize(width + 2 * self._look.px(MARK) + 5 * GAP, self._look.row_height("table"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What is off recedes."""
        look, rect, side = self._look, QRect(option.rect), self._look.px(MARK)
        is_on = index.data(CHECK) == Qt.CheckState.Checked
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.color("accent_bg" if is_selected else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("border"))
        top = rect.center().y() - side // 2
        painter.drawPixmap(QPoint(rect.left(), top), look.pixmap("grip-vertical", "text3", side))
        box = QRect(rect.left() + side + GAP, top, side, side)
        self._paint_box(painter, box, is_on=is_on)
        area = rect.adjusted(2 * side + 2 * GAP, 0, -GAP, 0)
        font = look.font("body", 500 if is_on else 400)
        painter.setFont(font)
        painter.setPen(look.color("text" if is_on else "text3"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), elided(str(index.data(DISPLAY)), font, area.width()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, *, is_on: bool) -> None:
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent" if is_on else "border_strong"), 1))
        painter.setBrush(look.color("accent" if is_on else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if is_on:
            painter.drawPixmap(box.topLeft() + QPoint(2, 2), look.pixmap("check", "on_accent", box.width() - 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
