"""What a match run found: the run itself, and the clusters that its pairs form."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Row, Select, delete, func, select, update

from steward.domain.clusters import ClusterState
from steward.domain.records import RecordId, SourceId
from steward.storage.bulk import insert_tuples, keep_schema_near, make_indexes, put_off_indexes
from steward.storage.chunks import among, chunks
from steward.storage.matches import cluster_marks, cluster_values
from steward.storage.tables import (
    ActiveRecordRow,
    Base,
    CandidatePairRow,
    ClusterMemberRow,
    ClusterRow,
    MatchRunRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from steward.domain.progress import Progress

# The table, not the class: a bulk decision reads it by the ten thousand rows.
_CLUSTERS = Base.metadata.tables[ClusterRow.__tablename__]

#: Clusters, or records with pairs, that are forgotten in one statement.
_FORGOTTEN_AT_ONCE = 20_000
#: Of fewer records the suggestions are put into their indexes one by one.
_MANY = 20_000


@dataclass(frozen=True, slots=True)
class MatchRun:
    """The newest match run. ``last_act`` is the last log entry that it knew of; ``report`` is JSON text."""

    id: int
    run_at: datetime
    seconds: float
    record_count: int
    last_act: int
    model: str
    report: str


class StoredCluster(NamedTuple):
    """A cluster without its members. ``usefulness``: pairs of records that an answer is expected to put right.

    ``impact``: how far an answer reaches, as a number to order by; ``revenue``: what the members brought in together.
    A tuple, since a match of everything packs and stores them by the hundred thousand.
    """

    id: int
    member_key: str
    title: str
    record_count: int
    source_count: int
    probability: float
    veto_count: int
    impact: int
    usefulness: float
    oldest_day: str
    state: ClusterState
    source_ids: tuple[SourceId, ...] = ()
    revenue: float = 0.0


#: What is stored of a cluster: what it is, and how far its probability is from even odds.
_STORED = (*("sources" if name == "source_ids" else name for name in StoredCluster._fields), "sureness")


def member_key(members: Iterable[int]) -> str:
    """The name of a group of records, the same in every run: a hash of their ids."""
    text = ",".join(str(member) for member in sorted(members))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


@contextmanager
def suggested_anew(session: Session, record_count: int, progress: Progress) -> Iterator[None]:
    """Drop what the runs so far suggested; the block adds what takes its place, of so many records."""
    tables = (CandidatePairRow, ClusterRow, ClusterMemberRow)
    put_off = put_off_indexes(session, tables) if record_count > _MANY else []
    forget_suggestions(session, progress)
    yield
    make_indexes(session, put_off, progress.check)


def forget_suggestions(session: Session, progress: Progress) -> None:
    """Drop what the runs so far suggested."""
    for table, number in ((ClusterMemberRow, ClusterMemberRow.cluster_id), (ClusterRow, ClusterRow.id)):
        _forget_all(session, table, number, progress)
    _forget_all(session, CandidatePairRow, CandidatePairRow.low, progress)
    cluster_marks.forget(session)
    cluster_values.forget(session)


def _forget_all(session: Session, table: type[Base], number: InstrumentedAttribute[int], progress: Progress) -> None:
    """Some at a time: what one statement deletes is held in memory until it is done, and it can't be stopped."""
    last = session.scalar(select(func.max(number))) or 0
    for start in range(0, last + 1, _FORGOTTEN_AT_ONCE):
        progress.check()
        session.execute(delete(table).where(number.between(start, start + _FORGOTTEN_AT_ONCE - 1)))


def forget_suggestions_about(session: Session, record_ids: Collection[RecordId]) -> None:
    """Drop the clusters that hold any of these records and the pairs that have one."""
    gone = sorted(clusters_of(session, record_ids))
    for some in chunks(gone):
        session.execute(delete(ClusterMemberRow).where(among(ClusterMemberRow.cluster_id, some)))
        session.execute(delete(ClusterRow).where(among(ClusterRow.id, some)))
    for portion in chunks(record_ids):
        session.execute(delete(CandidatePairRow).where(among(CandidatePairRow.low, portion)))
        session.execute(delete(CandidatePairRow).where(among(CandidatePairRow.high, portion)))


def add_run(
    session: Session,
    *,
    run_at: datetime,
    run_by: str,
    seconds: float,
    record_count: int,
    last_act: int,
    model: str,
    report: str,
) -> int:
    """Note a run; returns its number."""
    row = MatchRunRow(
        run_at=run_at.isoformat(),
        run_by=run_by,
        seconds=seconds,
        record_count=record_count,
        last_act=last_act,
        model=model,
        report=report,
    )
    session.add(row)
    session.flush()
    return row.id


def newest_run(session: Session) -> MatchRun | None:
    """The newest run, None when there was none."""
    row = session.scalar(select(MatchRunRow).order_by(MatchRunRow.id.desc()).limit(1))
    if row is None:
        return None
    run_at = datetime.fromisoformat(row.run_at)
    return MatchRun(row.id, run_at, row.seconds, row.record_count, row.last_act, row.model, row.report)


def newest_run_id(session: Session) -> int:
    """The number of the newest run, 0 when there was none."""
    return session.scalar(select(func.max(MatchRunRow.id))) or 0


def model_of(session: Session, run_id: int) -> str:
    """The model of a run, as text."""
    return session.scalars(select(MatchRunRow.model).where(MatchRunRow.id == run_id)).one()


