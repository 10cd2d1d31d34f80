"""Looking at a customer as on an earlier day: asking for the day, and the line that says which one is shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.ui.pages.customers.privacy_texts import as_of_content

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.ui.pages.customers.side_panel import SidePanel
    from steward.workspace.views import CustomerView


class AsOf(QObject):
    """``day_chosen`` brings the day, yyyy-mm-dd."""

    day_chosen = Signal(str)

    def __init__(self, context: PageContext, panel: SidePanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._panel = context, panel
        self._last_day = ""
        panel.accepted.connect(self._on_accepted)

    def ask(self, view: CustomerView) -> None:
        """Open the question for the day; the last one is offered again."""
        self._panel.present(as_of_content(view, self._last_day or view.since), self)

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
        self.day_chosen.emit(self._last_day)
