"""Looking in the background for customers who seem to belong to the one that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.jobs import Job
    from steward.ui.page import PageContext
    from steward.workspace.customers.customer_views import CustomerView, ProposedRelation


class RelationsReader(QObject):
    """``found`` brings the CIN of the customer and who seems to belong to them; a late answer is dropped."""

    found = Signal(str, object)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cin = ""
        self._job: Job | None = None

    def show_customer(self, view: CustomerView | None) -> None:
        """Look for them; None while an earlier day is shown, of which nothing is proposed."""
        self._cin = view.cin if view else ""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if view is not None:
            cin, workspace = view.cin, self._context.workspace
            self._job = self._context.jobs.read(
                lambda: workspace.proposed_relations(cin), lambda found: self._on_found(cin, found), self._on_failed
            )

    def _on_found(self, cin: str, proposals: Sequence[ProposedRelation]) -> None:
        if cin == self._cin:
            self._job = None
            self.found.emit(cin, proposals)

    def _on_failed(self, _error: Exception) -> None:
        """Nobody asked for it: the customer left the store meanwhile, which the page says."""
        self._job = None
