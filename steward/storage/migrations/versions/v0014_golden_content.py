"""The golden values of a customer are one row: a dozen rows each were most of what loading a list wrote.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "golden_content",
        sa.Column("cin", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("cin", name="pk_golden_content"),
    )
    op.execute(
        sa.text("""
            INSERT INTO golden_content (cin, content)
            SELECT cin, json_group_array(json(entry)) FROM (
                SELECT cin, CASE
                    WHEN position = 0 AND rule = 'only_value' AND support = 1 AND runner_up = ''
                        AND decision_id IS NULL AND NOT is_locked AND NOT is_trusted
                    THEN json_array(attribute, value, record_id)
                    ELSE json_array(attribute, value, position, rule, support, runner_up, decision_id,
                        json(iif(is_locked, 'true', 'false')), json(iif(is_trusted, 'true', 'false')), record_id)
                    END AS entry
                FROM golden_value ORDER BY cin, attribute, position
            ) GROUP BY cin
        """)
    )
    op.drop_table("golden_value")
