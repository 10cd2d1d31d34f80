"""The decisions of this walk through the queue, so that each can be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.decisions import DecisionId
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId

_OF_REVIEW = {
    DecisionKind.MERGE,
    DecisionKind.NOT_SAME,
    DecisionKind.RELATED,
    DecisionKind.SPLIT,
    DecisionKind.ARRANGE,
    DecisionKind.TAKE_OUT,
    DecisionKind.DEFER,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A decision, the cluster it was about, where that stood in the queue, and the draft that was decided."""

    decision_id: DecisionId
    cluster_id: ClusterId | None = None
    place: int = 0
    draft: ReviewDraft | None = None


class Steps:
    """What ``undo`` and ``redo`` act on: the steward's last decision, taken in this walk or anywhere else."""

    def __init__(self, steward: str) -> None:
        self._steward = steward
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._last: Sequence[DecisionView] = ()
        self._taken_back: set[DecisionId] = set()

    def decided(self, step: Step) -> None:
        """A new decision; what was undone before it can't be redone."""
        self._done.append(step)
        self._undone.clear()

    def undone(self, step: Step, reversal: DecisionId) -> None:
        """``step`` was taken back by ``reversal``."""
        self._done = [other for other in self._done if other.decision_id != step.decision_id]
        self._taken_back.add(step.decision_id)
        self._undone.append(replace(step, decision_id=reversal))

    def redone(self, step: Step) -> None:
        """The last undo was taken back by ``step``."""
        self._undone.pop()
        self._done.append(step)

    def to_undo(self) -> Step | None:
        """What undo takes back."""
        mine = (decision.id for decision in self._last if self._is_mine(decision))
        elsewhere = [Step(number) for number in mine if number not in self._taken_back][:1]
        return max([*self._done[-1:], *elsewhere], key=lambda step: step.decision_id, default=None)

    def to_redo(self) -> Step | None:
        """What redo takes back."""
        return self._undone[-1] if self._undone else None

    def find(self, decision_id: DecisionId) -> Step:
        """A decision of any age as a step; those of this walk know their cluster."""
        known = (step for step in self._done if step.decision_id == decision_id)
        return next(known, Step(decision_id))

    def see(self, last: Sequence[DecisionView]) -> list[Step]:
        """The newest decisions of the store; answers those of this walk that were taken back elsewhere."""
        self._last = last
        reversals = {decision.id: decision.reversed_by for decision in last}
        taken_back = []
        for step in list(self._done):
            reversal = reversals.get(step.decision_id)
            if reversal is not None:
                self.undone(step, reversal)
                taken_back.append(step)
        return taken_back

    def _is_mine(self, decision: DecisionView) -> bool:
        is_in_force = decision.reversed_by is None
        return decision.kind in _OF_REVIEW and is_in_force and decision.decided_by == self._steward
