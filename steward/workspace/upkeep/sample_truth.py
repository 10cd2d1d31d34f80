"""How a steward's answers in a store of the sample lists compare with the truth that these lists were made from."""

from __future__ import annotations

import csv
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.clusters import ClusterState
from steward.domain.decisions import DecisionKind
from steward.domain.pairs import Strength
from steward.resources import read_text
from steward.storage.lists import source_records, sources
from steward.storage.log import decisions
from steward.storage.matches import candidates, cluster_queue
from steward.workspace.upkeep.status import STRENGTH_RANGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.domain.records import RecordId

_TRUTH = "reference/sample_truth.csv"
#: What says that the records of a group are one customer, and what says that its groups are different ones.
_TOGETHER = frozenset({DecisionKind.MERGE, DecisionKind.ARRANGE})
_APART = frozenset({DecisionKind.NOT_SAME, DecisionKind.RELATED, DecisionKind.SPLIT, DecisionKind.ARRANGE})


@dataclass(frozen=True, slots=True)
class SampleScore:
    """How many answers were given about rows whose truth is known, and how many of them agree with it.

    ``proposed``: almost certain clusters of the newest match run; ``proposed_right`` of them are one true customer.
    """

    answers: int
    right: int
    proposed: int = 0
    proposed_right: int = 0


def find_score(session: Session, steward: str) -> SampleScore | None:
    """The score of a steward's answers in force; None unless all lists of the store are sample lists."""
    named = {source.id: source.name.casefold() for source in sources.list_sources(session)}
    truth = {(row["department"], row["row_key"]): row["true_customer_id"] for row in _rows()}
    if not named or not set(named.values()) <= {department for department, _ in truth}:
        return None
    given = [
        decision
        for decision in decisions.list_decisions(session, kinds=_TOGETHER | _APART)
        if decision.is_in_force and decision.decided_by == steward
    ]
    asked = {record_id for decision in given for group in decision.act.groups for record_id in group}
    person_of = {
        record.id: truth[named[record.source_id], record.source_key]
        for record in source_records.iter_records(session, sorted(asked))
        if (named[record.source_id], record.source_key) in truth
    }
    verdicts = [verdict for decision in given for verdict in _verdicts(decision, person_of)]
    proposals = _proposals(session, truth)
    return SampleScore(len(verdicts), sum(verdicts), len(proposals), sum(proposals))


def _proposals(session: Session, truth: Mapping[tuple[str, str], str]) -> list[bool]:
    """Whether each almost certain cluster, open or decided, is one true customer."""
    certain = STRENGTH_RANGES[Strength.ALMOST_CERTAIN]
    ids = cluster_queue.queue(session, sort="certainty", states=tuple(ClusterState), probability_range=certain)
    groups = candidates.members_by_cluster(session, ids)
    keys = source_records.keys_by_id(session, [record_id for members in groups.values() for record_id in members])
    people = [
        {truth.get((keys[record_id][0].casefold(), keys[record_id][1]), "") for record_id in members}
        for members in groups.values()
    ]
    return [len(found) == 1 for found in people]


def _verdicts(decision: Decision, person_of: Mapping[RecordId, str]) -> list[bool]:
    """Whether each answer of a decision is right: one for a group, or one for all that was told apart."""
    people = [{person_of[record_id] for record_id in group if record_id in person_of} for group in decision.act.groups]
    people = [found for found in people if found]
    if decision.kind not in _APART:
        return [len(found) == 1 for found in people]
    is_apart = _are_apart(people)
    if decision.kind in _TOGETHER:
        is_apart = is_apart and all(len(found) == 1 for found in people)
    return [is_apart] if len(people) > 1 else []


def _are_apart(people: Sequence[set[str]]) -> bool:
    return all(not first & second for first, second in itertools.combinations(people, 2))


def _rows() -> csv.DictReader[str]:
    return csv.DictReader(read_text(_TRUTH).splitlines())
