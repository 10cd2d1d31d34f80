"""Where the toast lies: above the status bar and every bar that stands at the foot of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from steward.ui.page import Page
    from steward.ui.widgets.toast import Toast
    from steward.ui.window.page_stack import PageStack
    from steward.ui.window.status_bar import StatusBar

_MOVES = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize})


class ToastPlace(QObject):
    """A question that opens over the action bar pushes the toast up: what it asks stays in sight."""

    def __init__(self, toast: Toast, status: StatusBar, stack: PageStack) -> None:
        super().__init__(toast)
        self._toast, self._status, self._stack = toast, status, stack

    def watch(self, page: Page) -> None:
        """Follow the bars of a page."""
        for bar in _bars(page):
            bar.installEventFilter(self)

    def place(self) -> None:
        """Lay it where it hides nothing that can be pressed."""
        page = self._stack.current_page
        bars = [bar for bar in _bars(page) if bar.isVisible()] if page else []
        self._toast.keep_above(self._status.height() + sum(bar.height() for bar in bars))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A bar came, went or grew."""
        if event.type() in _MOVES:
            self.place()
        return super().eventFilter(watched, event)


def _bars(page: Page) -> list[QFrame]:
    return [frame for frame in page.findChildren(QFrame) if frame.property("role") == "bar"]
