"""The cheat sheet: the keys that work where the steward is now, made from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from steward.ui.widgets.buttons import KeyButton, key_cap_width, paint_key_cap
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.action_specs import ActionSpec
    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

ROWS_PER_COLUMN = 12


class KeyCap(QWidget):
    """The keys of one action."""

    def __init__(self, look: Look, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._keys = look, keys.split("  ")
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The caps side by side."""
        width = sum(key_cap_width(self._look, key) + 4 for key in self._keys)
        return QSize(width, self._look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One cap after the other."""
        painter = QPainter(self)
        area = self.rect()
        for key in self._keys:
            area.setWidth(key_cap_width(self._look, key))
            paint_key_cap(painter, area, key, self._look)
            area.moveLeft(area.right() + 5)


class KeysDialog(QDialog):
    """The page's keys first, then those that work everywhere."""

    def __init__(
        self,
        look: Look,
        actions: ActionRegistry,
        page: tuple[str, list[ActionSpec]],
        everywhere: list[ActionSpec],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._actions = look, actions
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.s6, look.s5, look.s6, look.s5)
        layout.setSpacing(look.s3)
        page_title, here = page
        if here:
            layout.addWidget(Text(look, page_title, "section"))
            layout.addLayout(self._grid(here))
            layout.addSpacing(look.s2)
        layout.addWidget(Text(look, self.tr("Everywhere"), "section"))
        layout.addLayout(self._grid(everywhere))
        close = KeyButton(look, self.tr("Close"), key="Esc", key_last=True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        if any(spec.id == "app.tour" for spec in everywhere):
            tour = KeyButton(look, kind="ghost", icon="play", key_last=True)
            tour.follow(actions, "app.tour")
            tour.clicked.connect(self._on_tour)
            row.addWidget(tour)
        row.addStretch(1)
        row.addWidget(close)
        layout.addLayout(row)
        close.setFocus()

    def _on_tour(self) -> None:
        self.accept()
        self._actions.trigger("app.tour")

    def _grid(self, specs: list[ActionSpec]) -> QGridLayout:
        look = self._look
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.s3)
        grid.setVerticalSpacing(6)
        shown = [spec for spec in specs if self._actions.keys_text(spec.id)]
        per_column = max(1, min(ROWS_PER_COLUMN, (len(shown) + 1) // 2))
        for place, spec in enumerate(shown):
            column, row = divmod(place, per_column)
            grid.addWidget(KeyCap(look, self._actions.keys_text(spec.id)), row, 3 * column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Text(look, self._actions.text(spec.id)), row, 3 * column + 1)
            grid.setColumnMinimumWidth(3 * column + 2, look.s4)
        return grid
