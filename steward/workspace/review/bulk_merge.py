"""Many clusters merged by one decision: of each what its draft would merge before a steward touches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import Act, Decision, DecisionKind
from steward.domain.errors import DecisionError
from steward.matching.weights.model import MatchModel
from steward.storage.customers import stored_identity
from steward.storage.lists import source_records
from steward.storage.matches import candidates
from steward.workspace.decisions import decide
from steward.workspace.review.review_clusters import weigh
from steward.workspace.review.what_was_shown import shown_in_bulk

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.workspace.context import StoreContext


def merge_clusters(context: StoreContext, session: Session, cluster_ids: Collection[int], reason: str) -> Decision:
    """Merge what each cluster proposes; those of which nothing is left to merge stay as they are.

    Raises DecisionError when that is so of all of them, VetoError when evidence forbids one and there is no reason.
    """
    found = candidates.clusters_by_id(session, sorted(set(cluster_ids)))
    if not found:
        raise DecisionError("Choose a cluster of the queue at least.", code="too_few")
    groups = candidates.members_by_cluster(session, [cluster.id for cluster in found])
    identity = stored_identity.load_identity(session, [record_id for group in groups.values() for record_id in group])
    records = {r.id: r for r in source_records.iter_records(session, list(identity.cin_of), with_raw=False)}
    # Others of the same customers come along.
    everyone = [
        sorted({r for one in groups.get(cluster.id, ()) for r in identity.members[identity.cin_of[one]]})
        for cluster in found
    ]
    run = candidates.newest_run(session)
    model = MatchModel.from_json(run.model) if run else None
    weighed = weigh(session, [tuple(records[r] for r in members) for members in everyone], identity, model)
    merged = {
        cluster: evidence.included
        for cluster, evidence in zip(found, weighed, strict=True)
        if evidence.can_merge(identity.cin_of)
    }
    if not merged:
        raise DecisionError(
            "Nothing of these clusters is left to merge; look at the queue again.", code="nothing_to_merge"
        )
    act = Act(DecisionKind.MERGE, tuple(merged.values()))
    return decide.take(context, session, act, reason=reason, shown=shown_in_bulk(session, act, list(merged)))
