"""Cards: a surface with hairline and radius, a title and room for content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from steward.ui.widgets.text import Text, restyle

if TYPE_CHECKING:
    from steward.ui.look import Look


class Card(QFrame):
    """``body`` is the layout for the content; the head is shown when it has a title or caption."""

    def __init__(
        self,
        look: Look,
        title: str = "",
        caption: str = "",
        *,
        padding: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inset = look.s5 if padding is None else padding
        self._layout = QVBoxLayout(self)
        above = min(14, inset)
        self._layout.setContentsMargins(inset, above, inset, above)
        self._layout.setSpacing(look.s2)
        self._title = Text(look, title, "section", elides=Qt.TextElideMode.ElideRight)
        # Takes the room of its words, and gives way to the buttons beside it.
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._caption = Text(look, caption, "small", tone="text2")
        self._head = QWidget(self)
        self.head = QHBoxLayout(self._head)
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.head.addWidget(self._caption)
        self._layout.addWidget(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.s2)
        self._layout.addLayout(self.body, 1)
        self.set_title(title, caption)

    def set_title(self, title: str, caption: str = "") -> None:
        """Title left, caption right; none hides the head."""
        self._title.setText(title)
        self._caption.setText(caption)
        self._head.setVisible(bool(title or caption))
        self.setAccessibleName(title)

    def set_primary(self, is_primary: bool) -> None:
        """Frame the card that matters most in the accent colour."""
        self.setProperty("primary", "true" if is_primary else "false")
        restyle(self)
