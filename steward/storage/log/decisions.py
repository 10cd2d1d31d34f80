"""The decision log: appended to, chained by hashes, never edited; and what is derived from it for look-ups."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select

from steward.domain.decisions import Act, ActKind, Decision, DecisionId, DecisionKind, Relation, act_kind
from steward.domain.identity import Cin, Part
from steward.domain.records import RecordId
from steward.storage.bulk import insert_tuples
from steward.storage.chunks import among, chunks
from steward.storage.log.entry_seal import seal
from steward.storage.log.force import settle
from steward.storage.tables import DecisionClusterRow, DecisionRecordRow, DecisionRow, MintedCinRow, ReversalRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

#: (decision, part) -> the CIN that part was given
Minted = dict[tuple[DecisionId, Part], Cin]


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is about to be logged. ``shown["cluster"]``, of a bulk act ``["clusters"]``, names by their members what it
    answers."""

    act: Act
    decided_at: datetime
    decided_by: str
    reason: str
    shown: Mapping[str, object]
    minted: Minted


def next_decision_id(session: Session) -> DecisionId:
    """The number the next entry will have."""
    return DecisionId((session.scalar(select(func.max(DecisionRow.id))) or 0) + 1)


def append(session: Session, new: NewEntry) -> Decision:
    """Add an entry to the log and to what is derived from it."""
    decision_id = next_decision_id(session)
    previous = session.scalar(select(DecisionRow.hash).where(DecisionRow.id == decision_id - 1)) or ""
    row = DecisionRow(
        id=decision_id,
        kind=new.act.kind.value,
        decided_at=new.decided_at.isoformat(),
        decided_by=new.decided_by,
        reason=new.reason,
        entry=_pack_entry(new),
        delivery_id=new.act.delivery_id,
        reverses=new.act.reverses,
        previous_hash=previous,
    )
    seal(row)
    session.add(row)
    session.flush()
    index_entry(session, decision_id)
    return _decision(row, None)


def index_entry(session: Session, decision_id: DecisionId) -> None:
    """Derive from one entry: the records it names, the cluster it answers, the CINs it minted, what it reverses."""
    row = session.get_one(DecisionRow, decision_id)
    entry = json.loads(row.entry)
    act = _act(act_kind(row.kind), entry)
    named = [(decision_id, part, record_id) for part, group in enumerate(act.groups) for record_id in group]
    insert_tuples(session, DecisionRecordRow, ("decision_id", "part", "record_id"), named)
    is_deferral = act.kind is DecisionKind.DEFER
    answered = [(decision_id, key, act.until or "", is_deferral) for key in answered_clusters(entry["shown"])]
    columns = ("decision_id", "member_key", "until", "is_deferral")
    insert_tuples(session, DecisionClusterRow, columns, answered)
    for owner, part, cin in entry["minted"]:
        session.add(MintedCinRow(decision_id=owner, part=json.dumps(part), cin=cin))
    if act.reverses is not None:
        settle(session, act.reverses, decision_id)
    session.flush()


def answered_clusters(shown: Mapping[str, Any]) -> list[str]:
    """The clusters (member keys) that an entry answers, each once."""
    one = shown.get("cluster")
    return list(dict.fromkeys([one] if one else shown.get("clusters", ())))


def last_before(session: Session, moment: datetime) -> DecisionId:
    """The last entry made at or before a moment; 0 when there was none."""
    query = select(func.max(DecisionRow.id)).where(DecisionRow.decided_at <= moment.isoformat())
    return DecisionId(session.scalar(query) or 0)


def newest_of_kinds(session: Session, kinds: Collection[ActKind]) -> DecisionId:
    """The newest entry of one of these kinds; 0 when there is none."""
    query = select(func.max(DecisionRow.id)).where(DecisionRow.kind.in_([kind.value for kind in kinds]))
    return DecisionId(session.scalar(query) or 0)


def get_decision(session: Session, decision_id: int) -> Decision | None:
    """One entry of the log, None when there is none of that number."""
    row = session.get(DecisionRow, decision_id)
    return _decision(row, session.get(ReversalRow, decision_id)) if row else None


def decisions_by_id(session: Session, decision_ids: Sequence[int]) -> list[Decision]:
    """Entries of the log in the order of their numbers as given; numbers that there are none of are left out."""
    found: dict[int, Decision] = {}
    for portion in chunks(decision_ids):
        query = select(DecisionRow, ReversalRow).outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        rows = session.execute(query.where(among(DecisionRow.id, portion)))
        found.update((row.id, _decision(row, reversal)) for row, reversal in rows)
    return [found[decision_id] for decision_id in decision_ids if decision_id in found]


def list_decisions(
    session: Session,
    *,
    kinds: Collection[ActKind] | None = None,
    limit: int | None = None,
) -> list[Decision]:
    """Entries of the log, newest first."""
    query = (
        select(DecisionRow, ReversalRow)
        .outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .order_by(DecisionRow.id.desc())
        .limit(limit)
    )
    if kinds is not None:
        query = query.where(DecisionRow.kind.in_([kind.value for kind in kinds]))
    return [_decision(row, reversal) for row, reversal in session.execute(query)]


def newest_in_force(session: Session, kind: ActKind, *, upto: int | None = None) -> Decision | None:
    """The last entry of a kind that is not reversed, None when there is none; ``upto``: among entries up to this."""
    query = (
        select(DecisionRow)
        .outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(DecisionRow.kind == kind.value, ReversalRow.decision_id.is_(None))
        .order_by(DecisionRow.id.desc())
        .limit(1)
    )
    if upto is not None:
        query = query.where(DecisionRow.id <= upto)
    row = session.scalar(query)
    return _decision(row, None) if row else None


