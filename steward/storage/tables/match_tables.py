"""What a match run proposes, derived from lists and decisions."""

from __future__ import annotations

from sqlalchemy import Float, ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from steward.storage.tables.mapped_class import Base


class MatchRunRow(Base):
    """One match run with its model and report (JSON)."""

    __tablename__ = "match_run"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_at: Mapped[str]
    run_by: Mapped[str]
    seconds: Mapped[float]
    record_count: Mapped[int]
    last_act: Mapped[int]
    model: Mapped[str] = mapped_column(Text)
    report: Mapped[str] = mapped_column(Text)


class CandidatePairRow(Base):
    """A pair worth keeping of the newest run."""

    __tablename__ = "candidate_pair"
    __table_args__ = (Index("ix_candidate_pair_high", "high"),)

    low: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    high: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    match_weight: Mapped[float] = mapped_column(Float)
    match_probability: Mapped[float] = mapped_column(Float)


#: What the queue is narrowed by. Each of its indexes holds all of it, so that the rows themselves are not read.
_NARROWED_BY = ("id", "probability", "veto_count", "record_count", "sources")


def _queue_index(name: str, *order: str) -> Index:
    return Index(f"ix_cluster_by_{name}", *dict.fromkeys(("state", *order, *_NARROWED_BY)))


class ClusterRow(Base):
    """A proposed group of the newest run. ``member_key`` is a hash of its members.

    ``sureness``: how far the probability is from even odds. ``sources``: the ids of the lists its records are from,
    ascending, each between commas. ``revenue``: what they brought in together. There is an
    index for every order of the queue (``cluster_queue.SORTS``).
    """

    __tablename__ = "cluster"
    __table_args__ = (
        _queue_index("uncertainty", "sureness"),
        _queue_index("usefulness", "usefulness"),
        _queue_index("certainty", "probability"),
        _queue_index("impact", "impact", "revenue", "probability"),
        _queue_index("age", "oldest_day"),
        _queue_index("source", "source_count", "probability"),
        _queue_index("name", "title"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    record_count: Mapped[int]
    source_count: Mapped[int]
    probability: Mapped[float] = mapped_column(Float)
    veto_count: Mapped[int]
    impact: Mapped[int] = mapped_column(Integer)
    usefulness: Mapped[float] = mapped_column(Float)
    oldest_day: Mapped[str]
    state: Mapped[str]
    sources: Mapped[str] = mapped_column(server_default="")
    sureness: Mapped[float] = mapped_column(Float, server_default="0")
    revenue: Mapped[float] = mapped_column(Float, server_default="0")


class ClusterMarksRow(Base):
    """What the records of each cluster have in common in an attribute, a byte for every cluster by its id from 1."""

    __tablename__ = "cluster_marks"

    attribute: Mapped[str] = mapped_column(primary_key=True)
    marks: Mapped[bytes]


class ClusterValuesRow(Base):
    """The values of an attribute and the clusters in which a record has them, all in one piece.

    ``texts``: the values as a JSON list, "" where they are too many to be listed. ``sizes`` and ``clusters``: whole
    numbers of four bytes, the lowest first: the number of clusters of each value, and their ids, value after value.
    """

    __tablename__ = "cluster_values"

    attribute: Mapped[str] = mapped_column(primary_key=True)
    texts: Mapped[str] = mapped_column(Text)
    sizes: Mapped[bytes]
    clusters: Mapped[bytes]


class ClusterMemberRow(Base):
    """A record of a cluster."""

    __tablename__ = "cluster_member"
    __table_args__ = (Index("ix_cluster_member_record_id", "record_id"),)

    cluster_id: Mapped[int] = mapped_column(ForeignKey("cluster.id", ondelete="CASCADE"), primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)


class MatchKeysRow(Base):
    """What records were compared by when everything was matched, and, part by part, by which changed ones were since.

    ``name``: what the bytes are of.
    """

    __tablename__ = "match_keys"

    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]
