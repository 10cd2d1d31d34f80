"""Labels in the type styles of the look, and eliding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QRectF

    from steward.ui.look import Look


class Text(QLabel):
    """A label in a type style and a colour token. ``elides`` cuts it right (or in the middle) and keeps a tool tip."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        *,
        tone: str = "text",
        weight: int | None = None,
        tabular: bool = False,
        wraps: bool = False,
        elides: Qt.TextElideMode | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._style, self._weight, self._tabular, self._elides = look, style, weight, tabular, elides
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("tone", tone)
        if elides is not None:
            self.setMinimumWidth(0)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._renew()
        look.changed.connect(self._on_look_changed)

    def set_tone(self, tone: str) -> None:
        """Another colour token."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            restyle(self)

    def minimumSizeHint(self) -> QSize:
        """An eliding label may shrink to nothing."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elides is not None else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Elided text is painted here; the rest as usual."""
        if self._elides is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self._look.color(str(self.property("tone"))))
        shown = elided(self.text(), self.font(), self.width(), self._elides)
        self.setToolTip(self.text() if shown != self.text() else "")
        paint_text(painter, self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)

    def _on_look_changed(self) -> None:
        # Qt (6.11; no report of it is known) notes the font of a label that was never shown when the application gets
        # a new style sheet, and gives it back when the label is shown first: what was set in between is lost. May go
        # when a line that was never shown has the size of the text without it (tests/ui/test_main_window.py).
        self.ensurePolished()
        self._renew()

    def _renew(self) -> None:
        self.setFont(self._look.font(self._style, self._weight, tabular=self._tabular))
        self.updateGeometry()


def elided(text: str, font: QFont, width: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    """The text on one line, cut to a width: ids and e-mails in the middle, names at the right."""
    return QFontMetrics(font).elidedText(" ".join(text.splitlines()), mode, max(0, width))


def paint_text(painter: QPainter, area: QRect | QRectF, flags: int, text: str) -> None:
    """A line in its own reading direction, not in the window's: an Arabic name ends, and is cut, at its left."""
    before = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(area, flags | int(Qt.TextFlag.TextSingleLine), text)
    painter.setLayoutDirection(before)


def restyle(widget: QWidget) -> None:
    """Make Qt read the style sheet again after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def line(*, is_vertical: bool = False, parent: QWidget | None = None) -> QFrame:
    """A hairline between parts of a card."""
    frame = QFrame(parent)
    frame.setProperty("role", "vline" if is_vertical else "line")
    return frame
