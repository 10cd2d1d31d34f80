"""A match run: which records may be one customer. It replaces suggestions; decisions stay and are honoured."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.clusters import ClusterState, weakest_link
from steward.domain.errors import StewardError
from steward.domain.pairs import Strength
from steward.domain.vetoes import find_vetoes
from steward.matching.engine import Constraints, MatchResult, match
from steward.storage import candidates, crosswalk, decisions, sources
from steward.workspace.build_golden import record_title
from steward.workspace.decide import refresh_clusters
from steward.workspace.match_columns import match_columns
from steward.workspace.views import MatchReport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.identity import Cin
    from steward.domain.pairs import RecordPair
    from steward.domain.progress import Progress
    from steward.domain.records import RecordId, SourceRecord
    from steward.workspace.context import StoreContext


def find_matches(context: StoreContext, progress: Progress) -> MatchReport:
    """Compare all active records and put what may be one customer into the queue."""
    started = time.perf_counter()
    progress.report("read", 0, 1)
    with context.database.read() as session:
        records = list(sources.iter_records(session))
        last_act = decisions.next_decision_id(session) - 1
        cin_of = crosswalk.cins_of(session, [record.id for record in records])
        apart = crosswalk.apart_pairs(session)
    if not records:
        raise StewardError("There are no records to match yet; load a list first.", code="nothing_to_match")
    progress.check()
    read_at = time.perf_counter()
    constraints = _constraints(records, cin_of, apart)
    result = match(match_columns(records), constraints=constraints, progress=progress)
    matched_at = time.perf_counter()
    progress.check()
    progress.report("store", 0, 1)
    clusters = _clusters(records, result, cin_of)
    seconds = {"read": read_at - started, "match": matched_at - read_at}
    report = {"passes": [(p.name, p.pairs, p.largest_block) for p in result.passes], "warnings": result.warnings}
    with context.database.write() as session:
        run_id = candidates.replace_run(
            session,
            run_at=context.clock(),
            run_by=context.steward,
            seconds=matched_at - started,
            record_count=len(records),
            last_act=last_act,
            model=result.model.to_json(),
            report=json.dumps(report),
        )
        candidates.add_pairs(session, _kept_pairs(records, result))
        candidates.add_clusters(session, clusters)
        refresh_clusters(context, session, [member for _, members in clusters for member in members])
        progress.check()
        counts = candidates.count_by_state(session)
        open_probabilities = candidates.open_probabilities(session)
    progress.report("store", 1, 1)
    by_strength = dict.fromkeys(Strength, 0)
    for probability in open_probabilities:
        by_strength[Strength.of(probability)] += 1
    return MatchReport(
        run_id=run_id,
        records=len(records),
        pairs=len(result.left),
        clusters=len(clusters),
        open_clusters=counts.get(ClusterState.OPEN, 0),
        by_strength=by_strength,
        passes=tuple((p.name, p.pairs, p.largest_block) for p in result.passes),
        warnings=result.warnings,
        seconds={**seconds, "store": time.perf_counter() - matched_at},
    )


def _constraints(
    records: Sequence[SourceRecord], cin_of: Mapping[RecordId, Cin], apart: set[RecordPair]
) -> Constraints:
    row_of = {record.id: row for row, record in enumerate(records)}
    first: dict[Cin, int] = {}
    together = []
    for record in records:
        cin = cin_of[record.id]
        if cin in first:
            together.append((first[cin], row_of[record.id]))
        else:
            first[cin] = row_of[record.id]
    separate = [
        (row_of[pair.low], row_of[pair.high]) for pair in sorted(apart) if pair.low in row_of and pair.high in row_of
    ]
    return Constraints(must_link=together, cannot_link=separate)


def _kept_pairs(records: Sequence[SourceRecord], result: MatchResult) -> list[candidates.KeptPair]:
    return [
        candidates.KeptPair(records[left].id, records[right].id, float(weight), float(probability))
        for left, right, weight, probability in zip(
            result.left, result.right, result.match_weights, result.match_probabilities, strict=True
        )
    ]


def _clusters(
    records: Sequence[SourceRecord], result: MatchResult, cin_of: Mapping[RecordId, Cin]
) -> list[tuple[candidates.StoredCluster, list[RecordId]]]:
    """Groups of two and more records, with what the queue shows of them."""
    rows_of: dict[int, list[int]] = {}
    for row, label in enumerate(result.clusters.tolist()):
        rows_of.setdefault(label, []).append(row)
    links: dict[int, list[tuple[RecordId, RecordId, float]]] = {}
    inside = result.clusters[result.left] == result.clusters[result.right]
    for place in np.flatnonzero(inside).tolist():
        left, right = int(result.left[place]), int(result.right[place])
        link = (records[left].id, records[right].id, float(result.match_probabilities[place]))
        links.setdefault(int(result.clusters[left]), []).append(link)
    found: list[tuple[candidates.StoredCluster, list[RecordId]]] = []
    for label, rows in sorted(rows_of.items()):
        if len(rows) < 2:
            continue
        members = [records[row] for row in rows]
        weakest = weakest_link(links.get(label, []))
        probability = weakest[2] if weakest else float(result.confidences[rows].min())
        by_cin: dict[Cin, list[SourceRecord]] = {}
        for member in members:
            by_cin.setdefault(cin_of[member.id], []).append(member)
        source_count = len({member.source_id for member in members})
        cluster = candidates.StoredCluster(
            id=len(found) + 1,
            member_key=candidates.member_key(member.id for member in members),
            title=max((record_title(member) for member in members), key=lambda title: (len(title), title)),
            record_count=len(members),
            source_count=source_count,
            probability=probability,
            veto_count=len(find_vetoes(by_cin.values())),
            impact=len(members) * source_count,
            oldest_day=min(member.delivered_on for member in members),
            state=ClusterState.OPEN,
        )
        found.append((cluster, [member.id for member in members]))
    return found
