"""The search field: an icon, a hint, and a signal that waits until the typing pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from steward.ui.look import Look

PAUSE_MS = 150
LEAST_WIDTH = 120


class SearchField(QLineEdit):
    """``searched(text)`` comes 150 ms after the last key, or at once with Return. Escape clears."""

    searched = Signal(str)

    def __init__(self, look: Look, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._width = 0
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(False)
        self.set_hint(hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(self._pause.start)
        self.returnPressed.connect(self._tell)
        self._renew()
        look.changed.connect(self._renew)

    @property
    def is_waiting(self) -> bool:
        """True while there is something typed that was not told yet."""
        return self._pause.isActive()

    def set_width(self, width: int) -> None:
        """As wide as this where there is room; in a narrow header it gives way before the words beside it."""
        self._width = width
        self.setMinimumWidth(min(width, LEAST_WIDTH))
        self.setMaximumWidth(self._look.px(width))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The wanted width."""
        hint = super().sizeHint()
        return QSize(self._look.px(self._width), hint.height()) if self._width else hint

    def set_hint(self, hint: str) -> None:
        """What can be searched."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())

    def _renew(self) -> None:
        self._icon.setIcon(self._look.icon("search", "text2"))
        self.setFont(self._look.font("body"))
        if self._width:
            self.set_width(self._width)
