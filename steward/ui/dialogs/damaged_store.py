"""What to do about a store that can't be opened because its file is damaged: the way back to a backup copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from steward.ui.dialogs.arrangement import arrange, told
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from steward.ui.look import Look

TEXT_WIDTH = 460


class DamagedStoreDialog(QDialog):
    """``copy_agreed`` with the newest copy that was found, ``other_asked`` when the steward looks for one."""

    copy_agreed = Signal(object)
    other_asked = Signal()

    def __init__(
        self, look: Look, store: Path, copy: Path | None, copied: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._copy = copy
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The store is damaged"))
        icon = QLabel(self)
        icon.setPixmap(look.pixmap("triangle-alert", "warn", 24))
        self.sentence = Text(look, "", wraps=True)
        self.detail = Text(look, "", "small", tone="text2", wraps=True)
        for text in (self.sentence, self.detail):
            text.setMinimumWidth(look.px(TEXT_WIDTH))
        has_copy = copy is not None
        self.cancel_button = KeyButton(look, self.tr("Close"), key="Esc", key_last=True)
        self.other_button = KeyButton(
            look,
            self.tr("Another copy…") if has_copy else self.tr("Choose a copy…"),
            kind="normal" if has_copy else "primary",
        )
        self.restore_button = KeyButton(look, self.tr("Restore this copy"), kind="primary")
        self.restore_button.setVisible(has_copy)
        self._say(store, copied)
        buttons = (self.cancel_button, self.other_button, self.restore_button)
        arrange(self, look, told(look, icon, self.sentence, self.detail), buttons)
        self.cancel_button.clicked.connect(self.reject)
        self.other_button.clicked.connect(self._on_other)
        self.restore_button.clicked.connect(self._on_agreed)
        (self.restore_button if has_copy else self.other_button).setFocus()

    def _say(self, store: Path, copied: str) -> None:
        if self._copy is None:
            sentence = self.tr("{store} is damaged and can't be opened; no backup copy lies beside it.").format(
                store=store.name
            )
        else:
            sentence = self.tr(
                "{store} is damaged and can't be opened. The newest backup copy beside it, {copy}, is of {moment}."
            ).format(store=store.name, copy=self._copy.name, moment=copied)
        self.sentence.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.detail.setText(
            self.tr(
                "A copy takes the place of the damaged file, which is kept beside it under a name like {kept}. "
                "What was decided after the copy was made is not in it."
            ).format(kept=f"{store.stem}.replaced-1{store.suffix}")
        )

    def _on_agreed(self) -> None:
        self.accept()
        self.copy_agreed.emit(self._copy)

    def _on_other(self) -> None:
        self.accept()
        self.other_asked.emit()
