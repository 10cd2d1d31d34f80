"""A state in a pill: an icon and a word on the tint of its tone. It is no button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from steward.ui.widgets.text import elided

if TYPE_CHECKING:
    from steward.ui.look import Look

_ICON = 14
_PADDING = 9


class Pill(QWidget):
    """``tone``: a colour token that has a tint, such as warn or danger."""

    def __init__(self, look: Look, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon, self._tone = look, icon, tone
        self._text = ""
        look.changed.connect(self._renew)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._text

    def set_text(self, text: str) -> None:
        """Say it; nothing hides the pill."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        metrics = QFontMetrics(self._look.font("small", 500))
        width = metrics.horizontalAdvance(self._text) + _ICON + 6 + 2 * _PADDING
        return QSize(width, max(20, metrics.height() + 5))

    def minimumSizeHint(self) -> QSize:
        """The icon and the first letters; the tool tip has it whole."""
        return QSize(_ICON + 6 + 2 * _PADDING + 24, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A full-round pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.sizeHint().height()
        area = QRectF(0, (self.height() - height) / 2, min(self.width(), self.sizeHint().width()), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(f"{self._tone}_bg"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        icon = self._look.pixmap(self._icon, self._tone, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(_PADDING, (self.height() - _ICON) // 2), icon)
        painter.setFont(self._look.font("small", 500))
        painter.setPen(self._look.color(self._tone))
        words = area.adjusted(_PADDING + _ICON + 6, 0, -_PADDING + 1, 0)
        shown = elided(self._text, painter.font(), int(words.width()) + 1)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
