"""Records that the newest run left in no cluster though they resemble others, and what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import exists, select, union

from steward.domain.clusters import ClusterState
from steward.domain.records import RecordId
from steward.storage.chunks import among, chunks
from steward.storage.matches.candidate_pairs import KeptPair
from steward.storage.tables import Base, CandidatePairRow, ClusterMemberRow, ClusterRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_PAIRS = Base.metadata.tables[CandidatePairRow.__tablename__]
_MEMBERS = Base.metadata.tables[ClusterMemberRow.__tablename__]


@dataclass(frozen=True, slots=True)
class Home:
    """The cluster that a record is in."""

    cluster_id: int
    record_count: int
    is_decided: bool


def loose_pairs(session: Session, least: float) -> tuple[set[RecordId], list[KeptPair]]:
    """The records in no cluster that a pair of at least that probability speaks for, and all kept pairs of theirs."""
    low, high = _PAIRS.c.low, _PAIRS.c.high
    likely = _PAIRS.c.match_probability >= least
    found = union(*(select(side).where(likely, _is_in_none(side)) for side in (low, high)))
    loose = {RecordId(record_id) for record_id in session.scalars(found)}
    pairs = {}
    for portion in chunks(loose):
        for side in (low, high):
            for row in session.execute(select(_PAIRS).where(among(side, portion))):
                kept = KeptPair(RecordId(row.low), RecordId(row.high), row.match_weight, row.match_probability)
                pairs[kept.low, kept.high] = kept
    return loose, [pairs[key] for key in sorted(pairs)]


def _is_in_none(record_id: ColumnElement[int]) -> ColumnElement[bool]:
    return ~exists().where(_MEMBERS.c.record_id == record_id)


def homes(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, Home]:
    """The clusters of those of the records that are in one."""
    query = select(ClusterMemberRow.record_id, ClusterRow.id, ClusterRow.record_count, ClusterRow.state).join(
        ClusterRow, ClusterRow.id == ClusterMemberRow.cluster_id
    )
    found = {}
    for portion in chunks(record_ids):
        for record_id, cluster_id, count, state in session.execute(
            query.where(among(ClusterMemberRow.record_id, portion))
        ):
            found[RecordId(record_id)] = Home(cluster_id, count, state == ClusterState.DECIDED.value)
    return found
