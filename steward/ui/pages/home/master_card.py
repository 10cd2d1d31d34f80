"""Master today: how many customers, how sure the clusters are, and which lists share most customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from steward.domain.pairs import Strength
from steward.ui.widgets.badge import BADGE, paint_badge
from steward.ui.widgets.card import Card
from steward.ui.widgets.strength import METER_WIDTH, paint_strength
from steward.ui.widgets.text import Text, elided, line
from steward.ui.words.joining import join_words
from steward.ui.words.labels import strength_label, strength_token

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.workspace.views import Overlap, StoreSummary

OVERLAPS_SHOWN = 3
BAR_HEIGHT, HINT_GAP = 12, 14


class MasterCard(Card):
    """Figure, strengths, overlaps."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        look = context.look
        self._context = context
        self._figure = Text(look, "", "figure")
        self._fewer = Text(look, "", tone="text2", wraps=True)
        self._strength_title = Text(look, "", "small", weight=600, tone="text2")
        self._strengths = _StrengthRows(context, self)
        self._line = line()
        self._overlap_title = Text(look, "", "small", weight=600, tone="text2")
        self._overlaps = _OverlapRows(context, self)
        self._no_overlap = Text(look, "", "small", tone="text2", wraps=True)
        self.body.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(look.s3)
        top.addWidget(self._figure)
        top.addWidget(self._fewer, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._strength_title)
        self.body.addWidget(self._strengths)
        self.body.addWidget(self._line)
        self.body.addWidget(self._overlap_title)
        self.body.addWidget(self._overlaps)
        self.body.addWidget(self._no_overlap)
        self.body.addStretch(1)

    def show_summary(self, summary: StoreSummary) -> None:
        """Show the counts of the store."""
        language = self._context.language
        self.set_title(self.tr("Master today"))
        self._figure.setText(language.number(summary.customer_count))
        saved = 1 - summary.customer_count / summary.record_count if summary.record_count else 0.0
        self._fewer.setText(
            self.tr("customers, {share} fewer than rows").format(share=language.percent(saved, 1))
            if saved
            else self.tr("customers, one for every row so far")
        )
        self._strength_title.setText(self.tr("Open clusters by match strength"))
        self._strengths.show_counts(summary)
        shown = summary.overlaps[:OVERLAPS_SHOWN]
        self._overlap_title.setText(self.tr("Most shared customers"))
        self._no_overlap.setText(self.tr("Once rows are merged, the lists that share most customers stand here."))
        self._no_overlap.setVisible(not shown)
        self._overlaps.show_overlaps(shown)


