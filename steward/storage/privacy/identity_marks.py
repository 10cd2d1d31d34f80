"""Keyed hashes by which an erased person is recognized in a later delivery; nobody can read them back."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from steward.domain.privacy import IdentityKind
from steward.storage.tables import ErasedIdentityRow, StoreSettingRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId

_KEY = "identity_key"


def identity_keys(session: Session) -> tuple[bytes, ...]:
    """The store's own key, made when it is needed first, and those of stores whose place it took."""
    found = _known_keys(session)
    if not found:
        adopt_keys(session, [secrets.token_bytes(32)])
        found = _known_keys(session)
    return found


def adopt_keys(session: Session, keys: Iterable[bytes]) -> None:
    """Recognize people by the marks of another store, too; a store without a key of its own takes the first."""
    known = _known_keys(session)
    for number, key in enumerate((key for key in keys if key not in known), start=len(known)):
        name = f"{_KEY} {number}" if number else _KEY
        session.execute(insert(StoreSettingRow), {"name": name, "value": key.hex()})


def _known_keys(session: Session) -> tuple[bytes, ...]:
    query = (
        select(StoreSettingRow.value)
        .where(StoreSettingRow.name.startswith(_KEY))
        .order_by(func.length(StoreSettingRow.name), StoreSettingRow.name)
    )
    return tuple(bytes.fromhex(value) for value in session.scalars(query))


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
