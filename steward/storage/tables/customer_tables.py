"""Customers as the log and the lists make them: crosswalk, golden values, steward's values; derived, computed anew."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from steward.storage.tables.mapped_class import Base


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


class GoldenContentRow(Base):
    """The values of an active golden record with their origin, in one piece (JSON): most customers have a dozen.

    Without those that a customer's only record says by itself.
    """

    __tablename__ = "golden_content"

    cin: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class ValueOverrideRow(Base):
    """A steward's value in force."""

    __tablename__ = "value_override"

    cin: Mapped[str] = mapped_column(primary_key=True)
    attribute: Mapped[str] = mapped_column(primary_key=True)
    is_lock: Mapped[bool] = mapped_column(primary_key=True)
    value: Mapped[str]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))


class ApartPairRow(Base):
    """Two records that a steward set apart; ``relation`` is "" for plainly not the same, "none" for strangers.

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
