"""The pairs of records that the match runs found worth keeping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Row, func, select

from steward.domain.records import RecordId
from steward.storage.bulk import insert_tuples, keep_schema_near
from steward.storage.chunks import among, chunks
from steward.storage.tables import Base, CandidatePairRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

# The table, not the class: a bulk decision reads it by the ten thousand rows.
_PAIRS = Base.metadata.tables[CandidatePairRow.__tablename__]


class KeptPair(NamedTuple):
    """A pair of a run; ``match_weight`` in bits. A tuple, since a match of everything stores them by the million."""

    low: RecordId
    high: RecordId
    match_weight: float
    match_probability: float


def add_pairs(session: Session, pairs: Sequence[KeptPair]) -> None:
    """Keep pairs of the new run."""
    insert_tuples(session, CandidatePairRow, KeptPair._fields, pairs)
    keep_schema_near(session)


def pairs_among(session: Session, record_ids: Collection[RecordId]) -> list[KeptPair]:
    """Kept pairs of which both records are among the given ones."""
    wanted = set(record_ids)
    found = []
    for portion in chunks(wanted):
        query = select(_PAIRS).where(among(_PAIRS.c.low, portion))
        found += [_pair(row) for row in session.execute(query) if row.high in wanted]
    return sorted(found, key=lambda pair: (pair.low, pair.high))


def linked_to(session: Session, record_ids: Collection[RecordId], least: float) -> set[RecordId]:
    """The records that a kept pair of a greater probability joins with one of these."""
    found: set[RecordId] = set()
    low, high, probability = _PAIRS.c.low, _PAIRS.c.high, _PAIRS.c.match_probability
    for portion in chunks(record_ids):
        for mine, other in ((low, high), (high, low)):
            query = select(other).where(among(mine, portion), probability > least)
            found.update(RecordId(record_id) for record_id in session.scalars(query))
    return found


def pairs_leaving(session: Session, record_ids: Collection[RecordId], limit: int) -> list[KeptPair]:
    """The strongest kept pairs that join one of the records with one outside."""
    wanted = list(record_ids)[:1000]
    query = (
        select(CandidatePairRow)
        .where(
            (CandidatePairRow.low.in_(wanted) & CandidatePairRow.high.not_in(wanted))
            | (CandidatePairRow.high.in_(wanted) & CandidatePairRow.low.not_in(wanted))
        )
        .order_by(CandidatePairRow.match_weight.desc(), CandidatePairRow.low, CandidatePairRow.high)
        .limit(limit)
    )
    return [_pair(row) for row in session.scalars(query)]


def uncertain_pairs(session: Session, most: int) -> list[KeptPair]:
    """Kept pairs, the most uncertain first; those that are all but settled are left out."""
    doubt = func.abs(CandidatePairRow.match_probability - 0.5)
    query = (
        select(CandidatePairRow)
        .where(doubt < 0.45)
        .order_by(doubt, CandidatePairRow.low, CandidatePairRow.high)
        .limit(most)
    )
    return [_pair(row) for row in session.scalars(query)]


def sample_pairs(session: Session, most: int) -> list[KeptPair]:
    """Kept pairs, evenly drawn from all of them; the same store always gives the same ones."""
    step = count_pairs(session) // most + 1
    number = (func.row_number().over(order_by=(CandidatePairRow.low, CandidatePairRow.high)) - 1).label("number")
    numbered = select(CandidatePairRow.low, CandidatePairRow.high, number).subquery()
    query = (
        select(CandidatePairRow)
        .join(numbered, (numbered.c.low == CandidatePairRow.low) & (numbered.c.high == CandidatePairRow.high))
        .where(numbered.c.number % step == 0)
        .order_by(CandidatePairRow.low, CandidatePairRow.high)
    )
    return [_pair(row) for row in session.scalars(query)]


def count_pairs(session: Session) -> int:
    """Pairs kept by the newest run."""
    return session.scalar(select(func.count()).select_from(CandidatePairRow)) or 0


def _pair(row: CandidatePairRow | Row[Any]) -> KeptPair:
    return KeptPair(RecordId(row.low), RecordId(row.high), row.match_weight, row.match_probability)
