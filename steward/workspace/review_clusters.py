"""What the review page shows of a cluster: members, links, why they match, what would flip it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from steward.domain.clusters import ClusterState, weakest_link
from steward.domain.errors import StewardError
from steward.domain.pairs import Level, PairExplanation, Strength
from steward.domain.records import RecordId
from steward.domain.vetoes import find_vetoes
from steward.matching.explanation import explain
from steward.storage import candidates, crosswalk, source_records, sources
from steward.workspace import asked_pairs
from steward.workspace.build_golden import record_title
from steward.workspace.decision_views import reopened
from steward.workspace.match_columns import match_columns
from steward.workspace.proposed_out import customers_apart, proposed_out
from steward.workspace.review_draft import DraftBasis, ReviewDraft
from steward.workspace.views import (
    ClusterId,
    ClusterView,
    Flip,
    Link,
    MemberView,
    QueueRow,
    Reason,
    ReasonKind,
    SimilarRecord,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.identity import Identity
    from steward.domain.records import Source, SourceId, SourceRecord
    from steward.matching.model import MatchModel

#: Up to this many members every pair is explained; beyond it only the pairs the run kept.
_ALL_PAIRS = 10
_MOST_LINKS = 200
_SIMILAR = 3
#: Evidence below this many bits is not worth a word in the sentence.
TELLING_WEIGHT = 0.5


def queue_rows(session: Session, ids: Sequence[int]) -> list[QueueRow]:
    """Clusters as the queue lists them, in the order of ``ids``."""
    return [
        QueueRow(
            id=ClusterId(cluster.id),
            title=cluster.title,
            member_count=cluster.record_count,
            source_count=cluster.source_count,
            veto_count=cluster.veto_count,
            strength=Strength.of(cluster.probability),
            probability=cluster.probability,
            impact=cluster.impact,
            is_deferred=cluster.state is ClusterState.DEFERRED,
        )
        for cluster in asked_pairs.find_clusters(session, ids)
    ]


def load_draft(session: Session, cluster_id: int, model: MatchModel | None, extra: Iterable[int] = ()) -> ReviewDraft:
    """A fresh draft of a cluster. ``model`` is that of the newest run, ``extra`` are records to show with it.

    Raises StewardError when the newest run has no such cluster.
    """
    stored = asked_pairs.get_cluster(session, cluster_id)
    if stored is None:
        raise StewardError(
            f"Cluster {cluster_id} is not in the queue any more; a later match run replaced it.", code="no_cluster"
        )
    found = asked_pairs.members(session, cluster_id)
    found += [RecordId(record_id) for record_id in extra if record_id not in found]
    identity = crosswalk.load_identity(session, found)
    records = {record.id: record for record in source_records.iter_records(session, list(identity.cin_of))}
    member_ids = [r for r in found if r in records]
    # Others of the same customers are shown too: they would come along.
    member_ids += sorted(records.keys() - set(member_ids))
    members = tuple(records[record_id] for record_id in member_ids)
    view = _view(session, stored, members, identity, model)
    return ReviewDraft(view, DraftBasis(members, records, identity, stored.member_key))


def _view(
    session: Session,
    stored: candidates.StoredCluster,
    members: tuple[SourceRecord, ...],
    identity: Identity,
    model: MatchModel | None,
) -> ClusterView:
    cin_of = identity.cin_of
    by_id = {source.id: source for source in sources.list_sources(session)}
    kept = candidates.pairs_among(session, [member.id for member in members])
    links = _links(members, kept, model) if model else ()
    weakest = _weakest(members, links)
    customers: dict[str, list[SourceRecord]] = {}
    for member in members:
        customers.setdefault(cin_of[member.id], []).append(member)
    vetoes = find_vetoes(customers.values())
    asked_again = reopened(session, [member.id for member in members])
    told_apart = customers_apart(identity, asked_again)
    out = proposed_out(members, links, weakest, vetoes, cin_of, told_apart)
    return ClusterView(
        id=ClusterId(stored.id),
        title=stored.title,
        members=tuple(
            MemberView(
                record_id=member.id,
                number=number,
                source=by_id[member.source_id],
                source_key=member.source_key,
                row=member.row,
                delivered_on=member.delivered_on,
                cin=cin_of[member.id],
            )
            for number, member in enumerate(members, start=1)
        ),
        strength=Strength.of(stored.probability),
        probability=stored.probability,
        links=links,
        weakest=weakest,
        proposed_out=out,
        vetoes=vetoes,
        reasons=_reasons(members, links, weakest, out),
        reopened=tuple(asked_again),
        flip=_flip(weakest),
        also_similar=_also_similar(session, members, by_id),
        is_deferred=stored.state is ClusterState.DEFERRED,
        is_decided=stored.state is ClusterState.DECIDED,
    )


def _links(members: Sequence[SourceRecord], kept: Sequence[candidates.KeptPair], model: MatchModel) -> tuple[Link, ...]:
    place = {member.id: row for row, member in enumerate(members)}
    if len(members) <= _ALL_PAIRS:
        pairs = list(itertools.combinations(range(len(members)), 2))
    else:
        strongest = sorted(kept, key=lambda pair: (-pair.match_weight, pair.low, pair.high))[:_MOST_LINKS]
        pairs = sorted((place[pair.low], place[pair.high]) for pair in strongest)
        pairs = [(min(pair), max(pair)) for pair in pairs]
    explanations = explain(model, match_columns(members, names=compared(model)), pairs)
    return tuple(Link(a + 1, b + 1, why) for (a, b), why in zip(pairs, explanations, strict=True))


def compared(model: MatchModel) -> list[str]:
    """The attributes that a model compares."""
    return sorted({name for feature in model.features for name in feature.columns})


def _weakest(members: Sequence[SourceRecord], links: Iterable[Link]) -> Link | None:
    """The weakest link of the strongest tree; the one to look at first."""
    by_numbers = {(link.first, link.second): link for link in links}
    found = weakest_link(
        (RecordId(link.first), RecordId(link.second), link.explanation.match_weight) for link in by_numbers.values()
    )
    return by_numbers[(found[0], found[1])] if found and len(members) > 1 else None


def _reasons(
    members: Sequence[SourceRecord], links: Sequence[Link], weakest: Link | None, out: Sequence[int]
) -> tuple[Reason, ...]:
    """The why sentence, clause by clause: what is shared by most, what holds the rest, what speaks against."""
    shared = _shared_values(members, links)
    clauses = [Reason(ReasonKind.SAME_VALUES, numbers, attributes) for numbers, attributes in shared[:2]]
    if not clauses and weakest is not None:
        similar = _attributes(weakest.explanation, positive=True)
        if similar:
            clauses.append(Reason(ReasonKind.SIMILAR_VALUES, (weakest.first, weakest.second), similar[:3]))
    against = _against(links, out) if out else weakest
    if against is not None:
        attributes = _attributes(against.explanation, positive=False)
        if attributes:
            number = against.second if not out or against.second in out else against.first
            clauses.append(Reason(ReasonKind.CONTRADICTS, (number,), attributes[:2]))
    return tuple(clauses)


def _against(links: Iterable[Link], out: Sequence[int]) -> Link | None:
    crossing = [link for link in links if (link.first in out) != (link.second in out)]
    return min(crossing, key=lambda link: (link.explanation.match_weight, link.first, link.second), default=None)


def _attributes(explanation: PairExplanation, *, positive: bool) -> tuple[str, ...]:
    """The leading attributes of the evidence for (or against), strongest first.

    An equal value can count against a pair, where it is seen with different people; it is no other value for that.
    """
    ranked = sorted(explanation.evidence, key=lambda e: -abs(e.match_weight))
    if positive:
        return tuple(e.attributes[0] for e in ranked if e.match_weight > TELLING_WEIGHT)
    other = (e for e in ranked if e.level is not Level.EXACT)
    return tuple(e.attributes[0] for e in other if e.match_weight < -TELLING_WEIGHT)


def _shared_values(
    members: Sequence[SourceRecord], links: Iterable[Link]
) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """(member numbers, attributes in which they have an equal value), the largest and strongest groups first."""
    weight: dict[str, float] = {}
    for link in links:
        for evidence in link.explanation.evidence:
            if evidence.level is Level.EXACT and evidence.match_weight > TELLING_WEIGHT:
                name = evidence.attributes[0]
                weight[name] = max(weight.get(name, 0.0), evidence.match_weight)
    groups: dict[tuple[int, ...], list[str]] = {}
    for name in sorted(weight, key=lambda n: (-weight[n], n)):
        holders: dict[str, list[int]] = {}
        for number, member in enumerate(members, start=1):
            for value in dict.fromkeys(v for v in member.standard.get(name, ()) if v):
                holders.setdefault(value, []).append(number)
        largest = max(holders.values(), key=lambda numbers: (len(numbers), [-n for n in numbers]), default=[])
        if len(largest) > 1:
            groups.setdefault(tuple(largest), []).append(name)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[0]), -sum(weight[n] for n in item[1]), item[0]))
    return [(numbers, tuple(names[:3])) for numbers, names in ranked]


def _flip(weakest: Link | None) -> Flip | None:
    """What the weakest link would be without its strongest evidence, when that changes the word for it."""
    if weakest is None:
        return None
    explanation = weakest.explanation
    strongest = max(explanation.evidence, key=lambda e: e.match_weight, default=None)
    if strongest is None or strongest.match_weight <= 0:
        return None
    left = explanation.match_weight - strongest.match_weight
    probability = 1 / (1 + 2 ** -max(-60.0, min(60.0, left)))
    strength = Strength.of(probability)
    return Flip(strongest.attributes[0], left, strength) if strength is not explanation.strength else None


def _also_similar(
    session: Session, members: Sequence[SourceRecord], by_id: dict[SourceId, Source]
) -> tuple[SimilarRecord, ...]:
    inside = {member.id for member in members}
    found: dict[RecordId, float] = {}
    for pair in candidates.pairs_leaving(session, inside, 4 * _SIMILAR):
        other = pair.high if pair.low in inside else pair.low
        found.setdefault(other, pair.match_probability)
    chosen = list(found)[:_SIMILAR]
    records = {record.id: record for record in source_records.iter_records(session, chosen)}
    return tuple(
        SimilarRecord(r, by_id[records[r].source_id], record_title(records[r]), found[r])
        for r in chosen
        if r in records
    )
