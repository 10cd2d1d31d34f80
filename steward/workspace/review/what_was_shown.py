"""What a steward saw when they decided, as the log keeps it: versions of records, weights, the run, the cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.errors import StewardError
from steward.storage.lists import record_versions
from steward.storage.matches import candidate_pairs, candidates
from steward.workspace.review import asked_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Act
    from steward.storage.matches.candidates import StoredCluster

#: An entry of the log keeps so many weights for a group at most, of very large clusters those of the first records.
_WEIGHTS_SHOWN = 500


def shown_with(session: Session, act: Act, cluster_id: int | None) -> dict[str, object]:
    """What the steward saw of the records and of the cluster that is answered. Raises StewardError when it is gone."""
    shown = _evidence(session, act)
    if cluster_id is None:
        return shown
    stored = asked_pairs.get_cluster(session, cluster_id)
    if stored is None:
        raise StewardError(
            f"Cluster {cluster_id} is not in the queue any more; a later match run replaced it.", code="no_cluster"
        )
    pair = asked_pairs.asked_pair(cluster_id)
    if pair is not None:
        proposed = any(set(pair) <= set(group) for group in candidates.clusters_of(session, pair).values())
        shown["asked"] = "proposed" if proposed else "outside"
    return shown | {"cluster": stored.member_key, "probability": round(stored.probability, 4)}


def shown_in_bulk(session: Session, act: Act, clusters: Sequence[StoredCluster]) -> dict[str, object]:
    """What stood behind a decision over many clusters."""
    return _evidence(session, act) | {
        "clusters": [cluster.member_key for cluster in clusters],
        "probabilities": [round(cluster.probability, 4) for cluster in clusters],
    }


def _evidence(session: Session, act: Act) -> dict[str, object]:
    named = [record_id for group in act.groups for record_id in group]
    versions = record_versions.versions_of(session, named)
    run = candidates.newest_run(session)
    pairs = candidate_pairs.pairs_among(session, named)[: _WEIGHTS_SHOWN * len(act.groups)]
    return {
        "versions": {str(record_id): version for record_id, version in versions.items()},
        "run": run.id if run else None,
        "weights": [[pair.low, pair.high, round(pair.match_weight, 2)] for pair in pairs],
    }
