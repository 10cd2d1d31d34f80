"""The flow picture: from the lists, through all records, to customers of one list and of several. Width = records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steward.ui.widgets.badge import BADGE, paint_badge
from steward.ui.widgets.text import elided

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.workspace.views import SourceSummary, StoreSummary

BAR, SMALLEST = 8, 3.0
#: Where the bars stand, as shares of the width; large text moves them together, but not closer than this.
LEFT_AT, RIGHT_AT = 0.235, 0.70
MOST_LEFT_AT, LEAST_RIGHT_AT = 0.34, 0.56
#: The middle bar, as a share of the way between the other two.
MIDDLE_AT = 0.61
NAME_GAP, LABEL_GAP, LIST_GAP = 22, 14, 8.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the rows: how many customers, in three lines, and the colour of its ribbon."""

    count: int
    texts: tuple[str, str, str]
    token: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a bar: where it begins and how long it is, in px."""

    top: float
    height: float

    @property
    def middle(self) -> float:
        """Its centre."""
        return self.top + self.height / 2


def stack_bands(counts: list[int], top: float, height: float, gap: float) -> list[Band]:
    """Bands one under the other, as tall as their counts; small ones stay visible."""
    if not counts:
        return []
    room = max(1.0, height - gap * (len(counts) - 1))
    total = max(1, sum(counts))
    heights = [max(SMALLEST, room * count / total) for count in counts]
    excess = sum(heights) / room
    bands = []
    for one in heights:
        share = one / excess if excess > 1 else one
        bands.append(Band(top, share))
        top += share + gap
    return bands


def slotted_bands(counts: list[int], height: float, gap: float, least: float) -> list[Band]:
    """Bands of counts that fall, each in a slot of its own that is never lower than ``least``, where there is room.

    What the low slots need is taken from the high bands, which stay as their counts are to each other.
    """
    if not counts:
        return []
    least = min(least, height / len(counts))
    gap = max(0.0, min(gap, least - SMALLEST))
    high = len(counts)
    scale = 0.0
    while high:
        scale = max(0.0, height - least * (len(counts) - high) - gap * high) / max(1, sum(counts[:high]))
        if scale * counts[high - 1] + gap >= least:
            break
        high -= 1
    bands, top = [], 0.0
    for place, count in enumerate(counts):
        share = max(SMALLEST, scale * count) if place < high else min(max(SMALLEST, scale * count), least)
        slot = share + gap if place < high else least
        bands.append(Band(top + (slot - share) / 2, share))
        top += slot
    return bands


class FlowPicture(QWidget):
    """Painted whole; its numbers are also in the accessible description."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._summary: StoreSummary | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        context.look.changed.connect(self._renew)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def show_summary(self, summary: StoreSummary) -> None:
        """Show the counts of the store."""
        self._summary = summary
        number = self._context.language.number
        names = ", ".join(f"{one.source.name} {number(one.record_count)}" for one in summary.sources)
        self.setAccessibleName(self.tr("From lists to customers"))
        self.setAccessibleDescription(f"{names}. {self._records_text(summary)}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for the labels of a few lists and of both outcomes."""
        lines = sum(QFontMetrics(font).height() + 2 for font, _ in self._outcome_styles())
        return QSize(420, max(180, 3 * lines))

    def sizeHint(self) -> QSize:
        """The least that looks good; the card takes what the window has."""
        return QSize(800, 220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lists, flows, all records, flows, customers."""
        summary = self._summary
        if summary is None or not summary.sources:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, summary)

    def _paint(self, painter: QPainter, summary: StoreSummary) -> None:
        look = self._context.look
        line = QFontMetrics(look.font("body")).height()
        height = self.height() - line - 6
        sources = sorted(summary.sources, key=lambda one: -one.record_count)
        outcomes = self._outcome_texts(summary)
        left_x, right_x = self._bars_at(sources, outcomes)
        middle_x = left_x + (right_x - left_x) * MIDDLE_AT
        left = self._left_bands(sources, height, line)
        inset = height * 0.11
        middle = stack_bands([one.record_count for one in sources], inset, height - 2 * inset, 0)
        for one, band, target in zip(sources, left, middle, strict=True):
            fill, _ = look.source_fill(one.source.color_index)
            self._ribbon(painter, (left_x + BAR, band), (middle_x, target), fill, 0.38)
            painter.fillRect(QRectF(left_x, band.top, BAR, band.height), fill)
            self._source_label(painter, one, band, left_x)
        whole = QRectF(middle_x, inset, 14, height - 2 * inset)
        self._outcomes(painter, summary, outcomes, (middle_x, right_x), (inset, height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("text"))
        painter.drawRoundedRect(whole, 2, 2)
        painter.setFont(look.font("small", 600, tabular=True))
        painter.setPen(look.color("text"))
        below = QRectF(whole.center().x() - 120, whole.bottom() + 4, 240, line + 4)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), self._records_text(summary))

    def _left_bands(self, sources: list[SourceSummary], height: float, line: int) -> list[Band]:
        """One band for each list, no two labels of which touch."""
        pitch = max(self._badge_side(line), line) + 3.0
        return slotted_bands([one.record_count for one in sources], height, LIST_GAP, pitch)

    def _badge_side(self, line: int) -> int:
        return min(self._context.look.px(BADGE), line + 3)

    def _source_label(self, painter: QPainter, one: SourceSummary, band: Band, right: float) -> None:
        look = self._context.look
        line = QFontMetrics(look.font("body")).height()
        side = self._badge_side(line)
        top = band.middle - line / 2
        paint_badge(painter, QRectF(0, band.middle - side / 2, side, side), one.source, look)
        count = self._context.language.number(one.record_count)
        font = look.font("body", tabular=True)
        width = QFontMetrics(font).horizontalAdvance(count)
        painter.setFont(font)
        painter.setPen(look.color("text2"))
        painter.drawText(QRectF(right - width - 12, top, width + 1, line), int(Qt.AlignmentFlag.AlignRight), count)
        name_font = look.font("body", 500)
        room = int(right - width - 20 - side - 8)
        painter.setFont(name_font)
        painter.setPen(look.color("text"))
        painter.drawText(
            QRectF(side + 8, top, room, line), int(Qt.AlignmentFlag.AlignLeft), elided(one.source.name, name_font, room)
        )

    def _bars_at(self, sources: list[SourceSummary], outcomes: tuple[Outcome, ...]) -> tuple[float, float]:
        """Where the outer bars stand, so that names and outcomes have room."""
        look, width = self._context.look, self.width()
        names, counts = QFontMetrics(look.font("body", 500)), QFontMetrics(look.font("body", tabular=True))
        left = look.px(BADGE) + 8 + NAME_GAP
        left += max(names.horizontalAdvance(one.source.name) for one in sources)
        left += max(counts.horizontalAdvance(self._context.language.number(one.record_count)) for one in sources)
        fonts = [QFontMetrics(font) for font, _ in self._outcome_styles()]
        right = BAR + LABEL_GAP
        right += max(
            font.horizontalAdvance(text)
            for outcome in outcomes
            for font, text in zip(fonts, outcome.texts, strict=True)
        )
        return (
            min(max(width * LEFT_AT, left), width * MOST_LEFT_AT),
            max(min(width * RIGHT_AT, width - right), width * LEAST_RIGHT_AT),
        )

    def _outcome_texts(self, summary: StoreSummary) -> tuple[Outcome, ...]:
        singles = summary.customer_count - summary.joined_customer_count
        joined_rows = summary.record_count - singles
        return (
            Outcome(
                singles,
                (
                    self.tr("In one row only"),
                    self.tr("%Ln customers", "", singles),
                    self.tr("each with its own CIN"),
                ),
                "text3",
            ),
            Outcome(
                summary.joined_customer_count,
                (
                    self.tr("Joined from several rows"),
                    self.tr("%Ln customers", "", summary.joined_customer_count),
                    self.tr("{rows}, {duplicates}").format(
                        rows=self.tr("%Ln rows", "", joined_rows),
                        duplicates=self.tr("%Ln duplicates", "", joined_rows - summary.joined_customer_count),
                    ),
                ),
                "ok",
            ),
        )

    def _outcomes(
        self,
        painter: QPainter,
        summary: StoreSummary,
        outcomes: tuple[Outcome, ...],
        x: tuple[float, float],
        y: tuple[float, float],
    ) -> None:
        (middle_x, right_x), (inset, height) = x, y
        singles = summary.customer_count - summary.joined_customer_count
        joined_rows = summary.record_count - singles
        start = stack_bands([singles, joined_rows], inset, height - 2 * inset, 0)
        goal = stack_bands([singles, joined_rows], inset * 0.45, height - inset * 0.9, height * 0.1)
        bottom = 0.0
        for outcome, source, target in zip(outcomes, start, goal, strict=True):
            if not outcome.count:
                continue
            color = self._context.look.color(outcome.token)
            self._ribbon(painter, (middle_x + 14, source), (right_x, target), color, 0.22)
            painter.fillRect(QRectF(right_x, target.top, BAR, target.height), color)
            # The second label gives way to the first, however small its band is.
            bottom = self._outcome_label(painter, outcome.texts, (right_x + BAR + LABEL_GAP, target.middle), bottom)

    def _outcome_label(
        self, painter: QPainter, texts: tuple[str, str, str], at: tuple[float, float], least_top: float
    ) -> float:
        """Paint the lines around a height, wrapped where they are too long, and return where they end."""
        room = int(self.width() - at[0])
        styles = self._outcome_styles()
        boxes = [
            QFontMetrics(font).boundingRect(QRect(0, 0, room, self.height()), _WRAPPED, text).height() + 2
            for text, (font, _) in zip(texts, styles, strict=True)
        ]
        top = max(least_top, min(at[1] - sum(boxes) / 2, self.height() - sum(boxes)))
        for text, (font, token), height in zip(texts, styles, boxes, strict=True):
            painter.setFont(font)
            painter.setPen(self._context.look.color(token))
            painter.drawText(QRectF(at[0], top, room, height), _WRAPPED, text)
            top += height
        return top + 4

    def _outcome_styles(self) -> tuple[tuple[QFont, str], ...]:
        look = self._context.look
        return (look.font("small", 600), "text2"), (look.font("heading"), "text"), (look.font("small"), "text2")

    def _ribbon(
        self, painter: QPainter, start: tuple[float, Band], end: tuple[float, Band], color: QColor, alpha: float
    ) -> None:
        (x0, band0), (x1, band1) = start, end
        bend = (x1 - x0) * 0.5
        path = QPainterPath(QPointF(x0, band0.top))
        path.cubicTo(QPointF(x0 + bend, band0.top), QPointF(x1 - bend, band1.top), QPointF(x1, band1.top))
        path.lineTo(QPointF(x1, band1.top + band1.height))
        path.cubicTo(
            QPointF(x1 - bend, band1.top + band1.height),
            QPointF(x0 + bend, band0.top + band0.height),
            QPointF(x0, band0.top + band0.height),
        )
        path.closeSubpath()
        fill = QColor(color)
        fill.setAlphaF(alpha)
        painter.fillPath(path, fill)

    def _records_text(self, summary: StoreSummary) -> str:
        return self.tr("%Ln records", "", summary.record_count)


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
