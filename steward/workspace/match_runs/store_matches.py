"""Keeping what a match run found: pairs and clusters take the place of earlier suggestions, decisions stay."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.clusters import ClusterState, weakest_link
from steward.domain.pairs import RecordPair
from steward.domain.vetoes import find_vetoes
from steward.matching.engine import MatchResult, match
from steward.matching.usefulness import expected_neighbours, usefulness
from steward.storage.chunks import chunks
from steward.storage.lists import source_records
from steward.storage.matches import candidates
from steward.workspace.customers.build_golden import record_title
from steward.workspace.decisions.decide import refresh_clusters, take
from steward.workspace.match_runs import kept_keys
from steward.workspace.match_runs.kept_keys import KeptKeys
from steward.workspace.match_runs.match_input import MatchInput, PartInput
from steward.workspace.match_runs.run_notes import RunKind, RunNotes
from steward.workspace.match_runs.run_views import MatchReport
from steward.workspace.review.cluster_traits import Traits, keep_traits
from steward.workspace.review.cluster_worth import impact_of, revenue_of
from steward.workspace.review.review_clusters import compared
from steward.workspace.upkeep.status import count_by_strength

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Act
    from steward.domain.identity import Cin
    from steward.domain.progress import Progress
    from steward.domain.records import RecordId, SourceRecord
    from steward.matching.model import MatchModel
    from steward.workspace.context import StoreContext

#: Clusters whose records are held at a time.
_AT_ONCE = 2_000


def match_with(model: MatchModel, given: MatchInput, progress: Progress, *, with_keys: bool = False) -> MatchResult:
    """Match everything with a known model."""
    return match(
        given.compared.columns(compared(model)),
        constraints=given.constraints(),
        progress=progress,
        model=model,
        with_keys=with_keys,
    )


def store_result(
    context: StoreContext,
    given: MatchInput | PartInput,
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
    progress.check()
    progress.report("store", 0, 1)
    traits = Traits()
    with context.database.read() as session:
        found = list(_clusters(session, given, result, traits, progress))
    with context.database.write() as session:
        if act is not None:
            take(context, session, act)
        numbers = _forget(session, given, result)
        clusters = [(replace(cluster, id=numbers.of(cluster.member_key)), members) for cluster, members in found]
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
        run_id = add_run(model=result.model.to_json(), report=notes.to_json())
        candidates.add_pairs(session, _kept_pairs(given.ids, result))
        candidates.add_clusters(session, clusters)
        keep_traits(session, [cluster.id for cluster, _ in clusters], traits)
        refresh_clusters(context, session, [member for _, members in clusters for member in members])
        progress.check()
        _keep_keys(session, given, result)
        counts = candidates.count_by_state(session)
        by_strength = count_by_strength(session)
        pair_count = candidates.count_pairs(session)
    progress.report("store", 1, 1)
    return MatchReport(
        run_id=run_id,
        records=given.record_count,
        pairs=pair_count,
        clusters=sum(counts.values()),
        open_clusters=counts.get(ClusterState.OPEN, 0),
        by_strength=by_strength,
        passes=notes.passes,
        warnings=notes.warnings,
        seconds={},
        kind=notes.kind,
        fresh_records=given.fresh_count if isinstance(given, PartInput) else given.record_count,
        touched_records=int(result.in_scope.sum()),
    )


def _keep_keys(session: Session, given: MatchInput | PartInput, result: MatchResult) -> None:
    """Keep what the next run looks for neighbours by."""
    if isinstance(given, PartInput):
        kept_keys.save_changes(session, given.keys)
    else:
        assert result.keys is not None, "keys are asked for where everything is matched"
        kept_keys.save(session, KeptKeys(np.array(given.ids, np.int64), given.versions, result.keys))


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


def _forget(session: Session, given: MatchInput | PartInput, result: MatchResult) -> _Numbers:
    if isinstance(given, MatchInput):
        candidates.forget_suggestions(session)
        return _Numbers({}, 1)
    touched: Collection[RecordId] = [given.ids[row] for row in np.flatnonzero(result.in_scope).tolist()]
    touched = [*touched, *sorted(given.vanished)]
    former = candidates.clusters_of(session, touched)
    following = candidates.next_cluster_id(session)
    candidates.forget_suggestions_about(session, touched)
    return _Numbers({candidates.member_key(members): number for number, members in former.items()}, following)


def _kept_pairs(ids: Sequence[RecordId], result: MatchResult) -> list[candidates.KeptPair]:
    pairs = [RecordPair.of(ids[a], ids[b]) for a, b in zip(result.left, result.right, strict=True)]
    return [
        candidates.KeptPair(pair.low, pair.high, float(weight), float(probability))
        for pair, weight, probability in zip(pairs, result.match_weights, result.match_probabilities, strict=True)
    ]


def _clusters(
    session: Session, given: MatchInput | PartInput, result: MatchResult, traits: Traits, progress: Progress
) -> Iterator[tuple[candidates.StoredCluster, list[RecordId]]]:
    """Groups of two and more records, with what the queue shows of them but no numbers yet; their traits are added."""
    ids, cin_of = given.ids, given.cin_of
    rows_of: dict[int, list[int]] = {}
    looked_at = np.flatnonzero(result.in_scope)
    for row, label in zip(looked_at.tolist(), result.clusters[looked_at].tolist(), strict=True):
        rows_of.setdefault(label, []).append(row)
    links: dict[int, list[tuple[RecordId, RecordId, float]]] = {}
    inside = result.clusters[result.left] == result.clusters[result.right]
    for place in np.flatnonzero(inside).tolist():
        left, right = int(result.left[place]), int(result.right[place])
        link = (ids[left], ids[right], float(result.match_probabilities[place]))
        links.setdefault(int(result.clusters[left]), []).append(link)
    several = {label: rows for label, rows in rows_of.items() if len(rows) > 1}
    decided = {label for label, rows in several.items() if len({cin_of[ids[row]] for row in rows}) == 1}
    neighbours = expected_neighbours(result, decided)
    for label, rows, members in _with_records(session, ids, several, progress):
        weakest = weakest_link(links.get(label, []))
        confidences = result.confidences[rows]
        probability = weakest[2] if weakest else float(confidences.min())
        by_cin: dict[Cin, list[SourceRecord]] = {}
        for member in members:
            by_cin.setdefault(cin_of[member.id], []).append(member)
        key = candidates.member_key(member.id for member in members)
        source_ids = tuple(sorted({member.source_id for member in members}))
        revenue = revenue_of(members)
        cluster = candidates.StoredCluster(
            id=0,
            member_key=key,
            title=max((record_title(member) for member in members), key=lambda title: (len(title), title)),
            record_count=len(members),
            source_count=len(source_ids),
            probability=probability,
            veto_count=len(find_vetoes(by_cin.values())),
            impact=impact_of(len(members), len(source_ids), revenue),
            usefulness=usefulness(confidences, float(neighbours[label])),
            oldest_day=min(member.delivered_on for member in members),
            state=ClusterState.OPEN,
            source_ids=source_ids,
            revenue=revenue,
        )
        traits.add(members)
        yield cluster, [member.id for member in members]


def _with_records(
    session: Session, ids: Sequence[RecordId], groups: Mapping[int, list[int]], progress: Progress
) -> Iterator[tuple[int, list[int], list[SourceRecord]]]:
    """(label, rows, members in id order) of each group; a few thousand at a time are read."""
    for portion in chunks(sorted(groups.items()), _AT_ONCE):
        progress.check()
        wanted = [ids[row] for _, rows in portion for row in rows]
        records = {record.id: record for record in source_records.iter_records(session, wanted, with_raw=False)}
        for label, rows in portion:
            yield label, rows, [records[record_id] for record_id in sorted(ids[row] for row in rows)]
