"""The quality of a column's values as one bar: valid, doubtful, empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from steward.ui.look import Look

HEIGHT = 8


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
