"""Keeps the time of a session on the review page: quiet progress, and its end between two clusters, never in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from steward.ui.pages.review.filters import Filters
from steward.ui.pages.review.sprint_run import answer_of
from steward.ui.pages.review.subset import Subset

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.decisions import Decision
    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.sprint_run import SprintRun
    from steward.ui.pages.review.steps import Step
    from steward.workspace.review.review_draft import ReviewDraft

#: The time that is left is shown in minutes, so it is looked at seldom.
LOOK_MS = 5000


class SprintWatch(QObject):
    """One session at a time. It ends by itself after the answer that comes when its time is up."""

    def __init__(self, page: ReviewPage, clock: Callable[[], float]) -> None:
        super().__init__(page)
        self._page, self._clock = page, clock
        self.run: SprintRun | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.show_progress)
        page.session.decided.connect(self._on_decided)
        page.session.undone.connect(self._on_undone)
        page.session.redone.connect(self._on_redone)

    def begin(self, run: SprintRun) -> None:
        """Walk through the clusters of a session."""
        self.run = run
        self._page.scope.walk_only(Subset(self._title(run), run.plan.ids, "sprint"))
        self._timer.start()
        self.show_progress()

    def drop(self) -> None:
        """Another walk begins: the session is over now, and what was answered stays answered."""
        run = self._let_go()
        if run is not None and run.ended is None:
            run.end(self._clock())

    def end(self) -> None:
        """Show what came of it. Work in the cluster on screen is kept with its draft."""
        if self._let_go() is not None:
            self._page.scope.show_filters(Filters(self._page.session.filters.sort))
            self._page.context.navigate("sprint")

    def leave_ended(self) -> bool:
        """Back to the whole queue when the session was ended elsewhere; answers whether that was so."""
        if self.run is None or self.run.ended is None:
            return False
        self._let_go()
        self._page.scope.show_filters(Filters(self._page.session.filters.sort))
        return True

    def show_progress(self) -> None:
        """How far it is, in the header."""
        run = self.run
        if run is not None:
            left = run.seconds_left(self._clock())
            self._page.scope.progress.show_session(run.decided, run.rows, left, run.plan.minutes)

    def retranslate(self) -> None:
        """The name of the session in the language in force."""
        if self.run is not None:
            self._page.scope.filter_bar.show_filters(Filters(self._page.session.filters.sort), self._title(self.run))

    def _let_go(self) -> SprintRun | None:
        run, self.run = self.run, None
        self._timer.stop()
        return run

    def _title(self, run: SprintRun) -> str:
        return self.tr("%Ln minutes", "", run.plan.minutes)

    def _on_decided(self, decision: Decision, draft: ReviewDraft) -> None:
        run = self.run
        if run is None:
            return
        run.answered(draft.view.id, answer_of(decision, draft))
        self.show_progress()
        if self._page.session.current is None or not run.seconds_left(self._clock()):
            self.end()

    def _on_undone(self, step: Step) -> None:
        if self.run is not None and step.cluster_id is not None:
            self.run.undone(step.cluster_id)
            self.show_progress()

    def _on_redone(self, step: Step) -> None:
        if self.run is not None and step.cluster_id is not None:
            self.run.redone(step.cluster_id)
            self.show_progress()