def iter_decisions(session: Session) -> Iterator[Decision]:
    """Every entry in log order, for a rebuild; ``reversed_by`` is not filled."""
    for row in session.scalars(select(DecisionRow).order_by(DecisionRow.id)):
        yield _decision(row, None)


def decisions_on(session: Session, record_ids: Collection[RecordId]) -> list[Decision]:
    """Entries that name any of the records, newest first."""
    ids: set[int] = set()
    for portion in chunks(record_ids):
        query = select(DecisionRecordRow.decision_id).where(among(DecisionRecordRow.record_id, portion)).distinct()
        ids.update(session.scalars(query))
    return decisions_by_id(session, sorted(ids, reverse=True))


def minted_by(session: Session, decision_ids: Collection[DecisionId]) -> Minted:
    """The CINs that parts of these decisions were given at any time."""
    found: Minted = {}
    for portion in chunks(decision_ids):
        for row in session.scalars(select(MintedCinRow).where(among(MintedCinRow.decision_id, portion))):
            part = tuple(RecordId(record_id) for record_id in json.loads(row.part))
            found[(DecisionId(row.decision_id), part)] = Cin(row.cin)
    return found


def minted_in(session: Session, decision_id: DecisionId) -> Minted:
    """The CINs that one entry gave for the first time."""
    entry = json.loads(session.get_one(DecisionRow, decision_id).entry)
    return {
        (DecisionId(owner), tuple(RecordId(record_id) for record_id in part)): Cin(cin)
        for owner, part, cin in entry["minted"]
    }


def answers(
    session: Session, member_keys: Collection[str], today: str
) -> tuple[dict[str, DecisionId], dict[str, DecisionId]]:
    """Clusters (by member key) that decisions in force answered, and those they put off beyond ``today``: by which."""
    answered: dict[str, DecisionId] = {}
    deferred: dict[str, DecisionId] = {}
    for portion in chunks(member_keys):
        query = (
            select(DecisionClusterRow)
            .outerjoin(ReversalRow, ReversalRow.decision_id == DecisionClusterRow.decision_id)
            .where(among(DecisionClusterRow.member_key, portion), ReversalRow.decision_id.is_(None))
            .order_by(DecisionClusterRow.decision_id)
        )
        for row in session.scalars(query):
            if not row.is_deferral:
                answered[row.member_key] = DecisionId(row.decision_id)
            elif not row.until or row.until > today:
                deferred[row.member_key] = DecisionId(row.decision_id)
    return answered, deferred


def evidence(
    session: Session, decision_ids: Collection[DecisionId]
) -> dict[DecisionId, dict[RecordId, dict[str, str]]]:
    """For each decision that rested on evidence: record -> attribute -> fingerprint."""
    found = {}
    for portion in chunks(decision_ids):
        for decision_id, entry in session.execute(
            select(DecisionRow.id, DecisionRow.entry).where(among(DecisionRow.id, portion))
        ):
            shown = json.loads(entry)["shown"].get("evidence", {})
            found[DecisionId(decision_id)] = {RecordId(int(record_id)): then for record_id, then in shown.items()}
    return found


def taken_over(session: Session) -> set[str]:
    """The digests of the decisions that came from a file, whether in force or not."""
    query = select(DecisionRow.entry).where(DecisionRow.entry.contains('"taken_over"'))
    origins = [json.loads(entry)["shown"].get("taken_over") for entry in session.scalars(query)]
    return {origin["digest"] for origin in origins if origin}


def forget_later(session: Session, record_ids: Collection[RecordId], upto: DecisionId) -> None:
    """Let no entry after this one name the records, in a session that is rolled back."""
    for portion in chunks(record_ids):
        mine = among(DecisionRecordRow.record_id, portion)
        session.execute(delete(DecisionRecordRow).where(mine, DecisionRecordRow.decision_id > upto))


def clear_derived(session: Session) -> None:
    """Forget everything that is derived from the log."""
    for table in (DecisionRecordRow, DecisionClusterRow, MintedCinRow, ReversalRow):
        session.execute(delete(table))


def _pack_entry(new: NewEntry) -> str:
    act = new.act
    entry: dict[str, Any] = {
        "groups": act.groups,
        "values": dict(act.values),
        "relation": act.relation.value if act.relation else "",
        "until": act.until or "",
        "delivery": act.delivery_id,
        "reverses": act.reverses,
        "shown": dict(new.shown),
        "minted": [[owner, part, cin] for (owner, part), cin in new.minted.items()],
    }
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _act(kind: ActKind, entry: Mapping[str, Any]) -> Act:
    groups: Sequence[Sequence[int]] = entry["groups"]
    return Act(
        kind=kind,
        groups=tuple(tuple(RecordId(record_id) for record_id in group) for group in groups),
        values=entry["values"],
        relation=Relation(entry["relation"]) if entry["relation"] else None,
        until=entry["until"] or None,
        delivery_id=entry["delivery"],
        reverses=DecisionId(entry["reverses"]) if entry["reverses"] is not None else None,
    )


def _decision(row: DecisionRow, reversal: ReversalRow | None) -> Decision:
    entry = json.loads(row.entry)
    return Decision(
        id=DecisionId(row.id),
        act=_act(act_kind(row.kind), entry),
        decided_at=datetime.fromisoformat(row.decided_at),
        decided_by=row.decided_by,
        reason=row.reason,
        shown=entry["shown"],
        reversed_by=DecisionId(reversal.reversed_by) if reversal else None,
    )
