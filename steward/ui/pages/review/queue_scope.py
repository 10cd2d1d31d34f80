"""Which part of the queue is walked through: filters, order, a subset; and how much of it is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.ui.pages.review.empty_queue import EmptyQueue
from steward.ui.pages.review.filters import Filters
from steward.ui.pages.review.pace import Pace
from steward.ui.pages.review.page_header import FilterBar, ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.subset import Subset
    from steward.workspace.views import StoreSummary


class QueueScope(QObject):
    """Owns the chips and the progress in the header, and what stands there when nothing is left."""

    def __init__(self, page: ReviewPage, clock: Callable[[], float]) -> None:
        super().__init__(page)
        look, language, actions = page.context.look, page.context.language, page.context.actions
        self._page, self._session = page, page.session
        self._clock, self._pace = clock, Pace()
        self._total = 0
        self._can_match = False
        self.filter_bar = FilterBar(look, actions)
        self.progress = ProgressLine(look, language)
        self.empty = EmptyQueue(look, page)
        self.filter_bar.show_filters(self._session.filters)
        self.filter_bar.filters_asked.connect(self.show_filters)
        self.empty.whole_queue_asked.connect(self._show_whole_queue)
        self.empty.page_asked.connect(self._leave)
        self.empty.match_asked.connect(lambda: actions.trigger("app.match"))
        self._session.decided.connect(self._on_decided)
        self._session.queue_changed.connect(self.show_progress)

    def count(self) -> None:
        """Ask how many clusters the store has."""
        self._page.context.jobs.read(self._page.context.workspace.summary, on_done=self._on_summary)

    def show_filters(self, filters: Filters) -> None:
        """Narrow and sort the whole queue; a session ends with that."""
        page = self._page
        if page.sprints.run is not None:
            page.sprints.end()
            return
        if self._session.subset is not None and self._session.subset.is_blind:
            page.draft_keys.set_blind(is_blind=False)
        self.filter_bar.show_filters(filters)
        page.sidebar.set_sort(filters.sort)
        self._session.set_filters(filters)

    def sort(self, order: str) -> None:
        """Another order of the clusters that are left."""
        self.show_filters(replace(self._session.filters, sort=order))

    def walk_only(self, subset: Subset) -> None:
        """Walk through a part of the queue."""
        self._page.sidebar.set_sort("", is_timed=self._page.sprints.run is not None)
        self.filter_bar.show_filters(Filters(self._session.filters.sort), subset.title)
        self._page.draft_keys.set_blind(is_blind=subset.is_blind)
        self._session.walk_only(subset)

    def show_progress(self) -> None:
        """How much is left, at the steward's own pace or of a timed session."""
        if self._page.sprints.run is not None:
            self._page.sprints.show_progress()
            return
        left, subset = len(self._session.queue), self._session.subset
        total = 0 if self._session.filters.is_narrowed else max(self._total, left)
        if subset is not None:
            total = len(subset.ids)
        self.progress.show_progress(left, total, self._pace.seconds_for(left))

    def show_empty(self) -> None:
        """Why no cluster is on screen."""
        self.empty.show_state(
            is_narrowed=self._session.filters.is_narrowed,
            total=self._total,
            subset=self._session.subset,
            can_match=self._can_match,
        )

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.filter_bar.retranslate()
        self.progress.retranslate()
        self.show_empty()

    def _on_decided(self) -> None:
        self._pace.decided_at(self._clock())
        self.show_progress()

    def _on_summary(self, summary: StoreSummary) -> None:
        self._total = summary.open_clusters + summary.decided_clusters
        self._can_match = summary.record_count > 0 and (summary.is_match_stale or summary.last_match_at is None)
        self.show_progress()
        self.show_empty()

    def _show_whole_queue(self) -> None:
        self.show_filters(Filters(self._session.filters.sort))

    def _leave(self, page_id: str) -> None:
        if self._session.subset is not None:
            self._show_whole_queue()
        self._page.context.navigate(page_id)
