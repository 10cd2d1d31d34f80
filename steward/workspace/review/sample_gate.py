"""Semi-automatic merging: a band of probabilities may be merged in bulk once a blind sample proved it good enough.

Switched off in a new store. The sample is drawn at random and logged before anyone decides it; the certificate says how
many of its clusters were wrong and how many of the band can be at most, with 95 % confidence.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from typing import TYPE_CHECKING

from scipy.special import betaincinv

from steward.domain.clusters import ClusterState
from steward.domain.decisions import Act, Decision, DecisionKind, DeskKind
from steward.domain.errors import DecisionError
from steward.domain.vetoes import find_vetoes
from steward.storage.customers import crosswalk, stored_identity
from steward.storage.lists import source_records
from steward.storage.log import decisions
from steward.storage.matches import candidates, cluster_queue
from steward.workspace.decisions.decide import take
from steward.workspace.review.band_views import BandSample, Certificate
from steward.workspace.review.what_was_shown import shown_in_bulk

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from random import Random

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId
    from steward.workspace.context import StoreContext

_CONFIDENCE = 0.95


def error_bound(errors: int, sampled: int) -> float:
    """The share of errors that is not exceeded with 95 % confidence: exact binomial (Clopper-Pearson, one-sided).

    0 errors in 59, 149, 299, 598 bound it at 5, 2, 1, 0.5 %.
    """
    return 1.0 if errors >= sampled else float(betaincinv(errors + 1, sampled - errors, _CONFIDENCE))


def sample_size(limit: float) -> int:
    """How many clusters without an error rule out a share of errors of ``limit``. Raises DecisionError for no share."""
    _check_share(limit)
    return math.ceil(math.log(1 - _CONFIDENCE) / math.log(1 - limit))


def is_switched_on(session: Session) -> bool:
    """Whether the steward allowed semi-automatic merging."""
    newest = decisions.newest_in_force(session, DeskKind.SEMI_AUTOMATIC)
    return newest is not None and newest.act.values["is_on"] == "yes"


def draw_sample(
    context: StoreContext,
    session: Session,
    band: tuple[float, float],
    size: int,
    random: Random,
    limit: float | None = None,
) -> BandSample:
    """Choose clusters of the band at random for the steward to decide. Raises DecisionError when there are too few.

    ``limit``: the share of errors that the sample is to rule out.
    """
    _check_switched_on(session)
    if limit is not None:
        _check_share(limit)
    version = model_version(session)
    if not version:
        raise DecisionError("Match the store first; then there are bands to sample.", code="no_model")
    eligible = eligible_clusters(session, band)
    if not 0 < size <= len(eligible):
        raise DecisionError(
            f"The band has {len(eligible)} clusters to choose from; ask for a sample of that size at most.",
            code="small_band",
        )
    chosen = sorted(random.sample(eligible, size))
    groups = candidates.members_by_cluster(session, chosen)
    values = {"low": repr(band[0]), "high": repr(band[1]), "model": version}
    if limit is not None:
        values["limit"] = repr(limit)
    act = Act(DeskKind.SAMPLE, tuple(tuple(groups[cluster_id]) for cluster_id in chosen), values)
    decision = take(context, session, act, shown={"clusters_in_band": len(eligible)})
    return BandSample(decision.id, band[0], band[1], tuple(chosen))


def certify(context: StoreContext, session: Session, sample_id: int, limit: float) -> Certificate:
    """Log what the decided sample proves. Raises DecisionError when it is not decided whole or proves too little."""
    _check_switched_on(session)
    _check_share(limit)
    sample = _entry(session, sample_id, DeskKind.SAMPLE, "sample")
    undecided, errors = outcome(session, sample.act.groups, context.clock().date().isoformat())
    waiting = len(undecided)
    if waiting:
        raise DecisionError(f"{waiting} clusters of the sample wait for a decision; decide them first.", code="waiting")
    sampled = len(sample.act.groups)
    bound = error_bound(errors, sampled)
    if bound > limit:
        raise DecisionError(
            f"{errors} of {sampled} were wrong, so up to {bound:.1%} of the band may be; "
            f"that is more than {limit:.1%}. Draw a larger sample or choose a higher band.",
            code="bound_too_high",
        )
    values = {
        **sample.act.values,
        "sample": str(sample.id),
        "sampled": str(sampled),
        "errors": str(errors),
        "bound": repr(bound),
        "limit": repr(limit),
    }
    return _certificate(take(context, session, Act(DeskKind.CERTIFICATE, values=values)))


def approve_band(context: StoreContext, session: Session, certificate_id: int, reason: str) -> Decision:
    """Merge what is left of the band, as one decision. Raises DecisionError when the certificate does not hold."""
    _check_switched_on(session)
    certificate = _certificate(_entry(session, certificate_id, DeskKind.CERTIFICATE, "certificate"))
    if certificate.model_version != model_version(session):
        raise DecisionError(
            f"Certificate #{certificate_id} is about another model; draw a sample of the newest match run.",
            code="other_model",
        )
    ids = eligible_clusters(session, (certificate.low, certificate.high))
    groups = candidates.members_by_cluster(session, ids)
    sampled = _keys_of_open_samples(session)
    key_of = {cluster_id: candidates.member_key(groups[cluster_id]) for cluster_id in ids}
    left = {cluster_id: key for cluster_id, key in key_of.items() if key not in sampled}
    if not left:
        raise DecisionError("Nothing of the band is left to merge; draw a sample of another band.", code="too_few")
    act = Act(DecisionKind.MERGE, tuple(tuple(groups[cluster_id]) for cluster_id in left))
    shown = shown_in_bulk(session, act, candidates.clusters_by_id(session, list(left)))
    shown["certificate"] = certificate_id
    return take(context, session, act, reason=reason, shown=shown)


def _keys_of_open_samples(session: Session) -> set[str]:
    """The clusters of samples without a certificate: merged in bulk they would count as judged, and as right."""
    certified = {certificate.sample_id for certificate in list_certificates(session)}
    samples = decisions.list_decisions(session, kinds=(DeskKind.SAMPLE,))
    open_samples = [sample for sample in samples if sample.is_in_force and sample.id not in certified]
    return {candidates.member_key(group) for sample in open_samples for group in sample.act.groups}


def model_version(session: Session) -> str:
    """The name of the model of the newest match run; "" before the first one."""
    run = candidates.newest_run(session)
    return hashlib.blake2b(run.model.encode(), digest_size=8).hexdigest() if run else ""


def list_certificates(session: Session) -> list[Certificate]:
    """The certificates in force, newest first."""
    newest = model_version(session)
    found = decisions.list_decisions(session, kinds=(DeskKind.CERTIFICATE,))
    certificates = [_certificate(decision) for decision in found if decision.is_in_force]
    return [replace(one, is_current=one.model_version == newest) for one in certificates]


def eligible_clusters(session: Session, band: tuple[float, float]) -> list[int]:
    """Open clusters of the band (half open), in id order.

    Left out: clusters with a veto, those that would join two customers that stewards confirmed (two and more records
    each), and those that hold a pair somebody set apart.
    """
    ids = cluster_queue.queue(session, sort="age", states=(ClusterState.OPEN,), probability_range=band)
    groups = candidates.members_by_cluster(session, ids)
    everyone = [record_id for members in groups.values() for record_id in members]
    identity = stored_identity.load_identity(session, everyone)
    apart_with: dict[RecordId, set[RecordId]] = {}
    for pair in identity.apart:
        apart_with.setdefault(pair.low, set()).add(pair.high)
    records = {record.id: record for record in source_records.iter_records(session, list(identity.cin_of))}

    def is_eligible(members: Sequence[RecordId]) -> bool:
        customers = [identity.members[cin] for cin in {identity.cin_of[r] for r in members if r in identity.cin_of}]
        if len(customers) < 2 or sum(len(customer) > 1 for customer in customers) > 1:
            return False
        joined = set().union(*customers)
        if any(apart_with.get(record_id, set()) & joined for record_id in joined):
            return False
        return not find_vetoes([[records[r] for r in sorted(customer)] for customer in customers])

    return sorted(cluster_id for cluster_id, members in groups.items() if is_eligible(members))


def _check_switched_on(session: Session) -> None:
    if not is_switched_on(session):
        raise DecisionError("Semi-automatic merging is switched off; switch it on first.", code="switched_off")


def _check_share(limit: float) -> None:
    if not 0 < limit < 1:
        raise DecisionError(f"{limit} is no share of errors; give one such as 0.01 for 1 %.", code="no_share")


def outcome(session: Session, groups: Collection[Sequence[RecordId]], today: str) -> tuple[list[str], int]:
    """(member keys of the clusters that wait, how many clusters a steward did not merge whole)."""
    keys = [candidates.member_key(group) for group in groups]
    answered, _ = decisions.answers(session, keys, today)
    cin_of = crosswalk.cins_of(session, {record_id for group in groups for record_id in group})
    waiting: list[str] = []
    errors = 0
    for key, group in zip(keys, groups, strict=True):
        if len({cin_of.get(record_id) for record_id in group}) > 1:
            if key in answered:
                errors += 1
            else:
                waiting.append(key)
    return waiting, errors


def _entry(session: Session, number: int, kind: DeskKind, word: str) -> Decision:
    found = decisions.get_decision(session, number)
    if found is None or found.act.kind is not kind or not found.is_in_force:
        raise DecisionError(f"There is no {word} #{number} in force; look it up in History.", code="unknown_decision")
    return found


def _certificate(decision: Decision) -> Certificate:
    values = decision.act.values
    return Certificate(
        id=decision.id,
        low=float(values["low"]),
        high=float(values["high"]),
        model_version=values["model"],
        sample_id=int(values["sample"]),
        sampled=int(values["sampled"]),
        errors=int(values["errors"]),
        bound=float(values["bound"]),
        limit=float(values["limit"]),
        certified_at=decision.decided_at,
        certified_by=decision.decided_by,
    )
