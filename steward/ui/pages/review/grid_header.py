"""The header of the compare grid: painted heads, and a click that puts a member in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from steward.ui.delegates.compare_cell import paint_golden_value, paint_symbol
from steward.ui.delegates.compare_head import (
    field_head_height,
    field_head_parts,
    member_head_height,
    paint_field_corner,
    paint_gold_ground,
    paint_golden_head,
    paint_head_edges,
    paint_member_corner,
    paint_member_head,
)
from steward.ui.models.compare import CELL_ROLE
from steward.ui.models.compare_table import CellKind, CompareCell
from steward.ui.words.attributes import attribute_label

if TYPE_CHECKING:
    from steward.ui.look import Look


class CompareHeader(QHeaderView):
    """Horizontal header of both halves of the grid."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._is_transposed = False
        self._heights: dict[bool, int] = {}
        look.changed.connect(self._forget_heights)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_transposed(self, is_transposed: bool) -> None:
        """Whether the header holds fields with their golden values, or members."""
        self._is_transposed = is_transposed
        self.updateGeometries()

    def head_height(self) -> int:
        """How tall the header is."""
        height = self._heights.get(self._is_transposed)
        if height is None:
            measure = field_head_height if self._is_transposed else member_head_height
            height = self._heights[self._is_transposed] = measure(self._look)
        return height

    def _forget_heights(self) -> None:
        self._heights.clear()

    def sizeHint(self) -> QSize:
        # The view asks for the height alone; Qt's own hint would measure every section.
        return QSize(self.length(), self.head_height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        cell = model.headerData(section, Qt.Orientation.Horizontal, CELL_ROLE) if model is not None else None
        if not isinstance(cell, CompareCell):
            return
        area = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        self._paint_head(painter, area, cell)
        paint_head_edges(painter, area, self._look.color("border"))
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, cell: CompareCell) -> None:
        match cell.kind:
            case CellKind.MEMBER_HEAD:
                paint_member_head(painter, rect, cell, self._look)
            case CellKind.GOLDEN_HEAD:
                paint_golden_head(painter, rect, cell.cin, self._look)
            case CellKind.FIELD_HEAD:
                self._paint_field_head(painter, rect, cell)
            case CellKind.MEMBER_CORNER:
                paint_member_corner(painter, rect, cell.cin, self._look)
            case _:
                paint_field_corner(painter, rect, self._look)

    def _paint_field_head(self, painter: QPainter, rect: QRectF, cell: CompareCell) -> None:
        assert cell.row is not None
        label, golden = field_head_parts(rect, self._look)
        painter.fillRect(label, self._look.color("sunken"))
        paint_symbol(painter, label.x() + 9, label, cell.row.state, self._look)
        painter.setFont(self._look.font("small", weight=600))
        painter.setPen(self._look.color("text"))
        place = label.adjusted(self._look.px(26), 0, -4, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, attribute_label(cell.row.attribute))
        paint_gold_ground(painter, golden, self._look)
        paint_golden_value(painter, golden.adjusted(9, 2, -8, 0), cell, self._look)
