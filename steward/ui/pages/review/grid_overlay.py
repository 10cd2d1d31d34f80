"""What lies over the compare grid: its rounded edge, the dashed line of the proposed cut, and the cut's pill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from steward.ui.theme import RADIUS_CARD
from steward.ui.widgets.buttons import pressed_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

_LINE = 2
_PILL_HEIGHT = 22
_PILL_PADDING = 10
_ICON = 13


class GridOverlay(QWidget):
    """Lets every click through."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cut: int | None = None
        self._bottom = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_cut(self, x: int | None, bottom: int) -> None:
        """Where the cut runs, None for no cut, and how far down."""
        self._cut, self._bottom = x, bottom
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        edge = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded = QPainterPath()
        rounded.addRoundedRect(edge, RADIUS_CARD, RADIUS_CARD)
        corners = QPainterPath()
        corners.addRect(area)
        painter.fillPath(corners.subtracted(rounded), self._look.color("bg"))
        painter.setPen(QPen(self._look.color("border"), 1))
        painter.drawPath(rounded)
        pen = QPen(self._look.color("conflict"), _LINE)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        if self._cut is not None:
            painter.drawLine(QPointF(self._cut, 0), QPointF(self._cut, self._bottom))


class CutPill(QAbstractButton):
    """ "Cut here S" on top of the cut: one click or key takes the proposal."""

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self.retranslate)
        actions.changed.connect(self.retranslate)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.setText(self.tr("Cut here"))
        self.setAccessibleName(self._actions.text("review.split"))
        self.setToolTip(self._actions.tool_tip("review.split"))
        self.resize(self.sizeHint())

    def place(self, x: int, y: int, right: int) -> None:
        """Centre it on the cut at ``x``, half above the edge at ``y``, not past ``right``."""
        size = self.sizeHint()
        left = min(max(0, x - size.width() // 2), right - size.width())
        self.setGeometry(left, y - size.height() + 8, size.width(), size.height())

    def sizeHint(self) -> QSize:
        width = _ICON + 5 + self._text_width(self.text()) + 2 * _PILL_PADDING
        key = self._actions.key_text("review.split")
        return QSize(width + (self._text_width(key) + 8 if key else 0), self._look.px(_PILL_HEIGHT))

    def _text_width(self, text: str) -> int:
        return QFontMetrics(self._look.font("tiny", weight=700)).horizontalAdvance(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("conflict"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        on_pill = "surface"
        icon = QRectF(_PILL_PADDING, (area.height() - _ICON) / 2, _ICON, _ICON)
        painter.drawPixmap(icon.toRect(), look.pixmap("scissors", on_pill, _ICON))
        painter.setPen(look.color(on_pill))
        painter.setFont(look.font("tiny", weight=700))
        left = icon.right() + 5
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, area.width(), area.height()), flags, self.text())
        key_x = left + self._text_width(self.text()) + 8
        painter.drawText(QRectF(key_x, 0, area.width(), area.height()), flags, self._actions.key_text("review.split"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color(on_pill), _LINE))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), area.height() / 2 - 2, area.height() / 2 - 2)
