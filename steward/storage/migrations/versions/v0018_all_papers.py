"""Customers of whom one identity paper was kept, and another was not, get all of them.

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Only marked: the rules of choosing are above this layer, so the next opening does the work.
    op.execute(
        sa.text(
            "INSERT OR IGNORE INTO store_setting (name, value) SELECT 'golden_due', 'yes' "
            "WHERE EXISTS (SELECT 1 FROM golden_value WHERE attribute = 'other_id' AND runner_up <> '')"
        )
    )
