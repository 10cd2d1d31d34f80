"""A record may come under another key than before: what each delivery called it.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "record_key",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_record_key_delivery_id_delivery"),
        sa.ForeignKeyConstraint(["record_id"], ["source_record.id"], name="fk_record_key_record_id_source_record"),
        sa.PrimaryKeyConstraint("delivery_id", "record_id", name="pk_record_key"),
    )
    op.create_index("ix_record_key_source_key", "record_key", ["source_key"])
    op.create_index("ix_record_key_record_id", "record_key", ["record_id"])
