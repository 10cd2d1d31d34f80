"""Two chosen records against each other: why, or why not, in bars and in the values that were compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steward.ui.pages.review.evidence_chart import EvidenceChartView
from steward.ui.pages.review.panel_lines import PanelLine, PanelList
from steward.ui.pages.review.texts import bar_label, bar_values

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.models.evidence_bars import EvidenceChart

MOST_PIXELS_PER_BIT = 12.0


class PairView(QWidget):
    """Arrows go to another member to compare with: ``chosen(step)``."""

    chosen = Signal(object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._chart = EvidenceChartView(look, language, self)
        self._values = PanelList(look, self)
        self._values.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.s4, 0, look.s2, 0)
        column.addWidget(self._chart)
        column.addWidget(self._values, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chart(self, chart: EvidenceChart) -> None:
        """The evidence of a pair."""
        self._chart.set_chart(chart)
        self._chart.set_scale(min(MOST_PIXELS_PER_BIT, self._chart.bar_room() / max(1.0, sum(chart.reach))))
        lines = [
            PanelLine(
                bar_values(bar),
                f"{bar_label(bar)}, {self._language.bits(bar.match_weight)}",
                icon="check" if bar.match_weight >= 0 else "x",
                tone="std" if bar.match_weight >= 0 else "conflict",
            )
            for bar in chart.bars
            if bar.attributes
        ]
        self._values.show_lines(lines)
        self._values.clearSelection()
        self.setAccessibleName(self._chart.accessibleName())

    def sizeHint(self) -> QSize:
        return QSize(300, 320)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is None:
            event.ignore()
        else:
            self.chosen.emit(step)
