"""The head of a table of rows: what a column becomes, its name in the file, and a bar of its quality to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from steward.ui.widgets.quality_bar import paint_quality_bar
from steward.ui.widgets.text import elided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from steward.ui.look import Look
    from steward.workspace.lists.list_views import ColumnPreview

_BAR_HEIGHT, _PADDING = 14, 8


class QualityHead(QHeaderView):
    """``part_clicked(section, part)``: 0 the valid rows of a column, 1 the doubtful, 2 the empty ones."""

    part_clicked = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._columns: tuple[ColumnPreview, ...] = ()
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def set_columns(self, columns: Sequence[ColumnPreview]) -> None:
        """The columns of the sections, in their order."""
        self._columns = tuple(columns)
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._look.font("small", 600)).height()
        return QSize(100, 2 * line + _BAR_HEIGHT + 2 * _PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = self._look
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, look.color("sunken"))
        title, _, header = str(self.model().headerData(section, Qt.Orientation.Horizontal)).partition("\n")
        area = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        height = QFontMetrics(look.font("small", 600)).height()
        for place, (text, weight, token) in enumerate(((title, 600, "text"), (header, 400, "text2"))):
            font = look.font("small", weight)
            painter.setFont(font)
            painter.setPen(look.color(token))
            where = QRect(area.left(), area.top() + place * height, area.width(), height)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), elided(text, font, area.width()))
        if section < len(self._columns):
            paint_quality_bar(painter, self._bar(rect), _counts(self._columns[section]), look)
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        part = self._part_at(section, event.position().toPoint())
        super().mouseReleaseEvent(event)
        if part is not None:
            self.part_clicked.emit(section, part)

    def _bar(self, rect: QRect) -> QRect:
        return QRect(rect.left() + _PADDING, rect.bottom() - _BAR_HEIGHT - 4, rect.width() - 2 * _PADDING, _BAR_HEIGHT)

    def _part_at(self, section: int, place: QPoint) -> int | None:
        if not 0 <= section < len(self._columns):
            return None
        left, width = self.sectionViewportPosition(section), self.sectionSize(section)
        bar = self._bar(QRect(left, 0, width, self.height()))
        if not bar.contains(place):
            return None
        counts = _counts(self._columns[section])
        at = (place.x() - bar.left()) / max(1, bar.width()) * max(1, sum(counts))
        if at < counts[0]:
            return 0
        return 1 if at < counts[0] + counts[1] else 2


def _counts(column: ColumnPreview) -> tuple[int, int, int]:
    return column.valid, column.doubtful, column.empty
