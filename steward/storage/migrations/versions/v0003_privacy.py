"""A log from which a person can be erased, what erased persons are recognized by, and the register of exports.

Every entry of the log gets a salted digest of what it says, and the chain runs over the digests from now on. An entry
that did not fit the old chain does not fit the new one.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Sequence

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_PORTION = 5000
#: Fits no content: what was broken before stays so.
_BROKEN = "broken"


def upgrade() -> None:
    op.add_column("decision", sa.Column("salt", sa.String(), nullable=False, server_default=""))
    op.add_column("decision", sa.Column("content_digest", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "erased_identity",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_erased_identity_decision_id_decision"),
        sa.PrimaryKeyConstraint("digest", name="pk_erased_identity"),
    )
    op.create_index("ix_erased_identity_decision_id", "erased_identity", ["decision_id"], unique=False)
    op.create_table(
        "export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("exported_at", sa.String(), nullable=False),
        sa.Column("exported_by", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("last_entry", sa.Integer(), nullable=False),
        sa.Column("customer_count", sa.Integer(), nullable=False),
        sa.Column("held", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_export"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "store_setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_store_setting"),
    )
    _seal(op.get_bind())


def _seal(connection: sa.Connection) -> None:
    found = connection.execute(
        sa.text(
            "SELECT id, kind, decided_at, decided_by, reason, entry, delivery_id, previous_hash, hash "
            "FROM decision ORDER BY id"
        )
    ).all()
    expected_id, old, new = 1, "", ""
    for start in range(0, len(found), _PORTION):
        rows = []
        for row in found[start : start + _PORTION]:
            salt = secrets.token_hex(16)
            digest = _sha256([salt, row.reason, row.entry])
            is_whole = row.id == expected_id and row.previous_hash == old and _is_whole(row)
            sealed = _sha256([row.id, row.kind, row.decided_at, row.decided_by, digest, new]) if is_whole else _BROKEN
            rows.append({"i": row.id, "s": salt, "d": digest, "p": new, "h": sealed})
            expected_id, old, new = row.id + 1, row.hash, sealed
        connection.execute(
            sa.text("UPDATE decision SET salt=:s, content_digest=:d, previous_hash=:p, hash=:h WHERE id=:i"), rows
        )


def _is_whole(row: Any) -> bool:
    content = [row.id, row.kind, row.decided_at, row.decided_by, row.reason, row.entry, row.previous_hash]
    return bool(row.hash == _sha256(content) and row.delivery_id == json.loads(row.entry)["delivery"])


def _sha256(content: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
