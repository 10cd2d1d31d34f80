"""A field that takes the next key as it is pressed, whatever that key does elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from steward.ui.look import Look

_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
)


class KeyRecorder(QLineEdit):
    """``pressed(key)`` with a key as settings write it ("Ctrl+M"); ``left`` when Esc or another click ends it."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setReadOnly(True)
        self.setFont(look.font("body"))
        look.changed.connect(self._renew)

    def ask(self, question: str) -> None:
        """Wait for a key."""
        self.setText(question)
        self.setAccessibleName(question)
        self.setToolTip(question)
        self.setCursorPosition(0)
        self.show()
        # Focus by a key would select the question as if it were to be typed over.
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Tab is a key like any other here, and no shortcut runs meanwhile."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        keypad = Qt.KeyboardModifier.KeypadModifier
        modifiers = event.modifiers() & ~keypad
        self.pressed.emit(QKeySequence(modifiers.value | key.value).toString(QKeySequence.SequenceFormat.PortableText))

    def _renew(self) -> None:
        self.setFont(self._look.font("body"))
