"""A line above the cards that says that the customer is shown as on an earlier day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look


class AsOfBanner(QFrame):
    """Stays until the steward goes back to now.

    ``export_asked`` is about everybody as on that day, ``customer_export_asked`` about the customer alone.
    """

    left = Signal()
    export_asked = Signal()
    customer_export_asked = Signal()

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "infobox")
        self._look, self._language = look, language
        self._day = ""
        self._icon = QLabel(self)
        self._sentence = Text(look, "", wraps=True)
        self._export = KeyButton(look, icon="download")
        self._export_one = KeyButton(look, icon="id-card")
        self._back = KeyButton(look, icon="redo-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.s3, 4, look.s1, 4)
        row.setSpacing(look.s2)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._export_one)
        row.addWidget(self._export)
        row.addWidget(self._back)
        self._export.clicked.connect(self.export_asked)
        self._export_one.clicked.connect(self.customer_export_asked)
        self._back.clicked.connect(self.left)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def day(self) -> str:
        """The day shown, "" for now."""
        return self._day

    def show_day(self, day: str) -> None:
        """Say it; "" hides the line."""
        self._day = day
        self.retranslate()
        self.setVisible(bool(day))

    def retranslate(self) -> None:
        """Say it again in the language of now."""
        self._export.set_content(self.tr("Export all"))
        self._export.setToolTip(self.tr("Export the master of that day"))
        self._export_one.set_content(self.tr("Export customer"))
        self._export_one.setToolTip(self.tr("Export this customer as of that day"))
        self._back.set_content(self.tr("Back to now"))
        text = self.tr("Everybody as at the end of {day}. Nothing can be changed here.")
        self._sentence.setText(text.format(day=self._language.day_of_text(self._day)))
        self.setAccessibleName(self._sentence.text())

    def _dress(self) -> None:
        self._icon.setPixmap(self._look.pixmap("history", "accent", 16))
