"""Finding entries of the log, and pairs that are remembered as set apart, by who, when, what and about whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import aliased

from steward.domain.decisions import TIES, DecisionId, DecisionKind, Relation
from steward.domain.history import EntryState, HistoryFilter
from steward.domain.pairs import RecordPair
from steward.storage.chunks import among
from steward.storage.customers.search import find_records
from steward.storage.log.decisions import decisions_by_id
from steward.storage.tables import (
    ApartPairRow,
    DecisionRecordRow,
    DecisionRow,
    DeliveryRow,
    ReversalRow,
    SourceRecordRow,
    SourceRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision

#: A search for a word that more records hold looks at these.
_MOST_RECORDS = 5000
#: Sorts behind every time of a day.
_END_OF_DAY = "~"


@dataclass(frozen=True, slots=True)
class StoredPair:
    """Two records set apart. ``relation`` is None for plainly not the same; ``changed`` since the decision."""

    pair: RecordPair
    relation: Relation | None
    decision_id: DecisionId
    changed: tuple[str, ...]


def find_entries(session: Session, wanted: HistoryFilter, limit: int | None, offset: int = 0) -> list[Decision]:
    """Entries of the log, newest first."""
    query = _narrowed(session, select(DecisionRow.id), wanted).order_by(DecisionRow.id.desc())
    return decisions_by_id(session, session.scalars(query.offset(offset).limit(limit)).all())


def count_entries(session: Session, wanted: HistoryFilter, newer_than: int | None = None) -> int:
    """How many entries there are; ``newer_than``: of a higher number than this."""
    query = _narrowed(session, select(func.count()).select_from(DecisionRow), wanted)
    if newer_than is not None:
        query = query.where(DecisionRow.id > newer_than)
    return session.scalar(query) or 0


def stewards(session: Session) -> list[str]:
    """Everybody who ever decided something."""
    return sorted(session.scalars(select(DecisionRow.decided_by).distinct()))


def find_pairs(session: Session, wanted: HistoryFilter, limit: int | None, offset: int = 0) -> list[StoredPair]:
    """Pairs that are set apart, the newest decision first."""
    columns = (ApartPairRow.low, ApartPairRow.high, ApartPairRow.relation, ApartPairRow.changed, DecisionRow.id)
    every: Select[Any] = select(*columns)  # type: ignore[assignment]  # rows of any columns
    query = _narrowed_pairs(session, every, wanted)
    query = query.order_by(DecisionRow.id.desc(), ApartPairRow.low, ApartPairRow.high).offset(offset).limit(limit)
    return [
        StoredPair(
            RecordPair.of(low, high),
            Relation(relation) if relation else None,
            DecisionId(decision_id),
            tuple(filter(None, changed.split(","))),
        )
        for low, high, relation, changed, decision_id in session.execute(query)
    ]


def count_pairs(session: Session, wanted: HistoryFilter) -> int:
    """How many pairs ``find_pairs`` would find."""
    return session.scalar(_narrowed_pairs(session, select(func.count()), wanted)) or 0


def _narrowed(session: Session, query: Select[Any], wanted: HistoryFilter) -> Select[Any]:
    query = query.outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
    if wanted.kinds is not None:
        query = query.where(DecisionRow.kind.in_([kind.value for kind in wanted.kinds]))
    if wanted.state is EntryState.IN_FORCE:
        query = query.where(ReversalRow.decision_id.is_(None))
    elif wanted.state is EntryState.REVERSED:
        query = query.where(ReversalRow.decision_id.is_not(None))
    elif wanted.state is EntryState.ASKED_AGAIN:
        query = query.where(DecisionRow.id.in_(select(ApartPairRow.decision_id).where(ApartPairRow.changed != "")))
    if wanted.source:
        query = query.where(_is_about(_is_of_source(wanted.source), SourceRow.name == wanted.source))
    text = wanted.text.strip()
    if text:
        like = f"%{_escaped(text)}%"
        about = _is_about(_is_found(session, text), SourceRow.name.ilike(like, escape="\\"))
        query = query.where(or_(_says(like, text), about))
    return query.where(*_when_and_who(wanted))


def _narrowed_pairs(session: Session, query: Select[Any], wanted: HistoryFilter) -> Select[Any]:
    decision_id = func.coalesce(ApartPairRow.relation_decision_id, ApartPairRow.decision_id)
    query = query.select_from(ApartPairRow).join(DecisionRow, DecisionRow.id == decision_id)
    if wanted.kinds is not None:
        is_related = ApartPairRow.relation.in_(TIES)
        kinds = [is_related if kind is DecisionKind.RELATED else ~is_related for kind in wanted.kinds]
        query = query.where(or_(*kinds))
    if wanted.state is not None:
        has_changed = ApartPairRow.changed != ""
        query = query.where(has_changed if wanted.state is EntryState.ASKED_AGAIN else ~has_changed)
    if wanted.source:
        query = query.where(_holds(_is_of_source(wanted.source)))
    text = wanted.text.strip()
    if text:
        query = query.where(or_(_says(f"%{_escaped(text)}%", text), _holds(_is_found(session, text))))
    return query.where(*_when_and_who(wanted))


def _when_and_who(wanted: HistoryFilter) -> list[ColumnElement[bool]]:
    found = []
    if wanted.steward:
        found.append(DecisionRow.decided_by == wanted.steward)
    if wanted.since:
        found.append(DecisionRow.decided_at >= wanted.since)
    if wanted.until:
        found.append(DecisionRow.decided_at <= wanted.until + _END_OF_DAY)
    return found


def _says(like: str, text: str) -> ColumnElement[bool]:
    """The entry's number, steward or reason holds the text."""
    number = text.removeprefix("#")
    is_it = DecisionRow.id == (int(number) if number.isdecimal() and len(number) < 16 else -1)
    return or_(is_it, DecisionRow.decided_by.ilike(like, escape="\\"), DecisionRow.reason.ilike(like, escape="\\"))


def _is_about(is_record: ColumnElement[bool], is_source: ColumnElement[bool]) -> ColumnElement[bool]:
    """The entry, or the one that it reverses, names such a record or loaded such a source."""
    both = (DecisionRow.id, DecisionRow.reverses)
    named = (
        select(DecisionRecordRow.record_id)
        .join(SourceRecordRow, SourceRecordRow.id == DecisionRecordRow.record_id)
        .where(DecisionRecordRow.decision_id.in_(both), is_record)
    )
    loaded = aliased(DecisionRow)
    deliveries = (
        select(loaded.id)
        .join(DeliveryRow, DeliveryRow.id == loaded.delivery_id)
        .join(SourceRow, SourceRow.id == DeliveryRow.source_id)
        .where(loaded.id.in_(both), is_source)
    )
    return or_(named.exists(), deliveries.exists())


def _holds(is_record: ColumnElement[bool]) -> ColumnElement[bool]:
    """One of the two records of a pair is such a record."""
    pair = (ApartPairRow.low, ApartPairRow.high)
    return select(SourceRecordRow.id).where(SourceRecordRow.id.in_(pair), is_record).exists()


def _is_of_source(name: str) -> ColumnElement[bool]:
    return SourceRecordRow.source_id.in_(select(SourceRow.id).where(SourceRow.name == name))


def _is_found(session: Session, text: str) -> ColumnElement[bool]:
    return among(SourceRecordRow.id, find_records(session, text, _MOST_RECORDS))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
