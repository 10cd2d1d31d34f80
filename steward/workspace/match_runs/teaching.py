"""What the decisions in force say about pairs of records, and the model that learns it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.decisions import DecisionId, DecisionKind
from steward.domain.records import RecordId
from steward.matching.learning.decisions import Answer, Lesson, learn_from_answers
from steward.storage.customers import crosswalk
from steward.storage.log import decisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.matching.weights.model import MatchModel
    from steward.workspace.match_runs.match_columns import Ids
    from steward.workspace.match_runs.match_input import MatchInput

#: The kinds of decisions that say which records are one customer and which are not.
TEACHING = (
    DecisionKind.MERGE,
    DecisionKind.NOT_SAME,
    DecisionKind.RELATED,
    DecisionKind.SPLIT,
    DecisionKind.ARRANGE,
    DecisionKind.TAKE_OUT,
)
#: Newer decisions say enough.
_MOST_ANSWERS = 20_000
#: That many pairs nobody decided about keep the weights where they are.
MOST_UNANSWERED = 4_000

Groups = list[tuple["RecordId", ...]]


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson, and the decision that each of its answers comes from."""

    lesson: Lesson
    decisions: Sequence[DecisionId]

    @property
    def model(self) -> MatchModel:
        """The model that was learnt."""
        return self.lesson.model

    def contradicted(self, *, after: bool) -> tuple[DecisionId, ...]:
        """The decisions that the evidence alone contradicts."""
        flags = self.lesson.contradicted_after if after else self.lesson.contradicted_before
        return tuple(sorted({d for d, flag in zip(self.decisions, flags, strict=True) if flag}))


def teach(session: Session, given: MatchInput, base: MatchModel, pairs: Iterable[tuple[RecordId, RecordId]]) -> Taught:
    """What the decisions in force teach. ``pairs`` nobody decided about keep the weights where they are."""
    answered = list(islice(_answers(session, given.ids), _MOST_ANSWERS))
    told = {record_id for _, groups in answered for group in groups for record_id in group}
    open_pairs = [(a, b) for a, b in pairs if a not in told or b not in told]
    named = sorted(told | {record_id for pair in open_pairs for record_id in pair})
    place = {record_id: number for number, record_id in enumerate(named)}
    answers = [Answer(tuple(tuple(place[r] for r in group) for group in groups)) for _, groups in answered]
    unanswered = [(place[a], place[b]) for a, b in open_pairs]
    columns = given.compared.columns(base.compared, np.searchsorted(given.ids, np.array(named, np.int64)).tolist())
    lesson = learn_from_answers(base, columns, answers, unanswered)
    return Taught(lesson, [decision_id for decision_id, _ in answered])


def _answers(session: Session, matched: Ids) -> Iterator[tuple[DecisionId, Groups]]:
    """What decisions in force say about the records that are matched, newest first.

    One group is one customer, two are two. Where a later decision says something else, that one counts.
    """
    listed = [decision for decision in decisions.list_decisions(session, kinds=TEACHING) if decision.is_in_force]
    named = np.unique(np.array([r for decision in listed for group in decision.act.groups for r in group], np.int64))
    cin_of = crosswalk.cins_of(session, [RecordId(r) for r in named[np.isin(named, matched)].tolist()])
    for decision in listed:
        groups = [[r for r in group if r in cin_of] for group in decision.act.groups]
        for same in _joined(decision, groups):
            by_customer: dict[str, list[RecordId]] = {}
            for record_id in same:
                by_customer.setdefault(cin_of[record_id], []).append(record_id)
            for members in by_customer.values():
                if len(members) > 1:
                    yield decision.id, [tuple(members)]
        for first, second in _parted(decision, groups):
            others = {cin_of[r] for r in second}
            one = tuple(r for r in first if cin_of[r] not in others)
            if one and second:
                yield decision.id, [one, tuple(second)]


def _joined(decision: Decision, groups: list[list[RecordId]]) -> list[list[RecordId]]:
    if decision.kind in (DecisionKind.MERGE, DecisionKind.ARRANGE):
        return groups
    # A record that was moved belongs to the customer it went to.
    return [groups[0] + groups[2]] if decision.kind is DecisionKind.TAKE_OUT and len(groups) > 2 else []


def _parted(decision: Decision, groups: list[list[RecordId]]) -> list[tuple[list[RecordId], list[RecordId]]]:
    if decision.kind is DecisionKind.MERGE:
        return []
    if decision.kind is DecisionKind.TAKE_OUT:
        return [(groups[0], groups[1])] if len(groups) > 1 else []
    return [(first, second) for place, first in enumerate(groups) for second in groups[place + 1 :]]
