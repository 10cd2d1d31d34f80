"""The status bar: that everything is saved, which store, how much is in it. It never shows errors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from steward.ui.language import LANGUAGE_NAMES
from steward.ui.theme import STATUS_HEIGHT
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.views import StoreSummary


class StatusBar(QFrame):
    """``language_asked`` switches to the next language, ``search_asked`` and ``keys_asked`` are what their keys do."""

    language_asked = Signal()
    search_asked = Signal()
    keys_asked = Signal()

    def __init__(self, look: Look, language: Language, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language, self._actions = look, language, actions
        self._summary: StoreSummary | None = None
        self.setProperty("role", "status")
        self._icon = QLabel(self)
        self._text = Text(look, "", "small", tone="text2", tabular=True, elides=Qt.TextElideMode.ElideRight)
        self._language_button = KeyButton(look, kind="ghost", height="slim")
        self._search = KeyButton(look, kind="ghost", height="slim")
        self._keys = KeyButton(look, kind="ghost", height="slim")
        self._language_button.clicked.connect(self.language_asked)
        self._search.clicked.connect(self.search_asked)
        self._keys.clicked.connect(self.keys_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.s4, 1, look.s2, 0)
        layout.setSpacing(look.s2)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        for button in (self._language_button, self._search, self._keys):
            layout.addWidget(button)
        self._renew()
        look.changed.connect(self._renew)
        actions.changed.connect(self.retranslate)

    def set_summary(self, summary: StoreSummary | None) -> None:
        """The store as it is now, None when none is open."""
        self._summary = summary
        self.retranslate()

    def saved_sentence(self) -> str:
        """ "All saved, #1841", for the bar and for Ctrl+S."""
        summary = self._summary
        if summary is None:
            return ""
        if not summary.last_decision_id:
            return self.tr("All saved")
        return self.tr("All saved, #{number}").format(number=summary.last_decision_id)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._icon.setVisible(self._summary is not None)
        is_sound = self._summary is None or not self._summary.lost_count
        self._icon.setPixmap(
            self._look.pixmap(*(("circle-check", "ok") if is_sound else ("triangle-alert", "warn")), 16)
        )
        self._text.setText(self._sentence())
        self._language_button.set_content(LANGUAGE_NAMES[self._language.code])
        self._language_button.setToolTip(self.tr("Switch the language"))
        self._search.set_content(self.tr("Search"), key=self._actions.key_text("app.search"))
        self._keys.set_content(self.tr("Keys"), key=self._actions.key_text("app.keys"))
        self._search.setVisible(self._summary is not None)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _sentence(self) -> str:
        summary = self._summary
        if summary is None:
            return ""
        counts = self.tr("{records} in {lists}").format(
            records=self.tr("%Ln records", "", summary.record_count),
            lists=self.tr("%Ln lists", "", len(summary.sources)),
        )
        lost = self.tr("%Ln records lead to no customer: verify the store", "", summary.lost_count)
        standing = lost if summary.lost_count else self.tr("nothing lost")
        return "   ·   ".join([self.saved_sentence(), standing, Path(summary.path).name, counts])

    def _renew(self) -> None:
        self.setFixedHeight(max(STATUS_HEIGHT, self._look.row_height("table") - 2))
        self.retranslate()
