"""Rows that are held back, how many of a delivery, and what a steward set for a source.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("source", sa.Column("settings", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("delivery", sa.Column("rows_quarantined", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "quarantined_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("arguments", sa.String(), nullable=False),
        sa.Column("mended", sa.Text(), nullable=False),
        sa.Column("mended_by", sa.String(), nullable=False),
        sa.Column("mended_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_quarantined_row_delivery_id_delivery"),
        sa.PrimaryKeyConstraint("id", name="pk_quarantined_row"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_quarantined_row_delivery_id", "quarantined_row", ["delivery_id"], unique=False)
    op.create_index("ix_quarantined_row_fingerprint", "quarantined_row", ["fingerprint"], unique=False)
