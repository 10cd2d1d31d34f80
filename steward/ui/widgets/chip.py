"""Filter chips: what a list is narrowed to, each with its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from steward.ui.widgets.buttons import pressed_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from steward.ui.look import Look


class Chip(QAbstractButton):
    """A pill that is pressed to remove it, or, when it can be checked, to switch it."""

    removed = Signal()

    def __init__(self, look: Look, text: str, *, can_check: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(can_check)
        self.set_text(text)
        self.clicked.connect(self.removed)
        look.changed.connect(self._renew)

    def set_text(self, text: str) -> None:
        """What it filters by."""
        self.setText(text)
        self.setAccessibleName(text)
        self._renew()

    def sizeHint(self) -> QSize:
        """Text, and a cross when it can be removed."""
        metrics = QFontMetrics(self._look.font("small", 500))
        cross = 0 if self.isCheckable() else 18
        return QSize(metrics.horizontalAdvance(self.text()) + 22 + cross, max(24, metrics.height() + 9))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter removes it; what is only switched leaves Enter to the question that it belongs to."""
        if self.isCheckable() or not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Filled when it filters, outlined when it is off."""
        is_on = self.isChecked() or not self.isCheckable()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = "accent_bg" if is_on else ("hover" if self.underMouse() else "surface")
        edge = "accent_bg" if is_on else "border_strong"
        painter.setBrush(self._look.color(fill))
        painter.setPen(QPen(self._look.color("focus"), 2) if self.hasFocus() else QPen(self._look.color(edge), 1))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        token = "accent" if is_on else "text2"
        painter.setFont(self._look.font("small", 500))
        painter.setPen(self._look.color(token))
        missing, shown = self.sizeHint().width() - self.width(), self.text()
        if missing > 0:
            room = painter.fontMetrics().horizontalAdvance(shown) - missing
            shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(area.adjusted(10, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if not self.isCheckable():
            cross = self._look.pixmap("x", token, 12, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(self.width() - 22, (self.height() - 12) // 2), cross)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
