"""The first schema: sources, deliveries, records, the decision log and what is derived from them.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cluster",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("record_count", sa.Integer(), nullable=False),
        sa.Column("source_count", sa.Integer(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("veto_count", sa.Integer(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("usefulness", sa.Float(), nullable=False),
        sa.Column("oldest_day", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cluster"),
    )
    op.create_index("ix_cluster_member_key", "cluster", ["member_key"], unique=False)
    op.create_index("ix_cluster_state_probability", "cluster", ["state", "probability"], unique=False)
    op.create_table(
        "match_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_at", sa.String(), nullable=False),
        sa.Column("run_by", sa.String(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("record_count", sa.Integer(), nullable=False),
        sa.Column("last_act", sa.Integer(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_match_run"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("color_index", sa.Integer(), nullable=False),
        sa.Column("key_column", sa.String(), nullable=False),
        sa.Column("key_mode", sa.String(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("name", name="uq_source_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_hash", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("loaded_at", sa.String(), nullable=False),
        sa.Column("loaded_by", sa.String(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_new", sa.Integer(), nullable=False),
        sa.Column("rows_changed", sa.Integer(), nullable=False),
        sa.Column("rows_unchanged", sa.Integer(), nullable=False),
        sa.Column("rows_repeated", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_delivery_source_id_source"),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_delivery_source_id", "delivery", ["source_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("decided_at", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=True),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_decision_delivery_id_delivery"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_delivery_id", "decision", ["delivery_id"], unique=False)
    op.create_index("ix_decision_kind", "decision", ["kind"], unique=False)
    op.create_table(
        "import_issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column_name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_import_issue_delivery_id_delivery"),
        sa.PrimaryKeyConstraint("id", name="pk_import_issue"),
    )
    op.create_index("ix_import_issue_delivery_id", "import_issue", ["delivery_id"], unique=False)
    op.create_index("ix_import_issue_kind_delivery_id", "import_issue", ["kind", "delivery_id"], unique=False)
    op.create_table(
        "source_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.Column("first_delivery_id", sa.Integer(), nullable=False),
        sa.Column("birth_cin", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_delivery_id"], ["delivery.id"], name="fk_source_record_first_delivery_id_delivery"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_source_record_source_id_source"),
        sa.PrimaryKeyConstraint("id", name="pk_source_record"),
        sa.UniqueConstraint("source_id", "source_key", name="uq_source_record_source_id_source_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_source_record_first_delivery_id", "source_record", ["first_delivery_id"], unique=False)
    op.create_table(
        "apart_pair",
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("relation_decision_id", sa.Integer(), nullable=True),
        sa.Column("changed", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_apart_pair_decision_id_decision"),
        sa.ForeignKeyConstraint(["high"], ["source_record.id"], name="fk_apart_pair_high_source_record"),
        sa.ForeignKeyConstraint(["low"], ["source_record.id"], name="fk_apart_pair_low_source_record"),
        sa.ForeignKeyConstraint(
            ["relation_decision_id"], ["decision.id"], name="fk_apart_pair_relation_decision_id_decision"
        ),
        sa.PrimaryKeyConstraint("low", "high", name="pk_apart_pair"),
    )
    op.create_index("ix_apart_pair_high", "apart_pair", ["high"], unique=False)
    op.create_table(
        "candidate_pair",
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("match_weight", sa.Float(), nullable=False),
        sa.Column("match_probability", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["high"], ["source_record.id"], name="fk_candidate_pair_high_source_record"),
        sa.ForeignKeyConstraint(["low"], ["source_record.id"], name="fk_candidate_pair_low_source_record"),
        sa.PrimaryKeyConstraint("low", "high", name="pk_candidate_pair"),
    )
    op.create_index("ix_candidate_pair_high", "candidate_pair", ["high"], unique=False)
    op.create_table(
        "cluster_member",
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["cluster.id"], name="fk_cluster_member_cluster_id_cluster", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_cluster_member_record_id_source_record"),
        sa.PrimaryKeyConstraint("cluster_id", "record_id", name="pk_cluster_member"),
    )
    op.create_index("ix_cluster_member_record_id", "cluster_member", ["record_id"], unique=False)
    op.create_table(
        "contact_point",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("attribute", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("standard", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_contact_point_record_id_source_record"),
        sa.PrimaryKeyConstraint("record_id", "attribute", "position", name="pk_contact_point"),
    )
    op.create_index("ix_contact_point_attribute_standard", "contact_point", ["attribute", "standard"], unique=False)
    op.create_table(
        "decision_cluster",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("member_key", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        sa.Column("is_deferral", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_decision_cluster_decision_id_decision"),
        sa.PrimaryKeyConstraint("decision_id", "member_key", name="pk_decision_cluster"),
    )
    op.create_index("ix_decision_cluster_member_key", "decision_cluster", ["member_key"], unique=False)
    op.create_table(
        "decision_record",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_decision_record_decision_id_decision"),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_decision_record_record_id_source_record"),
        sa.PrimaryKeyConstraint("decision_id", "part", "record_id", name="pk_decision_record"),
    )
    op.create_index("ix_decision_record_record_id", "decision_record", ["record_id"], unique=False)
    op.create_table(
        "golden",
        sa.Column("cin", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("minted_by", sa.Integer(), nullable=False),
        sa.Column("retired_by", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("record_count", sa.Integer(), nullable=False),
        sa.Column("sources", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["minted_by"], ["decision.id"], name="fk_golden_minted_by_decision"),
        sa.ForeignKeyConstraint(["retired_by"], ["decision.id"], name="fk_golden_retired_by_decision"),
        sa.PrimaryKeyConstraint("cin", name="pk_golden"),
    )
    op.create_index("ix_golden_number", "golden", ["number"], unique=False)
    op.create_index("ix_golden_retired_by_sources", "golden", ["retired_by", "sources", "record_count"], unique=False)
    op.create_index("ix_golden_retired_by_title", "golden", ["retired_by", "title"], unique=False)
    op.create_table(
        "golden_value",
        sa.Column("cin", sa.String(), nullable=False),
        sa.Column("attribute", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("support", sa.Integer(), nullable=False),
        sa.Column("runner_up", sa.String(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("is_locked", sa.Boolean(), nullable=False),
        sa.Column("is_trusted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_golden_value_decision_id_decision"),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_golden_value_record_id_source_record"),
        sa.PrimaryKeyConstraint("cin", "attribute", "position", name="pk_golden_value"),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("cin", sa.String(), nullable=False),
        sa.Column("from_decision", sa.Integer(), nullable=False),
        sa.Column("to_decision", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["from_decision"], ["decision.id"], name="fk_membership_from_decision_decision"),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_membership_record_id_source_record"),
        sa.ForeignKeyConstraint(["to_decision"], ["decision.id"], name="fk_membership_to_decision_decision"),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
        sa.UniqueConstraint("record_id", "from_decision", name="uq_membership_record_id_from_decision"),
    )
    op.create_index("ix_membership_cin_to_decision", "membership", ["cin", "to_decision"], unique=False)
    op.create_table(
        "minted_cin",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("cin", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_minted_cin_decision_id_decision"),
        sa.PrimaryKeyConstraint("decision_id", "part", name="pk_minted_cin"),
    )
    op.create_table(
        "record_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("attribute_values", sa.Text(), nullable=False),
        sa.Column("standard_values", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_record_version_delivery_id_delivery"),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_record_version_record_id_source_record"),
        sa.PrimaryKeyConstraint("id", name="pk_record_version"),
        sa.UniqueConstraint("record_id", "delivery_id", name="uq_record_version_record_id_delivery_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_record_version_delivery_id", "record_version", ["delivery_id"], unique=False)
    op.create_table(
        "reversal",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("reversed_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_reversal_decision_id_decision"),
        sa.ForeignKeyConstraint(["reversed_by"], ["decision.id"], name="fk_reversal_reversed_by_decision"),
        sa.PrimaryKeyConstraint("decision_id", name="pk_reversal"),
    )
    op.create_table(
        "value_override",
        sa.Column("cin", sa.String(), nullable=False),
        sa.Column("attribute", sa.String(), nullable=False),
        sa.Column("is_lock", sa.Boolean(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_value_override_decision_id_decision"),
        sa.PrimaryKeyConstraint("cin", "attribute", "is_lock", name="pk_value_override"),
    )
    op.create_table(
        "active_record",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_active_record_delivery_id_delivery"),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_active_record_record_id_source_record"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_active_record_source_id_source"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["record_version.id"], name="fk_active_record_version_id_record_version"
        ),
        sa.PrimaryKeyConstraint("record_id", name="pk_active_record"),
    )
    op.create_index("ix_active_record_source_id", "active_record", ["source_id"], unique=False)
    op.create_table(
        "delivery_record",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_delivery_record_delivery_id_delivery"),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_delivery_record_record_id_source_record"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["record_version.id"], name="fk_delivery_record_version_id_record_version"
        ),
        sa.PrimaryKeyConstraint("delivery_id", "record_id", name="pk_delivery_record"),
    )
    op.create_index("ix_delivery_record_record_id", "delivery_record", ["record_id"], unique=False)
    # Substring search over every value and id of a record; SQLAlchemy has no words for virtual tables.
    op.execute("CREATE VIRTUAL TABLE record_search USING fts5(text, tokenize='trigram')")
