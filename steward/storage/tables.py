"""The store's tables, private to storage.

Source side: what was delivered, never edited. Decision side: the append-only log. Everything else is derived from
those two and is recomputed; ``DERIVED_TABLES`` names it.
"""

from __future__ import annotations

from sqlalchemy import Float, ForeignKey, Index, Integer, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables share one metadata with named constraints (SQLite batch migrations need the names)."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)


# Source side


class SourceRow(Base):
    """A department's list."""

    __tablename__ = "source"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String, unique=True)
    department: Mapped[str]
    letter: Mapped[str]
    color_index: Mapped[int]
    key_column: Mapped[str]
    key_mode: Mapped[str]
    mapping: Mapped[str] = mapped_column(Text)
    settings: Mapped[str] = mapped_column(Text, server_default="{}")


class DeliveryRow(Base):
    """One load of one sheet of a file."""

    __tablename__ = "delivery"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    file_name: Mapped[str]
    file_hash: Mapped[str]
    sheet: Mapped[str]
    loaded_at: Mapped[str]
    loaded_by: Mapped[str]
    rows_read: Mapped[int]
    rows_new: Mapped[int]
    rows_changed: Mapped[int]
    rows_unchanged: Mapped[int]
    rows_repeated: Mapped[int]
    rows_quarantined: Mapped[int] = mapped_column(server_default="0")
    report: Mapped[str] = mapped_column(Text)


class SourceRecordRow(Base):
    """A row of a source, recognized by its key across deliveries. Versions hold its content.

    ``source_key`` is its own key, by which it came first; ``RecordKeyRow`` says what later deliveries called it.
    """

    __tablename__ = "source_record"
    __table_args__ = (UniqueConstraint("source_id", "source_key"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    source_key: Mapped[str]
    first_delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), index=True)
    birth_cin: Mapped[str]


class RecordVersionRow(Base):
    """The cells of a record as one delivery brought them, the mapped values and their standard values (JSON)."""

    __tablename__ = "record_version"
    __table_args__ = (UniqueConstraint("record_id", "delivery_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"))
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), index=True)
    version: Mapped[int]
    content_hash: Mapped[str]
    raw: Mapped[str] = mapped_column(Text)
    attribute_values: Mapped[str] = mapped_column(Text)
    standard_values: Mapped[str] = mapped_column(Text)


class DeliveryRecordRow(Base):
    """Which version of a record a delivery held, and in which row; unchanged records point to an older version."""

    __tablename__ = "delivery_record"
    __table_args__ = (Index("ix_delivery_record_record_id", "record_id"),)

    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("record_version.id"))
    row: Mapped[int]


class RecordKeyRow(Base):
    """What a delivery called a record that has another key of its own: the source renamed it."""

    __tablename__ = "record_key"
    __table_args__ = (Index("ix_record_key_source_key", "source_key"), Index("ix_record_key_record_id", "record_id"))

    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    source_key: Mapped[str]


class ImportIssueRow(Base):
    """A noteworthy cell or row of a delivery."""

    __tablename__ = "import_issue"
    __table_args__ = (Index("ix_import_issue_kind_delivery_id", "kind", "delivery_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), index=True)
    row: Mapped[int]
    column_name: Mapped[str]
    kind: Mapped[str]
    value: Mapped[str]


class QuarantineRow(Base):
    """A row that a delivery brought and that was held back: its cells as delivered, why, and the steward's copy (JSON).

    What became of it follows from the log.
    """

    __tablename__ = "quarantined_row"
    __table_args__ = (Index("ix_quarantined_row_fingerprint", "fingerprint"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), index=True)
    row: Mapped[int]
    sheet: Mapped[str]
    source_key: Mapped[str]
    fingerprint: Mapped[str]
    raw: Mapped[str] = mapped_column(Text)
    reason: Mapped[str]
    arguments: Mapped[str]
    mended: Mapped[str] = mapped_column(Text)
    mended_by: Mapped[str]
    mended_at: Mapped[str]


class OwnAttributeRow(Base):
    """An attribute that a steward defined. ``label_key``: what it is called, as names are told apart."""

    __tablename__ = "own_attribute"

    label_key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    defined_at: Mapped[str]
    defined_by: Mapped[str]


# Decision side


class DecisionRow(Base):
    """One log entry. Append-only; ``hash`` covers ``content_digest`` and ``previous_hash``.

    ``content_digest`` is the salted digest of reason and entry when they were written. An erasure replaces what they
    say of a person, and the salt with it; the digest stays, so the chain does. ``delivery_id`` and ``reverses`` repeat
    what the entry says, for queries.
    """

    __tablename__ = "decision"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    decided_at: Mapped[str]
    decided_by: Mapped[str]
    reason: Mapped[str]
    entry: Mapped[str] = mapped_column(Text)
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id"), index=True)
    reverses: Mapped[int | None] = mapped_column(index=True)
    previous_hash: Mapped[str]
    hash: Mapped[str]
    salt: Mapped[str] = mapped_column(server_default="")
    content_digest: Mapped[str] = mapped_column(server_default="")


# Privacy


class ErasedIdentityRow(Base):
    """What an erased person is recognized by when a list delivers them again: keyed hashes, nothing readable."""

    __tablename__ = "erased_identity"

    digest: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)


class ExportRow(Base):
    """A file that left the store, and whom it held: one bit per CIN number, compressed.

    ``last_entry``: the log entry up to which the file shows the store.
    """

    __tablename__ = "export"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    exported_at: Mapped[str]
    exported_by: Mapped[str]
    file_name: Mapped[str]
    last_entry: Mapped[int]
    customer_count: Mapped[int]
    held: Mapped[bytes]


class StoreSettingRow(Base):
    """What the store keeps about itself."""

    __tablename__ = "store_setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


# Derived from the decision log


class DecisionRecordRow(Base):
    """Which records a decision names, and in which of its groups."""

    __tablename__ = "decision_record"
    __table_args__ = (Index("ix_decision_record_record_id", "record_id"),)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)


