"""How many entries the log has, by kind and by day, and whether its chain is whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from steward.domain.decisions import ActKind, DecisionId, DecisionKind, PrivacyKind, act_kind
from steward.storage.log.entry_seal import is_whole, replaced_digests
from steward.storage.tables import DecisionRow, ReversalRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def count_decisions(session: Session) -> tuple[int, int]:
    """(all entries that stewards made, those of them not in force)."""
    made = session.scalar(select(func.count()).select_from(DecisionRow)) or 0
    reversed_count = session.scalar(select(func.count()).select_from(ReversalRow)) or 0
    return made, reversed_count


def has_delivery_since(session: Session, decision_id: int) -> bool:
    """Whether a list was loaded, or the load of one reversed, after this entry."""
    # The kinds alone: what an entry says can be long, and a store is opened often.
    entries = select(DecisionRow.kind, DecisionRow.reverses)
    kinds = [DecisionKind.DELIVERY.value, DecisionKind.REVERSE.value]
    for kind, reverses in session.execute(entries.where(DecisionRow.id > decision_id, DecisionRow.kind.in_(kinds))):
        while reverses is not None:
            kind, reverses = session.execute(entries.where(DecisionRow.id == reverses)).one()
        if kind == DecisionKind.DELIVERY.value:
            return True
    return False


def count_by_kind(session: Session) -> dict[ActKind, int]:
    """Entries of each kind."""
    query = select(DecisionRow.kind, func.count()).group_by(DecisionRow.kind)
    return {act_kind(kind): count for kind, count in session.execute(query)}


def count_by_day(session: Session, since: str) -> dict[str, int]:
    """Entries of each day (ISO) from ``since`` on, deliveries and reversals left out."""
    day = func.substr(DecisionRow.decided_at, 1, 10)
    skipped = [DecisionKind.DELIVERY.value, DecisionKind.REVERSE.value]
    query = select(day, func.count()).where(day >= since, DecisionRow.kind.not_in(skipped)).group_by(day)
    return dict(session.execute(query).all())


def broken_links(session: Session) -> list[DecisionId]:
    """Entries whose hash does not fit their content or the entry before; empty when the chain is whole."""
    broken: list[DecisionId] = []
    erasures = select(DecisionRow.entry).where(DecisionRow.kind == PrivacyKind.ERASE.value).order_by(DecisionRow.id)
    replaced = replaced_digests(json.loads(entry)["shown"] for entry in session.scalars(erasures))
    previous, expected_id = "", 1
    for row in session.scalars(select(DecisionRow).order_by(DecisionRow.id)):
        entry = json.loads(row.entry)
        repeats_itself = (row.delivery_id, row.reverses) == (entry["delivery"], entry["reverses"])
        is_sound = is_whole(row, replaced) and repeats_itself
        if row.id != expected_id or row.previous_hash != previous or not is_sound:
            broken.append(DecisionId(row.id))
        previous, expected_id = row.hash, row.id + 1
    # Nothing comes after the newest entry that would show that it is gone, but SQLite knows the last number it gave.
    last_given = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :table"), {"table": "decision"})
    return [*broken, DecisionId(expected_id)] if expected_id <= (last_given or 0) else broken
