"""A scrolled column of boxes that is made anew as a whole, without losing the keyboard's place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class BoxScroll(QScrollArea):
    """Scrolls up and down only; the boxes themselves take the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_body(self, body: QWidget) -> None:
        """Show these boxes instead; a widget of the same name as the one that had the focus gets it."""
        old = self.takeWidget()
        focused = old.focusWidget() if old is not None else None
        name = focused.accessibleName() if focused is not None and focused.hasFocus() else ""
        place = self.verticalScrollBar().value()
        self.setWidget(body)
        body.show()
        if old is not None:
            # Not at once: what asked for the new boxes may be a button of the old ones.
            old.deleteLater()
        again = next((one for one in body.findChildren(QWidget) if name and one.accessibleName() == name), None)
        if again is not None:
            again.setFocus()
        self.verticalScrollBar().setValue(place)
