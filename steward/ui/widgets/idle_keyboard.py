"""Giving the keyboard to what came after its page was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def take_idle_keyboard(widget: QWidget) -> None:
    """Give a widget the keyboard where only what holds it has it: nobody sees where the keys go then."""
    focused = widget.window().focusWidget()
    if focused is not None and focused.isAncestorOf(widget) and widget.isVisible():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
