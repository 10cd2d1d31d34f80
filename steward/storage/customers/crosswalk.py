"""The crosswalk: which record belongs to which CIN over time, what stewards set apart, and the values they chose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, cast, delete, func, insert, or_, select, update

from steward.domain.decisions import DecisionId, Relation
from steward.domain.identity import Cin, Identity, cin_number
from steward.domain.pairs import RecordPair
from steward.domain.privacy import ERASED
from steward.domain.records import RecordId
from steward.domain.survivorship import ValueOverride
from steward.storage.chunks import among, chunks
from steward.storage.tables import (
    ApartPairRow,
    Base,
    GoldenRow,
    GoldenValueRow,
    MembershipRow,
    MintedCinRow,
    ValueOverrideRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy.orm import Session


# A table, not the class: many rows go in one statement.
_APART = Base.metadata.tables[ApartPairRow.__tablename__]


def next_number(session: Session) -> int:
    """The next CIN number that was never given."""
    given = session.scalar(select(func.max(GoldenRow.number))) or 0
    # A part of a split can be minted and merged away within one replay: its number is taken all the same.
    minted = session.scalar(select(func.max(MintedCinRow.cin)).where(func.length(MintedCinRow.cin) > 9))
    minted = minted or session.scalar(select(func.max(MintedCinRow.cin)))
    return max(given, cin_number(minted) if minted else 0) + 1


def cins_of(session: Session, record_ids: Collection[RecordId]) -> dict[RecordId, Cin]:
    """The CIN each active record belongs to now."""
    found: dict[RecordId, Cin] = {}
    for portion in chunks(record_ids):
        query = select(MembershipRow.record_id, MembershipRow.cin).where(
            among(MembershipRow.record_id, portion), MembershipRow.to_decision.is_(None)
        )
        found.update((RecordId(r), Cin(cin)) for r, cin in session.execute(query))
    return found


def memberships_now(session: Session) -> tuple[list[int], list[int]]:
    """The ids of all active records, ascending, and the running number in the CIN that each belongs to now."""
    number = cast(func.substr(MembershipRow.cin, 1, func.length(MembershipRow.cin) - 1), Integer).label("number")
    is_now = MembershipRow.to_decision.is_(None)
    of_each = select(MembershipRow.record_id, number).where(is_now).order_by(MembershipRow.record_id).subquery()
    # As texts: a million rows, one by one, take ten times as long.
    found = session.execute(
        select(func.json_group_array(of_each.c.record_id), func.json_group_array(of_each.c.number))
    ).one()
    return json.loads(found[0]), json.loads(found[1])


def members_of(session: Session, cins: Collection[str]) -> dict[Cin, set[RecordId]]:
    """The records that belong to each CIN now."""
    found: dict[Cin, set[RecordId]] = {}
    for portion in chunks(cins):
        query = select(MembershipRow.cin, MembershipRow.record_id).where(
            among(MembershipRow.cin, portion), MembershipRow.to_decision.is_(None)
        )
        for cin, record_id in session.execute(query):
            found.setdefault(Cin(cin), set()).add(RecordId(record_id))
    return found


def load_identity(session: Session, record_ids: Collection[RecordId]) -> Identity:
    """The present identity of the customers that these records belong to, all their members included."""
    cins = set(cins_of(session, record_ids).values())
    members = members_of(session, cins)
    identity = Identity(
        cin_of={record_id: cin for cin, records in members.items() for record_id in records}, members=members
    )
    everyone = set(identity.cin_of) | set(record_ids)
    for row in _apart_rows(session, everyone):
        pair = RecordPair.of(row.low, row.high)
        identity.apart[pair] = DecisionId(row.decision_id)
        if row.relation and row.relation_decision_id is not None:
            identity.related[pair] = (Relation(row.relation), DecisionId(row.relation_decision_id))
    for portion in chunks(cins):
        for value in session.scalars(select(ValueOverrideRow).where(among(ValueOverrideRow.cin, portion))):
            side = identity.locks if value.is_lock else identity.overrides
            side.setdefault(Cin(value.cin), {})[value.attribute] = ValueOverride(
                value.attribute, value.value, DecisionId(value.decision_id), is_locked=value.is_lock
            )
    return identity


def overridden_cins(session: Session) -> set[Cin]:
    """The customers for whom a steward typed or locked a value."""
    return {Cin(cin) for cin in session.scalars(select(ValueOverrideRow.cin).distinct())}


def overrides_of(session: Session, cins: Collection[Cin]) -> dict[Cin, dict[str, ValueOverride]]:
    """The stewards' values of these customers by attribute, locks before plain overrides."""
    found: dict[Cin, dict[str, ValueOverride]] = {}
    for portion in chunks(cins):
        # A value that an erasure took out of the log says nothing any more, whoever's it would be.
        query = (
            select(ValueOverrideRow)
            .where(among(ValueOverrideRow.cin, portion), ValueOverrideRow.value != ERASED)
            .order_by(ValueOverrideRow.is_lock)
        )
        for row in session.scalars(query):
            found.setdefault(Cin(row.cin), {})[row.attribute] = ValueOverride(
                row.attribute, row.value, DecisionId(row.decision_id), is_locked=row.is_lock
            )
    return found


