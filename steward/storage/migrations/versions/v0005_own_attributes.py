"""Stewards name attributes of their own, each once.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_attribute",
        sa.Column("label_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("defined_at", sa.String(), nullable=False),
        sa.Column("defined_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("label_key", name="pk_own_attribute"),
    )
