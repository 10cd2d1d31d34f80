"""The two dialogs of failures: one sentence, or a calm report that can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from steward.ui.dialogs.arrangement import arrange, told
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from steward.ui.look import Look

TEXT_WIDTH = 420


class NoticeDialog(QDialog):
    """What is wrong and what to do, in one sentence."""

    def __init__(self, look: Look, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Steward"))
        self.sentence = Text(look, sentence, wraps=True)
        self.sentence.setMinimumWidth(TEXT_WIDTH)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = KeyButton(look, self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        icon = QLabel()
        icon.setPixmap(look.pixmap("triangle-alert", "warn", 24))
        arrange(self, look, told(look, icon, self.sentence), [close])
        close.setFocus()


class BugDialog(QDialog):
    """Something in the program failed: what it means for the work, and the report to pass on."""

    def __init__(self, look: Look, report: str, log_file: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(self.tr("Steward"))
        title = Text(look, self.tr("Something went wrong in the program"), "heading")
        calm = Text(
            look,
            self.tr("Your decisions are saved and you can go on. Please pass this report on so that it can be mended."),
            tone="text2",
            wraps=True,
        )
        details = QPlainTextEdit(report)
        details.setReadOnly(True)
        details.setMinimumSize(560, 200)
        details.setAccessibleName(self.tr("Report"))
        copy = KeyButton(look, self.tr("Copy the report"), icon="copy")
        copy.clicked.connect(self._copy)
        close = KeyButton(look, self.tr("Go on"), kind="primary")
        close.clicked.connect(self.accept)
        body = QVBoxLayout()
        body.setSpacing(look.s2)
        body.addWidget(title)
        body.addWidget(calm)
        body.addWidget(details, 1)
        if log_file is not None:
            body.addWidget(Text(look, self.tr("Log: {path}").format(path=log_file), "small", tone="text3", wraps=True))
        arrange(self, look, body, [copy, close])
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