def save_identity(session: Session, before: Identity, after: Identity, decision_id: DecisionId) -> set[Cin]:
    """Store what an act changed; returns every CIN whose golden record must be computed anew."""
    moved = [
        record_id
        for record_id in sorted(before.cin_of.keys() | after.cin_of.keys())
        if before.cin_of.get(record_id) != after.cin_of.get(record_id)
    ]
    for portion in chunks(moved):
        session.execute(
            update(MembershipRow)
            .where(among(MembershipRow.record_id, portion), MembershipRow.to_decision.is_(None))
            .values(to_decision=decision_id)
        )
        rows = [
            {"record_id": r, "cin": after.cin_of[r], "from_decision": decision_id} for r in portion if r in after.cin_of
        ]
        if rows:
            session.execute(insert(MembershipRow), rows)
    touched = {cin for r in moved for cin in (before.cin_of.get(r), after.cin_of.get(r)) if cin is not None}
    touched |= {
        cin
        for cin in before.members.keys() | after.members.keys()
        if before.effective_overrides(cin) != after.effective_overrides(cin)
    }
    _save_cins(session, touched, after, decision_id)
    _save_overrides(session, before, after)
    _save_apart(session, before, after)
    return touched


def return_to(session: Session, identity: Identity, upto: DecisionId) -> None:
    """Let these customers be as they were after an entry, and nobody else one of them; the caller rolls it back."""
    nobody = Identity()
    for portion in chunks(identity.cin_of):
        mine = among(MembershipRow.record_id, portion)
        session.execute(delete(MembershipRow).where(mine, MembershipRow.from_decision > upto))
        session.execute(update(MembershipRow).where(mine, MembershipRow.to_decision > upto).values(to_decision=None))
        for side in (_APART.c.low, _APART.c.high):
            session.execute(delete(_APART).where(among(side, portion)))
    ever = select(MembershipRow.cin).where(among(MembershipRow.record_id, list(identity.cin_of))).distinct()
    for some in chunks(session.scalars(ever).all()):
        later = among(MembershipRow.cin, some) & (MembershipRow.from_decision > upto)
        session.execute(delete(MembershipRow).where(later))
        session.execute(delete(ValueOverrideRow).where(among(ValueOverrideRow.cin, some)))
        held_then = or_(MembershipRow.to_decision.is_(None), MembershipRow.to_decision > upto)
        in_use = select(MembershipRow.cin).where(among(MembershipRow.cin, some), held_then)
        last = select(func.max(MembershipRow.to_decision)).where(MembershipRow.cin == GoldenRow.cin)
        mine = among(GoldenRow.cin, some)
        session.execute(update(GoldenRow).where(mine, GoldenRow.cin.in_(in_use)).values(retired_by=None))
        retired = update(GoldenRow).where(mine, GoldenRow.cin.not_in(in_use))
        session.execute(retired.values(retired_by=last.scalar_subquery()))
    _save_overrides(session, nobody, identity)
    _save_apart(session, nobody, identity)


def _new_cin(cin: Cin, decision_id: DecisionId) -> dict[str, object]:
    return {
        "cin": cin,
        "number": cin_number(cin),
        "minted_by": decision_id,
        "retired_by": None,
        "title": "",
        "city": "",
        "record_count": 0,
        "sources": "",
    }


def _save_cins(session: Session, touched: set[Cin], after: Identity, decision_id: DecisionId) -> None:
    for portion in chunks(sorted(touched)):
        known = dict(
            session.execute(select(GoldenRow.cin, GoldenRow.retired_by).where(among(GoldenRow.cin, portion))).all()
        )
        active = [cin for cin in portion if after.members.get(cin)]
        new = [_new_cin(cin, decision_id) for cin in active if cin not in known]
        if new:
            session.execute(insert(GoldenRow), new)
        revived = [cin for cin in active if known.get(cin) is not None]
        retired = [cin for cin in portion if not after.members.get(cin) and cin in known and known[cin] is None]
        session.execute(update(GoldenRow).where(GoldenRow.cin.in_(revived)).values(retired_by=None))
        session.execute(update(GoldenRow).where(GoldenRow.cin.in_(retired)).values(retired_by=decision_id))


