"""A steward's decisions on the walk through the queue: written one at a time, undone, done again. No widgets."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from steward.domain.history import BY_DECISION
from steward.ui.alive import while_alive
from steward.ui.pages.review.steps import Step, Steps
from steward.ui.pages.review.walk import QueueWalk

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.decisions import Decision, DecisionId
    from steward.ui.events import StoreEvents
    from steward.ui.jobs import Jobs
    from steward.workspace import Workspace
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId

LAST_DECISIONS = 30


class ReviewSession(QueueWalk):
    """Decides. One write at a time: the next cluster shows after the commit, never before."""

    decided = Signal(object, object)
    undone = Signal(object)
    redone = Signal(object)
    last_decisions_changed = Signal(list)
    failed = Signal(object)

    def __init__(
        self, workspace: Workspace, jobs: Jobs, events: StoreEvents, initiator: object, parent: QObject | None = None
    ) -> None:
        super().__init__(workspace, jobs, parent)
        self._events, self._initiator = events, initiator
        self._steps = Steps(workspace.steward)
        self._is_announcing = False

    @property
    def last_step(self) -> DecisionId | None:
        """The decision that ``undo`` would take back."""
        step = self._steps.to_undo()
        return step.decision_id if step is not None else None

    def load(self, cluster_id: ClusterId | None = None) -> None:
        """Read the queue and the last decisions anew."""
        super().load(cluster_id)
        self.read_last_decisions()

    # deciding

    def decide(self, work: Callable[[ReviewDraft], Decision], on_failed: Callable[[Exception], object]) -> None:
        """Write a decision about the draft on screen; the next cluster opens when it is committed."""
        draft = self.draft
        if draft is None or self._is_writing:
            return
        self._is_writing = True
        self._jobs.write(
            lambda: work(draft), on_done=partial(self._on_decided, draft), on_failed=partial(self._on_failed, on_failed)
        )

    def write_aside(self, work: Callable[[], Decision], on_failed: Callable[[Exception], object] | None = None) -> None:
        """Write a decision that leaves the cluster open (one pair, one lock), then read the cluster again."""
        if self._is_writing:
            return
        self._is_writing = True
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

    def read_last_decisions(self) -> None:
        """Read the list of last decisions."""
        self._jobs.read(
            partial(self._workspace.last_decisions, LAST_DECISIONS), on_done=while_alive(self, self._on_last_decisions)
        )

    def _on_last_decisions(self, decisions: list[DecisionView]) -> None:
        for step in self._steps.see(decisions):
            self._reopen(step)
        self.last_decisions_changed.emit(decisions)

    # callbacks of writing

    def _on_failed(self, on_failed: Callable[[Exception], object] | None, error: Exception) -> None:
        self._is_writing = False
        (on_failed or self.failed.emit)(error)

    def _on_decided(self, draft: ReviewDraft, decision: Decision) -> None:
        self._is_writing = False
        cluster_id = draft.view.id
        self._steps.decided(Step(decision.id, cluster_id, self.queue.place_of(cluster_id), draft))
        self._leave(cluster_id)
        self._after_write()
        self.decided.emit(decision, draft)

    def _leave(self, cluster_id: ClusterId) -> None:
        """A decided cluster leaves the queue; the one after it opens."""
        following = self.queue.after(cluster_id)
        self._drafts.drop(cluster_id)
        self._left.add(cluster_id)
        self.queue.remove(cluster_id)
        # Before anybody looks: whoever searched a long queue for the one that left would search all of it.
        self._current = following or self.queue.after(None)
        self.queue_changed.emit()
        self.open(self._current)

    def _on_written_aside(self, decision: Decision) -> None:
        self._is_writing = False
        self._steps.decided(Step(decision.id))
        self._after_write()
        self.refresh()

    def _reverse(self, step: Step, on_done: Callable[[Step, Any], object]) -> None:
        if self._is_writing:
            return
        self._is_writing = True
        self._jobs.write(
            partial(self._workspace.reverse, step.decision_id),
            on_done=partial(on_done, step),
            on_failed=partial(self._on_failed, None),
        )

    def _on_undone(self, step: Step, reversal: Decision) -> None:
        self._is_writing = False
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
        self._left.discard(step.cluster_id)
        self.queue.insert(max(0, step.place), step.cluster_id)
        self.queue_changed.emit()
        self.open(step.cluster_id)

    def _on_redone(self, step: Step, decision: Decision) -> None:
        self._is_writing = False
        step = replace(step, decision_id=decision.id)
        self._steps.redone(step)
        if step.cluster_id is not None:
            self._leave(step.cluster_id)
        else:
            self.refresh()
        self._after_write()
        self.redone.emit(step)

    def _after_write(self) -> None:
        self._is_announcing = True
        self._soon.start()

    def _follow_up(self) -> None:
        """What can wait until the next cluster is painted; first what the next key asks for."""
        super()._follow_up()
        if self._is_announcing:
            self._is_announcing = False
            self.read_last_decisions()
            self._events.announce(BY_DECISION, self._initiator)
