"""The toast: one line at the bottom right with an Undo, gone after three seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent

    from steward.ui.look import Look

SHOWN_MS = 3000
HEIGHT, MARGIN = 36, 16


class Toast(QFrame):
    """Lies over its parent; stays while hovered or focused; one at a time."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._host = parent
        self._bottom = 0
        self._act: Callable[[], object] | None = None
        self.key = ""
        self.setProperty("role", "toast")
        self._icon = QLabel(self)
        self._text = Text(look, "", tone="toast_fg")
        self.button = KeyButton(look, kind="toast", key_last=True, height="control")
        self.button.clicked.connect(self._on_button)
        layout = self._line = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 6, 0)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The line on screen."""
        return self._text.text()

    def keep_above(self, height: int) -> None:
        """Leave room for the status and action bars below."""
        self._bottom = height
        if self.isVisible():
            self._place()

    def show_line(self, text: str, act: Callable[[], object] | None = None, label: str = "", key: str = "") -> None:
        """Show a line; with ``act`` there is a button that does it."""
        self._act = act
        self._text.setText(text)
        self._icon.setPixmap(self._look.pixmap("circle-check", "toast_fg", 16))
        self.button.setVisible(act is not None)
        self._line.setContentsMargins(12, 0, 6 if act is not None else 16, 0)
        self.key = key
        self.button.set_content(label, key=key)
        self.setAccessibleName(text)
        # Fonts and style are given when a widget is shown, so its width is known only then.
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def change_key(self, key: str) -> None:
        """The key that does it on another page; a button that has none stays without."""
        if self.key:
            self.key = key
            self.button.set_content(self.button.text(), key=key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stays while the mouse is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The time starts anew."""
        self._timer.start()
        super().leaveEvent(event)

    def _on_time(self) -> None:
        if self.button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _on_button(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _place(self) -> None:
        parent = self._host
        limit = parent.width() - 2 * MARGIN
        self.setFixedHeight(max(HEIGHT, self._look.row_height("action")))
        self._line.invalidate()
        self._line.activate()
        width = min(limit, self.sizeHint().width())
        self.resize(width, self.height())
        self.move(parent.width() - width - MARGIN, parent.height() - self.height() - MARGIN - self._bottom)
