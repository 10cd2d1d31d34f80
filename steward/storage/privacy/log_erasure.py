"""Taking what the decision log says about erased persons out of it.

The chain still holds and the log can be replayed as before: who was decided about, what became of it and which CINs
were given stays, as bare ids. What goes are the texts: chosen values, reasons, comments, and the fingerprints of the
evidence.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from steward.domain.decisions import DecisionId, DecisionKind, DeskKind
from steward.domain.privacy import ERASED
from steward.storage.chunks import among, chunks
from steward.storage.log.entry_seal import replace_content
from steward.storage.privacy.erasure import mentions
from steward.storage.tables import DecisionRecordRow, DecisionRow, ValueOverrideRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId

#: Kinds whose values say something about a person; those of a delivery number rows.
_WITH_VALUES = frozenset(kind.value for kind in (*DecisionKind, DeskKind.COMMENT) if kind is not DecisionKind.DELIVERY)


def entries_about(session: Session, record_ids: Collection[RecordId]) -> list[DecisionId]:
    """The entries that name any of the records, oldest first."""
    found: set[int] = set()
    for portion in chunks(record_ids):
        query = select(DecisionRecordRow.decision_id).where(among(DecisionRecordRow.record_id, portion)).distinct()
        found.update(session.scalars(query))
    return [DecisionId(number) for number in sorted(found)]


def entries_mentioning(session: Session, words: Collection[str]) -> list[DecisionId]:
    """The entries whose reason or comment holds one of the words, oldest first."""
    is_comment = and_(DecisionRow.kind == DeskKind.COMMENT.value, mentions(DecisionRow.entry, words))
    query = select(DecisionRow.id).where(or_(mentions(DecisionRow.reason, words), is_comment)).order_by(DecisionRow.id)
    return [DecisionId(number) for number in session.scalars(query)]


def erase_from_log(
    session: Session, record_ids: Collection[RecordId], cins: Collection[str], words: Collection[str]
) -> list[tuple[DecisionId, str]]:
    """Erase what the log says about the records of these customers, and where it quotes one of the words.

    Returns the entries that say something else now, with the digests that the entry of the erasure has to name.
    """
    replaced = [
        (DecisionId(row.id), replace_content(row, reason, entry))
        for row, reason, entry in list(_erased_entries(session, record_ids, cins, words))
    ]
    session.flush()
    return replaced


def entries_to_erase(
    session: Session, record_ids: Collection[RecordId], cins: Collection[str], words: Collection[str]
) -> list[DecisionId]:
    """The entries that ``erase_from_log`` would let say something else, oldest first."""
    return [DecisionId(row.id) for row, _, _ in _erased_entries(session, record_ids, cins, words)]


def _erased_entries(
    session: Session, record_ids: Collection[RecordId], cins: Collection[str], words: Collection[str]
) -> Iterator[tuple[DecisionRow, str, str]]:
    """(entry, reason, content) where the log would say something else without the customers, oldest first."""
    about = set(entries_about(session, record_ids))
    in_use = _values_of_others(session, about, cins)
    own = {str(record_id) for record_id in record_ids}
    for number in sorted(about | set(entries_mentioning(session, words))):
        row = session.get_one(DecisionRow, number)
        entry = json.loads(row.entry)
        is_about = number in about
        erased = _erased_entry(row, entry, own, words, is_about=is_about, keeps=number in in_use)
        # The reason of a bulk act is about all of its customers.
        is_of_many = row.kind == DecisionKind.MERGE.value and len(entry["groups"]) > 1
        is_reason_gone = bool(row.reason) and ((is_about and not is_of_many) or _quotes(row.reason, words))
        reason = ERASED if is_reason_gone else row.reason
        text = json.dumps(erased, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        if (reason, text) != (row.reason, row.entry):
            yield row, reason, text


def _values_of_others(session: Session, entries: Collection[DecisionId], cins: Collection[str]) -> set[int]:
    """Those of the entries whose chosen value another customer than these has now: it is theirs."""
    found: set[int] = set()
    for portion in chunks(entries):
        query = select(ValueOverrideRow.decision_id).where(among(ValueOverrideRow.decision_id, portion))
        found.update(session.scalars(query.where(ValueOverrideRow.cin.not_in(cins))))
    return found


def _erased_entry(
    row: DecisionRow, entry: dict[str, Any], own: set[str], words: Collection[str], *, is_about: bool, keeps: bool
) -> dict[str, Any]:
    values, shown = entry["values"], entry["shown"]
    if row.kind in _WITH_VALUES and is_about and not keeps:
        # A value that was chosen stays chosen, so that a replay sees the same choices; it only says nothing.
        values = {name: ERASED if value else "" for name, value in values.items()}
    elif row.kind == DeskKind.COMMENT.value and _quotes(values.get("text", ""), words):
        values = {**values, "text": ERASED}
    if is_about:
        shown = {name: _without_records(name, found, own) for name, found in shown.items()}
    return {**entry, "values": values, "shown": shown}


def _without_records(name: str, found: Any, own: set[str]) -> Any:
    """A part of what was shown, without what it tells of the erased records."""
    if name in ("evidence", "versions"):
        return {record: told for record, told in found.items() if record not in own}
    if name == "weights":
        return [pair for pair in found if not own.intersection((str(pair[0]), str(pair[1])))]
    if name == "taken_over":
        return {**found, "digest": ""}
    return found


def _quotes(text: str, words: Collection[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)
