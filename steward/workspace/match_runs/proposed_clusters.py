"""The clusters that a result proposes, with what the queue shows of them.

The records of a few thousand are read at a time, and what is found is held packed: as objects, the clusters of a
million records would need as much memory as matching them did.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.clusters import ClusterState
from steward.domain.records import RecordId
from steward.domain.vetoes import find_vetoes
from steward.matching.runs.usefulness import usefulness
from steward.storage.lists import source_records
from steward.storage.matches import candidates
from steward.workspace.customers.titles import common_title
from steward.workspace.review.cluster_traits import Traits
from steward.workspace.review.cluster_worth import impact_of, revenue_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.records import SourceRecord
    from steward.matching.runs.engine import MatchResult
    from steward.workspace.match_runs.match_columns import Ids
    from steward.workspace.match_runs.match_input import PartInput, WholeInput

#: Clusters whose records are held at a time, and that are made until the user is asked whether to stop.
_AT_ONCE, _BETWEEN_CHECKS = 2_000, 200

#: A cluster, without a number yet, and its members.
ProposedCluster = tuple[candidates.StoredCluster, list[RecordId]]


@dataclass(frozen=True, slots=True)
class ClusterRows:
    """The rows of clusters of several, by label: each has ``sizes`` of ``rows`` (ascending), one after the other."""

    labels: Ids
    sizes: Ids
    rows: Ids

    @classmethod
    def of(cls, result: MatchResult) -> ClusterRows:
        """Those of the rows that were matched."""
        looked_at = np.flatnonzero(result.in_scope)
        labels = result.clusters[looked_at]
        order = np.argsort(labels, kind="stable")
        found, sizes = np.unique(labels, return_counts=True)
        several = sizes > 1
        return cls(found[several].astype(np.int64), sizes[several], looked_at[order[np.repeat(several, sizes)]])

    def __len__(self) -> int:
        return len(self.labels)

    def starts(self) -> Ids:
        """Where the rows of each cluster begin, and where the last one's end."""
        return np.concatenate([[0], np.cumsum(self.sizes)])


@dataclass(frozen=True, slots=True)
class Proposal:
    """The clusters of a result; ``traits``: what is true of them, in their order."""

    traits: Traits = field(default_factory=Traits)
    _packed: list[bytes] = field(default_factory=list)

    def count_portions(self) -> int:
        """How many times clusters were added."""
        return len(self._packed)

    def add(self, portion: list[ProposedCluster]) -> None:
        """Some more clusters."""
        self._packed.append(pickle.dumps(portion, pickle.HIGHEST_PROTOCOL))

    def portions(self) -> Iterator[list[ProposedCluster]]:
        """All clusters, as they were added."""
        return map(pickle.loads, self._packed)


def propose(session: Session, given: WholeInput | PartInput, result: MatchResult, progress: Progress) -> Proposal:
    """The clusters in the order of their labels."""
    clusters = ClusterRows.of(result)
    starts = clusters.starts()
    progress.check()
    useful = usefulness(result, _decided(given, clusters, starts))
    progress.check()
    proposal = Proposal()
    for begin in range(0, len(clusters), _AT_ONCE):
        end = min(begin + _AT_ONCE, len(clusters))
        rows = clusters.rows[starts[begin] : starts[end]]
        wanted = [RecordId(record_id) for record_id in given.ids[rows].tolist()]
        records = {record.id: record for record in source_records.iter_records(session, wanted, with_raw=False)}
        portion: list[ProposedCluster] = []
        for place in range(begin, end):
            if place % _BETWEEN_CHECKS == 0:
                progress.check()
            rows = clusters.rows[starts[place] : starts[place + 1]]
            customers = dict(zip(given.ids[rows].tolist(), given.customers[rows].tolist(), strict=True))
            members = [records[RecordId(record_id)] for record_id in sorted(customers)]
            confidence = float(result.confidences[rows].min())
            found = _cluster(members, customers, confidence, float(useful[clusters.labels[place]]))
            portion.append((found, [member.id for member in members]))
            proposal.traits.add(members)
        proposal.add(portion)
        progress.report("store", end, 2 * len(clusters))
    return proposal


def _decided(given: WholeInput | PartInput, clusters: ClusterRows, starts: Ids) -> list[int]:
    """The labels of the clusters that are one customer already."""
    if not len(clusters):
        return []
    customers = given.customers[clusters.rows]
    is_one = np.minimum.reduceat(customers, starts[:-1]) == np.maximum.reduceat(customers, starts[:-1])
    found: list[int] = clusters.labels[is_one].tolist()
    return found


def _cluster(
    members: list[SourceRecord], customers: dict[int, int], probability: float, useful: float
) -> candidates.StoredCluster:
    by_customer: dict[int, list[SourceRecord]] = {}
    for member in members:
        by_customer.setdefault(customers[member.id], []).append(member)
    source_ids = tuple(sorted({member.source_id for member in members}))
    revenue = revenue_of(members)
    return candidates.StoredCluster(
        id=0,
        member_key=candidates.member_key(member.id for member in members),
        title=common_title(members),
        record_count=len(members),
        source_count=len(source_ids),
        probability=probability,
        veto_count=len(find_vetoes(by_customer.values())),
        impact=impact_of(len(members), len(source_ids), revenue),
        usefulness=useful,
        oldest_day=min(member.delivered_on for member in members),
        state=ClusterState.OPEN,
        source_ids=source_ids,
        revenue=revenue,
    )
