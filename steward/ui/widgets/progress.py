"""Progress: the thin bar under the header while anything is loading, and the strip of long work with its Stop."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.pace import PaceMeter
from steward.ui.widgets.text import Text
from steward.ui.words.labels import phase_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.ui.language import Language
    from steward.ui.look import Look

#: Short work shows nothing: a bar that flashes is noise.
DELAY_MS = 500
STEP_MS = 40
#: Fewer steps than these are no measure of how far the work is: "0 / 1" says nothing and stands still.
FEWEST_STEPS = 5


class ThinBar(QWidget):
    """Two pixels that move while jobs run."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place = 0.0
        self.setFixedHeight(2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._begin)
        self._step = QTimer(self)
        self._step.setInterval(STEP_MS)
        self._step.timeout.connect(self._advance)

    def set_busy(self, is_busy: bool) -> None:
        """Start after half a second, stop at once."""
        if is_busy:
            self._delay.start()
            return
        self._delay.stop()
        self._step.stop()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A third of the width in the accent colour."""
        if not self._step.isActive():
            return
        painter = QPainter(self)
        left = (self._place * 4 / 3 - 1 / 3) * self.width()
        painter.fillRect(QRectF(left, 0, self.width() / 3, 2), self._look.color("accent"))

    def _begin(self) -> None:
        self._place = 0.0
        self._step.start()

    def _advance(self) -> None:
        self._place = (self._place + 0.02) % 1.0
        self.update()


class WorkStrip(QFrame):
    """What long work is doing, how far it is, and a button that stops it."""

    stop_asked = Signal()

    def __init__(
        self,
        look: Look,
        language: Language,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._pace = PaceMeter(clock)
        self.setProperty("role", "infobox")
        self._title = Text(look, "", weight=600)
        self._phase = Text(look, "", "small", tone="text2", tabular=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.stop = KeyButton(look)
        self.stop.clicked.connect(self._on_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.s4, look.s2, look.s2, look.s2)
        layout.setSpacing(look.s3)
        layout.addWidget(self._title)
        layout.addWidget(self._phase)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.stop)
        self.hide()

    def begin(self, title: str, *, can_stop: bool = True) -> None:
        """Show the strip for new work."""
        self._title.setText(title)
        self._phase.setText(self.tr("Starting …") if can_stop else "")
        self._pace.begin()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self.stop.set_content(self.tr("Stop"))
        self.stop.setEnabled(True)
        self.stop.setVisible(can_stop)
        self.show()

    def report(self, phase: str, done: int, total: int) -> None:
        """How far the work is, how fast and how long it takes; a total of 0 means unknown."""
        number = self._language.number
        text = phase_label(phase)
        if 0 < total < FEWEST_STEPS:
            done = total = 0
        if total > 0:
            text = f"{text}, {number(done)} / {number(total)}"
        elif done > 0:
            text = f"{text}, {number(done)}"
        pace = self._pace.measure(phase, done, total)
        if pace is not None:
            rate = self.tr("{rate} per second").format(rate=number(pace.rate))
            text = f"{text}  ·  {rate}"
            if pace.seconds_left is not None:
                left = self.tr("{time} left").format(time=self._language.span(pace.seconds_left))
                text = f"{text}  ·  {left}"
        self._phase.setText(text)
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)

    def say(self, text: str) -> None:
        """What is being done where nobody knows how far it is."""
        self._phase.setText(text)

    def end(self) -> None:
        """The work is over."""
        self.hide()

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self._phase.setText(self.tr("Stopping …"))
        self.stop_asked.emit()
