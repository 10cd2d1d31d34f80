"""What was delivered, never edited, and what stewards defined beside it."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from steward.storage.tables.mapped_class import Base


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


class ListHeaderRow(Base):
    """The columns of a table as delivered: [header, attribute whose value mostly stands there or ""], ... (JSON)."""

    __tablename__ = "list_header"

    id: Mapped[int] = mapped_column(primary_key=True)
    columns: Mapped[str] = mapped_column(Text)


class RecordVersionRow(Base):
    """The cells of a record as one delivery brought them, the mapped values and their standard values (JSON).

    ``raw`` and ``attribute_values`` leave out what is said by ``attribute_values`` and ``standard_values`` already,
    but for versions without ``header_id``, which are of an earlier schema.
    """

    __tablename__ = "record_version"
    __table_args__ = (
        UniqueConstraint("record_id", "delivery_id"),
        # What a list that comes again is compared with, without the rows themselves.
        Index("ix_record_version_record_id_version", "record_id", "version", "content_hash"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"))
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), index=True)
    version: Mapped[int]
    content_hash: Mapped[str]
    raw: Mapped[str] = mapped_column(Text)
    attribute_values: Mapped[str] = mapped_column(Text)
    standard_values: Mapped[str] = mapped_column(Text)
    header_id: Mapped[int | None] = mapped_column(ForeignKey("list_header.id"))


class DeliveryRecordRow(Base):
    """Which version of a record a delivery held, and in which row; unchanged records point to an older version."""

    __tablename__ = "delivery_record"
    __table_args__ = (
        Index("ix_delivery_record_record_id", "record_id"),
        Index("ix_delivery_record_ended", "delivery_id", sqlite_where=text('"row" = 0')),
    )

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
