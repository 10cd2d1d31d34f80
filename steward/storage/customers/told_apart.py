"""What stewards told apart: pairs of records that are not the same customer, or only related."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from steward.domain.decisions import DecisionId, Relation
from steward.domain.pairs import RecordPair
from steward.domain.records import RecordId
from steward.storage.chunks import among, chunks
from steward.storage.customers.crosswalk import cins_of
from steward.storage.tables import (
    ApartPairRow,
    Base,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin, Identity

# A table, not the class: many rows go in one statement.
_APART = Base.metadata.tables[ApartPairRow.__tablename__]


def save_pairs(session: Session, before: Identity, after: Identity) -> None:
    """Store which pairs an act set apart, or together again."""

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


def rows_among(session: Session, record_ids: Collection[RecordId]) -> Iterator[ApartPairRow]:
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


def has_pairs(session: Session) -> bool:
    """Whether stewards set any pair apart."""
    return session.scalar(select(_APART.c.low).limit(1)) is not None


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


def forget_pairs(session: Session, record_ids: Collection[RecordId]) -> None:
    """Let none of the records be set apart from anybody."""
    for side in (_APART.c.low, _APART.c.high):
        session.execute(delete(_APART).where(among(side, record_ids)))


def set_changed(session: Session, changes: Mapping[RecordPair, Collection[str]]) -> None:
    """Note which attributes of these pairs changed since they were set apart."""
    rows = [{"of_low": p.low, "of_high": p.high, "changed": ",".join(names)} for p, names in changes.items()]
    if rows:
        by_pair = _APART.update().where(_APART.c.low == bindparam("of_low"), _APART.c.high == bindparam("of_high"))
        session.execute(by_pair, rows)


def related_to(session: Session, record_ids: Collection[RecordId]) -> list[tuple[RecordId, Relation, DecisionId]]:
    """Records that a steward called related to any of these, or strangers to them."""
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


def ties_of(session: Session, members: Collection[RecordId]) -> list[tuple[Cin, Relation, DecisionId]]:
    """The other customers whom a steward called related to the one of these members; of each the newest word counts."""
    told = sorted(related_to(session, members), key=lambda one: -one[2])
    cin_of = cins_of(session, [*members, *(record_id for record_id, _, _ in told)])
    newest: dict[Cin, tuple[Relation, DecisionId]] = {}
    for record_id, relation, decision_id in told:
        if record_id in cin_of:
            newest.setdefault(cin_of[record_id], (relation, decision_id))
    own = {cin_of.get(record_id) for record_id in members}
    return [(cin, *word) for cin, word in newest.items() if cin not in own and word[0] is not Relation.NONE]
