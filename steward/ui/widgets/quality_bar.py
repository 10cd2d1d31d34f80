"""The quality of a column's values as one bar: valid, doubtful, empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from steward.ui.look import Look

HEIGHT, WIDTH = 8, 108


def paint_quality_bar(painter: QPainter, rect: QRect | QRectF, counts: tuple[int, int, int], look: Look) -> None:
    """Valid in ok, doubtful in warn, empty as outline; centred vertically in the rectangle."""
    valid, doubtful, _ = counts
    total = max(1, sum(counts))
    area = QRectF(rect)
    bar = QRectF(area.left() + 0.5, area.center().y() - HEIGHT / 2 + 0.5, area.width() - 1, HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(bar, 2, 2)
    painter.save()
    painter.setClipPath(shape)
    good = bar.width() * valid / total
    middling = bar.width() * doubtful / total
    if doubtful:
        middling = max(2.0, middling)
    painter.fillRect(QRectF(bar.left(), bar.top(), good, bar.height()), look.color("ok"))
    painter.fillRect(QRectF(bar.left() + good, bar.top(), middling, bar.height()), look.color("warn"))
    painter.restore()
    painter.setPen(QPen(look.color("border_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if valid < total:
        painter.drawPath(shape)
    painter.restore()


class QualityBar(QWidget):
    """The bar as a widget; its numbers are in the tool tip and the accessible name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts = (0, 0, 0)
        look.changed.connect(self.update)

    def set_counts(self, valid: int, doubtful: int, empty: int) -> None:
        """Rows with a valid, a doubtful and no value."""
        self._counts = (valid, doubtful, empty)
        text = self.tr("{valid} valid, {doubtful} doubtful, {empty} empty").format(
            valid=valid, doubtful=doubtful, empty=empty
        )
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """108 wide, as high as a line."""
        return QSize(WIDTH, 2 * HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole width."""
        painter = QPainter(self)
        paint_quality_bar(painter, self.rect(), self._counts, self._look)
