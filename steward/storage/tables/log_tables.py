"""The append-only log, what is derived from its entries, and what a store keeps of erasures, exports and itself."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from steward.storage.tables.mapped_class import Base


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
