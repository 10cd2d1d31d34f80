"""What persons asked a store for: to be erased, restricted, not contacted. Read where another file takes its place."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from steward.domain.decisions import DecisionKind, PrivacyKind, decided_first
from steward.domain.identity import Cin
from steward.domain.privacy import IdentityKind
from steward.domain.records import RecordId
from steward.storage.chunks import among, chunks
from steward.storage.privacy.privacy_acts import erased_records
from steward.storage.tables import DecisionRow, SourceRecordRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

#: Stores of an older schema know of no such request, and their logs were sealed anew since.
FIRST_SCHEMA = 3


@dataclass(frozen=True, slots=True)
class KnownErasure:
    """An erasure of the log: whom it erased, and the marks it recognizes them by."""

    cin: Cin
    reason: str
    records: frozenset[RecordId]
    marks: Mapping[str, IdentityKind]


@dataclass(frozen=True, slots=True)
class KnownRight:
    """A restriction or a withdrawn consent in force: its place in the log, and the records it speaks of.

    ``records``: id -> (source name, source key), erased persons' left out. ``by`` and ``at``: who noted it, and when.
    """

    entry: int
    kind: PrivacyKind
    values: Mapping[str, str]
    reason: str
    by: str
    at: str
    records: Mapping[RecordId, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class KnownRequests:
    """All requests that a store knows of, oldest first, and what is needed to find the persons in another file.

    ``log``: (hash, kind, time) of its entries, by which a common past is told. ``keys``: those that the marks were
    made with. ``released``: rows that a steward let in, as nobody who was erased.
    """

    log: tuple[tuple[str, str, str], ...] = ()
    keys: tuple[bytes, ...] = ()
    erasures: tuple[KnownErasure, ...] = ()
    released: frozenset[str] = frozenset()
    rights: tuple[KnownRight, ...] = ()


def read_requests(path: Path) -> KnownRequests | None:
    """What the file knows, of whatever schema it is; None when it is too damaged to be read."""
    try:
        with closing(sqlite3.connect(path)) as store:
            (schema,) = store.execute("PRAGMA user_version").fetchone()
            return _read(store) if schema >= FIRST_SCHEMA else KnownRequests()
    except sqlite3.DatabaseError:
        return None


def _read(store: sqlite3.Connection) -> KnownRequests:
    keys = store.execute("SELECT value FROM store_setting WHERE name LIKE 'identity_key%' ORDER BY length(name), name")
    erasures = tuple(_erasures(store))
    erased = {record_id for erasure in erasures for record_id in erasure.records}
    released = _in_force(store, PrivacyKind.RELEASE)
    return KnownRequests(
        log=tuple(store.execute("SELECT hash, kind, decided_at FROM decision ORDER BY id")),
        keys=tuple(bytes.fromhex(value) for (value,) in keys),
        erasures=erasures,
        released=frozenset(json.loads(row[-1])["values"]["fingerprint"] for row in released),
        rights=tuple(_rights(store, erased)),
    )


def _erasures(store: sqlite3.Connection) -> Iterator[KnownErasure]:
    marks: dict[int, dict[str, IdentityKind]] = {}
    for digest, kind, decision_id in store.execute("SELECT digest, kind, decision_id FROM erased_identity"):
        marks.setdefault(decision_id, {})[digest] = IdentityKind(kind)
    for decision_id, _, reason, _, _, text in _in_force(store, PrivacyKind.ERASE):
        entry = json.loads(text)
        records = frozenset(RecordId(record_id) for group in entry["groups"] for record_id in group)
        yield KnownErasure(Cin(entry["shown"]["cin"]), reason, records, marks.get(decision_id, {}))


def _rights(store: sqlite3.Connection, erased: Collection[RecordId]) -> Iterator[KnownRight]:
    for decision_id, kind, reason, by, at, text in _in_force(store, PrivacyKind.RESTRICT, PrivacyKind.WITHDRAW):
        entry = json.loads(text)
        named = store.execute(
            "SELECT record.id, source.name, record.source_key FROM decision_record AS named "
            "JOIN source_record AS record ON record.id = named.record_id "
            "JOIN source ON source.id = record.source_id WHERE named.decision_id = ? ORDER BY record.id",
            [decision_id],
        )
        records = {RecordId(record_id): (source, key) for record_id, source, key in named if record_id not in erased}
        by_first, at_first = decided_first(entry["shown"], by, at)
        yield KnownRight(decision_id, PrivacyKind(kind), entry["values"], reason, by_first, at_first, records)


def _in_force(store: sqlite3.Connection, *kinds: PrivacyKind) -> Sequence[tuple[int, str, str, str, str, str]]:
    """(number, kind, reason, by, at, entry) of the acts of these kinds that nobody reversed, oldest first."""
    return store.execute(
        "SELECT id, kind, reason, decided_by, decided_at, entry FROM decision "
        "LEFT JOIN reversal ON decision_id = id "
        f"WHERE kind IN ({', '.join('?' * len(kinds))}) AND decision_id IS NULL ORDER BY id",
        [kind.value for kind in kinds],
    ).fetchall()


def last_in_common(session: Session, log: Sequence[tuple[str, str, str]], *, is_resealed: bool) -> int:
    """Up to which entry this store's log and another one are the same; 0 when they have nothing in common.

    Of a log that was ``is_resealed`` kinds and times are compared, as its hashes are its own.
    """
    query = select(DecisionRow.hash, DecisionRow.kind, DecisionRow.decided_at).order_by(DecisionRow.id)
    common = 0
    for own, other in zip(session.execute(query), log, strict=False):
        if own[is_resealed:] != other[is_resealed:]:
            break
        common += 1
    return common


def has_log(session: Session) -> bool:
    """Whether anything was ever done in this store."""
    return session.scalar(select(func.max(DecisionRow.id))) is not None


def records_since(session: Session, entry: int) -> set[RecordId]:
    """The records that were first delivered after a log entry."""
    query = (
        select(SourceRecordRow.id)
        .join(DecisionRow, DecisionRow.delivery_id == SourceRecordRow.first_delivery_id)
        .where(DecisionRow.kind == DecisionKind.DELIVERY.value, DecisionRow.id > entry)
    )
    return set(map(RecordId, session.scalars(query)))


def still_there(session: Session, record_ids: Collection[RecordId]) -> set[RecordId]:
    """Those of the records that the store has and whose person was not erased."""
    found: set[RecordId] = set()
    for portion in chunks(record_ids):
        query = select(SourceRecordRow.id).where(
            among(SourceRecordRow.id, portion), SourceRecordRow.id.not_in(erased_records())
        )
        found.update(map(RecordId, session.scalars(query)))
    return found