class _StrengthRows(QWidget):
    """A stacked bar, and one line per strength."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._counts: dict[Strength, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        context.look.changed.connect(self.updateGeometry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def show_counts(self, summary: StoreSummary) -> None:
        """Open clusters by strength."""
        self._counts = {strength: summary.open_by_strength.get(strength, 0) for strength in Strength}
        number = self._context.language.number
        self.setAccessibleName(
            ", ".join(f"{strength_label(strength)} {number(count)}" for strength, count in self._counts.items())
        )
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow card says what to do on lines of its own."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The bar, and one or two lines for each strength."""
        return BAR_HEIGHT + 8 + len(Strength) * self._pitch() * (1 if self._fits_beside(width) else 2)

    def sizeHint(self) -> QSize:
        """The bar and three lines."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Steps of the meter, word, number, and what to do."""
        look, language = self._context.look, self._context.language
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        top = BAR_HEIGHT + 8
        pitch = self._pitch()
        hints = self._hints()
        number_at, number_width = self._number_place()
        is_beside = self._fits_beside(self.width())
        for strength, count in self._counts.items():
            row = QRectF(0, top, self.width(), pitch)
            paint_strength(painter, row, strength, look)
            painter.setFont(look.font("body"))
            painter.setPen(look.color("text"))
            painter.drawText(row.adjusted(METER_WIDTH + 8, 0, 0, 0), _MIDDLE, strength_label(strength))
            painter.setFont(look.font("body", 600, tabular=True))
            place = QRectF(number_at, top, number_width, pitch)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight) | _MIDDLE, language.number(count))
            hint_at = number_at + number_width + HINT_GAP
            if not is_beside:
                hint_at = METER_WIDTH + 8
                row.translate(0, pitch - 4)
                top += pitch
            font = look.font("small")
            painter.setFont(font)
            painter.setPen(look.color("text2"))
            shown = elided(hints[strength], font, int(self.width() - hint_at))
            painter.drawText(row.adjusted(hint_at, 0, 0, 0), _MIDDLE, shown)
            top += pitch

    def _hints(self) -> dict[Strength, str]:
        return {
            Strength.ALMOST_CERTAIN: self.tr("one key confirms"),
            Strength.LIKELY: self.tr("to confirm"),
            Strength.UNCLEAR: self.tr("to decide"),
        }

    def _number_place(self) -> tuple[int, int]:
        """Where the numbers begin, and how wide the largest may be."""
        look = self._context.look
        words = QFontMetrics(look.font("body"))
        widest = max(words.horizontalAdvance(strength_label(one)) for one in Strength)
        number_width = QFontMetrics(look.font("body", 600, tabular=True)).horizontalAdvance("88,888")
        return METER_WIDTH + 8 + widest + 12, number_width

    def _fits_beside(self, width: int) -> bool:
        number_at, number_width = self._number_place()
        metrics = QFontMetrics(self._context.look.font("small"))
        widest = max(metrics.horizontalAdvance(hint) for hint in self._hints().values())
        return number_at + number_width + HINT_GAP + widest <= width

    def _paint_bar(self, painter: QPainter) -> None:
        total = sum(self._counts.values())
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0, 0, self.width(), BAR_HEIGHT), 3, 3)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, self.width(), BAR_HEIGHT), self._context.look.color("sunken"))
        left = 0.0
        for strength, count in self._counts.items():
            width = self.width() * count / total if total else 0.0
            color = self._context.look.color(strength_token(strength))
            painter.fillRect(QRectF(left, 0, max(0.0, width - 2), BAR_HEIGHT), color)
            left += width
        painter.restore()

    def _pitch(self) -> int:
        return QFontMetrics(self._context.look.font("body")).height() + 8


class _OverlapRows(QWidget):
    """Two badges, the two names, a bar and the number."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[Overlap, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.look.changed.connect(self.updateGeometry)

    def show_overlaps(self, rows: tuple[Overlap, ...]) -> None:
        """The pairs of lists that share most customers."""
        self._rows = rows
        self.setAccessibleName(", ".join(f"{self._names(row)} {row.customer_count}" for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line per pair."""
        return QSize(200, len(self._rows) * self._pitch())

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The largest overlap has the longest bar."""
        look = self._context.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch, side = self._pitch(), look.px(BADGE)
        largest = max((row.customer_count for row in self._rows), default=1) or 1
        font, number_font = look.font("body"), look.font("body", 500, tabular=True)
        number_width = QFontMetrics(number_font).horizontalAdvance("88,888")
        bar_room = 74 if self.width() > 340 else 0
        name_at = 2 * side + 12
        name_room = int(self.width() - name_at - number_width - bar_room - 16)
        for place, row in enumerate(self._rows):
            area = QRectF(0, place * pitch, self.width(), pitch)
            paint_badge(painter, QRectF(0, area.center().y() - side / 2, side, side), row.first, look)
            paint_badge(painter, QRectF(side + 4, area.center().y() - side / 2, side, side), row.second, look)
            painter.setFont(font)
            painter.setPen(look.color("text"))
            painter.drawText(area.adjusted(name_at, 0, 0, 0), _MIDDLE, elided(self._names(row), font, name_room))
            if bar_room:
                width = max(2.0, bar_room * row.customer_count / largest)
                bar = QRectF(self.width() - number_width - 10 - bar_room, area.center().y() - 4, width, 8)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(bar, 2, 2)
            painter.setFont(number_font)
            painter.setPen(look.color("text2"))
            count = self._context.language.number(row.customer_count)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight) | _MIDDLE, count)

    def _names(self, row: Overlap) -> str:
        return join_words([row.first.name, row.second.name])

    def _pitch(self) -> int:
        return max(26, QFontMetrics(self._context.look.font("body")).height() + 9)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
