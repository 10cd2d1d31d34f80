"""What is said while a store is being opened: nothing when that is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from steward.ui.widgets.progress import DELAY_MS

if TYPE_CHECKING:
    from steward.ui.widgets.progress import WorkStrip


class OpeningWait(QObject):
    """Uses the strip of long work, unless something else is under way in it."""

    def __init__(self, strip: WorkStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._name = ""
        self._is_shown = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._show)

    def begin(self, name: str) -> None:
        """A store is being opened."""
        self._name = name
        self._delay.start()

    def end(self) -> None:
        """It is open, or it can't be opened."""
        self._delay.stop()
        if self._is_shown:
            self._strip.end()
        self._is_shown = False

    def _show(self) -> None:
        if self._strip.isHidden():
            self._is_shown = True
            self._strip.begin(self.tr("Opening {store}").format(store=self._name), can_stop=False)
            self._strip.say(self.tr("A store of an earlier Steward is copied first, then brought up to date."))
