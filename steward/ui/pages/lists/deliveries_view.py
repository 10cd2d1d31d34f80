"""The tables of sources and deliveries: plain rows, a badge before a source's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from steward.ui.models.deliveries import ROW_ROLE
from steward.ui.widgets.badge import paint_badge
from steward.ui.widgets.plain_table import PlainTable
from steward.ui.widgets.text import paint_text

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from steward.ui.look import Look
    from steward.ui.models.roles import Index
    from steward.workspace.views import SourceSummary

_MOST_WIDTH, _LEAST_WIDTH, _PADDING = 260, 76, 32
_SAMPLE_ROWS = 50


class ListsTable(PlainTable):
    """Rows of one selected line; the ``stretch`` columns share the width that is left over."""

    def __init__(
        self,
        look: Look,
        model: QAbstractItemModel,
        *,
        row_kind: str,
        stretch: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._row_kind, self._stretch = look, row_kind, stretch
        self.setModel(model)
        self.setItemDelegate(_TextCell(look, self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self._share_width)
        model.headerDataChanged.connect(self._share_width)
        look.changed.connect(self._renew)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        model = self.model()
        if model is None:
            return
        metrics = QFontMetrics(self._look.font("body", 500, tabular=True))
        widths: list[int] = []
        # A head is never cut; what stands below it may be elided.
        least: list[int] = []
        for column in range(model.columnCount()):
            head = metrics.horizontalAdvance(str(model.headerData(column, Qt.Orientation.Horizontal) or ""))
            least.append(max(_LEAST_WIDTH, head + _PADDING))
            texts = [str(model.index(row, column).data()) for row in range(min(model.rowCount(), _SAMPLE_ROWS))]
            widest = max(map(metrics.horizontalAdvance, texts), default=0) + _PADDING
            widths.append(max(least[column], min(self._look.px(_MOST_WIDTH), widest)))
        spare = self.viewport().width() - sum(widths)
        for column in self._stretch:
            widths[column] = max(least[column], widths[column] + spare // len(self._stretch))
        if spare > 0:
            # What the division leaves over; rows end where the header ends.
            widths[-1] += spare % len(self._stretch)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _renew(self) -> None:
        self.horizontalHeader().setFont(self._look.font("small", 600))
        self.horizontalHeader().setFixedHeight(self._look.row_height("table"))
        self.verticalHeader().setDefaultSectionSize(self._look.row_height(self._row_kind))
        self._share_width()


class _TextCell(QStyledItemDelegate):
    """One text, elided, on the ground of its row."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        alignment = int(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0)
        self._paint_text(painter, option.rect.adjusted(8, 0, -8, -1), str(index.data()), alignment)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, look.color("accent_bg" if is_chosen else "surface"))
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), look.color("border"))
        if is_chosen and option.widget and option.widget.hasFocus():
            painter.setPen(QPen(look.color("focus"), 2))
            top, bottom = option.rect.top() + 1, option.rect.bottom() - 1
            painter.drawLine(option.rect.left(), top, option.rect.right(), top)
            painter.drawLine(option.rect.left(), bottom, option.rect.right(), bottom)
        if is_chosen and index.column() == 0:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), look.color("accent")
            )

    def _paint_text(self, painter: QPainter, area: QRect, text: str, alignment: int, weight: int = 400) -> None:
        font = self._look.font("body", weight, tabular=True)
        painter.setFont(font)
        painter.setPen(self._look.color("text"))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        paint_text(painter, area, alignment | int(Qt.TextFlag.TextSingleLine), elided)


class SourceCell(_TextCell):
    """The badge and the name of a source."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary: SourceSummary = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        area = option.rect.adjusted(8, 0, -8, -1)
        paint_badge(painter, QRect(area.left(), area.center().y() - 8, 18, 18), summary.source, self._look)
        self._paint_text(
            painter, area.adjusted(28, 0, 0, 0), summary.source.name, int(Qt.AlignmentFlag.AlignVCenter), 600
        )
        painter.restore()
