"""The one question that stops a steward: why merge against a veto. Without a reason nothing happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from steward.ui.dialogs.arrangement import arrange, told
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.look import Look


class VetoDialog(QDialog):
    """``reason_given`` is emitted once, with a reason; closing or Esc gives none."""

    reason_given = Signal(str)

    def __init__(self, look: Look, sentence: str, outcome: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge against a veto"))
        self.setModal(True)
        self.setMinimumWidth(look.px(440))
        icon = QLabel(self)
        icon.setPixmap(look.pixmap("shield-alert", "danger", 20))
        self._reason = QLineEdit(self)
        self._reason.setPlaceholderText(self.tr("Why are they one customer all the same?"))
        self._reason.setAccessibleName(self.tr("Reason"))
        self._merge = KeyButton(look, outcome, kind="primary")
        self._cancel = KeyButton(look, self.tr("Don't merge"), key="Esc")
        self._merge.setEnabled(False)
        words = Text(look, sentence, wraps=True)
        arrange(self, look, told(look, icon, words), (self._cancel, self._merge), self._reason)
        self._reason.textChanged.connect(self._on_text)
        self._reason.returnPressed.connect(self._give)
        self._merge.clicked.connect(self._give)
        self._cancel.clicked.connect(self.reject)

    def _on_text(self, text: str) -> None:
        self._merge.setEnabled(bool(text.strip()))

    def _give(self) -> None:
        reason = self._reason.text().strip()
        if reason:
            self.accept()
            self.reason_given.emit(reason)
