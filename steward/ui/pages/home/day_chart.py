"""Decisions of the last 14 days as bars."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from steward.ui.page import PageContext

DAYS = 14


def last_days(counts: tuple[tuple[date, int], ...], today: date) -> list[tuple[date, int]]:
    """One entry per day of the last fourteen, today last; days without decisions count 0."""
    known = dict(counts)
    days = [today - timedelta(days=DAYS - 1 - place) for place in range(DAYS)]
    return [(day, known.get(day, 0)) for day in days]


class DayChart(QWidget):
    """Bars with their counts above and the day below; today in the accent colour."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._days: list[tuple[date, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        context.look.changed.connect(self.update)

    def show_days(self, days: list[tuple[date, int]]) -> None:
        """Show these days."""
        self._days = days
        language = self._context.language
        self.setAccessibleName(self.tr("Decisions per day"))
        self.setAccessibleDescription(
            ", ".join(f"{language.day(day)}: {language.number(count)}" for day, count in days if count)
        )
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Fourteen narrow bars."""
        return QSize(14 * 20, 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One bar a day over a base line."""
        if not self._days:
            return
        look = self._context.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font("tiny", tabular=True)
        line = QFontMetrics(font).height()
        base = self.height() - line - 4
        room = max(8, base - line - 4)
        pitch = self.width() / len(self._days)
        largest = max(1, *(count for _, count in self._days))
        for place, (day, count) in enumerate(self._days):
            is_today = place == len(self._days) - 1
            column = QRectF(place * pitch, 0, pitch, self.height())
            height = room * count / largest
            if count:
                width = min(26.0, pitch - 6)
                bar = QRectF(column.center().x() - width / 2, base - height, width, height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent" if is_today else "border_strong"))
                painter.drawRoundedRect(bar, min(3.0, height / 2), min(3.0, height / 2))
                foot = min(4.0, height)
                painter.fillRect(QRectF(bar.left(), base - foot, width, foot), painter.brush())
                painter.setPen(look.color("text2"))
                painter.setFont(font)
                above = QRectF(column.left(), base - height - line - 2, pitch, line)
                painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), self._context.language.number(count))
            painter.setFont(look.font("tiny", 700 if is_today else 400, tabular=True))
            painter.setPen(look.color("text" if is_today else "text2"))
            label = self.tr("today") if is_today else str(day.day)
            below = QRectF(column.left() - 8, base + 3, pitch + 16, line)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), label)
        painter.fillRect(QRectF(0, base, self.width(), 1), look.color("border_strong"))
