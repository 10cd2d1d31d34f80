"""A line in a card for work under way: what it does, how far it is, and a Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text
from steward.ui.words.labels import phase_label

if TYPE_CHECKING:
    from steward.ui.look import Look


class WorkRow(QWidget):
    """Hidden while nothing runs. ``stop_asked`` when the button is pressed."""

    stop_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = Text(look, "", "small", tone="text2", tabular=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.stop = KeyButton(look, height="slim")
        self.stop.clicked.connect(self.stop_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.s3)
        layout.addWidget(self._phase)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.stop)
        self.hide()

    def begin(self) -> None:
        """Work started."""
        self.report("", 0, 0)
        self.stop.set_content(self.tr("Stop"))
        self.show()

    def report(self, phase: str, done: int, total: int) -> None:
        """How far it is; a total of 0 means unknown."""
        text = phase_label(phase)
        self._phase.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)

    def end(self) -> None:
        """The work is over."""
        self.hide()
