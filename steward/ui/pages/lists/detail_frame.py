"""A part of the page that is opened from the overview: a title, what it is about, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card

if TYPE_CHECKING:
    from steward.ui.look import Look


class DetailFrame(QWidget):
    """``back_asked`` by the button or by Escape."""

    back_asked = Signal()

    def __init__(self, look: Look, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self._card = Card(look, padding=0)
        self._card.head.setContentsMargins(look.s4, look.s3, look.s4, look.s2)
        self._card.body.setContentsMargins(1, 0, 1, 1)
        self._back = KeyButton(look, key="Esc", key_last=True)
        self._card.head.addWidget(self._back)
        self._card.body.addWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.s4, look.s3, look.s4, look.s3)
        layout.addWidget(self._card)
        self._back.clicked.connect(self.back_asked)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back_asked)
        self.retranslate()

    def set_title(self, title: str, caption: str = "") -> None:
        """What it is about."""
        self._card.set_title(title, caption)

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self._back.set_content(self.tr("Back to the lists"))
