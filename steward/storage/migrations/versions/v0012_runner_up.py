"""Golden records with a value that lost are chosen anew once: their runner-up is the best of those, not the newest.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Only marked: the rules of choosing are above this layer, so the next opening does the work.
    op.execute(
        sa.text(
            "INSERT OR IGNORE INTO store_setting (name, value) SELECT 'golden_due', 'yes' "
            "WHERE EXISTS (SELECT 1 FROM golden_value WHERE runner_up <> '')"
        )
    )
