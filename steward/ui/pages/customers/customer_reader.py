"""Reading one customer in the background: as of now, or as at the end of an earlier day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.domain.errors import StewardError
from steward.ui.words.sentences import problem_sentence

if TYPE_CHECKING:
    from steward.ui.jobs import Job
    from steward.ui.page import PageContext
    from steward.workspace.customers.customer_views import CustomerView


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to show; ``day`` is "" for now."""

    cin: str
    day: str = ""


class CustomerReader(QObject):
    """``found`` brings the view and the day; ``gone`` follows when nobody stands for the CIN any more.

    Whoever was asked for last is brought; an older answer that comes late is dropped.
    """

    found = Signal(object, str)
    gone = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self.wanted: Wanted | None = None

    def read(self, cin: str, day: str = "") -> None:
        """Bring this customer; of a retired CIN the one that took it over."""
        wanted = self.wanted = Wanted(cin, day)
        if self._job is not None:
            self._job.cancel()
        workspace = self._context.workspace

        def look_up() -> tuple[Wanted, CustomerView | None]:
            if day:
                return wanted, workspace.customer(cin, as_of=day)
            current = workspace.resolve(cin)
            return wanted, workspace.customer(current[0]) if current else None

        self._job = self._context.jobs.read(look_up, self._on_found, self._on_failed)

    def _on_found(self, answer: tuple[Wanted, CustomerView | None]) -> None:
        asked, view = answer
        if asked != self.wanted:
            return
        self.wanted = None
        if view is None:
            self.gone.emit()
        else:
            self.found.emit(view, asked.day)

    def _on_failed(self, error: Exception) -> None:
        self.wanted = None
        if isinstance(error, StewardError):
            self._context.toast(problem_sentence(error))
