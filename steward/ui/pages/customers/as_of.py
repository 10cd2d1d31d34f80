"""Looking at a customer as on an earlier day: asking for the day, having its master written, and going back to now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.ui.pages.customers.privacy_texts import as_of_content

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.ui.pages.customers.customer_reader import CustomerReader
    from steward.ui.pages.customers.side_panel import SidePanel
    from steward.workspace.customers.customer_views import CustomerView


class AsOf(QObject):
    """Has the customer read as of the day that is agreed to in the side panel."""

    def __init__(self, context: PageContext, panel: SidePanel, reader: CustomerReader, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._panel, self._reader = context, panel, reader
        self._view: CustomerView | None = None
        self._last_day = ""
        panel.accepted.connect(self._on_accepted)

    def show_customer(self, view: CustomerView) -> None:
        """Whom the question is about."""
        self._view = view

    def ask(self) -> None:
        """Open the question for the day; the last one is offered again."""
        if self._view is not None:
            content = as_of_content(self._view, self._last_day or self._view.since, self._context.mask)
            self._panel.present(content, self)

    def leave(self) -> None:
        """Show the customer as of now."""
        if self._view is not None:
            self._reader.read(self._view.cin)

    def ask_export(self) -> None:
        """Write the unified master of the day that is shown."""
        self._context.export(self._last_day)

    def ask_customer_export(self) -> None:
        """Write the customer as of the day that is shown."""
        if self._view is not None:
            self._context.export(self._last_day, self._view.cin)

    def _on_accepted(self) -> None:
        if self._panel.presenter is not self:
            return
        text = self._panel.typed_text
        try:
            self._last_day = date.fromisoformat(text).isoformat()
        except ValueError:
            self._context.toast(self.tr("“{text}” is no date; write it as 2026-05-31.").format(text=text))
            return
        self._panel.dismiss()
        if self._view is not None:
            self._reader.read(self._view.cin, self._last_day)
