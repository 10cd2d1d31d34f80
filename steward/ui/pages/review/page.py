"""The review page: wires queue, grid, why card and action bar to the session, and every key to what it does."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.errors import StewardError
from steward.domain.history import Subject
from steward.ui.page import Page, PageContext
from steward.ui.pages.review.action_bar import ActionBar
from steward.ui.pages.review.answer_panel import LaterPanel, RelatePanel
from steward.ui.pages.review.answers import Answers
from steward.ui.pages.review.cluster_pane import ClusterPane
from steward.ui.pages.review.draft_keys import DraftKeys
from steward.ui.pages.review.empty_queue import EmptyQueue
from steward.ui.pages.review.filters import Filters, filters_of
from steward.ui.pages.review.free_split import FreeSplit
from steward.ui.pages.review.grid_view import ARROWS
from steward.ui.pages.review.keys import bind_keys
from steward.ui.pages.review.pace import Pace
from steward.ui.pages.review.page_header import FilterBar, ProgressLine
from steward.ui.pages.review.panels import Panels
from steward.ui.pages.review.queue_panels import QueuePanels
from steward.ui.pages.review.session import ReviewSession
from steward.ui.pages.review.side_panel import SidePanel
from steward.ui.pages.review.sidebar import Sidebar
from steward.ui.pages.review.sprint_run import SprintRun
from steward.ui.pages.review.sprint_watch import SprintWatch
from steward.ui.pages.review.subset import Subset
from steward.ui.theme import SIDEBAR_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from steward.domain.records import RecordId
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId, StoreSummary

SMALLEST_SIDEBAR, LARGEST_SIDEBAR = 200, 360
#: Below this width of the window the sidebar becomes a button.
SIDEBAR_FROM_WIDTH = 1180
_CONCERNS = frozenset({Subject.CLUSTERS, Subject.CUSTOMERS, Subject.RECORDS})


class ReviewPage(Page):
    """Queue left, cluster side by side, one key per answer."""

    page_id = "review"

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(context, parent)
        look, language, actions = context.look, context.language, context.actions
        self._clock, self._pace = clock, Pace()
        self._total = 0
        self._wants_sidebar = False
        self.session = ReviewSession(context.workspace, context.jobs, context.events, self, self)
        self.filter_bar = FilterBar(look, actions)
        self.progress = ProgressLine(look, language)
        self.sidebar = Sidebar(look, language, actions, self.session.queue, self)
        self.pane = ClusterPane(look, language, actions, self)
        self.relate_panel = RelatePanel(look, self)
        self.later_panel = LaterPanel(look, QDate.currentDate, self)
        self.panel = SidePanel(look, language, self)
        self.bar = ActionBar(look, actions, self)
        self.empty = EmptyQueue(look, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack = QStackedWidget(self)
        self.answers = Answers(self)
        self.draft_keys = DraftKeys(self)
        self.free_split = FreeSplit(self)
        self._panels = Panels(self)
        self.queue_panels = QueuePanels(self)
        self.sprints = SprintWatch(self, clock)
        self._build()
        self._connect()
        self._dress()
        bind_keys(self, self.answers, self.draft_keys, self._panels)
        self.retranslate()

    def _build(self) -> None:
        work = QWidget(self)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.pane)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.panel)
        column.addLayout(beside, 1)
        for part in (self.relate_panel, self.later_panel, self.free_split.panel, self.bar):
            column.addWidget(part)
        self._splitter.addWidget(self.sidebar)
        self._splitter.addWidget(work)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([SIDEBAR_WIDTH, 1000])
        self._splitter.setHandleWidth(0)
        self.sidebar.set_sort(self.session.filters.sort)
        self.filter_bar.show_filters(self.session.filters)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _connect(self) -> None:
        session, answers, draft_keys = self.session, self.answers, self.draft_keys
        session.cluster_opened.connect(self._on_cluster)
        session.draft_changed.connect(self._on_draft)
        session.cluster_reread.connect(self._on_reread)
        session.queue_changed.connect(self._on_queue_changed)
        session.decided.connect(self._on_decided)
        session.decided.connect(answers.on_decided)
        session.undone.connect(answers.on_undone)
        session.last_decisions_changed.connect(self._on_last_decisions)
        session.busy_changed.connect(self.bar.set_busy)
        session.failed.connect(self._on_failed)
        self.filter_bar.filters_asked.connect(self.show_filters)
        self.filter_bar.facets_asked.connect(self.queue_panels.facets)
        self.sidebar.cluster_asked.connect(self._on_cluster_asked)
        self.sidebar.sort_asked.connect(self._on_sort)
        self.sidebar.undo_asked.connect(session.reverse)
        self.sidebar.history_asked.connect(self._on_history)
        self.sidebar.connect_next(answers.next_cluster)
        self.pane.header.queue_asked.connect(self._on_queue_button)
        self.pane.header.why_asked.connect(draft_keys.toggle_why)
        self.pane.header.values_asked.connect(draft_keys.toggle_standard)
        self.pane.grid.value_taken.connect(draft_keys.choose)
        self.pane.grid.value_typed.connect(draft_keys.choose_text)
        self.pane.grid.member_toggled.connect(draft_keys.toggle)
        self.pane.grid.fold_asked.connect(draft_keys.toggle_folded)
        self.pane.grid.cut_asked.connect(draft_keys.apply_cut)
        self.pane.strip.record_asked.connect(self._on_similar)
        self.relate_panel.relation_chosen.connect(answers.relate_as)
        self.later_panel.later_chosen.connect(answers.defer_until)
        for panel in (self.relate_panel, self.later_panel, self.panel):
            panel.closed.connect(self.take_focus)
        self.pane.grid.focus_moved.connect(self._panels.follow_focus)
        self.pane.header.graph_asked.connect(self._panels.graph)
        self.pane.header.timeline_asked.connect(self._panels.timeline)
        self.pane.strip.add_asked.connect(self._panels.add)
        for asked, answer in (
            (self.bar.approve_asked, answers.approve),
            (self.bar.reject_asked, answers.reject),
            (self.bar.relate_asked, answers.relate),
            (self.bar.defer_asked, answers.defer),
            (self.bar.skip_asked, answers.skip),
            (self.bar.undo_asked, session.undo),
        ):
            asked.connect(answer)
        self.empty.whole_queue_asked.connect(self._on_whole_queue)
        self.empty.page_asked.connect(self._on_empty_left)
        self.context.look.changed.connect(self._dress)
        for button in self.bar.buttons:
            button.installEventFilter(self)

    # what a page offers

    def title(self) -> str:
        return self.tr("Review")

    def header_chips(self) -> list[QWidget]:
        return [self.filter_bar]

    def header_widgets(self) -> list[QWidget]:
        return [self.progress]

    def activated(self, **arguments: object) -> None:
        """``cluster_id`` opens a cluster; ``strength``, ``source``, ``sort`` and ``state`` narrow the queue.

        ``subset`` walks through just the clusters that it names, ``sprint`` through those of a timed session.
        """
        known = {name: value for name, value in arguments.items() if name not in ("cluster_id", "subset", "sprint")}
        self.context.jobs.read(self.context.workspace.summary, on_done=self._on_summary)
        subset = arguments.get("subset")
        sprint = arguments.get("sprint")
        if isinstance(sprint, SprintRun):
            self.sprints.begin(sprint)
            return
        if isinstance(subset, Subset):
            self.sprints.drop()
            self.walk_only(subset)
            return
        if known:
            self.sprints.drop()
            self.show_filters(filters_of(known))
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
            self.context.jobs.read(self.context.workspace.summary, on_done=self._on_summary)
            self.session.refresh()

    def undo(self) -> None:
        """Take my last decision back and open its cluster again."""
        self.session.undo()

    def retranslate(self) -> None:
        for part in (
            self.filter_bar,
            self.progress,
            self.sidebar,
            self.pane,
            self.relate_panel,
            self.later_panel,
            self.free_split.panel,
            self.panel,
            self.bar,
        ):
            part.retranslate()
        self._splitter.setAccessibleName(self.title())
        draft = self.session.draft
        if draft is not None:
            self.pane.show_draft(draft, is_other=False)
        self._show_empty()
        self._panels.retranslate()
        self.queue_panels.retranslate()
        self.sprints.retranslate()

    def take_focus(self) -> None:
        """The keys work at once: on the grid when something is in conflict, else on the answer."""
        focus = self.focusWidget()
        is_typing = isinstance(focus, QLineEdit) and focus.isVisible()
        if is_typing or (self.queue_panels.is_open and self.panel.isAncestorOf(focus)):
            return
        draft = self.session.draft
        if draft is None:
            (self.empty.button if self.empty.button.isVisibleTo(self) else self.sidebar.list).setFocus()
        elif self.pane.grid.has_conflict() or not self.bar.approve.isEnabled():
            self.pane.grid.setFocus()
        else:
            self.bar.approve.setFocus()

    # answers of the session

    def _on_cluster(self, draft: ReviewDraft | None) -> None:
        self.close_panels()
        self._stack.setCurrentIndex(0 if draft is None else 1)
        self.bar.setVisible(draft is not None)
        self.bar.show_draft(draft)
        self.bar.set_last_step(self.session.last_step)
        self.sidebar.show_current(self.session.current)
        if draft is None:
            self._show_empty()
        else:
            self.pane.show_draft(draft, is_other=True)
        self._show_progress()
        self._panels.follow_cluster()
        if self.isVisible():
            self.take_focus()

    def _on_queue_changed(self) -> None:
        self.sidebar.show_current(self.session.current)
        self._show_progress()

    def _on_draft(self, draft: ReviewDraft) -> None:
        self.pane.show_draft(draft, is_other=False)
        self.bar.show_draft(draft)
        self._panels.follow_draft()

    def _on_reread(self, is_other: bool) -> None:
        if is_other:
            self.pane.banner.show_sentence(
                self.tr("This cluster changed while it was open. It was read again; check who is in.")
            )

    def _on_decided(self) -> None:
        self._pace.decided_at(self._clock())
        self._show_progress()

    def _on_last_decisions(self, decisions: list[DecisionView]) -> None:
        self.sidebar.show_decisions(decisions, datetime.now(UTC))
        self.bar.set_last_step(self.session.last_step)

    def _on_failed(self, error: Exception) -> None:
        # Bugs are shown by the jobs themselves.
        if isinstance(error, StewardError):
            self.context.problems.show(error)

    def _on_summary(self, summary: StoreSummary) -> None:
        self._total = summary.open_clusters + summary.decided_clusters
        self._show_progress()
        self._show_empty()

    # asked by the parts

    def _on_cluster_asked(self, cluster_id: ClusterId) -> None:
        self.pane.grid.finish_editing()
        self.session.open(cluster_id)

    def show_filters(self, filters: Filters) -> None:
        """Narrow and sort the whole queue; a session ends with that."""
        if self.sprints.run is not None:
            self.sprints.end()
            return
        if self.session.subset is not None and self.session.subset.is_blind:
            self.draft_keys.set_blind(is_blind=False)
        self.filter_bar.show_filters(filters)
        self.sidebar.set_sort(filters.sort)
        self.session.set_filters(filters)

    def walk_only(self, subset: Subset) -> None:
        """Walk through a part of the queue."""
        self.sidebar.set_sort("")
        self.filter_bar.show_filters(Filters(self.session.filters.sort), subset.title)
        self.draft_keys.set_blind(is_blind=subset.is_blind)
        self.session.walk_only(subset)

    def _on_sort(self, sort: str) -> None:
        self.show_filters(replace(self.session.filters, sort=sort))

    def _on_history(self) -> None:
        self.context.navigate("history")

    def _on_similar(self, record_id: RecordId) -> None:
        self.context.jobs.read(lambda: self.context.workspace.cin_of(record_id), on_done=self._on_cin)

    def _on_cin(self, cin: str) -> None:
        self.context.navigate("customers", cin=cin)

    def _on_whole_queue(self) -> None:
        self.show_filters(Filters(self.session.filters.sort))

    def _on_empty_left(self, page_id: str) -> None:
        if self.session.subset is not None:
            self._on_whole_queue()
        self.context.navigate(page_id)

    def _on_queue_button(self) -> None:
        self._wants_sidebar = not self._wants_sidebar
        self._place_sidebar()
        if self._wants_sidebar:
            self.sidebar.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the free split, a question or the panel at the side, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self._leave_what_is_open():
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

    # arrangement

    def _show_progress(self) -> None:
        if self.sprints.run is not None:
            self.sprints.show_progress()
            return
        left, subset = len(self.session.queue), self.session.subset
        total = 0 if self.session.filters.is_narrowed else max(self._total, left)
        if subset is not None:
            total = len(subset.ids)
        self.progress.show_progress(left, total, self._pace.seconds_for(left))

    def _show_empty(self) -> None:
        narrowed = self.session.filters.is_narrowed
        self.empty.show_state(is_narrowed=narrowed, total=self._total, subset=self.session.subset)

    def close_panels(self) -> None:
        """Ask nothing any more."""
        for panel in (self.relate_panel, self.later_panel):
            panel.hide()
        self.free_split.stop()

    def _dress(self) -> None:
        """Widths grow with the text."""
        px = self.context.look.px
        self.sidebar.setMinimumWidth(px(SMALLEST_SIDEBAR))
        self.sidebar.setMaximumWidth(px(LARGEST_SIDEBAR))

    def _place_sidebar(self) -> None:
        has_room = self.window().width() >= SIDEBAR_FROM_WIDTH
        self.sidebar.setVisible(has_room or self._wants_sidebar)
        self.pane.header.set_sidebar_button(is_visible=not has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sidebar()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_sidebar()
        self.take_focus()
