"""The pages of the window on top of each other, and the welcome page below them while no store is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from steward.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.ui.page import PageContext


class PageStack(QStackedWidget):
    """Makes a page when it is first needed, and tells of it with ``page_made``."""

    page_made = Signal(object)

    def __init__(self, page_types: Mapping[str, type[Page]], welcome: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_types, self._welcome = page_types, welcome
        self._pages: dict[str, Page] = {}
        self.addWidget(welcome)

    @property
    def current_page(self) -> Page | None:
        """The page on screen, None on the welcome page."""
        widget = self.currentWidget()
        return widget if isinstance(widget, Page) else None

    def page(self, page_id: str, context: PageContext) -> Page:
        """A page, made when it is first needed."""
        page = self._pages.get(page_id)
        if page is None:
            # Its place from the first on: one that comes later has all its parts dressed once more.
            page = self._pages[page_id] = self._page_types[page_id](context, self)
            page.retranslate()
            self.addWidget(page)
            self.page_made.emit(page)
        return page

    def show_welcome(self) -> None:
        """Nothing but the welcome page, with the keyboard on what it proposes."""
        self.setCurrentWidget(self._welcome)
        self._welcome.setFocus()

    def drop_pages(self) -> None:
        """The store is left: its pages go."""
        self.show_welcome()
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
