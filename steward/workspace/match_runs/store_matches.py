"""Keeping what a match run found: pairs and clusters take the place of earlier suggestions, decisions stay."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.clusters import ClusterState
from steward.domain.records import RecordId
from steward.matching.freed_memory import give_back
from steward.matching.runs.engine import MatchResult, match
from steward.storage.bulk import stopped_by
from steward.storage.matches import candidate_pairs, candidates, cluster_queue
from steward.workspace.decisions.decide import compute_states, take
from steward.workspace.match_runs import kept_keys
from steward.workspace.match_runs.kept_keys import KeptKeys
from steward.workspace.match_runs.match_input import MatchInput, PartInput, WholeInput
from steward.workspace.match_runs.proposed_clusters import Proposal, propose
from steward.workspace.match_runs.run_notes import RunKind, RunNotes
from steward.workspace.match_runs.run_views import MatchReport
from steward.workspace.review.cluster_traits import keep_traits
from steward.workspace.upkeep.status import count_by_strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Act
    from steward.domain.progress import Progress
    from steward.matching.weights.model import MatchModel
    from steward.workspace.context import StoreContext
    from steward.workspace.match_runs.match_columns import Ids

#: Pairs that are held as objects at a time.
_PAIRS_AT_ONCE = 20_000


def match_with(model: MatchModel, given: MatchInput, progress: Progress, *, with_keys: bool = False) -> MatchResult:
    """Match everything with a known model."""
    return match(
        given.compared.columns(model.compared),
        constraints=given.constraints(),
        progress=progress,
        model=model,
        with_keys=with_keys,
    )


def store_result(
    context: StoreContext,
    given: WholeInput | PartInput,
    result: MatchResult,
    notes: RunNotes,
    seconds: float,
    progress: Progress,
    *,
    base: MatchModel | None = None,
    act: Act | None = None,
) -> MatchReport:
    """Replace the suggestions that the result is about, in one transaction.

    ``base``: the model that decisions shaped, when it is as new as the result; it is noted as a run of its own.
    ``act``: the act of a steward that made it so; logged with it.
    """
    progress.report("store", 0, 1)
    give_back()
    with context.database.read() as session:
        proposal = propose(session, given, result, progress)
    with context.database.write_much(progress.check) as session:
        if act is not None:
            take(context, session, act)
        add_run = partial(
            candidates.add_run,
            session,
            run_at=context.clock(),
            run_by=context.steward,
            seconds=seconds,
            record_count=given.record_count,
            last_act=given.last_act,
        )
        if base is not None:
            base_run = add_run(model=base.to_json(), report=RunNotes(RunKind.FULL).to_json())
            notes = replace(notes, base_run=base_run)
        model = given.model if isinstance(given, PartInput) else result.model.to_json()
        run_id = add_run(model=model, report=notes.to_json())
        progress.check()
        with _replaced(session, given, result, progress) as numbers:
            _add_pairs(session, given.ids, result, progress)
            _add_clusters(context, session, proposal, numbers, progress)
        _keep_keys(session, given, result, progress)
        progress.check()
        with stopped_by(session, progress.check):
            report = _report(session, run_id, given, result, notes)
    progress.report("store", 1, 1)
    return report


def _report(
    session: Session, run_id: int, given: WholeInput | PartInput, result: MatchResult, notes: RunNotes
) -> MatchReport:
    counts = cluster_queue.count_by_state(session)
    return MatchReport(
        run_id=run_id,
        records=given.record_count,
        pairs=candidate_pairs.count_pairs(session),
        clusters=sum(counts.values()),
        open_clusters=counts.get(ClusterState.OPEN, 0),
        by_strength=count_by_strength(session),
        passes=notes.passes,
        warnings=notes.warnings,
        seconds={},
        kind=notes.kind,
        fresh_records=given.fresh_count if isinstance(given, PartInput) else given.record_count,
        touched_records=int(result.in_scope.sum()),
    )


def _add_clusters(
    context: StoreContext, session: Session, proposal: Proposal, numbers: _Numbers, progress: Progress
) -> None:
    ids: list[int] = []
    count = proposal.count_portions()
    for done, portion in enumerate(proposal.portions()):
        progress.report("store", count + done, 2 * count)
        numbered = {numbers.of(cluster.member_key): (cluster, members) for cluster, members in portion}
        states = compute_states(context, session, {number: members for number, (_, members) in numbered.items()})
        candidates.add_clusters(
            session,
            [(cluster._replace(id=n, state=states[n]), members) for n, (cluster, members) in numbered.items()],
        )
        ids += numbered
    progress.check()
    keep_traits(session, ids, proposal.traits)
    progress.check()


def _keep_keys(session: Session, given: WholeInput | PartInput, result: MatchResult, progress: Progress) -> None:
    """Keep what the next run looks for neighbours by."""
    if isinstance(given, PartInput):
        kept_keys.save_changes(session, given.keys, progress)
    else:
        assert result.keys is not None, "keys are asked for where everything is matched"
        kept_keys.save(session, KeptKeys(given.ids, given.versions, result.keys), progress)


class _Numbers:
    """Cluster ids: a group of just the same members keeps its id, others get the next one."""

    def __init__(self, kept: Mapping[str, int], following: int) -> None:
        self._kept = dict(kept)
        self._following = following

    def of(self, member_key: str) -> int:
        if member_key in self._kept:
            return self._kept[member_key]
        self._following += 1
        return self._following - 1


@contextmanager
def _replaced(
    session: Session, given: WholeInput | PartInput, result: MatchResult, progress: Progress
) -> Iterator[_Numbers]:
    """Drop the suggestions that the result is about; the block adds those that take their place."""
    if isinstance(given, WholeInput):
        with candidates.suggested_anew(session, given.record_count, progress):
            yield _Numbers({}, 1)
        return
    grouped = [RecordId(record_id) for record_id in given.ids[result.in_scope].tolist()]
    touched = [*grouped, *sorted(given.vanished)]
    former = candidates.clusters_of(session, touched)
    following = candidates.next_cluster_id(session)
    candidates.forget_suggestions_about(session, touched)
    yield _Numbers({candidates.member_key(members): number for number, members in former.items()}, following)


def _add_pairs(session: Session, ids: Ids, result: MatchResult, progress: Progress) -> None:
    for start in range(0, len(result.left), _PAIRS_AT_ONCE):
        progress.check()
        part = slice(start, start + _PAIRS_AT_ONCE)
        first, second = ids[result.left[part]], ids[result.right[part]]
        low, high = np.minimum(first, second).tolist(), np.maximum(first, second).tolist()
        weights, probabilities = result.match_weights[part].tolist(), result.match_probabilities[part].tolist()
        candidate_pairs.add_pairs(session, list(map(candidate_pairs.KeptPair, low, high, weights, probabilities)))
