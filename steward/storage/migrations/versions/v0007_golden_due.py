"""Golden records with a steward's value are chosen anew once: their runner-up is what the rules would choose now.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Only marked: the rules of choosing are above this layer, so the next opening does the work.
    op.execute(
        sa.text(
            "INSERT INTO store_setting (name, value) SELECT 'golden_due', 'yes' "
            "WHERE EXISTS (SELECT 1 FROM value_override)"
        )
    )
