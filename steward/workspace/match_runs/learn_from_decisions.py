"""What decisions would teach the matching: a proposal first, with what would change; applied only when asked for."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.decisions import Act, DeskKind
from steward.domain.errors import StewardError
from steward.domain.records import RecordId
from steward.matching.comparisons.levels import LEVELS
from steward.matching.names.word_outcomes import OUTCOMES, WordOutcome
from steward.matching.weights.model import MatchModel
from steward.storage.log import changes, decisions
from steward.storage.matches import candidate_pairs, candidates
from steward.workspace.decisions.decide import reverse
from steward.workspace.match_runs.match_input import MatchInput
from steward.workspace.match_runs.proposed_clusters import ClusterRows
from steward.workspace.match_runs.run_notes import RunKind, RunNotes
from steward.workspace.match_runs.run_views import LearningProposal, WeightChange
from steward.workspace.match_runs.store_matches import match_with, store_result
from steward.workspace.match_runs.teaching import MOST_UNANSWERED, teach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steward.domain.progress import Progress
    from steward.matching.runs.engine import MatchResult
    from steward.workspace.context import StoreContext
    from steward.workspace.match_runs.run_views import MatchReport

#: Smaller changes of a weight (bits) are not worth telling.
_NOTEWORTHY = 0.1


def propose_learning(context: StoreContext, progress: Progress) -> LearningProposal:
    """What the decisions in force would teach, and which clusters that would change; nothing is changed.

    Raises StewardError when there is nothing to learn from, or lists changed since the last run.
    """
    with context.database.read() as session:
        given = MatchInput.read(session, progress)
        run = _run(given)
        changed = changes.changes_since(session, run.last_act)
        if changed.delivered or changed.vanished:
            raise StewardError("Lists changed since the last match run; match first, then learn.", code="stale_match")
        base = MatchModel.from_json(candidates.model_of(session, RunNotes.from_json(run.report).base_run or run.id))
        pairs = [(pair.low, pair.high) for pair in candidate_pairs.sample_pairs(session, MOST_UNANSWERED)]
        taught = teach(session, given, base, pairs)
        before = set(map(tuple, candidates.members_by_cluster(session, candidates.all_ids(session)).values()))
    if not taught.decisions:
        raise StewardError(
            "There is nothing to learn from yet; merge records or set some apart first.", code="nothing_to_learn"
        )
    progress.check()
    result = match_with(taught.model, given, progress)
    after = set(_groups(given, result))
    return LearningProposal(
        run_id=run.id,
        learnt_until=given.whole.last_act,
        decision_count=len(set(taught.decisions)),
        formed=_without(after - before, changed.decided),
        dissolved=_without(before - after, changed.decided),
        contradicted_before=taught.contradicted(after=False),
        contradicted_after=taught.contradicted(after=True),
        weights=_weight_changes(MatchModel.from_json(run.model), taught.model),
        model=taught.model.to_json(),
    )


def apply_learning(context: StoreContext, proposal: LearningProposal, progress: Progress) -> MatchReport:
    """Match everything with the proposed weights, as an act of the log; following runs go on with them.

    Once the act is reversed, the next run compares everything without them.
    Raises StewardError when another match run came in between.
    """
    started = time.perf_counter()
    with context.database.read() as session:
        given = MatchInput.read(session, progress)
    run = _run(given)
    if run.id != proposal.run_id:
        raise StewardError("A match run came in between; ask for a new proposal.", code="stale_proposal")
    result = match_with(MatchModel.from_json(proposal.model), given, progress, with_keys=True)
    base = RunNotes.from_json(run.report).base_run or run.id
    notes = RunNotes.of(RunKind.LEARNT, result, learnt_until=proposal.learnt_until, base_run=base)
    seconds = time.perf_counter() - started
    act = Act(DeskKind.LEARN, values={"decisions": str(proposal.decision_count)})
    whole = given.whole
    # What was compared is not looked at again, and of a million records it takes much memory.
    del given
    report = store_result(context, whole, result, notes, seconds, progress, act=act)
    return replace(report, seconds={"match": seconds, "store": time.perf_counter() - started - seconds})


def reverse_learning(context: StoreContext) -> None:
    """Reverse every act that had the store learn."""
    with context.database.write() as session:
        for decision in decisions.list_decisions(session, kinds=(DeskKind.LEARN,)):
            if decision.is_in_force:
                reverse(context, session, decision.id)


def _run(given: MatchInput) -> candidates.MatchRun:
    if given.run is None:
        raise StewardError("Match the store first; then it can learn from decisions.", code="no_model")
    return given.run


def _groups(given: MatchInput, result: MatchResult) -> Iterator[tuple[RecordId, ...]]:
    groups = ClusterRows.of(result)
    for rows in np.split(groups.rows, groups.starts()[1:-1]) if len(groups) else ():
        yield tuple(RecordId(record_id) for record_id in given.ids[rows].tolist())


def _without(groups: set[tuple[RecordId, ...]], decided: frozenset[RecordId]) -> tuple[tuple[RecordId, ...], ...]:
    """The groups but for those that decisions since the last run change anyway."""
    return tuple(sorted(group for group in groups if decided.isdisjoint(group)))


def _weight_changes(before: MatchModel, after: MatchModel) -> tuple[WeightChange, ...]:
    """How far each outcome of a comparison moved, largest change first."""
    found = []
    for feature, old, new in zip(after.features, before.weights, after.weights, strict=True):
        for place, (was, now) in enumerate(zip(old.match, new.match, strict=True)):
            if abs(now - was) >= _NOTEWORTHY:
                found.append(WeightChange(feature.columns, _outcome(place, is_words=feature.is_words), now - was))
    return tuple(sorted(found, key=lambda change: (-abs(change.bits), change.attributes, change.outcome)))


def _outcome(place: int, *, is_words: bool) -> str:
    """The outcome of a word of a name, or the level of a value (when what it depends on agrees already, too)."""
    return WordOutcome(place % OUTCOMES).name.lower() if is_words else LEVELS[place % len(LEVELS)].value
