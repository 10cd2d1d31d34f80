"""One question or doubt of a load: an icon, what it is about, a sentence, and the widgets that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.look import Look


class QuestionBox(QFrame):
    """``body`` takes the widgets that answer."""

    def __init__(
        self, look: Look, icon: str, title: str, sentence: str, *, is_serious: bool = False, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "warnbox" if is_serious else "plain")
        picture = QLabel(self)
        picture.setPixmap(look.pixmap(icon, "warn" if is_serious else "text2", 16))
        self.body = QVBoxLayout()
        self.body.setSpacing(look.s1)
        self.body.addWidget(Text(look, title, weight=600, wraps=True))
        self.body.addWidget(Text(look, sentence, "small", tone="text2", wraps=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.s3, look.s2 + 2, look.s3, look.s3)
        layout.setSpacing(look.s3)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self.body, 1)


def check_box(look: Look, text: str, about: str, *, is_checked: bool) -> QCheckBox:
    """A check box in the size of the text; ``about`` tells a screen reader what it answers."""
    box = QCheckBox(text)
    box.setFont(look.font("body"))
    box.setAccessibleName(f"{about}: {text}")
    box.setChecked(is_checked)
    return box


def radio_button(look: Look, text: str, about: str, *, is_checked: bool) -> QRadioButton:
    """One of several answers."""
    button = QRadioButton(text)
    button.setFont(look.font("body"))
    button.setAccessibleName(f"{about}: {text}")
    button.setChecked(is_checked)
    return button
