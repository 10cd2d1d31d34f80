"""A card with a figure, what it counts, one line more, and a button for what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from steward.ui.look import Look


class FigureCard(Card):
    """``button`` is hidden on a card that only tells."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._figure = Text(look, "", "figure")
        self._what = Text(look, "", weight=600, wraps=True)
        self._detail = Text(look, "", tone="text2", wraps=True)
        self._icon = QLabel(self)
        self._icon.hide()
        self.button = KeyButton(look, height="action", parent=self)
        top = QHBoxLayout()
        top.setSpacing(look.s2)
        top.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        bottom = QHBoxLayout()
        bottom.addWidget(self.button)
        bottom.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self._detail)
        self.body.addSpacing(look.s1)
        self.body.addStretch(1)
        self.body.addLayout(bottom)

    def tell(self, figure: str, what: str, detail: str, icon: QPixmap | None = None) -> None:
        """A figure, without a choice."""
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
        self._what.setText(what)
        self._detail.setText(detail)
        if icon:
            self._icon.setPixmap(icon)
        self._icon.setVisible(icon is not None)
        self.setAccessibleName(f"{figure} {what}")
        self.button.hide()
        self.set_primary(False)

    def offer(self, text: str, *, icon: str = "", key: str = "", is_proposed: bool) -> None:
        """A choice; what is proposed stands out."""
        self.button.set_content(text, icon, key)
        # "Start" alone would not say which one.
        self.button.setAccessibleName(f"{text}: {self.accessibleName()}")
        self.button.set_kind("primary" if is_proposed else "normal")
        self.button.show()
        self.set_primary(is_proposed)
