"""A line to type a golden value, laid over the golden cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

SMALLEST_HEIGHT = 28


class ValueEditor(QLineEdit):
    """Enter or leaving keeps what was typed, Esc drops it. ``committed`` says (attribute, text)."""

    committed = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        self.hide()
        if had_focus:
            self.closed.emit()
