"""A line to type a golden value, laid over the golden cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from steward.ui.look import Look

SMALLEST_HEIGHT = 28
REFUSAL_WIDTH = 280


class ValueEditor(QLineEdit):
    """Enter or leaving keeps what was typed, Esc drops it. ``committed`` says (attribute, text).

    What is refused stays to be corrected, with the reason below it.
    """

    committed = Signal(str, str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = parent
        self.refusal = Text(look, "", "small", tone="danger", wraps=True, parent=parent)
        self.refusal.setAutoFillBackground(True)
        self.refusal.hide()
        self.textEdited.connect(self.refusal.hide)
        self._attribute: str | None = None
        self._before = ""
        self.hide()

    def open_at(self, rect: QRect, attribute: str, text: str) -> None:
        """Start typing over a cell."""
        self._attribute, self._before = attribute, text
        extra = max(0, SMALLEST_HEIGHT - rect.height())
        self.setGeometry(rect.adjusted(1, -extra // 2, -1, extra // 2))
        self.setText(text)
        self.selectAll()
        self.show()
        self.raise_()
        # A refusal may come after the page was left: the keys stay with the page on screen.
        if self._box.isVisible():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, attribute: str, text: str, sentence: str) -> None:
        """Type on where it was left: what was typed can't be kept."""
        before = self._before
        self.open_at(self.geometry(), attribute, text)
        self._before = before
        self.refusal.setText(sentence)
        self.setAccessibleDescription(sentence)
        width = max(self.width(), REFUSAL_WIDTH)
        left = max(0, min(self.x(), self._box.width() - width))
        height = self.refusal.heightForWidth(width)
        below = self.geometry().bottom() + 1
        top = below if below + height <= self._box.height() else self.y() - height
        self.refusal.setGeometry(left, top, width, height)
        self.refusal.show()
        self.refusal.raise_()

    @property
    def is_open(self) -> bool:
        """Whether a value is being typed."""
        return self._attribute is not None

    def cancel(self) -> None:
        """Drop what was typed."""
        self._attribute = None
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def commit(self) -> None:
        """Keep what was typed; nothing happens when the editor is closed or nothing was changed."""
        attribute, self._attribute = self._attribute, None
        self._close()
        if attribute is not None and self.text().strip() != self._before:
            self.committed.emit(attribute, self.text().strip())

    def _close(self) -> None:
        had_focus = self.hasFocus()
        self.refusal.hide()
        self.setAccessibleDescription("")
        self.hide()
        if had_focus:
            self.closed.emit()
