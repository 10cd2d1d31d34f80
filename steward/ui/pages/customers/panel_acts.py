"""What acts that are agreed on in the side panel of a customer have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.domain.errors import StewardError
from steward.ui.words.sentences import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.ui.number_mask import NumberMask
    from steward.ui.page import PageContext
    from steward.ui.pages.customers.side_panel import SidePanel
    from steward.workspace.customers.customer_views import CustomerView


class PanelActs(QObject):
    """Fills the side panel and carries out what was agreed there. ``decided`` follows every write."""

    decided = Signal()

    def __init__(self, context: PageContext, panel: SidePanel, masking: NumberMask, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._panel, self._masking = context, panel, masking
        self._view: CustomerView | None = None
        self._accept: Callable[[], None] | None = None
        self._done_text = ""
        panel.accepted.connect(self._on_accepted)

    def show_customer(self, view: CustomerView | None) -> None:
        """The customer that all acts are about; None while nothing can be done."""
        self._view = view

    def _on_accepted(self) -> None:
        if self._panel.presenter is self and self._accept is not None:
            self._accept()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StewardError):
            self._context.toast(problem_sentence(error))
