"""A steward's walk through the queue: which cluster is open, what is decided, undone and fetched ahead. No widgets."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from steward.domain.history import BY_DECISION
from steward.domain.pairs import Strength
from steward.ui.models.queue import QueueModel
from steward.ui.pages.review.alive import while_alive
from steward.ui.pages.review.draft_reader import DraftReader
from steward.ui.pages.review.filters import Filters
from steward.ui.pages.review.steps import Step, Steps
from steward.workspace.views import ClusterId

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.decisions import Decision, DecisionId
    from steward.domain.records import RecordId
    from steward.ui.events import StoreEvents
    from steward.ui.jobs import Jobs
    from steward.workspace import Workspace
    from steward.workspace.review_draft import ReviewDraft
    from steward.workspace.views import DecisionView, QueueRow

LAST_DECISIONS = 30
#: Clusters read ahead of the one on screen.
READ_AHEAD = 2
#: The next cluster is painted before anything else is asked of the store, in milliseconds.
PAINT_FIRST_MS = 40


class ReviewSession(QObject):
    """Owns the queue and the drafts. One write at a time: the next cluster shows after the commit, never before."""

    cluster_opened = Signal(object)
    draft_changed = Signal(object)
    cluster_reread = Signal(bool)
    queue_changed = Signal()
    decided = Signal(object, object)
    undone = Signal(object)
    written_aside = Signal(object)
    last_decisions_changed = Signal(list)
    busy_changed = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, workspace: Workspace, jobs: Jobs, events: StoreEvents, initiator: object, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._events, self._initiator = workspace, jobs, events, initiator
        self.queue = QueueModel(self)
        self.filters = Filters()
        self._drafts = DraftReader(workspace, jobs, self)
        self._steps = Steps(workspace.steward)
        self._current: ClusterId | None = None
        self._queue_job = 0
        self._is_writing = False
        self._is_loaded = False
        self._is_announcing = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAINT_FIRST_MS)
        self._soon.timeout.connect(self._follow_up)
        self.queue.rows_wanted.connect(self._read_rows)
        self._drafts.arrived.connect(self._on_draft)
        self._drafts.reread.connect(self._on_reread)
        self._drafts.gone.connect(self._on_gone)

    # what is open

    @property
    def draft(self) -> ReviewDraft | None:
        """The draft on screen."""
        return self._drafts.get(self._current)

    @property
    def current(self) -> ClusterId | None:
        """The cluster that is open or being opened."""
        return self._current

    @property
    def is_loaded(self) -> bool:
        """True once the queue is known."""
        return self._is_loaded

    @property
    def last_step(self) -> DecisionId | None:
        """The decision that ``undo`` would take back."""
        step = self._steps.to_undo()
        return step.decision_id if step is not None else None

    # the queue

    def load(self, cluster_id: ClusterId | None = None) -> None:
        """Read the queue anew; open ``cluster_id``, else stay, else open the first."""
        self._queue_job += 1
        filters = self.filters
        strength = Strength(filters.strength) if filters.strength is not None else None

        def read() -> list[ClusterId]:
            found = self._workspace.queue(
                filters.sort,
                state=filters.state,
                strength=strength,
                source=filters.source,
                veto=filters.veto,
                size=filters.size,
            )
            return [ClusterId(cluster_id) for cluster_id in found]

        self._jobs.read(read, on_done=while_alive(self, partial(self._on_queue, self._queue_job, cluster_id)))
        self.read_last_decisions()

    def set_filters(self, filters: Filters) -> None:
        """Sort or filter the whole queue; starts again at its top."""
        if filters != self.filters:
            self.filters = filters
            self._current = None
            self.load()

    def open(self, cluster_id: ClusterId | None) -> None:
        """Show a cluster; at once when it was read ahead."""
        if self._is_writing:
            return
        self._current = cluster_id
        self._show_current()

    def go(self, step: int) -> None:
        """Next or previous cluster, without deciding."""
        other = self.queue.after(self._current, step)
        if other is not None:
            self.open(other)

    def skip(self) -> None:
        """No decision; the cluster comes back at the end."""
        if self._current is None or self._is_writing or len(self.queue) < 2:
            return
        following = self.queue.after(self._current) or self.queue.after(None)
        self.queue.move_to_end(self._current)
        self.queue_changed.emit()
        self.open(following)

    # working on the draft

    def change(self, work: Callable[[ReviewDraft], object]) -> None:
        """Do something to the draft on screen; it is kept when the cluster is left."""
        draft = self.draft
        if draft is None or self._is_writing:
            return
        work(draft)
        self._drafts.touch(draft.view.id)
        self.draft_changed.emit(draft)

    def add_record(self, record_id: RecordId) -> None:
        """Show another record with the cluster on screen."""
        draft = self.draft
        if draft is not None and not self._is_writing:
            self._drafts.add_record(draft, record_id)

    # deciding

    def decide(self, work: Callable[[ReviewDraft], Decision], on_failed: Callable[[Exception], object]) -> None:
        """Write a decision about the draft on screen; the next cluster opens when it is committed."""
        draft = self.draft
        if draft is None or self._is_writing:
            return
        self._start_writing()
        self._jobs.write(
            lambda: work(draft), on_done=partial(self._on_decided, draft), on_failed=partial(self._on_failed, on_failed)
        )

    def write_aside(self, work: Callable[[], Decision], on_failed: Callable[[Exception], object] | None = None) -> None:
        """Write a decision that leaves the cluster open (one pair, one lock), then read the cluster again."""
        if self._is_writing:
            return
        self._start_writing()
        self._jobs.write(work, on_done=self._on_written_aside, on_failed=partial(self._on_failed, on_failed))

    def note(self, work: Callable[[], Decision], on_done: Callable[[], object]) -> None:
        """Write something that changes no customer."""
        self._jobs.write(work, on_done=lambda _decision: on_done(), on_failed=partial(self._on_failed, None))

    def undo(self) -> None:
        """Take back my last decision and open its cluster again."""
        step = self._steps.to_undo()
        if step is not None:
            self._reverse(step, self._on_undone)

    def redo(self) -> None:
        """Take back the last undo."""
        step = self._steps.to_redo()
        if step is not None:
            self._reverse(step, self._on_redone)

    def reverse(self, decision_id: DecisionId) -> None:
        """Take back a decision of any age."""
        self._reverse(self._steps.find(decision_id), self._on_undone)

    # other people's changes

    def refresh(self) -> None:
        """The store changed elsewhere: read again, keep the work in drafts."""
        self._drafts.read_all_again()
        self.queue.forget_rows()
        self.load()

    def read_last_decisions(self) -> None:
        """Read the list of last decisions."""
        self._jobs.read(
            partial(self._workspace.last_decisions, LAST_DECISIONS), on_done=while_alive(self, self._on_last_decisions)
        )

    # callbacks of reading

    def _on_queue(self, job: int, wanted: ClusterId | None, ids: list[ClusterId]) -> None:
        if job != self._queue_job:
            return
        self._is_loaded = True
        self.queue.set_ids(ids)
        if wanted is not None:
            self.queue.insert(0, wanted)
            self._current = wanted
        elif self._current is None or self.queue.place_of(self._current) < 0:
            self._current = self.queue.after(None)
        self.queue_changed.emit()
        self._show_current()

    def _read_rows(self, ids: list[ClusterId]) -> None:
        self._jobs.read(partial(self._workspace.queue_rows, ids), on_done=while_alive(self, self._on_rows))

    def _on_rows(self, rows: list[QueueRow]) -> None:
        self.queue.put_rows(rows)

    def _show_current(self) -> None:
        if self._current is None:
            self.cluster_opened.emit(None)
            return
        draft = self._drafts.get(self._current)
        if draft is None:
            self._drafts.read(self._current)
        else:
            self._open_draft(draft)

    def _open_draft(self, draft: ReviewDraft) -> None:
        self.cluster_opened.emit(draft)
        self._soon.start()

    def _read_ahead(self) -> None:
        for step in (*range(1, READ_AHEAD + 1), -1):
            other = self.queue.after(self._current, step)
            if other is not None:
                self._drafts.read(other)

    def _on_draft(self, draft: ReviewDraft) -> None:
        if draft.view.id == self._current:
            self._open_draft(draft)

    def _on_reread(self, draft: ReviewDraft, is_other: bool) -> None:
        if draft.view.id == self._current:
            self.cluster_reread.emit(is_other)

    def _on_gone(self, cluster_id: ClusterId) -> None:
        """A cluster that another match run has dissolved leaves the queue."""
        following = self.queue.after(cluster_id) if cluster_id == self._current else None
        self.queue.remove(cluster_id)
        self.queue_changed.emit()
        if cluster_id == self._current:
            self._current = following or self.queue.after(None)
            self._show_current()

    def _on_last_decisions(self, decisions: list[DecisionView]) -> None:
        for step in self._steps.see(decisions):
            self._reopen(step)
        self.last_decisions_changed.emit(decisions)

    # callbacks of writing

    def _start_writing(self) -> None:
        self._is_writing = True
        self.busy_changed.emit(True)

    def _stop_writing(self) -> None:
        self._is_writing = False
        self.busy_changed.emit(False)

    def _on_failed(self, on_failed: Callable[[Exception], object] | None, error: Exception) -> None:
        self._stop_writing()
        (on_failed or self.failed.emit)(error)

    def _on_decided(self, draft: ReviewDraft, decision: Decision) -> None:
        self._stop_writing()
        cluster_id = draft.view.id
        self._steps.decided(Step(decision.id, cluster_id, self.queue.place_of(cluster_id), draft))
        self._leave(cluster_id)
        self._after_write()
        self.decided.emit(decision, draft)

    def _leave(self, cluster_id: ClusterId) -> None:
        """A decided cluster leaves the queue; the one after it opens."""
        following = self.queue.after(cluster_id)
        self._drafts.drop(cluster_id)
        self.queue.remove(cluster_id)
        self.queue_changed.emit()
        self.open(following or self.queue.after(None))

    def _on_written_aside(self, decision: Decision) -> None:
        self._stop_writing()
        self._steps.decided(Step(decision.id))
        self._after_write()
        self.written_aside.emit(decision)
        self.refresh()

    def _reverse(self, step: Step, on_done: Callable[[Step, Any], object]) -> None:
        if self._is_writing:
            return
        self._start_writing()
        self._jobs.write(
            partial(self._workspace.reverse, step.decision_id),
            on_done=partial(on_done, step),
            on_failed=partial(self._on_failed, None),
        )

    def _on_undone(self, step: Step, reversal: Decision) -> None:
        self._stop_writing()
        self._steps.undone(step, reversal.id)
        self._after_write()
        self.undone.emit(step)
        if step.cluster_id is None:
            self.refresh()
            return
        self._reopen(step)

    def _reopen(self, step: Step) -> None:
        """Show the cluster of a step again, with the work that was in its draft."""
        if step.cluster_id is None:
            return
        if step.draft is not None:
            self._drafts.read_again(step.draft)
        self.queue.insert(max(0, step.place), step.cluster_id)
        self.queue_changed.emit()
        self.open(step.cluster_id)

    def _on_redone(self, step: Step, decision: Decision) -> None:
        self._stop_writing()
        self._steps.redone(replace(step, decision_id=decision.id))
        if step.cluster_id is not None:
            self._leave(step.cluster_id)
        else:
            self.refresh()
        self._after_write()

    def _after_write(self) -> None:
        self._is_announcing = True
        self._soon.start()

    def _follow_up(self) -> None:
        """What can wait until the next cluster is painted."""
        if self._is_announcing:
            self._is_announcing = False
            self._events.announce(BY_DECISION, self._initiator)
            self.read_last_decisions()
        self._read_ahead()