def _save_overrides(session: Session, before: Identity, after: Identity) -> None:
    changed = [
        cin
        for cin in before.members.keys() | after.members.keys()
        if before.overrides.get(cin) != after.overrides.get(cin) or before.locks.get(cin) != after.locks.get(cin)
    ]
    for portion in chunks(sorted(changed)):
        session.execute(delete(ValueOverrideRow).where(among(ValueOverrideRow.cin, portion)))
        rows = [
            {
                "cin": cin,
                "attribute": value.attribute,
                "is_lock": is_lock,
                "value": value.value,
                "decision_id": value.decision_id,
            }
            for cin in portion
            for is_lock, side in ((False, after.overrides), (True, after.locks))
            for value in side.get(cin, {}).values()
        ]
        if rows:
            session.execute(insert(ValueOverrideRow), rows)


def _save_apart(session: Session, before: Identity, after: Identity) -> None:
    def state(identity: Identity, pair: RecordPair) -> tuple[object, object]:
        return identity.apart.get(pair), identity.related.get(pair)

    changed = [pair for pair in before.apart.keys() | after.apart.keys() if state(before, pair) != state(after, pair)]
    gone = [{"of_low": pair.low, "of_high": pair.high} for pair in changed if pair in before.apart]
    if gone:
        session.execute(
            delete(_APART).where(_APART.c.low == bindparam("of_low"), _APART.c.high == bindparam("of_high")), gone
        )
    rows = []
    for pair in sorted(changed):
        if pair not in after.apart:
            continue
        relation, relation_decision = after.related.get(pair, (None, None))
        rows.append(
            {
                "low": pair.low,
                "high": pair.high,
                "decision_id": after.apart[pair],
                "relation": relation.value if relation else "",
                "relation_decision_id": relation_decision,
                "changed": "",
            }
        )
    for portion in chunks(rows):
        session.execute(insert(ApartPairRow), portion)


def _apart_rows(session: Session, record_ids: Collection[RecordId]) -> Iterator[ApartPairRow]:
    """Pairs set apart of which both records are among the given ones."""
    for portion in chunks(record_ids):
        for row in session.scalars(select(ApartPairRow).where(among(ApartPairRow.low, portion))):
            if row.high in record_ids:
                yield row


@dataclass(frozen=True, slots=True)
class ApartPair:
    """Two records set apart by a decision; ``changed``: the attributes that changed since."""

    pair: RecordPair
    decision_id: DecisionId
    changed: tuple[str, ...]


def apart_pairs(session: Session) -> set[RecordPair]:
    """Every pair that a steward set apart and that is not asked again.

    Where one pair of two customers is asked again, all their pairs are: the others would answer for it.
    """
    known = apart_with(session)
    asked_again = {record_id for row in known if row.changed for record_id in row.pair}
    if not asked_again:
        return {row.pair for row in known}
    cin_of = cins_of(session, {record_id for row in known for record_id in row.pair})
    customers = {customers_of(row.pair, cin_of) for row in known if row.changed}
    return {row.pair for row in known if customers_of(row.pair, cin_of) not in customers}


def customers_of(pair: RecordPair, cin_of: Mapping[RecordId, Cin]) -> frozenset[object]:
    """The two customers that the records of a pair belong to; a record without one stands for itself."""
    return frozenset(cin_of.get(record_id, record_id) for record_id in pair)


def apart_with(session: Session, record_ids: Collection[RecordId] | None = None) -> list[ApartPair]:
    """Pairs set apart of which one record at least is among the given ones; all of them without ``record_ids``."""
    query = select(_APART)
    if record_ids is None:
        rows = list(session.execute(query))
    else:
        rows = [
            row
            for portion in chunks(record_ids)
            for side in (_APART.c.low, _APART.c.high)
            for row in session.execute(query.where(among(side, portion)))
        ]
    found = {
        RecordPair.of(row.low, row.high): ApartPair(
            RecordPair.of(row.low, row.high), DecisionId(row.decision_id), tuple(filter(None, row.changed.split(",")))
        )
        for row in rows
    }
    return [found[pair] for pair in sorted(found)]


def set_changed(session: Session, changes: Mapping[RecordPair, Collection[str]]) -> None:
    """Note which attributes of these pairs changed since they were set apart."""
    rows = [{"of_low": p.low, "of_high": p.high, "changed": ",".join(names)} for p, names in changes.items()]
    if rows:
        by_pair = _APART.update().where(_APART.c.low == bindparam("of_low"), _APART.c.high == bindparam("of_high"))
        session.execute(by_pair, rows)


