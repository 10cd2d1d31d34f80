"""Whether any record ended is seen without reading all rows of all deliveries.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_delivery_record_ended", "delivery_record", ["delivery_id"], sqlite_where=sa.text('"row" = 0'))
