"""How log entries are sealed: each with a salted digest of what it says, all chained over the digests.

What an entry says of a person can be erased: its content and salt are replaced, the digest and so the chain stay. The
entry of that erasure, itself in the chain, names the digest that the replaced content has.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steward.storage.tables import DecisionRow

#: Where an erasure's entry names the (entry, digest) pairs that it replaced.
REPLACED = "replaced"


def seal(row: DecisionRow) -> None:
    """Seal a new entry; its ``previous_hash`` is that of the entry before."""
    row.salt = secrets.token_hex(16)
    row.content_digest = digest_of(row)
    row.hash = _hash(row)


def replace_content(row: DecisionRow, reason: str, entry: str) -> str:
    """Let an entry say something else; returns the digest by which the erasure vouches for it."""
    row.reason, row.entry, row.salt = reason, entry, secrets.token_hex(16)
    return digest_of(row)


def digest_of(row: DecisionRow) -> str:
    """The salted digest of what the entry says now."""
    return _sha256([row.salt, row.reason, row.entry])


def is_whole(row: DecisionRow, replaced: Mapping[int, str]) -> bool:
    """Whether an entry says what was sealed, or what an erasure put in its place."""
    return row.hash == _hash(row) and digest_of(row) == replaced.get(row.id, row.content_digest)


def replaced_digests(erasures: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Entry -> digest of its present content, from what erasures showed, the oldest first."""
    return {number: digest for shown in erasures for number, digest in shown.get(REPLACED, ())}


def _hash(row: DecisionRow) -> str:
    return _sha256([row.id, row.kind, row.decided_at, row.decided_by, row.content_digest, row.previous_hash])


def _sha256(content: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
