"""Tabs over the parts of a view, as chips; Left and Right move between them like between radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from steward.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look


class PartTabs(QWidget):
    """``part_chosen(index)`` when the steward takes another part."""

    part_chosen = Signal(int)

    def __init__(self, look: Look, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget(self)
        self._group = QButtonGroup(self)
        self._chips: list[Chip] = []
        self._bar = QWidget(self)
        tabs = QHBoxLayout(self._bar)
        tabs.setContentsMargins(look.s3, look.s2, look.s3, look.s2)
        tabs.setSpacing(look.s2)
        for place, part in enumerate(parts):
            chip = Chip(look, "", can_check=True)
            self._group.addButton(chip, place)
            self._chips.append(chip)
            tabs.addWidget(chip)
            self._stack.addWidget(part)
        tabs.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        self._group.idClicked.connect(self.show_part)
        self.show_part(0)

    @property
    def part(self) -> int:
        """The part in view."""
        return self._stack.currentIndex()

    def show_part(self, part: int) -> None:
        """Bring a part into view."""
        self._stack.setCurrentIndex(part)
        self._chips[part].setChecked(True)
        self.part_chosen.emit(part)

    def set_texts(self, texts: Sequence[str], enabled: Sequence[bool] | None = None) -> None:
        """What the tabs say; a part that is not enabled has none unless it is in view."""
        shown = [enabled is None or enabled[place] or place == self.part for place in range(len(self._chips))]
        for chip, text, is_shown in zip(self._chips, texts, shown, strict=True):
            chip.set_text(text)
            chip.setVisible(is_shown)
        self._bar.setVisible(sum(shown) > 1)
