"""Where the steward is while a list is loaded: File, Columns, Check, Load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from steward.ui.pages.lists.load_steps import LoadStep

if TYPE_CHECKING:
    from steward.ui.look import Look

_CIRCLE, _GAP, _LINE = 22, 8, 22


class StepsBar(QWidget):
    """Steps that are done carry a check mark, the current one is filled. It only tells; the buttons below move."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._step = LoadStep.FILE
        look.changed.connect(self._renew)

    def set_step(self, step: LoadStep) -> None:
        """Where the steward is now."""
        self._step = step
        self.retranslate()

    def retranslate(self) -> None:
        """The name for screen readers, and new widths."""
        self.setAccessibleName(
            self.tr("Step {number} of 4: {name}").format(number=self._step + 1, name=self._labels()[self._step])
        )
        self._renew()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("body", 600))
        labels = self._labels()
        width = sum(metrics.horizontalAdvance(label) + _CIRCLE + _GAP for label in labels)
        return QSize(width + (len(labels) - 1) * (_LINE + 2 * _GAP) + 4, max(_CIRCLE, metrics.height()) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 1.0, self.height() / 2
        for step, label in zip(LoadStep, self._labels(), strict=True):
            self._paint_circle(painter, QRectF(x, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE), step)
            x += _CIRCLE + _GAP
            font = look.font("body", 600 if step is self._step else 500)
            painter.setFont(font)
            painter.setPen(look.color("text" if step is self._step else "text2"))
            width = QFontMetrics(look.font("body", 600)).horizontalAdvance(label)
            painter.drawText(QRectF(x, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), label)
            x += width + _GAP
            if step is not LoadStep.LOAD:
                painter.setPen(QPen(look.color("border_strong"), 1))
                painter.drawLine(int(x), int(middle), int(x + _LINE), int(middle))
                x += _LINE + _GAP
        painter.end()

    def _paint_circle(self, painter: QPainter, circle: QRectF, step: LoadStep) -> None:
        look = self._look
        is_done, is_current = step < self._step, step is self._step
        fill = "ok_bg" if is_done else "accent" if is_current else "surface"
        edge = "ok_bg" if is_done else "accent" if is_current else "border_strong"
        painter.setPen(QPen(look.color(edge), 1))
        painter.setBrush(look.color(fill))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if is_done:
            painter.drawPixmap(
                int(circle.center().x() - 7), int(circle.center().y() - 7), look.pixmap("check", "ok", 14)
            )
            return
        painter.setFont(look.font("small", 600))
        painter.setPen(look.color("on_accent" if is_current else "text2"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(step + 1))

    def _labels(self) -> tuple[str, str, str, str]:
        return self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Load")

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
