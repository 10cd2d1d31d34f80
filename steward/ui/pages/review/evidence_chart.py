"""Signed bars in bits for one link of the cluster: for to the right, against to the left of zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steward.ui.pages.review.texts import bar_label, bar_values, chart_bits, chart_phrase, chart_title, chart_total
from steward.ui.widgets.text import paint_text

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.models.evidence_bars import Bar, EvidenceChart

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
LINE, TALLEST_LINE = 18, 26
BAR = 9
LABEL_WIDTH, LONGEST_LABEL = 84, 132
VALUE_WIDTH = 44
#: From this width on the values that were compared stand beside their bars, in this share of it.
VALUES_FROM, VALUES_SHARE = 760, 0.42
_HATCH_STEP = 5.0
_RADIUS = 1.5


class EvidenceChartView(QWidget):
    """One chart. The scale is given, so that two charts side by side can be compared by eye."""

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._chart: EvidenceChart | None = None
        self._pixels_per_bit = 10.0
        self._line = LINE
        self._waits = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_chart(self, chart: EvidenceChart | None) -> None:
        """Show a chart, or nothing."""
        self._chart = chart
        if chart is not None:
            self.setAccessibleName(chart_phrase(chart, self._language))
        self.setVisible(chart is not None)
        self.updateGeometry()
        self.update()

    def wait_a_turn(self) -> None:
        """Be empty when the rest of the cluster is painted, and paint the bars right after it."""
        self._waits = True
        self.update()

    def set_scale(self, pixels_per_bit: float) -> None:
        """The common scale."""
        self._pixels_per_bit = pixels_per_bit
        self.update()

    def set_spare_height(self, spare: int) -> None:
        """Let the lines take what height is left over, within reason."""
        count = len(self._chart.bars) if self._chart is not None else 0
        line = min(TALLEST_LINE, LINE + max(0, spare) // max(1, count))
        if line != self._line:
            self._line = line
            self.updateGeometry()
            self.update()

    def least_height(self) -> int:
        """The height of the chart with its lines close together."""
        return self._height_with(LINE)

    def most_height(self) -> int:
        """Its height with the lines as far apart as they may stand."""
        return self._height_with(TALLEST_LINE)

    def bar_room(self) -> float:
        """Pixels between labels and values."""
        return max(20.0, self.width() - self._label_width() - self._values_width() - self._look.px(VALUE_WIDTH))

    def _values_width(self) -> int:
        """Room for the values that were compared, 0 where there is none."""
        return round(self.width() * VALUES_SHARE) if self.width() >= self._look.px(VALUES_FROM) else 0

    def _label_width(self) -> int:
        """Room for the longest label, within reason."""
        metrics = QFontMetricsF(self._look.font("small"))
        bars = self._chart.bars if self._chart is not None else ()
        longest = max((metrics.horizontalAdvance(bar_label(bar)) for bar in bars), default=0.0)
        return round(min(self._look.px(LONGEST_LABEL), max(self._look.px(LABEL_WIDTH), longest + 10)))

    def sizeHint(self) -> QSize:
        return QSize(300, self._height_with(self._line))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def _height_with(self, line: int) -> int:
        count = len(self._chart.bars) if self._chart is not None else 0
        return self._title_height() + count * self._look.px(line) + 4

    def _title_height(self) -> int:
        return self._look.px(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._waits:
            self._waits = False
            QTimer.singleShot(0, self, self.update)
            return
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_title(painter, self._chart)
        negative, labels = self._chart.reach[0] * self._pixels_per_bit, self._label_width()
        zero = round(labels + negative) + 0.5
        top = self._title_height()
        bottom = top + len(self._chart.bars) * self._look.px(self._line)
        painter.setPen(QPen(self._look.color("border_strong"), 1))
        painter.drawLine(QPointF(zero, top - 2), QPointF(zero, bottom + 2))
        for place, bar in enumerate(self._chart.bars):
            line = QRectF(0, top + place * self._look.px(self._line), self.width(), self._look.px(self._line))
            self._paint_bar(painter, line, zero, bar, labels - 8)

    def _paint_title(self, painter: QPainter, chart: EvidenceChart) -> None:
        look = self._look
        line = QRectF(0, 0, self.width(), self._title_height() - 4)
        total_font = look.font("small", weight=600, tabular=True)
        title_font = look.font("small", weight=600)
        wanted = line.width() - QFontMetricsF(title_font).horizontalAdvance(chart_title(chart)) - 12
        measure = QFontMetricsF(total_font).horizontalAdvance
        # What the chart is about comes first; in a narrow one the bits stand without the word for them.
        totals = (chart_total(chart, self._language), chart_bits(chart, self._language))
        total = next((text for text in totals if measure(text) <= wanted), totals[-1])
        title = QFontMetricsF(title_font).elidedText(
            chart_title(chart), Qt.TextElideMode.ElideRight, max(0.0, line.width() - measure(total) - 12)
        )
        painter.setFont(title_font)
        painter.setPen(look.color("text"))
        painter.drawText(line, _LEFT, title)
        painter.setFont(total_font)
        painter.setPen(look.color("text2"))
        painter.drawText(line, _RIGHT, total)

    def _paint_bar(self, painter: QPainter, line: QRectF, zero: float, bar: Bar, room: int) -> None:
        look = self._look
        font = look.font("small")
        painter.setFont(font)
        painter.setPen(look.color("text2"))
        label = QFontMetricsF(font).elidedText(bar_label(bar), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, line.y(), room, line.height()), _LEFT, label)
        length = abs(bar.match_weight) * self._pixels_per_bit
        top = line.center().y() - BAR / 2
        if bar.match_weight >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("std"))
            painter.drawRoundedRect(QRectF(zero, top, max(1.0, length), BAR), _RADIUS, _RADIUS)
        else:
            self._paint_against(painter, QRectF(zero - length, top, max(1.0, length), BAR))
        self._paint_values(painter, line, bar)
        painter.setFont(look.font("small", weight=600, tabular=True))
        painter.setPen(look.color("std" if bar.match_weight >= 0 else "conflict"))
        painter.drawText(line, _RIGHT, self._language.bits(bar.match_weight))

    def _paint_values(self, painter: QPainter, line: QRectF, bar: Bar) -> None:
        width = self._values_width()
        if not width:
            return
        font = self._look.font("small", tabular=True)
        right = line.right() - self._look.px(VALUE_WIDTH) - 8
        box = QRectF(right - width + 16, line.y(), width - 16, line.height())
        painter.setFont(font)
        painter.setPen(self._look.color("text3" if not bar.attributes else "text2"))
        text = QFontMetricsF(font).elidedText(bar_values(bar), Qt.TextElideMode.ElideRight, box.width())
        paint_text(painter, box, int(_LEFT), text)

    def _paint_against(self, painter: QPainter, rect: QRectF) -> None:
        """An outline with diagonal hatching: told apart from the solid bars without any colour."""
        color = self._look.color("conflict")
        shape = QPainterPath()
        shape.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.fillPath(shape, self._look.color("conflict_bg"))
        painter.save()
        # The rectangle, not the shape: a path makes clipping many times as slow, and the outline covers its corners.
        painter.setClipRect(rect)
        painter.setPen(QPen(color, 1))
        height, count = rect.height(), int((rect.width() + rect.height()) / _HATCH_STEP) + 1
        feet = [rect.left() - height + step * _HATCH_STEP for step in range(count)]
        painter.drawLines([QLineF(foot, rect.bottom(), foot + height, rect.top()) for foot in feet])
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1))
        painter.drawPath(shape)
