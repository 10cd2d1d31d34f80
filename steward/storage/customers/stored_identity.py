"""Identity as the store keeps it: loading what acts concern, saving what they changed, going back for a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, or_, select, update

from steward.domain.decisions import DecisionId, Relation
from steward.domain.identity import Cin, Identity, cin_number
from steward.domain.pairs import RecordPair
from steward.domain.survivorship import ValueOverride
from steward.storage.chunks import among, chunks
from steward.storage.customers import told_apart
from steward.storage.customers.crosswalk import cins_of, members_of
from steward.storage.tables import (
    ApartPairRow,
    GoldenContentRow,
    GoldenRow,
    MembershipRow,
    MintedCinRow,
    ValueOverrideRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId

#: What a golden record shows whose values were not computed yet, or which stands for nobody any more.
_NOTHING_SHOWN: dict[str, object] = {"title": "", "city": "", "record_count": 0, "sources": ""}


def next_number(session: Session) -> int:
    """The next CIN number that was never given."""
    given = session.scalar(select(func.max(GoldenRow.number))) or 0
    # A part of a split can be minted and merged away within one replay: its number is taken all the same.
    minted = session.scalar(select(func.max(MintedCinRow.cin)).where(func.length(MintedCinRow.cin) > 9))
    minted = minted or session.scalar(select(func.max(MintedCinRow.cin)))
    return max(given, cin_number(minted) if minted else 0) + 1


def load_identity(session: Session, record_ids: Collection[RecordId]) -> Identity:
    """The present identity of the customers that these records belong to, all their members included."""
    cins = set(cins_of(session, record_ids).values())
    members = members_of(session, cins)
    identity = Identity(
        cin_of={record_id: cin for cin, records in members.items() for record_id in records}, members=members
    )
    everyone = set(identity.cin_of) | set(record_ids)
    for row in told_apart.rows_among(session, everyone):
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
    told_apart.save_pairs(session, before, after)
    return touched


def return_to(session: Session, identity: Identity, upto: DecisionId) -> None:
    """Let these customers be as they were after an entry, and nobody else one of them; the caller rolls it back."""
    nobody = Identity()
    for portion in chunks(identity.cin_of):
        mine = among(MembershipRow.record_id, portion)
        session.execute(delete(MembershipRow).where(mine, MembershipRow.from_decision > upto))
        session.execute(update(MembershipRow).where(mine, MembershipRow.to_decision > upto).values(to_decision=None))
        told_apart.forget_pairs(session, portion)
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
    told_apart.save_pairs(session, nobody, identity)


def _new_cin(cin: Cin, decision_id: DecisionId) -> dict[str, object]:
    return {
        "cin": cin,
        "number": cin_number(cin),
        "minted_by": decision_id,
        "retired_by": None,
        **_NOTHING_SHOWN,
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
        # What it showed goes with it: it stands for nobody, and a rebuild would not know it either.
        shown_no_more = {"retired_by": decision_id, **_NOTHING_SHOWN}
        session.execute(update(GoldenRow).where(GoldenRow.cin.in_(retired)).values(shown_no_more))


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


def clear_identity(session: Session) -> None:
    """Forget the crosswalk, golden records and what stewards set; a rebuild makes them again."""
    for table in (GoldenContentRow, MembershipRow, GoldenRow, ValueOverrideRow, ApartPairRow):
        session.execute(delete(table))
