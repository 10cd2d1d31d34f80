"""Source badges: a letter on the source's colour. The letter carries the meaning, the colour helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from steward.ui.theme import RADIUS_BADGE

if TYPE_CHECKING:
    from steward.domain.records import Source
    from steward.ui.look import Look

BADGE, BADGE_IN_ROW = 18, 16


def paint_badge(painter: QPainter, rect: QRect | QRectF, source: Source, look: Look) -> None:
    """Paint the badge into a square; two letters get a smaller size."""
    fill, letter = look.source_fill(source.color_index)
    area = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    edge = look.color("text")
    edge.setAlphaF(0.35)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(area, RADIUS_BADGE, RADIUS_BADGE)
    font = look.font("tiny", 700)
    font.setPixelSize(max(8, round(rect.height() * (0.56 if len(source.letter) < 2 else 0.45))))
    painter.setFont(font)
    painter.setPen(letter)
    painter.drawText(QRectF(rect), int(Qt.AlignmentFlag.AlignCenter), source.letter)
    painter.restore()


class SourceBadge(QWidget):
    """The badge as a widget, named by its source for screen readers."""

    def __init__(self, look: Look, source: Source, size: int = BADGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._source, self._size = look, source, size
        self.setFixedSize(self.sizeHint())
        self.setToolTip(source.name)
        self.setAccessibleName(source.name)
        look.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The badge fills the widget."""
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self._source, self._look)

    def _renew(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
