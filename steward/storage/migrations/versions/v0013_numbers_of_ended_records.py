"""Where records ended, who is one customer is found anew once: what was decided about them still ties others together.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Only marked: replaying the log is above this layer, so the next opening does the work.
    op.execute(
        sa.text(
            "INSERT INTO store_setting (name, value) SELECT 'identity_due', 'yes' "
            'WHERE EXISTS (SELECT 1 FROM delivery_record WHERE "row" = 0)'
        )
    )
