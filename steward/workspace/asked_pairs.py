"""Two records asked about stand in the queue like a cluster: an id below zero names the pair.

So a question is looked at and answered like any cluster, whether the run proposed the two together or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.clusters import ClusterState
from steward.domain.pairs import RecordPair
from steward.domain.records import RecordId
from steward.storage import candidates, crosswalk, decisions, source_records
from steward.workspace.build_golden import record_title
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
    if cluster_id >= 0:
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
        pair = asked_pair(cluster_id)
        asked = _as_cluster(session, pair) if pair is not None else None
        if asked is not None:
            found[cluster_id] = asked
    return [found[cluster_id] for cluster_id in ids if cluster_id in found]


def members(session: Session, cluster_id: int) -> list[RecordId]:
    """The active records of a cluster, or those that are asked about, in id order."""
    pair = asked_pair(cluster_id)
    if pair is None:
        return candidates.members(session, cluster_id)
    return sorted(crosswalk.cins_of(session, list(pair)))


def waiting(session: Session, ids: Sequence[int]) -> list[ClusterId]:
    """Those of the clusters and asked pairs that are still open, in the order of ``ids``."""
    return [ClusterId(one.id) for one in find_clusters(session, ids) if one.state is ClusterState.OPEN]


def _as_cluster(session: Session, pair: RecordPair) -> candidates.StoredCluster | None:
    records = list(source_records.iter_records(session, list(pair), with_raw=False))
    if len(records) < 2:
        return None
    kept = candidates.pairs_among(session, list(pair))
    key = candidates.member_key(pair)
    answered, deferred = decisions.answers(session, [key], "")
    is_one = len(set(crosswalk.cins_of(session, list(pair)).values())) < 2
    state = ClusterState.DEFERRED if key in deferred else ClusterState.OPEN
    return candidates.StoredCluster(
        id=asked_id(pair),
        member_key=key,
        title=record_title(records[0]),
        record_count=2,
        source_count=len({record.source_id for record in records}),
        probability=kept[0].match_probability if kept else 0.0,
        veto_count=0,
        impact=0,
        usefulness=0.0,
        oldest_day=min(record.delivered_on for record in records),
        state=ClusterState.DECIDED if key in answered or is_one else state,
    )