def related_to(session: Session, record_ids: Collection[RecordId]) -> list[tuple[RecordId, Relation, DecisionId]]:
    """Records that a steward called related to any of these."""
    wanted = set(record_ids)
    found = []
    for portion in chunks(wanted):
        query = select(ApartPairRow).where(
            ApartPairRow.relation != "", among(ApartPairRow.low, portion) | among(ApartPairRow.high, portion)
        )
        for row in session.scalars(query):
            other = row.high if row.low in wanted else row.low
            if row.relation_decision_id is not None:
                found.append((RecordId(other), Relation(row.relation), DecisionId(row.relation_decision_id)))
    return found


def clear_identity(session: Session) -> None:
    """Forget the crosswalk, golden records and what stewards set; a rebuild makes them again."""
    for table in (GoldenValueRow, MembershipRow, GoldenRow, ValueOverrideRow, ApartPairRow):
        session.execute(delete(table))


def minted_and_retired(session: Session) -> list[tuple[Cin, DecisionId, DecisionId | None]]:
    """Every CIN ever given: who minted it, who retired it."""
    query = select(GoldenRow.cin, GoldenRow.minted_by, GoldenRow.retired_by).order_by(GoldenRow.number)
    return [
        (Cin(cin), DecisionId(minted), DecisionId(retired) if retired is not None else None)
        for cin, minted, retired in session.execute(query)
    ]


def last_members(session: Session, cin: str) -> list[RecordId]:
    """The records a retired CIN held when it was retired."""
    end = session.scalar(select(func.max(MembershipRow.to_decision)).where(MembershipRow.cin == cin))
    query = (
        select(MembershipRow.record_id)
        .where(MembershipRow.cin == cin, MembershipRow.to_decision == end)
        .order_by(MembershipRow.record_id)
    )
    return [RecordId(record_id) for record_id in session.scalars(query)]


def members_ever(session: Session, cin: str) -> list[RecordId]:
    """Every record that a CIN holds or once held."""
    query = select(MembershipRow.record_id).where(MembershipRow.cin == cin).distinct()
    return [RecordId(record_id) for record_id in session.scalars(query.order_by(MembershipRow.record_id))]


def memberships_of(session: Session, record_ids: Collection[RecordId]) -> list[tuple[RecordId, Cin, DecisionId]]:
    """(record, the CIN it belongs to now, since which log entry), by record."""
    found: list[tuple[RecordId, Cin, DecisionId]] = []
    for portion in chunks(record_ids):
        query = select(MembershipRow.record_id, MembershipRow.cin, MembershipRow.from_decision)
        current = query.where(MembershipRow.to_decision.is_(None), among(MembershipRow.record_id, portion))
        found += [(RecordId(r), Cin(cin), DecisionId(since)) for r, cin, since in session.execute(current)]
    return sorted(found)


def given_and_retired(session: Session, cin: str) -> tuple[DecisionId, DecisionId | None] | None:
    """The log entries that gave a CIN and retired it (None: in use); None for one that was never given."""
    row = session.get(GoldenRow, cin)
    if row is None:
        return None
    return DecisionId(row.minted_by), DecisionId(row.retired_by) if row.retired_by is not None else None


def iter_crosswalk(session: Session) -> Iterator[tuple[Cin, RecordId]]:
    """(CIN, record) as they are now."""
    query = (
        select(MembershipRow.cin, MembershipRow.record_id)
        .where(MembershipRow.to_decision.is_(None))
        .order_by(MembershipRow.cin, MembershipRow.record_id)
    )
    for cin, record_id in session.execute(query.execution_options(yield_per=5000)):
        yield Cin(cin), RecordId(record_id)


def took_over(session: Session, cin: str) -> list[Cin]:
    """Retired CINs whose last records belong to this customer now."""
    mine = select(MembershipRow.record_id).where(MembershipRow.cin == cin, MembershipRow.to_decision.is_(None))
    query = (
        select(GoldenRow.cin)
        .join(MembershipRow, MembershipRow.cin == GoldenRow.cin)
        .where(
            GoldenRow.retired_by.is_not(None),
            MembershipRow.to_decision == GoldenRow.retired_by,
            MembershipRow.record_id.in_(mine),
        )
        .order_by(GoldenRow.number)
        .distinct()
    )
    return [Cin(found) for found in session.scalars(query)]


def is_active(session: Session, cin: str) -> bool | None:
    """True for a CIN in use, False for a retired one, None for one that was never given."""
    row = session.get(GoldenRow, cin)
    return row.retired_by is None if row else None
