"""Why a list could not be loaded, calmly, with what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from steward.ui.widgets.buttons import IconButton, KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.look import Look


class ProblemNote(QWidget):
    """Stays until it is closed or the next file is read."""

    choose_asked = Signal()
    next_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._waiting = 0
        self._is_partly_loaded = False
        self._file_name = ""
        self._box = QFrame(self)
        self._box.setProperty("role", "warnbox")
        self._icon = QLabel(self)
        self._title = Text(look, "", weight=600, wraps=True)
        self.sentence = Text(look, "", "body", wraps=True)
        self._kept = Text(look, "", "small", tone="text2", wraps=True)
        self._choose = KeyButton(look)
        self._next = KeyButton(look, icon="arrow-right")
        self._close = IconButton(look, "x", "")
        self._build()
        self._choose.clicked.connect(self.choose_asked)
        self._next.clicked.connect(self.next_asked)
        self._close.clicked.connect(self.close_note)
        look.changed.connect(self._renew)
        self._renew()
        self.hide()

    def _build(self) -> None:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(look.s1)
        for text in (self._title, self.sentence, self._kept):
            words.addWidget(text)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.s4, look.s3, look.s4, 0)
        outer.addWidget(self._box)
        layout = QHBoxLayout(self._box)
        layout.setContentsMargins(look.s4, look.s3, look.s2, look.s3)
        layout.setSpacing(look.s3)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._next)
        layout.addWidget(self._choose)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def show_problem(self, file_name: str, sentence: str, waiting: int, *, is_partly_loaded: bool = False) -> None:
        """Say what is wrong with a file; ``waiting`` files can still be loaded."""
        self._waiting, self._is_partly_loaded = waiting, is_partly_loaded
        self._file_name = file_name
        self.sentence.setText(sentence)
        self.retranslate()
        self.show()
        (self._next if waiting else self._choose).setFocus()

    def close_note(self) -> None:
        """The steward has read it."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        # Most sentences begin with the name of the file: said twice it is only longer.
        is_named = self._file_name in self.sentence.text()
        self._title.setText(self.tr("The file was not loaded") if is_named else self._file_name)
        self._kept.setText(
            self.tr("The sheets loaded before stay; the rest was not loaded.")
            if self._is_partly_loaded
            else self.tr("Nothing was loaded; the store is as it was.")
        )
        self._choose.set_content(self.tr("Choose another file"))
        self._next.set_content(self.tr("Next file, {count} waiting").format(count=self._waiting))
        self._next.setVisible(self._waiting > 0)
        self._close.set_name(self.tr("Close"))

    def _renew(self) -> None:
        self._icon.setPixmap(self._look.pixmap("triangle-alert", "warn", 20))
