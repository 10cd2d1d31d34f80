"""What is asked often has an index: the orders of a queue of hundreds of thousands of clusters, and what reverses what.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NARROWED_BY = ("id", "probability", "veto_count", "record_count", "sources")
_ORDERS = {
    "uncertainty": ("sureness",),
    "usefulness": ("usefulness",),
    "certainty": ("probability",),
    "impact": ("impact", "probability"),
    "age": ("oldest_day",),
    "source": ("source_count", "probability"),
    "name": ("title",),
}


def upgrade() -> None:
    op.add_column("decision", sa.Column("reverses", sa.Integer(), nullable=True))
    op.execute("UPDATE decision SET reverses = json_extract(entry, '$.reverses') WHERE kind = 'reverse'")
    op.create_index("ix_decision_reverses", "decision", ["reverses"])
    op.add_column("cluster", sa.Column("sources", sa.String(), nullable=False, server_default=""))
    op.add_column("cluster", sa.Column("sureness", sa.Float(), nullable=False, server_default="0"))
    op.execute("UPDATE cluster SET sureness = abs(probability - 0.5)")
    op.execute(
        "UPDATE cluster SET sources = (SELECT ',' || group_concat(source_id, ',') || ',' FROM ("
        "SELECT DISTINCT source_record.source_id FROM cluster_member "
        "JOIN source_record ON source_record.id = cluster_member.record_id "
        "WHERE cluster_member.cluster_id = cluster.id ORDER BY source_record.source_id)) "
        "WHERE id IN (SELECT cluster_id FROM cluster_member)"
    )
    op.drop_index("ix_cluster_state_probability", table_name="cluster")
    for name, order in _ORDERS.items():
        op.create_index(f"ix_cluster_by_{name}", "cluster", list(dict.fromkeys(("state", *order, *_NARROWED_BY))))
