"""The lists of the panel beside the grid: two lines each, with a source badge or an icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from steward.ui.delegates.queue_row import two_lines
from steward.ui.delegates.row_paint import paint_list_ground
from steward.ui.models.roles import ACCESSIBLE, DISPLAY, OWN, TOOL_TIP, Index
from steward.ui.pages.review.sidebar import SidebarList
from steward.ui.widgets.badge import BADGE, paint_badge
from steward.ui.widgets.text import paint_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from steward.domain.records import Source
    from steward.ui.look import Look

LINE_ROLE = OWN + 1

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_INDENT = 42


@dataclass(frozen=True, slots=True)
class PanelLine:
    """What a line says. ``value`` is what choosing it gives; a strong line is the one that counts."""

    text: str
    detail: str = ""
    source: Source | None = None
    icon: str = ""
    tone: str = "text2"
    is_strong: bool = False
    value: object = None


class PanelModel(QAbstractListModel):
    """Holds lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[PanelLine, ...] = ()

    def set_lines(self, lines: Sequence[PanelLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line_at(self, row: int) -> PanelLine | None:
        """The line on a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == DISPLAY:
            return line.text
        if role in (TOOL_TIP, ACCESSIBLE):
            source = line.source.name if line.source is not None else ""
            return "\n".join(part for part in (line.text, source, line.detail) if part)
        return None


class PanelDelegate(QStyledItemDelegate):
    """Paints a line."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._look.row_height("list"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, PanelLine):
            return
        look, rect = self._look, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_list_ground(painter, rect, option, look)
        box = QRectF(rect.x() + 16, rect.center().y() - BADGE / 2, BADGE, BADGE)
        if line.source is not None:
            paint_badge(painter, box, line.source, look)
        elif line.icon:
            painter.drawPixmap(box.toRect(), look.pixmap(line.icon, line.tone, BADGE))
        first, second = two_lines(rect.adjusted(_INDENT, 0, -14, 0), look)
        if not line.detail:
            first = rect.adjusted(_INDENT, 0, -14, 0)
        self._write(painter, first, line.text, "body", "text", weight=600 if line.is_strong else None)
        self._write(painter, second, line.detail, "small", "text2")
        painter.restore()

    def _write(
        self, painter: QPainter, rect: QRectF, text: str, style: str, token: str, *, weight: int | None = None
    ) -> None:
        font = self._look.font(style, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        paint_text(painter, rect, int(_LEFT), shown)


class PanelList(SidebarList):
    """``chosen(value)``: a line with a value was clicked or entered; ``dropped(value)``: Delete was pressed on it."""

    chosen = Signal(object)
    dropped = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PanelModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PanelDelegate(look, self))
        self.clicked.connect(self._on_chosen)
        self.entered_row.connect(self._on_chosen)

    @property
    def lines(self) -> tuple[PanelLine, ...]:
        """What is shown."""
        found = (self._model.line_at(row) for row in range(self._model.rowCount()))
        return tuple(line for line in found if line is not None)

    def show_lines(self, lines: Sequence[PanelLine], row: int = 0) -> None:
        """Show other lines; the one on ``row`` is current."""
        self._model.set_lines(lines)
        if lines:
            self.setCurrentIndex(self._model.index(max(0, min(row, len(lines) - 1)), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._model.line_at(self.currentIndex().row())
        if event.key() == Qt.Key.Key_Delete and line is not None:
            self.dropped.emit(line.value)
            return
        super().keyPressEvent(event)

    def choose_current(self) -> None:
        """As Enter does."""
        self._on_chosen(self.currentIndex())

    def move_current(self, step: int) -> None:
        """Up or down, for a search field that keeps the focus."""
        row = max(0, min(self._model.rowCount() - 1, self.currentIndex().row() + step))
        self.setCurrentIndex(self._model.index(row, 0))

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self._model.line_at(index.row()) if index.isValid() else None
        if line is not None and line.value is not None:
            self.chosen.emit(line.value)