class DecisionClusterRow(Base):
    """Which clusters (by the hash of their members) a decision answered or put off."""

    __tablename__ = "decision_cluster"
    __table_args__ = (Index("ix_decision_cluster_member_key", "member_key"),)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    member_key: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[str]
    is_deferral: Mapped[bool]


class ReversalRow(Base):
    """Decisions not in force, and the act that reversed each."""

    __tablename__ = "reversal"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    reversed_by: Mapped[int] = mapped_column(ForeignKey("decision.id"))


class MintedCinRow(Base):
    """Which CIN a part of a split was given; the same part gets it again."""

    __tablename__ = "minted_cin"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    part: Mapped[str] = mapped_column(Text, primary_key=True)
    cin: Mapped[str]


class ActiveRecordRow(Base):
    """The version of each active record that counts now. A record of a reversed delivery has none."""

    __tablename__ = "active_record"

    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("record_version.id"))
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"))
    row: Mapped[int]


class ContactPointRow(Base):
    """Phones, e-mails and handles of an active record."""

    __tablename__ = "contact_point"
    __table_args__ = (Index("ix_contact_point_attribute_standard", "attribute", "standard"),)

    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    attribute: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    raw: Mapped[str]
    standard: Mapped[str]


class GoldenRow(Base):
    """A CIN that was ever given, and what its golden record is called. ``retired_by`` is null while it is active.

    ``sources``: the ids of the sources it appears in, ascending; counted by on Home, so that nothing is joined there.
    """

    __tablename__ = "golden"
    __table_args__ = (
        Index("ix_golden_retired_by_title", "retired_by", "title"),
        Index("ix_golden_retired_by_sources", "retired_by", "sources", "record_count"),
    )

    cin: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(index=True)
    minted_by: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    retired_by: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    title: Mapped[str]
    city: Mapped[str]
    record_count: Mapped[int]
    sources: Mapped[str]


class MembershipRow(Base):
    """The crosswalk over time: a record belongs to a CIN from one decision until another (null = now)."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("record_id", "from_decision"),
        Index("ix_membership_cin_to_decision", "cin", "to_decision"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"))
    cin: Mapped[str]
    from_decision: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    to_decision: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))


class GoldenValueRow(Base):
    """A value of an active golden record with its origin."""

    __tablename__ = "golden_value"

    cin: Mapped[str] = mapped_column(primary_key=True)
    attribute: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[str]
    record_id: Mapped[int | None] = mapped_column(ForeignKey("source_record.id"))
    rule: Mapped[str]
    support: Mapped[int]
    runner_up: Mapped[str]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    is_locked: Mapped[bool]
    is_trusted: Mapped[bool]


class ValueOverrideRow(Base):
    """A steward's value in force."""

    __tablename__ = "value_override"

    cin: Mapped[str] = mapped_column(primary_key=True)
    attribute: Mapped[str] = mapped_column(primary_key=True)
    is_lock: Mapped[bool] = mapped_column(primary_key=True)
    value: Mapped[str]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))


class ApartPairRow(Base):
    """Two records that a steward set apart; ``relation`` is "" for plainly not the same.

    ``changed`` names the attributes that changed since: then the pair is asked again.
    """

    __tablename__ = "apart_pair"
    __table_args__ = (Index("ix_apart_pair_high", "high"),)

    low: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    high: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    relation: Mapped[str]
    relation_decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    changed: Mapped[str]


# Matching side, derived from source rows and decisions by a match run


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
    index for every order of the queue (``candidates.SORTS``).
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
