"""Asks the workspace who is found, one page of a long list at a time; an answer that comes too late is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.domain.errors import StewardError
from steward.ui.models.pages import PAGE_SIZE
from steward.ui.words.sentences import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.jobs import Job
    from steward.ui.page import PageContext
    from steward.workspace.customers.customer_views import SearchHit

MOST_HITS = 500


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for which question; ``hits`` is None where all customers were asked for."""

    generation: int
    day: str
    count: int
    hits: Sequence[SearchHit] | None


class HitsReader(QObject):
    """``found`` (how many there are, hits of a text or None for all); ``page_read``, ``page_failed`` of a long list."""

    found = Signal(int, object)
    page_read = Signal(int, int, object)
    page_failed = Signal(int, int)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._generation = 0
        #: How many customers there are by day, as far as it was counted since the store changed.
        self._counts: dict[str, int] = {}
        self._job: Job | None = None

    def search(self, text: str, day: str) -> None:
        """Look for customers of a day, "" for now; an empty text means all of them."""
        workspace, as_of = self._context.workspace, day or None
        self._generation += 1
        generation = self._generation
        if self._job is not None:
            self._job.cancel()

        known = self._counts.get(day)

        def look_up() -> Found:
            count = workspace.customer_count(as_of=as_of) if known is None else known
            found = list(workspace.search(text, limit=MOST_HITS, as_of=as_of)) if text else None
            return Found(generation, day, count, found)

        self._job = self._context.jobs.read(look_up, self._on_found)

    def forget_counts(self) -> None:
        """The store changed: an answer under way is old, and the next search counts anew."""
        self._generation += 1
        self._counts.clear()

    def read_page(self, generation: int, page: int, day: str) -> None:
        """A part of the list of all customers; ``generation`` is the list's."""
        workspace, as_of = self._context.workspace, day or None

        def look_up() -> tuple[int, int, list[SearchHit]]:
            return generation, page, list(workspace.customers_page(page * PAGE_SIZE, PAGE_SIZE, as_of=as_of))

        self._context.jobs.read(look_up, self._on_page, partial(self._on_page_failed, generation, page))

    def _on_found(self, answer: Found) -> None:
        if answer.generation == self._generation:
            self._counts[answer.day] = answer.count
            self.found.emit(answer.count, answer.hits)

    def _on_page(self, answer: tuple[int, int, Sequence[SearchHit]]) -> None:
        self.page_read.emit(*answer)

    def _on_page_failed(self, generation: int, page: int, error: Exception) -> None:
        self.page_failed.emit(generation, page)
        # Bugs are shown by the jobs themselves.
        if isinstance(error, StewardError):
            self._context.toast(problem_sentence(error))
