"""A timed session: the clusters, and records in none, that put most wrong rows right in the minutes a steward has."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from steward.domain.decisions import DecisionKind
from steward.domain.work_kinds import WORK_KINDS, WorkKind, work_kind
from steward.storage.matches import sprint_queue
from steward.workspace.review.loose_records import find_loose
from steward.workspace.views import ClusterId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.workspace.review.loose_records import KnownLoosePairs

_ANSWERS = (
    DecisionKind.MERGE,
    DecisionKind.NOT_SAME,
    DecisionKind.RELATED,
    DecisionKind.SPLIT,
    DecisionKind.ARRANGE,
    DecisionKind.DEFER,
)
#: A longer gap between two answers is a break, not work.
_BREAK = timedelta(minutes=5)
#: Answers that the pace is taken from, and how many of a kind it takes.
_REMEMBERED, _FEWEST_GAPS = 1000, 5
#: Nobody reads and decides faster, so a session never runs out of clusters before its time.
_FASTEST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class SprintPlan:
    """What so many minutes can do.

    ``ids``: in the order of work, more than the time holds: clusters, and below zero records that are in none but may
    belong to a customer, each beside the one most like it. ``answers`` to that many of them fit into the time at the
    steward's pace and are expected to put ``wrong_rows`` right. ``waiting_``: the same of all that waits, clusters and
    such records alike.
    """

    minutes: int
    ids: tuple[ClusterId, ...]
    answers: int
    wrong_rows: float
    waiting_answers: int
    waiting_rows: float
    waiting_seconds: float


def expected_wrong_rows(probability: Any, record_count: Any, has_veto: Any) -> Any:
    """Rows that an answer is expected to put right: ``probability * (record_count - 1 - has_veto)``.

    Nothing is merged without a steward, so before the answer each of the n records is a customer of its own. Are they
    one customer, then one of the n rows is right and n - 1 are duplicates that a merge puts right; are they not, then
    all n rows are right already and the answer changes none. The evidence says "one customer" with probability p, so
    the expected number is p * (n - 1). Where only some members belong together the merge of those still puts rows
    right, so this is the least to expect. A veto (``has_veto`` is 1) says that two of the members are different
    people: one row less can be a duplicate, and of two records none.

    An answer that takes s seconds is worth this many rows in s seconds; to put most right in a given time the clusters
    with the largest quotient come first. Numbers in, a number out; columns of the store in, an expression out.
    """
    return probability * (record_count - 1 - has_veto)


def own_pace(session: Session, steward: str) -> dict[WorkKind, float]:
    """Seconds that this steward takes for an answer, by kind of cluster. For nobody else, and never stored.

    The median of the time since the answer before, from the last thousand answers; breaks left out. A kind that was
    answered fewer than five times takes what it usually takes.
    """
    answers = sprint_queue.timed_answers(session, steward, _ANSWERS, _REMEMBERED)
    gaps: dict[WorkKind, list[float]] = {kind: [] for kind in WORK_KINDS}
    for before, answer in pairwise(answers):
        gap = answer.decided_at - before.decided_at
        if answer.cluster is not None and gap <= _BREAK:
            gaps[work_kind(*answer.cluster)].append(gap.total_seconds())
    return {
        kind: max(_FASTEST_SECONDS, median(found)) if len(found) >= _FEWEST_GAPS else kind.seconds
        for kind, found in gaps.items()
    }


def plan_sprints(session: Session, steward: str, lengths: Sequence[int], known: KnownLoosePairs) -> list[SprintPlan]:
    """A plan for each number of minutes."""
    pace = own_pace(session, steward)
    most = math.ceil(60 * max(lengths, default=0) / _FASTEST_SECONDS)
    clusters = sprint_queue.worthiest(session, expected_wrong_rows, pace, most)
    loose = _loose(session, pace, known)
    found = sorted([*clusters, *loose], key=lambda one: (-one.worth / one.seconds, one.id))[:most]
    count, rows, seconds = sprint_queue.waiting_worth(session, expected_wrong_rows, pace)
    waiting = (
        count + len(loose),
        rows + sum(one.worth for one in loose),
        seconds + sum(one.seconds for one in loose),
    )
    return [_plan(minutes, found, waiting) for minutes in lengths]


def _loose(
    session: Session, pace: Mapping[WorkKind, float], known: KnownLoosePairs
) -> list[sprint_queue.WorthyCluster]:
    """Records in no cluster: one that is somebody's after all is one wrong row."""
    found = []
    for loose in find_loose(session, known):
        chance = min(1.0, loose.expected)
        seconds = pace[work_kind(2, chance, 0)]
        found.append(sprint_queue.WorthyCluster(loose.subject, expected_wrong_rows(chance, 2, 0), seconds))
    return found


def _plan(minutes: int, found: Sequence[sprint_queue.WorthyCluster], waiting: tuple[int, float, float]) -> SprintPlan:
    ids = tuple(ClusterId(one.id) for one in found[: math.ceil(60 * minutes / _FASTEST_SECONDS)])
    answers, wrong_rows, seconds = 0, 0.0, 0.0
    for one in found:
        seconds += one.seconds
        if seconds > 60 * minutes:
            break
        answers += 1
        wrong_rows += one.worth
    return SprintPlan(minutes, ids, answers, wrong_rows, *waiting)
