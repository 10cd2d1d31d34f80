"""What is asked about stands in the queue like a cluster: an id below zero names two records, or an earlier decision.

So a question is looked at and answered like any cluster, whether the run proposed its records together or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.clusters import ClusterState
from steward.domain.pairs import RecordPair
from steward.domain.records import RecordId
from steward.storage.customers import crosswalk
from steward.storage.lists import source_records
from steward.storage.log import decisions
from steward.storage.matches import candidate_pairs, candidates
from steward.workspace.customers.titles import common_title
from steward.workspace.review.gold_questions import gold_decision, is_checked
from steward.workspace.views import ClusterId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

#: Record ids stay below this.
_HIGH_PART = 1 << 32


def asked_id(pair: RecordPair) -> ClusterId:
    """The id of a pair in the queue."""
    return ClusterId(-(pair.low * _HIGH_PART + pair.high))


def asked_pair(cluster_id: int) -> RecordPair | None:
    """The pair that an id names; None for the id of a cluster."""
    if cluster_id >= 0 or gold_decision(cluster_id) is not None:
        return None
    low, high = divmod(-cluster_id, _HIGH_PART)
    return RecordPair.of(RecordId(low), RecordId(high))


def get_cluster(session: Session, cluster_id: int) -> candidates.StoredCluster | None:
    """A cluster or an asked pair, None when it is not there any more."""
    return next(iter(find_clusters(session, [cluster_id])), None)


def find_clusters(session: Session, ids: Sequence[int]) -> list[candidates.StoredCluster]:
    """Clusters and asked pairs in the order of ``ids``; those that are gone are left out."""
    found = {one.id: one for one in candidates.clusters_by_id(session, [i for i in ids if i >= 0])}
    for cluster_id in ids:
        asked = _asked(session, cluster_id)
        if asked is not None:
            found[cluster_id] = asked
    return [found[cluster_id] for cluster_id in ids if cluster_id in found]


def members(session: Session, cluster_id: int) -> list[RecordId]:
    """The active records of a cluster, or those that are asked about, in id order."""
    named = _named(session, cluster_id)
    return candidates.members(session, cluster_id) if named is None else sorted(crosswalk.cins_of(session, named))


def waiting(session: Session, ids: Sequence[int]) -> list[ClusterId]:
    """Those of the clusters and asked pairs that are still open, in the order of ``ids``."""
    return [ClusterId(one.id) for one in find_clusters(session, ids) if one.state is ClusterState.OPEN]


def _named(session: Session, cluster_id: int) -> list[RecordId] | None:
    """The records that an id below zero asks about, None for the id of a cluster."""
    pair, gold = asked_pair(cluster_id), gold_decision(cluster_id)
    if pair is not None:
        return list(pair)
    decision = decisions.get_decision(session, gold) if gold is not None else None
    return sorted({r for group in decision.act.groups for r in group}) if decision is not None else None


def _asked(session: Session, cluster_id: int) -> candidates.StoredCluster | None:
    named = _named(session, cluster_id)
    records = list(source_records.iter_records(session, named, with_raw=False)) if named else []
    if named is None or len(records) < len(named):
        return None
    kept = candidate_pairs.pairs_among(session, named)
    return candidates.StoredCluster(
        id=cluster_id,
        member_key=candidates.member_key(named),
        title=common_title(records),
        record_count=len(records),
        source_count=len({record.source_id for record in records}),
        probability=min((pair.match_probability for pair in kept), default=0.0),
        veto_count=0,
        impact=0,
        usefulness=0.0,
        oldest_day=min(record.delivered_on for record in records),
        state=_state(session, cluster_id, named),
    )


def _state(session: Session, cluster_id: int, named: list[RecordId]) -> ClusterState:
    gold = gold_decision(cluster_id)
    if gold is not None:
        return ClusterState.DECIDED if is_checked(session, gold) else ClusterState.OPEN
    key = candidates.member_key(named)
    answered, deferred = decisions.answers(session, [key], "")
    if key in answered or len(set(crosswalk.cins_of(session, named).values())) < 2:
        return ClusterState.DECIDED
    return ClusterState.DEFERRED if key in deferred else ClusterState.OPEN
