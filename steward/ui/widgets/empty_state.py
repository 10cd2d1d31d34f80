"""What a page shows when it has nothing to show: an icon, one sentence why, one button that fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.look import Look

#: A sentence across the whole window is hard to read.
LEAST_WIDTH, MOST_WIDTH = 280, 560


class EmptyState(QWidget):
    """``asked`` is emitted when the button is pressed."""

    asked = Signal()

    def __init__(
        self, look: Look, icon: str, sentence: str = "", button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._icon_name = look, icon
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = Text(look, sentence, tone="text2", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = KeyButton(look, button, kind="primary")
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.s6, look.s6, look.s6, look.s6)
        layout.setSpacing(look.s4)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        # The sentence takes all it may, the rest is left at both its sides.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self.sentence, 1)
        middle.addStretch()
        layout.addLayout(middle)
        layout.addLayout(row)
        layout.addStretch(3)
        self.set_content(sentence, button)
        self._renew()
        look.changed.connect(self._renew)

    def set_content(self, sentence: str, button: str = "", icon: str | None = None) -> None:
        """Why it is empty and what fills it; without a text there is no button."""
        self.sentence.setText(sentence)
        self.button.set_content(button)
        self.button.setVisible(bool(button))
        if icon is not None:
            self._icon_name = icon
            self._renew()

    def _renew(self) -> None:
        self._icon.setPixmap(self._look.pixmap(self._icon_name, "text3", 48))
        self.sentence.setMinimumWidth(LEAST_WIDTH)
        self.sentence.setMaximumWidth(self._look.px(MOST_WIDTH))
