"""The search index tells in which records three characters stand, no longer where: half its size, made in less time.

What is found stands between line breaks there, so contacts are found whole by it and need no table of their own.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("contact_point")
    op.execute("ALTER TABLE record_search RENAME TO former_search")
    op.execute("CREATE VIRTUAL TABLE record_search USING fts5(text, tokenize='trigram', detail=none, columnsize=0)")
    # Gathered in memory before it is written: there may be a million texts.
    op.execute("INSERT INTO record_search (record_search, rank) VALUES ('hashsize', 33554432)")
    op.execute("INSERT INTO record_search (rowid, text) SELECT rowid, char(10) || text || char(10) FROM former_search")
    op.execute("DROP TABLE former_search")
