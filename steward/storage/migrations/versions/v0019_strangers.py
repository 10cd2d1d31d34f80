"""A log may say of two customers that they are strangers: that they don't belong together, and nobody is asked again.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The columns hold the new word as they are; an earlier version doesn't know it, and must not open such a log.
    pass
