"""The review page: wires queue, grid, why card and action bar to the session, and every key to what it does."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.errors import StewardError
from steward.domain.history import Subject
from steward.ui.page import Page, PageContext
from steward.ui.pages.review.action_bar import ActionBar
from steward.ui.pages.review.answer_panel import LaterPanel, RelatePanel
from steward.ui.pages.review.answers import Answers
from steward.ui.pages.review.cluster_pane import ClusterPane
from steward.ui.pages.review.draft_keys import DraftKeys
from steward.ui.pages.review.filters import filters_of
from steward.ui.pages.review.free_split import FreeSplit
from steward.ui.pages.review.grid_view import ARROWS
from steward.ui.pages.review.panels import Panels
from steward.ui.pages.review.queue_panels import QueuePanels
from steward.ui.pages.review.queue_scope import QueueScope
from steward.ui.pages.review.session import ReviewSession
from steward.ui.pages.review.side_panel import SidePanel
from steward.ui.pages.review.sidebar import Sidebar
from steward.ui.pages.review.sprint_run import SprintRun
from steward.ui.pages.review.sprint_watch import SprintWatch
from steward.ui.pages.review.subset import Subset
from steward.ui.pages.review.wiring import bind_keys, connect_parts
from steward.ui.widgets.sidebar_split import SidebarSplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from steward.domain.records import RecordId
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId

_CONCERNS = frozenset({Subject.CLUSTERS, Subject.CUSTOMERS, Subject.RECORDS})


class ReviewPage(Page):
    """Queue left, cluster side by side, one key per answer."""

    page_id = "review"

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(context, parent)
        look, language, actions = context.look, context.language, context.actions
        self.session = ReviewSession(context.workspace, context.jobs, context.events, self, self)
        self.scope = QueueScope(self, clock)
        self.sidebar = Sidebar(look, language, actions, self.session.queue, self)
        self.pane = ClusterPane(look, language, actions, context.settings, self)
        self.relate_panel = RelatePanel(look, self)
        self.later_panel = LaterPanel(look, QDate.currentDate, self)
        self.panel = SidePanel(look, language, self)
        self.bar = ActionBar(look, actions, self)
        self._stack = QStackedWidget(self)
        self.answers = Answers(self)
        self.draft_keys = DraftKeys(self)
        self.free_split = FreeSplit(self)
        self._panels = Panels(self)
        self.queue_panels = QueuePanels(self)
        self.sprints = SprintWatch(self, clock)
        self._build()
        self._connect()
        connect_parts(self, self.answers, self.draft_keys, self._panels)
        bind_keys(self, self.answers, self.draft_keys, self._panels)
        self.retranslate()

    def _build(self) -> None:
        work = QWidget(self)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack.addWidget(self.scope.empty)
        self._stack.addWidget(self.pane)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.panel)
        column.addLayout(beside, 1)
        for part in (self.relate_panel, self.later_panel, self.free_split.panel, self.bar):
            column.addWidget(part)
        self.sidebar.set_sort(self.session.filters.sort)
        self._split = SidebarSplit(self.context.look, self.sidebar, work, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def _connect(self) -> None:
        session = self.session
        session.cluster_opened.connect(self._on_cluster)
        session.draft_changed.connect(self._on_draft)
        session.cluster_reread.connect(self._on_reread)
        session.queue_changed.connect(self._on_queue_changed)
        session.last_decisions_changed.connect(self._on_last_decisions)
        session.failed.connect(self._on_failed)
        self.sidebar.cluster_asked.connect(self._on_cluster_asked)
        self.sidebar.history_asked.connect(self._on_history)
        self.pane.header.queue_asked.connect(self._on_queue_button)
        self.pane.strip.record_asked.connect(self._on_similar)
        for panel in (self.relate_panel, self.later_panel, self.panel):
            panel.closed.connect(self.take_focus)
        self._split.folds.connect(self._on_folds)
        for button in self.bar.buttons:
            button.installEventFilter(self)

    # what a page offers

    def title(self) -> str:
        return self.tr("Review")

    def header_chips(self) -> list[QWidget]:
        return [self.scope.filter_bar]

    def header_widgets(self) -> list[QWidget]:
        return [self.scope.progress]

    def activated(self, **arguments: object) -> None:
        """``cluster_id`` opens a cluster; ``strength``, ``source``, ``sort`` and ``state`` narrow the queue.

        ``subset`` walks through just the clusters that it names, ``sprint`` through those of a timed session.
        """
        known = {name: value for name, value in arguments.items() if name not in ("cluster_id", "subset", "sprint")}
        self.scope.count()
        subset = arguments.get("subset")
        sprint = arguments.get("sprint")
        if isinstance(sprint, SprintRun):
            self.sprints.begin(sprint)
            return
        if isinstance(subset, Subset):
            self.sprints.drop()
            self.scope.walk_only(subset)
            return
        if known:
            self.sprints.drop()
            self.scope.show_filters(filters_of(known))
        elif self.sprints.leave_ended():
            return
        cluster_id = arguments.get("cluster_id")
        if cluster_id is not None:
            self.session.load(cluster_id)  # type: ignore[arg-type]  # navigation arguments are untyped
        elif not known and not self.session.is_loaded:
            self.session.load()
        else:
            self.take_focus()

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """Read the queue and the cluster again; the work in drafts is carried over."""
        if subjects & _CONCERNS:
            self.scope.count()
            self.session.refresh()

    def undo(self) -> None:
        """Take my last decision back and open its cluster again."""
        self.session.undo()

    def retranslate(self) -> None:
        for part in (
            self.scope,
            self.sidebar,
            self.pane,
            self.relate_panel,
            self.later_panel,
            self.free_split.panel,
            self.panel,
            self.bar,
        ):
            part.retranslate()
        self._split.setAccessibleName(self.title())
        draft = self.session.draft
        if draft is not None:
            self.pane.show_anew(draft)
        self._panels.retranslate()
        self.queue_panels.retranslate()
        self.sprints.retranslate()

    def take_focus(self) -> None:
        """The keys work at once: on the grid when something is in conflict, else on the answer."""
        focus = self.focusWidget()
        is_typing = isinstance(focus, QLineEdit) and focus.isVisible()
        # A cluster that comes after the page was left must not take the keys from the page on screen.
        if not self.isVisible() or is_typing or (self.queue_panels.is_open and self.panel.isAncestorOf(focus)):
            return
        draft = self.session.draft
        if draft is None:
            button = self.scope.empty.button
            (button if button.isVisibleTo(self) else self.sidebar.list).setFocus()
        elif self.pane.grid.has_conflict() or not self.bar.approve.isEnabled():
            self.pane.grid.setFocus()
        else:
            self.bar.approve.setFocus()

    def _on_cluster(self, draft: ReviewDraft | None) -> None:
        self.close_panels()
        self._stack.setCurrentIndex(0 if draft is None else 1)
        self.bar.setVisible(draft is not None)
        self.bar.show_draft(draft)
        self.bar.set_last_step(self.session.last_step)
        self.sidebar.show_current(self.session.current)
        if draft is None:
            self.scope.show_empty()
        else:
            self.pane.show_draft(draft, is_other=True)
        self.scope.show_progress()
        self._panels.follow_cluster()
        if self.isVisible():
            self.take_focus()

    def _on_queue_changed(self) -> None:
        self.sidebar.show_current(self.session.current)

    def _on_draft(self, draft: ReviewDraft) -> None:
        self.pane.show_draft(draft, is_other=False)
        self.bar.show_draft(draft)
        self._panels.follow_draft()

    def _on_reread(self, is_other: bool) -> None:
        if is_other:
            self.pane.banner.show_sentence(
                self.tr("This cluster changed while it was open. It was read again; check who is in.")
            )

    def _on_last_decisions(self, decisions: list[DecisionView]) -> None:
        self.sidebar.show_decisions(decisions, datetime.now(UTC))
        self.bar.set_last_step(self.session.last_step)

    def _on_failed(self, error: Exception) -> None:
        # Bugs are shown by the jobs themselves.
        if isinstance(error, StewardError):
            self.context.problems.show(error)

    # asked by the parts

    def _on_cluster_asked(self, cluster_id: ClusterId) -> None:
        self.pane.grid.finish_editing()
        self.session.open(cluster_id)

    def _on_history(self) -> None:
        self.context.navigate("history")

    def _on_similar(self, record_id: RecordId) -> None:
        self.context.jobs.read(lambda: self.context.workspace.cin_of(record_id), on_done=self._on_cin)

    def _on_cin(self, cin: str) -> None:
        self.context.navigate("customers", cin=cin)

    def _on_queue_button(self) -> None:
        if self._split.toggle():
            self.sidebar.list.setFocus()

    def _on_folds(self, is_folded: bool) -> None:
        self.pane.header.set_sidebar_button(is_visible=is_folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the free split, a question, the panel at the side or the queue, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            if not self._leave_what_is_open():
                self.take_focus()
            return
        super().keyPressEvent(event)

    def _leave_what_is_open(self) -> bool:
        if self.free_split.is_on:
            self.free_split.toggle()
            return True
        for panel in (self.relate_panel, self.later_panel, self.panel):
            if panel.isVisible():
                panel.close_panel()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows on an answer go to the grid, where they move the focus and decide nothing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            self.pane.grid.setFocus()
            self.pane.grid.move_focus(*ARROWS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def close_panels(self) -> None:
        """Ask nothing any more."""
        for panel in (self.relate_panel, self.later_panel):
            panel.hide()
        self.free_split.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()
