"""Putting a backup copy back: what will happen, that it is under way, and what came of it, in one dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from steward.ui.dialogs.arrangement import arrange, told
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text
from steward.workspace.upkeep.restore_report import Unrepeated

if TYPE_CHECKING:
    from pathlib import Path

    from steward.ui.look import Look
    from steward.workspace.upkeep.restore_report import RestoreReport

TEXT_WIDTH = 460
#: Of more records only the number is told.
SHOWN_RECORDS = 10


class RestoreDialog(QDialog):
    """``agreed`` when the steward wants it. From then on the dialog stays until it is told how it went."""

    agreed = Signal()

    def __init__(self, look: Look, copy: Path, store: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._copy, self._store = look, copy, store
        self._is_working = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore a copy"))
        self._icon = QLabel(self)
        self.sentence = Text(look, "", wraps=True)
        self.detail = Text(look, "", "small", tone="text2", wraps=True)
        for text in (self.sentence, self.detail):
            text.setMinimumWidth(look.px(TEXT_WIDTH))
        self.restore_button = KeyButton(look, self.tr("Restore the copy"), kind="primary")
        self.cancel_button = KeyButton(look, self.tr("Cancel"), key="Esc", key_last=True)
        self.restore_button.clicked.connect(self.begin)
        self.cancel_button.clicked.connect(self.reject)
        buttons = (self.cancel_button, self.restore_button)
        arrange(self, look, told(look, self._icon, self.sentence, self.detail), buttons)
        self._ask()

    def reject(self) -> None:
        """Esc and the window's cross do nothing while the copy is put in place."""
        if not self._is_working:
            super().reject()

    def tell(self, report: RestoreReport) -> None:
        """Say what came of it; the store is open again."""
        self._is_working = False
        is_unsure = report.unrepeated is not None or bool(report.rights_open)
        icon = ("triangle-alert", "warn") if is_unsure else ("circle-check", "ok")
        self._say(self._outcome(report), icon)
        details = self._details(report)
        self.detail.setText(" ".join(details))
        self.detail.setVisible(bool(details))
        self.cancel_button.set_content(self.tr("Close"))
        self.cancel_button.show()
        self.cancel_button.setFocus()
        self.adjustSize()

    def give_up(self) -> None:
        """It did not work; why is told elsewhere."""
        self._is_working = False
        self.reject()

    def _ask(self) -> None:
        names = {"copy": self._copy.name, "store": self._store.name}
        kept = f"{self._store.stem}.replaced-1{self._store.suffix}"
        self._say(
            self.tr(
                "{store} will be again as it was when {copy} was made; what was done since then will not be in it."
            ).format(**names),
            ("history", "accent"),
        )
        self.detail.setText(
            self.tr(
                "The store as it is now is not lost: it is kept beside it, under a name like {kept}. "
                "Persons who were erased since the copy was made are erased from it again, and restrictions and "
                "withdrawn consents are noted in it again. "
                "Steward closes the store for this and opens it again."
            ).format(kept=kept)
        )
        self.cancel_button.setFocus()

    def begin(self) -> None:
        """The steward agreed, here or before the dialog was shown."""
        self._is_working = True
        self._say(self.tr("Putting {copy} in place …").format(copy=self._copy.name), ("history", "accent"))
        for widget in (self.detail, self.restore_button, self.cancel_button):
            widget.hide()
        self.adjustSize()
        self.agreed.emit()

    def _outcome(self, report: RestoreReport) -> str:
        names = {
            "copy": self._copy.name,
            "store": self._store.name,
            "kept": report.kept.name if report.kept is not None else "",
        }
        if report.unrepeated is Unrepeated.OTHER_STORE:
            return self.tr(
                "{store} is as in {copy}, which is of another store, so erasures, restrictions and withdrawn consents "
                "of the store before are not in it: look whether it holds any of these persons; the store before is "
                "kept as {kept}."
            ).format(**names)
        if report.unrepeated is Unrepeated.UNREADABLE:
            return self.tr(
                "{store} is as in {copy}; the store before can't be read, so persons who were erased since the copy "
                "was made must be erased again, and restrictions and withdrawn consents noted again; it is kept as "
                "{kept}."
            ).format(**names)
        if report.kept is None:
            return self.tr("{store} is as in {copy}; no store was in its place before.").format(**names)
        if report.erased_again:
            return self.tr(
                "{store} is as in {copy}, but %Ln persons erased since it was made were erased again; "
                "the store before is kept as {kept}.",
                "",
                report.erased_again,
            ).format(**names)
        return self.tr(
            "{store} is as in {copy}; nobody had to be erased again, and the store before is kept as {kept}."
        ).format(**names)

    def _details(self, report: RestoreReport) -> list[str]:
        told = []
        if report.erased_again:
            told.append(
                self.tr("{copy} itself still holds them; delete it when it is not needed any more.").format(
                    copy=self._copy.name
                )
            )
        if report.rights_noted_again:
            told.append(
                self.tr(
                    "%Ln restrictions and withdrawn consents from after the copy were noted again.",
                    "",
                    report.rights_noted_again,
                )
            )
        if report.rights_open:
            keys = ", ".join(f"{key} ({source})" for source, key in report.rights_open[:SHOWN_RECORDS])
            told.append(
                self.tr(
                    "%Ln records that were restricted or without consent are not in the copy; note it again when "
                    "their lists are loaded: {keys}",
                    "",
                    len(report.rights_open),
                ).format(keys=keys + (" …" if len(report.rights_open) > SHOWN_RECORDS else ""))
            )
        return told

    def _say(self, sentence: str, icon: tuple[str, str]) -> None:
        self.sentence.setText(sentence)
        self.setAccessibleDescription(sentence)
        self._icon.setPixmap(self._look.pixmap(*icon, 24))
