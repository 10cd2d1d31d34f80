"""A line over the grid that says that the cluster is not what it was a moment ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from steward.ui.widgets.buttons import IconButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.look import Look


class Banner(QFrame):
    """Stays until it is closed or another cluster opens."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "infobox")
        self._look = look
        self._icon = QLabel(self)
        self._sentence = Text(look, "", wraps=True)
        self._close = IconButton(look, "x", "", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.s3, 2, look.s1, 2)
        row.setSpacing(look.s2)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._close)
        self._close.clicked.connect(self.hide_sentence)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return self._sentence.text() if not self.isHidden() else ""

    def show_sentence(self, sentence: str) -> None:
        """Say it."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self.changed.emit()

    def hide_sentence(self) -> None:
        """Say no more."""
        if not self.isHidden():
            self.hide()
            self.changed.emit()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._close.set_name(self.tr("Close"))

    def _dress(self) -> None:
        self._icon.setPixmap(self._look.pixmap("info", "accent", 16))
