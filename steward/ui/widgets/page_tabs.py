"""Tabs in the header for pages that belong together: Settings with its parts, History with its registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from steward.ui.language import QT_TRANSLATE_NOOP
from steward.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.ui.look import Look

#: page id -> what its tab says
SETTINGS_TABS = {
    "settings": QT_TRANSLATE_NOOP("PageTabs", "General"),
    "rules": QT_TRANSLATE_NOOP("PageTabs", "Golden values"),
    "bands": QT_TRANSLATE_NOOP("PageTabs", "Semi-automatic merging"),
    "learning": QT_TRANSLATE_NOOP("PageTabs", "Learning"),
    "keys": QT_TRANSLATE_NOOP("PageTabs", "Keys"),
}
HISTORY_TABS = {
    "history": QT_TRANSLATE_NOOP("PageTabs", "Every decision"),
    "memory": QT_TRANSLATE_NOOP("PageTabs", "Set apart"),
    "locks": QT_TRANSLATE_NOOP("PageTabs", "Locked values"),
    "exports": QT_TRANSLATE_NOOP("PageTabs", "Exports"),
}


class PageTabs(QWidget):
    """``page_asked(page_id)`` when another tab is pressed; the own one stays on."""

    page_asked = Signal(str)

    def __init__(self, look: Look, texts: Mapping[str, str], current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._current = texts, current
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.s1)
        self._chips: dict[str, Chip] = {}
        for page_id in texts:
            chip = Chip(look, "", can_check=True)
            chip.setChecked(page_id == current)
            chip.clicked.connect(self._on_clicked)
            self._group.addButton(chip)
            self._chips[page_id] = chip
            layout.addWidget(chip)
        self._retranslate()

    def press(self, page_id: str) -> None:
        """Do what a click on a tab does."""
        self._chips[page_id].click()

    def changeEvent(self, event: QEvent) -> None:
        """Texts in the language in force."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for page_id, chip in self._chips.items():
            chip.set_text(QCoreApplication.translate("PageTabs", self._texts[page_id]))

    def _on_clicked(self) -> None:
        pressed = next(page_id for page_id, chip in self._chips.items() if chip.isChecked())
        # The tabs of a page always show that page; the other page has tabs of its own.
        self._chips[self._current].setChecked(True)
        if pressed != self._current:
            self.page_asked.emit(pressed)
