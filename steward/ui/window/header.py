"""The header above every page: title and filters at the left, the page's own widgets at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QWidget

from steward.ui.theme import HEADER_HEIGHT
from steward.ui.widgets.progress import ThinBar
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.ui.look import Look
    from steward.ui.page import Page


class Header(QFrame):
    """Holds one row per page, so that a page's widgets never change their parent."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, QWidget] = {}
        self._titles: dict[str, Text] = {}
        self.setProperty("role", "header")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 1)
        self.busy = ThinBar(look, self)
        self._renew()
        look.changed.connect(self._renew)

    def add_page(self, page: Page) -> None:
        """Make the row of a page."""
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(self._look.s4, 0, self._look.s4, 0)
        layout.setSpacing(self._look.s2)
        title = Text(self._look, page.title(), "title")
        layout.addWidget(title)
        layout.addSpacing(self._look.s1)
        for widget in page.header_chips():
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in page.header_widgets():
            layout.addWidget(widget)
        self._rows[page.page_id] = row
        self._titles[page.page_id] = title
        self._stack.addWidget(row)

    def show_page(self, page: Page) -> None:
        """Show the row of a page, with its title as it is now."""
        self._titles[page.page_id].setText(page.title())
        self._stack.setCurrentWidget(self._rows[page.page_id])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The thin bar lies on the lower edge."""
        super().resizeEvent(event)
        self.busy.setGeometry(0, self.height() - self.busy.height(), self.width(), self.busy.height())
        self.busy.raise_()

    def clear(self) -> None:
        """Forget all pages, because another store is opened."""
        for row in self._rows.values():
            self._stack.removeWidget(row)
            row.deleteLater()
        self._rows.clear()
        self._titles.clear()

    def _renew(self) -> None:
        self.setFixedHeight(max(HEADER_HEIGHT, self._look.row_height("control") + 20))