def add_clusters(session: Session, clusters: Sequence[tuple[StoredCluster, Sequence[RecordId]]]) -> None:
    """Keep clusters of the new run with their members."""
    for portion in chunks(clusters, 1000):
        insert_tuples(session, ClusterRow, _STORED, [_values(cluster) for cluster, _ in portion])
        rows = [(cluster.id, member) for cluster, members in portion for member in members]
        insert_tuples(session, ClusterMemberRow, ("cluster_id", "record_id"), rows)
    keep_schema_near(session)


def _values(cluster: StoredCluster) -> tuple[object, ...]:
    """What is stored of a cluster, parallel to the columns."""
    sources = "".join(f",{source_id}" for source_id in cluster.source_ids) + ","
    sureness = abs(cluster.probability - 0.5)
    return (*(cluster._asdict() | {"state": cluster.state.value, "source_ids": sources}).values(), sureness)


def next_cluster_id(session: Session) -> int:
    """Cluster ids are not used again while their run is the newest."""
    return (session.scalar(select(func.max(ClusterRow.id))) or 0) + 1


def get_cluster(session: Session, cluster_id: int) -> StoredCluster | None:
    """One cluster, None when the newest run has none of that id."""
    row = session.get(ClusterRow, cluster_id)
    return _cluster(row) if row else None


def clusters_by_id(session: Session, ids: Sequence[int]) -> list[StoredCluster]:
    """Clusters in the order of ``ids``; ids of older runs are left out."""
    found: dict[int, StoredCluster] = {}
    for portion in chunks(ids):
        for row in session.execute(select(_CLUSTERS).where(among(_CLUSTERS.c.id, portion))):
            found[row.id] = _cluster(row)
    return [found[cluster_id] for cluster_id in ids if cluster_id in found]


def ids_by_member_key(session: Session, keys: Collection[str]) -> dict[str, int]:
    """The clusters of the newest run that consist of just these members."""
    found: dict[str, int] = {}
    for portion in chunks(keys):
        query = select(ClusterRow.member_key, ClusterRow.id).where(among(ClusterRow.member_key, portion))
        found.update((key, cluster_id) for key, cluster_id in session.execute(query))
    return found


def all_ids(session: Session) -> list[int]:
    """Every cluster of the newest run."""
    return list(session.scalars(select(ClusterRow.id).order_by(ClusterRow.id)))


def members(session: Session, cluster_id: int) -> list[RecordId]:
    """The active records of a cluster in id order."""
    return members_by_cluster(session, [cluster_id]).get(cluster_id, [])


def cluster_of_each(session: Session) -> dict[RecordId, int]:
    """The cluster of every record that is in one."""
    query = select(ClusterMemberRow.record_id, ClusterMemberRow.cluster_id)
    return {RecordId(record_id): cluster_id for record_id, cluster_id in session.execute(query)}


def clusters_of(session: Session, record_ids: Collection[RecordId]) -> dict[int, list[RecordId]]:
    """Clusters that hold any of the records, with all the members that the run found, active or not."""
    ids: set[int] = set()
    for portion in chunks(record_ids):
        query = select(ClusterMemberRow.cluster_id).where(among(ClusterMemberRow.record_id, portion)).distinct()
        ids.update(session.scalars(query))
    return _grouped(session, select(ClusterMemberRow.cluster_id, ClusterMemberRow.record_id), ids)


def members_by_cluster(session: Session, cluster_ids: Collection[int]) -> dict[int, list[RecordId]]:
    """The active records of clusters, each in id order; those of a delivery reversed since the run are no part."""
    query = select(ClusterMemberRow.cluster_id, ClusterMemberRow.record_id)
    is_active = ActiveRecordRow.record_id == ClusterMemberRow.record_id
    return _grouped(session, query.join(ActiveRecordRow, is_active), cluster_ids)


def _grouped(session: Session, query: Select[int, int], cluster_ids: Collection[int]) -> dict[int, list[RecordId]]:
    found: dict[int, list[RecordId]] = {}
    for portion in chunks(sorted(cluster_ids)):
        of_these = query.where(among(ClusterMemberRow.cluster_id, portion))
        for cluster_id, record_id in session.execute(
            of_these.order_by(ClusterMemberRow.cluster_id, ClusterMemberRow.record_id)
        ):
            found.setdefault(cluster_id, []).append(RecordId(record_id))
    return found


def set_states(session: Session, states: dict[int, ClusterState]) -> None:
    """Move clusters in the queue."""
    # No row that stays where it is: the state stands first in every index, and each would be written again.
    moved = update(ClusterRow).execution_options(synchronize_session=False)
    for state in ClusterState:
        ids = [cluster_id for cluster_id, found in states.items() if found is state]
        for chosen in chunks(ids):
            is_elsewhere = among(ClusterRow.id, chosen) & (ClusterRow.state != state.value)
            session.execute(moved.where(is_elsewhere).values(state=state.value))


def _cluster(row: ClusterRow | Row[Any]) -> StoredCluster:
    return StoredCluster(
        id=row.id,
        member_key=row.member_key,
        title=row.title,
        record_count=row.record_count,
        source_count=row.source_count,
        probability=row.probability,
        veto_count=row.veto_count,
        impact=row.impact,
        usefulness=row.usefulness,
        oldest_day=row.oldest_day,
        state=ClusterState(row.state),
        source_ids=tuple(SourceId(int(source_id)) for source_id in row.sources.split(",") if source_id),
        revenue=row.revenue,
    )
