"""Painting and editing the mapping table: what a column becomes, why, and how good its values are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from steward.ui.models.columns import ROW_ROLE, ColumnField, ColumnRow
from steward.ui.models.roles import EDIT, Index
from steward.ui.widgets.quality_bar import paint_quality_bar
from steward.ui.widgets.strength import paint_strength
from steward.ui.widgets.text import paint_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from steward.ui.look import Look

_TWO_LINES = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ColumnsDelegate(QStyledItemDelegate):
    """One delegate for all cells of the mapping table; its only editor is the combo box of targets."""

    def __init__(
        self,
        look: Look,
        target_label: Callable[[str], str],
        target_icon: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._label = target_label
        self._icon = target_icon
        self._targets: tuple[str, ...] = ()
        self._by_hand: tuple[tuple[str, str, str], ...] = ()

    def set_targets(self, targets: Sequence[str], by_hand: Sequence[tuple[str, str, str]] = ()) -> None:
        """What a column may become, in the order of the combo box; what is made by hand, as (value, label, icon)."""
        self._targets, self._by_hand = tuple(targets), tuple(by_hand)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row_height("form"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        area = option.rect.adjusted(self._look.s4 if index.column() == 0 else 0, 0, 0, -1)
        field = ColumnField(index.column())
        if field is ColumnField.HEADER:
            self._text(painter, area.adjusted(0, 0, -8, 0), row.preview.header, "body", "text", 600)
        elif field is ColumnField.EXAMPLES:
            self._paint_examples(painter, area.adjusted(0, 0, -10, 0), row)
        elif field is ColumnField.TARGET:
            has_focus = bool(option.state & QStyle.StateFlag.State_Selected) and _has_focus(option)
            self._paint_target(painter, _control_rect(option.rect, self._look), row, has_focus=has_focus)
        elif field is ColumnField.REASON:
            self._paint_reason(painter, area, row, str(index.data()))
        else:
            self._paint_quality(painter, area, row)
        painter.restore()

    # editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        combo = QComboBox(parent)
        combo.setMaxVisibleItems(16)
        # Elsewhere controls are taller; here the real box must lie exactly on the painted one.
        combo.setStyleSheet("QComboBox { min-height: 0; }")
        name = self.tr("What {column} becomes").format(column=index.data(ROW_ROLE).preview.header)
        combo.setAccessibleName(name)
        combo.view().setAccessibleName(name)
        for target in self._targets:
            combo.addItem(self._look.icon(self._icon(target)), self._label(target), target)
        if self._by_hand:
            combo.insertSeparator(combo.count())
        for value, label, icon in self._by_hand:
            combo.addItem(self._look.icon(icon), label, value)
        combo.activated.connect(self._commit_editor)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            target = index.data(EDIT)
            if editor.findData(target) < 0:
                # A rule that was made by hand stays unless another target is chosen.
                editor.insertItem(0, self._look.icon(self._icon(target)), self._label(target), target)
            editor.setCurrentIndex(editor.findData(target))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(model.index(index.row(), index.column()), editor.currentData(), EDIT)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(_control_rect(option.rect, self._look))

    def _commit_editor(self) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    # painting

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: ColumnRow) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and _has_focus(option)
        ground = "warn_bg" if row.is_damaged else "hover" if selected else "surface"
        painter.fillRect(option.rect, self._look.color(ground))
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), self._look.color("border")
        )

    def _paint_examples(self, painter: QPainter, area: QRect, row: ColumnRow) -> None:
        examples = row.preview.examples[:2]
        if not examples:
            self._text(painter, area, self.tr("all empty"), "small", "text3")
            return
        half = area.height() // 2
        for line, (example, token) in enumerate(zip(examples, ("text", "text2"), strict=False)):
            top = area.top() + (line * (half - 3) + 3 if len(examples) > 1 else 0)
            height = half if len(examples) > 1 else area.height()
            self._text(painter, QRect(area.left(), top, area.width(), height), example, "small", token)

    def _paint_target(self, painter: QPainter, area: QRect, row: ColumnRow, *, has_focus: bool) -> None:
        look = self._look
        edge = QPen(look.color("focus" if has_focus else "border_strong"), 2 if has_focus else 1)
        painter.setPen(edge)
        painter.setBrush(look.color("surface"))
        inset = 1.0 if has_focus else 0.5
        painter.drawRoundedRect(QRectF(area).adjusted(inset, inset, -inset, -inset), 6, 6)
        middle = area.center().y() - 7
        painter.drawPixmap(area.left() + 9, middle, look.pixmap(self._icon(row.target), "text2", 16))
        painter.drawPixmap(area.right() - 22, middle, look.pixmap("chevron-down", "text2", 14))
        token, weight = ("text3", 400) if not row.target else ("text", 600 if row.is_chosen else 500)
        self._text(painter, area.adjusted(31, 0, -26, 0), self._label(row.target), "body", token, weight)

    def _paint_reason(self, painter: QPainter, area: QRect, row: ColumnRow, text: str) -> None:
        meter = QRect(area.left() + 10, area.center().y() - 5, 16, 11)
        if row.strength is not None:
            paint_strength(painter, meter, row.strength, self._look)
        self._text(painter, area.adjusted(34, 0, -10, 0), text, "small", "text2")

    def _paint_quality(self, painter: QPainter, area: QRect, row: ColumnRow) -> None:
        metrics = QFontMetrics(self._look.font("small", 600, tabular=True))
        number = metrics.horizontalAdvance("100 %") + self._look.s4
        bar = QRectF(area.left(), area.top(), max(24, area.width() - number - 10), area.height())
        counts = (row.preview.valid, row.preview.doubtful, row.preview.empty)
        paint_quality_bar(painter, bar, counts, self._look)
        self._text(painter, area.adjusted(0, 0, -14, 0), f"{row.valid_percent} %", "small", "text", 600, flags=_RIGHT)

    def _text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        style: str,
        token: str,
        weight: int = 400,
        *,
        flags: int = _TWO_LINES,
    ) -> None:
        font = self._look.font(style, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        paint_text(painter, area, flags, elided)


def _control_rect(cell: QRect, look: Look) -> QRect:
    """Where the combo box of a cell is, painted or real."""
    height = min(cell.height() - 6, look.px(28))
    return QRect(cell.left(), cell.center().y() - height // 2, min(cell.width() - 8, look.px(220)), height)


def _has_focus(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Active) and bool(option.widget and option.widget.hasFocus())
