"""What the review page shows of clusters: members, links, and whom a merge leaves out by default."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.clusters import ClusterState, weakest_link
from steward.domain.errors import StewardError
from steward.domain.pairs import Strength
from steward.domain.records import RecordId
from steward.domain.vetoes import find_vetoes
from steward.matching.explanation import explain
from steward.storage.customers import stored_identity
from steward.storage.lists import source_records, sources
from steward.storage.matches import candidate_pairs, candidates
from steward.workspace.customers.titles import record_title, telling_values
from steward.workspace.decisions.decision_views import reopened
from steward.workspace.match_runs.match_columns import match_columns
from steward.workspace.review import asked_pairs
from steward.workspace.review.cluster_reasons import find_flip, find_reasons
from steward.workspace.review.proposed_out import customers_apart, proposed_out
from steward.workspace.review.review_draft import DraftBasis, ReviewDraft
from steward.workspace.views import (
    ClusterId,
    ClusterView,
    Link,
    MemberView,
    QueueRow,
    SimilarRecord,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin, Identity
    from steward.domain.records import Source, SourceId, SourceRecord
    from steward.matching.weights.model import MatchModel
    from steward.workspace.decisions.log_views import Reopened

#: Up to this many members every pair is explained; beyond it only the pairs the run kept.
_ALL_PAIRS = 10
_MOST_LINKS = 200
_SIMILAR = 3


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
            revenue=cluster.revenue,
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
    identity = stored_identity.load_identity(session, found)
    records = {record.id: record for record in source_records.iter_records(session, list(identity.cin_of))}
    member_ids = [r for r in found if r in records]
    # Others of the same customers are shown too: they would come along.
    member_ids += sorted(records.keys() - set(member_ids))
    members = tuple(records[record_id] for record_id in member_ids)
    (evidence,) = weigh(session, [members], identity, model)
    view = _view(session, stored, evidence, identity)
    return ReviewDraft(view, DraftBasis(members, records, identity, stored.member_key))


@dataclass(frozen=True, slots=True)
class ClusterEvidence:
    """What speaks for and against one customer before a steward touches the cluster.

    ``out``: the numbers of the members that are left out by default.
    """

    members: tuple[SourceRecord, ...]
    links: tuple[Link, ...]
    weakest: Link | None
    vetoes: tuple[str, ...]
    asked_again: tuple[Reopened, ...]
    told_apart: frozenset[frozenset[Cin]]
    out: tuple[int, ...]

    @property
    def included(self) -> tuple[RecordId, ...]:
        """The records that a merge takes by default, in id order."""
        return tuple(sorted(m.id for number, m in enumerate(self.members, start=1) if number not in self.out))

    def can_merge(self, cin_of: Mapping[RecordId, Cin]) -> bool:
        """Whether two customers at least are in, and no two of them were told apart."""
        cins = {cin_of[record_id] for record_id in self.included}
        return len(cins) > 1 and not any(pair <= cins for pair in self.told_apart)


def weigh(
    session: Session, groups: Sequence[tuple[SourceRecord, ...]], identity: Identity, model: MatchModel | None
) -> list[ClusterEvidence]:
    """The evidence of clusters, each given as its members with all others of their customers."""
    found = reopened(session, [member.id for members in groups for member in members])
    told_apart = customers_apart(identity, found)
    links_of = _links(session, groups, model) if model else [()] * len(groups)
    weighed = []
    for members, links in zip(groups, links_of, strict=True):
        ids = {member.id for member in members}
        customers: dict[Cin, list[SourceRecord]] = {}
        for member in members:
            customers.setdefault(identity.cin_of[member.id], []).append(member)
        vetoes = find_vetoes(customers.values())
        weakest = _weakest(members, links)
        apart = frozenset(map(frozenset, itertools.combinations(customers, 2))) & told_apart
        asked_again = tuple(one for one in found if {one.low, one.high} <= ids)
        out = proposed_out(members, links, weakest, vetoes, identity.cin_of, apart)
        weighed.append(ClusterEvidence(members, links, weakest, vetoes, asked_again, apart, out))
    return weighed


def _view(
    session: Session, stored: candidates.StoredCluster, evidence: ClusterEvidence, identity: Identity
) -> ClusterView:
    members, by_id = evidence.members, {source.id: source for source in sources.list_sources(session)}
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
                cin=identity.cin_of[member.id],
            )
            for number, member in enumerate(members, start=1)
        ),
        strength=Strength.of(stored.probability),
        probability=stored.probability,
        links=evidence.links,
        weakest=evidence.weakest,
        proposed_out=evidence.out,
        vetoes=evidence.vetoes,
        reasons=find_reasons(members, evidence.links, evidence.weakest, evidence.out),
        reopened=evidence.asked_again,
        flip=find_flip(evidence.weakest),
        also_similar=_also_similar(session, members, by_id),
        is_deferred=stored.state is ClusterState.DEFERRED,
        is_decided=stored.state is ClusterState.DECIDED,
    )


def _links(session: Session, groups: Sequence[Sequence[SourceRecord]], model: MatchModel) -> list[tuple[Link, ...]]:
    """The links of clusters, all explained at once: what prepares that takes longer than the explaining."""
    pairs_of = [_pairs(session, members) for members in groups]
    starts = list(itertools.accumulate((len(members) for members in groups), initial=0))
    everyone = [member for members in groups for member in members]
    placed = [(start + a, start + b) for start, pairs in zip(starts, pairs_of, strict=False) for a, b in pairs]
    explanations = iter(explain(model, match_columns(everyone, names=model.compared), placed))
    return [tuple(Link(a + 1, b + 1, next(explanations)) for a, b in pairs) for pairs in pairs_of]


def _pairs(session: Session, members: Sequence[SourceRecord]) -> list[tuple[int, int]]:
    """The places of the members that are compared with each other."""
    if len(members) <= _ALL_PAIRS:
        return list(itertools.combinations(range(len(members)), 2))
    place = {member.id: row for row, member in enumerate(members)}
    kept = candidate_pairs.pairs_among(session, list(place))
    strongest = sorted(kept, key=lambda pair: (-pair.match_weight, pair.low, pair.high))[:_MOST_LINKS]
    pairs = sorted((place[pair.low], place[pair.high]) for pair in strongest)
    return [(min(pair), max(pair)) for pair in pairs]


def _weakest(members: Sequence[SourceRecord], links: Iterable[Link]) -> Link | None:
    """The weakest link of the strongest tree; the one to look at first."""
    by_numbers = {(link.first, link.second): link for link in links}
    found = weakest_link(
        (RecordId(link.first), RecordId(link.second), link.explanation.match_weight) for link in by_numbers.values()
    )
    return by_numbers[(found[0], found[1])] if found and len(members) > 1 else None


def _also_similar(
    session: Session, members: Sequence[SourceRecord], by_id: dict[SourceId, Source]
) -> tuple[SimilarRecord, ...]:
    inside = {member.id for member in members}
    found: dict[RecordId, float] = {}
    for pair in candidate_pairs.pairs_leaving(session, inside, 4 * _SIMILAR):
        other = pair.high if pair.low in inside else pair.low
        found.setdefault(other, pair.match_probability)
    chosen = list(found)[:_SIMILAR]
    records = {record.id: record for record in source_records.iter_records(session, chosen)}
    return tuple(
        SimilarRecord(r, by_id[records[r].source_id], record_title(records[r]), found[r], telling_values(records[r]))
        for r in chosen
        if r in records
    )
