"""Keyed hashes by which an erased person is recognized in a later delivery; nobody can read them back."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from steward.domain.privacy import IdentityKind
from steward.storage.tables import ErasedIdentityRow, StoreSettingRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId

_KEY = "identity_key"


def identity_key(session: Session) -> bytes:
    """The store's own key; made when it is needed first."""
    found = session.scalar(select(StoreSettingRow.value).where(StoreSettingRow.name == _KEY))
    if found is None:
        found = secrets.token_hex(32)
        session.execute(insert(StoreSettingRow), {"name": _KEY, "value": found})
    return bytes.fromhex(found)


def mark(key: bytes, kind: IdentityKind, text: str) -> str:
    """The keyed hash of an identifier."""
    return hmac.digest(key, f"{kind.value}\n{text}".encode(), hashlib.sha256).hex()


def add_marks(session: Session, decision_id: DecisionId, marks: Mapping[str, IdentityKind]) -> None:
    """Recognize these from now on; marks that an earlier erasure made stay its."""
    rows = [{"digest": digest, "kind": kind.value, "decision_id": decision_id} for digest, kind in marks.items()]
    if rows:
        session.execute(insert_or_ignore(ErasedIdentityRow).on_conflict_do_nothing(), rows)


def known_marks(session: Session) -> dict[str, IdentityKind]:
    """Every mark of an erased person."""
    query = select(ErasedIdentityRow.digest, ErasedIdentityRow.kind)
    return {digest: IdentityKind(kind) for digest, kind in session.execute(query)}
