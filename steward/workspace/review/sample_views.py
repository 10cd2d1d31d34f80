"""Bands and samples as the steward looks at them: how many clusters, how far decided, what it proves so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.clusters import ClusterState
from steward.domain.decisions import DecisionId, DeskKind
from steward.storage.log import decisions
from steward.storage.matches import candidates, cluster_queue
from steward.workspace.review.band_views import BandCount, SampleState
from steward.workspace.review.sample_gate import eligible_clusters, error_bound, model_version, outcome
from steward.workspace.views import ClusterId

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision


def count_band(session: Session, band: tuple[float, float]) -> BandCount:
    """How many clusters of the band are open, and how many of them may be merged in bulk."""
    found = cluster_queue.count_queue(session, states=(ClusterState.OPEN,), probability_range=band)
    return BandCount(found, len(eligible_clusters(session, band)))


def list_samples(session: Session, today: str) -> list[SampleState]:
    """The samples in force, newest first."""
    newest = model_version(session)
    certified = {
        int(decision.act.values["sample"]): decision.id
        for decision in decisions.list_decisions(session, kinds=(DeskKind.CERTIFICATE,))
        if decision.is_in_force
    }
    return [
        _state(session, decision, newest, certified.get(decision.id), today)
        for decision in decisions.list_decisions(session, kinds=(DeskKind.SAMPLE,))
        if decision.is_in_force
    ]


def _state(
    session: Session, decision: Decision, newest: str, certificate_id: DecisionId | None, today: str
) -> SampleState:
    values, groups = decision.act.values, decision.act.groups
    undecided, errors = outcome(session, groups, today)
    # A later match run may have grouped these records otherwise; such clusters can't be shown any more.
    at_hand = candidates.ids_by_member_key(session, undecided)
    return SampleState(
        id=decision.id,
        low=float(values["low"]),
        high=float(values["high"]),
        limit=float(values["limit"]) if "limit" in values else None,
        sampled=len(groups),
        waiting=tuple(ClusterId(at_hand[key]) for key in undecided if key in at_hand),
        undecided=len(undecided),
        errors=errors,
        bound=error_bound(errors, len(groups) - len(undecided)),
        is_current=values["model"] == newest,
        certificate_id=certificate_id,
        drawn_by=decision.decided_by,
    )
