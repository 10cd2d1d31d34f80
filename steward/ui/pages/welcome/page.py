"""Welcome: try the sample lists, open a store, or make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from steward.ui.language import LANGUAGE_NAMES
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.text import Text, line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look

WIDTH = 680
RECENT_SHOWN = 4


class WelcomePage(QWidget):
    """Asks by signals; opening and making stores is for whoever shows it."""

    demo_asked = Signal()
    open_asked = Signal()
    new_asked = Signal()
    recent_asked = Signal(object)
    recent_wanted = Signal()
    language_asked = Signal(str)

    def __init__(
        self,
        look: Look,
        language: Language,
        actions: ActionRegistry,
        mark: QPixmap,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._language, self._actions = look, language, actions
        self._mark = QLabel(self)
        self._mark.setPixmap(mark)
        self._title = Text(look, "", "figure")
        self._promise = Text(look, "", tone="text2", wraps=True)
        self.demo = KeyButton(look, icon="play", kind="primary", height="action")
        self.new = KeyButton(look, icon="file-plus", height="action")
        self.open = KeyButton(look, icon="folder-open", height="action")
        self._drop = Text(look, "", "small", tone="text3", wraps=True)
        self._recent = Card(look)
        self._languages = {code: KeyButton(look, kind="link") for code in LANGUAGE_NAMES}
        self._build()
        self._connect()
        self.show_recent(())
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the recent stores anew."""
        self.recent_wanted.emit()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The stores to go on with, the last one first."""
        was_first = self.demo.hasFocus()
        while self._recent.body.count():
            item = self._recent.body.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        recent = paths[:RECENT_SHOWN]
        self._recent.setVisible(bool(recent))
        buttons = [self._recent_button(path) for path in recent]
        for button in buttons:
            self._recent.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        # Enter goes on with the store opened last, and with the samples the very first time.
        first = buttons[0] if buttons else self.demo
        self.setFocusProxy(first)
        if was_first:
            # Only what is shown takes the focus; a layout would show it a turn later.
            first.show()
            first.setFocus()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._title.setText(self.tr("Welcome to Steward"))
        self._promise.setText(
            self.tr(
                "Steward loads the customer lists of your departments, finds the rows that are the same customer, and "
                "keeps one golden record of each. Your files are never changed, and every decision can be undone."
            )
        )
        self.demo.set_content(self.tr("Try the sample lists"))
        self.new.set_content(self.tr("New store…"), key=self._actions.key_text("app.new"))
        self.open.set_content(self.tr("Open a store…"), key=self._actions.key_text("app.open"))
        self._drop.setText(self.tr("Or drop a store or your lists (.xlsx, .csv) anywhere on this window."))
        self._recent.set_title(self.tr("Opened before"))
        for code, button in self._languages.items():
            button.set_content(LANGUAGE_NAMES[code])
            button.setEnabled(code != self._language.code)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        look = self._look
        column = QWidget()
        column.setMaximumWidth(look.px(WIDTH))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(look.s4, look.s6, look.s4, look.s6)
        inner.setSpacing(look.s4)
        inner.addStretch(2)
        inner.addWidget(self._mark)
        inner.addWidget(self._title)
        inner.addWidget(self._promise)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.s2)
        for button in (self.demo, self.new, self.open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        inner.addWidget(self._drop)
        inner.addWidget(self._recent)
        inner.addStretch(3)
        inner.addWidget(line())
        languages = QHBoxLayout()
        for link in self._languages.values():
            languages.addWidget(link)
        languages.addStretch(1)
        inner.addLayout(languages)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(column, 10)
        row.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _connect(self) -> None:
        self.demo.clicked.connect(self.demo_asked)
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.open_asked)
        for code, button in self._languages.items():
            button.setProperty("code", code)
            button.clicked.connect(self._on_language)

    def _on_language(self) -> None:
        button = self.sender()
        if button is not None:
            self.language_asked.emit(button.property("code"))

    def _recent_button(self, path: Path) -> KeyButton:
        button = KeyButton(self._look, path.name, icon="database", kind="link", parent=self)
        button.setToolTip(str(path))
        button.setProperty("path", str(path))
        button.clicked.connect(self._on_recent)
        return button

    def _on_recent(self) -> None:
        button = self.sender()
        if button is not None:
            self.recent_asked.emit(button.property("path"))
