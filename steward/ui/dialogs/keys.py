"""The cheat sheet: the keys that work where the steward is now, made from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from steward.ui.widgets.buttons import KeyButton, key_cap_width, paint_key_cap
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.action_specs import ActionSpec
    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

ROWS_PER_COLUMN = 12
#: Room for the edges of the dialog and its buttons, beside and below the keys.
MARGIN = 80


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
        room = (parent.size() if parent is not None else self.screen().availableSize()) - QSize(MARGIN, MARGIN)
        area = _Sheet(self._sheet(page, everywhere, room.width() - 2 * look.s6), room, self)
        area.setAccessibleName(self.windowTitle())
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.s6, look.s5, look.s6, look.s5)
        layout.setSpacing(look.s3)
        layout.addWidget(area, 1)
        layout.addLayout(row)
        # The arrows scroll what doesn't fit; Enter closes, and so does Esc.
        close.setDefault(True)
        area.setFocus()

    def _sheet(self, page: tuple[str, list[ActionSpec]], everywhere: list[ActionSpec], width: int) -> QWidget:
        sheet = QWidget(self)
        sections = QVBoxLayout(sheet)
        sections.setContentsMargins(0, 0, 0, 0)
        sections.setSpacing(self._look.s3)
        title, here = page
        if here:
            sections.addWidget(Text(self._look, title, "section"))
            sections.addLayout(self._grid(here, width))
            sections.addSpacing(self._look.s2)
        sections.addWidget(Text(self._look, self.tr("Everywhere"), "section"))
        sections.addLayout(self._grid(everywhere, width))
        sections.addStretch(1)
        return sheet

    def _on_tour(self) -> None:
        self.accept()
        self._actions.trigger("app.tour")

    def _grid(self, specs: list[ActionSpec], room: int) -> QGridLayout:
        """As many columns as fit; what is left over below is scrolled to."""
        look = self._look
        shown = [
            (KeyCap(look, self._actions.keys_text(spec.id)), Text(look, self._actions.text(spec.id)))
            for spec in specs
            if self._actions.keys_text(spec.id)
        ]
        most = max(2, -(-len(shown) // ROWS_PER_COLUMN))
        columns = next(count for count in range(most, 0, -1) if count == 1 or self._width_of(shown, count) <= room)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.s3)
        grid.setVerticalSpacing(6)
        for place, (cap, text) in enumerate(shown):
            column, row = divmod(place, -(-len(shown) // columns))
            grid.addWidget(cap, row, 3 * column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(text, row, 3 * column + 1)
            grid.setColumnMinimumWidth(3 * column + 2, look.s4)
        return grid

    def _width_of(self, shown: list[tuple[KeyCap, Text]], columns: int) -> int:
        per_column = -(-len(shown) // columns)
        width = 0
        for first in range(0, len(shown), per_column):
            part = shown[first : first + per_column]
            width += max(cap.width() for cap, _ in part) + max(text.sizeHint().width() for _, text in part)
            width += 3 * self._look.s3 + self._look.s4
        return width


class _Sheet(QScrollArea):
    """As large as its content, and no larger than the room; then it scrolls."""

    def __init__(self, sheet: QWidget, room: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet, self._room = sheet, room
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(sheet)

    def sizeHint(self) -> QSize:
        """Room for the bar at the right, too."""
        wanted = self._sheet.sizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(wanted.width() + bar, min(wanted.height(), self._room.height() - MARGIN))

    def minimumSizeHint(self) -> QSize:
        """Columns are never cut."""
        return QSize(self.sizeHint().width(), min(300, self.sizeHint().height()))
