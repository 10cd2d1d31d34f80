"""Match strength: a meter of three steps, with the word and the percentage as a pill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from steward.domain.pairs import Strength
from steward.ui.words.labels import strength_label, strength_token

if TYPE_CHECKING:
    from steward.ui.look import Look

METER_WIDTH, METER_HEIGHT = 16, 10
_STEPS = {Strength.ALMOST_CERTAIN: 3, Strength.LIKELY: 2, Strength.UNCLEAR: 1}


def paint_strength(painter: QPainter, rect: QRect | QRectF, strength: Strength, look: Look) -> None:
    """The meter, 16 x 10, centred vertically at the left of the rectangle."""
    area = QRectF(rect)
    bottom = area.center().y() + METER_HEIGHT / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(3):
        is_on = step < _STEPS[strength]
        painter.setBrush(look.color(strength_token(strength) if is_on else "border_strong"))
        height = METER_HEIGHT if is_on else 4
        painter.drawRoundedRect(QRectF(area.left() + step * 6, bottom - height, 4, height), 1, 1)
    painter.restore()


def strength_text(strength: Strength, probability: float | None, percent: str = "") -> str:
    """ "Unclear, 61 %", or the word alone."""
    if probability is None or not percent:
        return strength_label(strength)
    return f"{strength_label(strength)}, {percent}"


class StrengthPill(QWidget):
    """Meter, word and percentage on the tint of the strength."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._strength = Strength.UNCLEAR
        self._text = ""
        look.changed.connect(self._renew)

    def set_strength(self, strength: Strength, text: str) -> None:
        """Show a strength with the text made for it, for example by ``strength_text``."""
        self._strength, self._text = strength, text
        self.setAccessibleName(text)
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        metrics = QFontMetrics(self._look.font("small", 500))
        return QSize(metrics.horizontalAdvance(self._text) + METER_WIDTH + 24, max(20, metrics.height() + 5))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A full-round pill."""
        token = strength_token(self._strength)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.sizeHint().height()
        area = QRectF(0, (self.height() - height) / 2, self.sizeHint().width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(f"{token}_bg"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        paint_strength(painter, area.adjusted(8, 0, 0, 0), self._strength, self._look)
        painter.setFont(self._look.font("small", 500))
        painter.setPen(self._look.color(token))
        painter.drawText(area.adjusted(METER_WIDTH + 14, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self._text)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
