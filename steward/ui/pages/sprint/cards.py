"""The cards of a timed session: a figure, what it counts, one line more, and what can be chosen by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.look import Look


class ChoiceCard(Card):
    """``chosen`` when its button is pressed; a card that only tells has none."""

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._figure = Text(look, "", "figure")
        self._what = Text(look, "", weight=600, wraps=True)
        self._detail = Text(look, "", tone="text2", wraps=True)
        self.button = KeyButton(look, height="action", parent=self)
        self.button.clicked.connect(self.chosen)
        top = QHBoxLayout()
        top.setSpacing(look.s2)
        top.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        bottom = QHBoxLayout()
        bottom.addWidget(self.button)
        bottom.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self._detail)
        self.body.addStretch(1)
        self.body.addLayout(bottom)

    def tell(self, figure: str, what: str, detail: str) -> None:
        """A figure, without a choice."""
        self._figure.setText(figure)
        self._what.setText(what)
        self._detail.setText(detail)
        self.setAccessibleName(f"{figure} {what}")
        self.button.hide()
        self.set_primary(False)

    def offer(self, text: str, key: str, *, is_proposed: bool) -> None:
        """A choice under a key; what is proposed stands out."""
        self.button.set_content(text, key=key)
        # "Start" alone would not say which one.
        self.button.setAccessibleName(f"{text}: {self.accessibleName()}")
        self.button.set_kind("primary" if is_proposed else "normal")
        self.button.show()
        self.set_primary(is_proposed)
