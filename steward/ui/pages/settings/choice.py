"""A few options side by side, one of them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from steward.ui.widgets.buttons import KeyButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look


class Choice(QWidget):
    """A few options side by side, one of them on."""

    def __init__(self, look: Look, values: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        self.buttons: list[KeyButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.s2)
        for place, value in enumerate(values):
            button = KeyButton(look, value)
            button.setCheckable(True)
            self.group.addButton(button, place)
            self.buttons.append(button)
            layout.addWidget(button)
        layout.addStretch(1)

    def set_texts(self, texts: Sequence[str]) -> None:
        """The options in the language in force."""
        for button, text in zip(self.buttons, texts, strict=True):
            button.set_content(text)

    def check(self, place: int) -> None:
        """Switch one option on."""
        self.buttons[place].setChecked(True)
