"""Clusters know the revenue that they touch, and in which attributes their records differ or lack a value.

What earlier runs proposed says neither until it is matched again.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_IMPACT = ["state", "impact", "revenue", "probability", "id", "veto_count", "record_count", "sources"]


def upgrade() -> None:
    op.create_table(
        "cluster_marks",
        sa.Column("attribute", sa.String(), nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("attribute", name="pk_cluster_marks"),
    )
    op.add_column("cluster", sa.Column("revenue", sa.Float(), nullable=False, server_default="0"))
    op.drop_index("ix_cluster_by_impact", table_name="cluster")
    op.create_index("ix_cluster_by_impact", "cluster", _IMPACT)
