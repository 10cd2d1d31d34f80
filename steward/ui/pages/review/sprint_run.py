"""A timed session under way: what was answered in it, and how much of its time is left. No widgets, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind

if TYPE_CHECKING:
    from steward.domain.decisions import Decision
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.review.sprint import SprintPlan
    from steward.workspace.views import ClusterId


@dataclass(frozen=True, slots=True)
class SprintAnswer:
    """One answer of a session: the wrong rows that it put right, or that it only put the cluster off."""

    rows: int
    is_put_off: bool


def answer_of(decision: Decision, draft: ReviewDraft) -> SprintAnswer:
    """A row is put right when its customer joins another one; that nobody was wrong joining them makes it an estimate.

    Answers that keep records apart put nothing right: apart they were before.
    """
    cin_of = {member.record_id: member.cin for member in draft.view.members}
    groups = decision.act.groups if decision.kind in (DecisionKind.MERGE, DecisionKind.ARRANGE) else ()
    joined = [{cin_of[record_id] for record_id in group if record_id in cin_of} for group in groups]
    rows = sum(max(0, len(cins) - 1) for cins in joined)
    return SprintAnswer(rows, is_put_off=decision.kind is DecisionKind.DEFER)


class SprintRun:
    """Told of answers by cluster, and of the time by whoever has a clock that never goes back."""

    def __init__(self, plan: SprintPlan, started: float) -> None:
        self.plan = plan
        self._started = started
        self.ended: float | None = None
        self._answers: dict[ClusterId, SprintAnswer] = {}
        self._taken_back: dict[ClusterId, SprintAnswer] = {}

    def answered(self, cluster_id: ClusterId, answer: SprintAnswer) -> None:
        """A cluster has its answer."""
        self._answers[cluster_id] = answer

    def undone(self, cluster_id: ClusterId) -> None:
        """Its answer was taken back."""
        if cluster_id in self._answers:
            self._taken_back[cluster_id] = self._answers.pop(cluster_id)

    def redone(self, cluster_id: ClusterId) -> None:
        """Its answer holds again."""
        if cluster_id in self._taken_back:
            self._answers[cluster_id] = self._taken_back.pop(cluster_id)

    @property
    def decided(self) -> int:
        """Clusters that were decided, those put off left out."""
        return sum(not answer.is_put_off for answer in self._answers.values())

    @property
    def put_off(self) -> int:
        """Clusters that were put off."""
        return len(self._answers) - self.decided

    @property
    def rows(self) -> int:
        """Wrong rows that were put right."""
        return sum(answer.rows for answer in self._answers.values())

    def end(self, now: float) -> None:
        """It is over, whatever is left of its time."""
        self.ended = now

    def seconds_gone(self, now: float) -> float:
        """How long it lasts, or lasted."""
        return (now if self.ended is None else self.ended) - self._started

    def seconds_left(self, now: float) -> float:
        """What is left of its time."""
        return max(0.0, 60 * self.plan.minutes - self.seconds_gone(now))
