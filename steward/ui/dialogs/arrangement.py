"""How every dialog that tells or asks is arranged: an icon beside its words, what is to be filled in, the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.ui.look import Look
    from steward.ui.widgets.buttons import KeyButton


def told(look: Look, icon: QLabel, *texts: QWidget) -> QHBoxLayout:
    """Sentences one under the other, the icon at the first."""
    words = QVBoxLayout()
    words.setSpacing(look.s2)
    for text in texts:
        words.addWidget(text)
    words.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(look.s3)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def arrange(
    dialog: QDialog, look: Look, body: QHBoxLayout | QVBoxLayout, buttons: Iterable[KeyButton], *fields: QWidget
) -> None:
    """The body, fields below it, and the buttons at the lower right, the one that goes on last."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(look.s6, look.s6, look.s6, look.s5)
    layout.setSpacing(look.s5)
    layout.addLayout(body, 1)
    for one in fields:
        layout.addWidget(one)
    row = QHBoxLayout()
    row.setSpacing(look.s2)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    layout.addLayout(row)
