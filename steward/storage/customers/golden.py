"""Golden records: the computed best view of each customer, with the origin of every value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, bindparam, delete, func, literal_column, select, update
from sqlalchemy.orm import aliased

from steward.domain.identity import Cin
from steward.domain.records import RecordId, SourceId
from steward.storage.bulk import insert_tuples
from steward.storage.chunks import among, chunks
from steward.storage.customers.packed_golden import kept_golden, pack_golden, unpack_golden, whole_golden
from steward.storage.lists.kept_rows import unpack_each
from steward.storage.tables import (
    ActiveRecordRow,
    Base,
    GoldenContentRow,
    GoldenRow,
    MembershipRow,
    RecordVersionRow,
    SourceRecordRow,
    ValueOverrideRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from steward.domain.records import SourceRecord
    from steward.domain.survivorship import GoldenValue

# Tables, not classes: a master is read and written by the hundred thousand customers.
_CONTENT = Base.metadata.tables[GoldenContentRow.__tablename__]
_GOLDEN = Base.metadata.tables[GoldenRow.__tablename__]
_MEMBERS = Base.metadata.tables[MembershipRow.__tablename__]
_ACTIVE = Base.metadata.tables[ActiveRecordRow.__tablename__]
_VERSIONS = Base.metadata.tables[RecordVersionRow.__tablename__]

_Contents = Select[str, str | None, int | None, str | None]
#: Customers that are fetched at a time.
_FETCHED = 2000


@dataclass(frozen=True, slots=True)
class ComputedGolden:
    """The golden record of one customer, ready to be stored. ``only``: the customer's record if it has no other."""

    cin: Cin
    title: str
    city: str
    record_count: int
    source_ids: tuple[SourceId, ...]
    values: tuple[GoldenValue, ...]
    only: SourceRecord | None


def save_golden(session: Session, computed: Sequence[ComputedGolden]) -> None:
    """Store golden records; the caller removed the values they had before."""
    rows = [(record.cin, pack_golden(kept)) for record in computed if (kept := _kept(record))]
    insert_tuples(session, GoldenContentRow, ("cin", "content"), rows)
    if computed:
        by_cin = update(_GOLDEN).where(_GOLDEN.c.cin == bindparam("of_cin"))
        session.execute(
            by_cin,
            [
                {
                    "of_cin": record.cin,
                    "title": record.title,
                    "city": record.city,
                    "record_count": record.record_count,
                    "sources": ",".join(str(source_id) for source_id in record.source_ids),
                }
                for record in computed
            ],
        )


def clear_values(session: Session, cins: Collection[Cin]) -> None:
    """Remove the golden values of these customers."""
    for portion in chunks(cins):
        session.execute(delete(_CONTENT).where(among(_CONTENT.c.cin, portion)))


def golden_values(session: Session, cin: str) -> list[GoldenValue]:
    """The golden values of one customer, by attribute and position."""
    return next((values for _, values in _read(session, _CONTENTS.where(_GOLDEN.c.cin == cin))), [])


def full_values_of(session: Session, cins: Collection[Cin]) -> dict[Cin, list[GoldenValue]]:
    """The golden values of these customers, each list by attribute and position."""
    found: dict[Cin, list[GoldenValue]] = {}
    for portion in chunks(cins):
        found.update(_read(session, _CONTENTS.where(among(_GOLDEN.c.cin, portion))))
    return found


def values_of(session: Session, cins: Collection[Cin]) -> dict[tuple[Cin, str, int], str]:
    """(CIN, attribute, position) -> golden value of these customers."""
    return {
        (cin, value.attribute, value.position): value.value
        for cin, values in full_values_of(session, cins).items()
        for value in values
    }


def iter_golden(session: Session) -> Iterator[tuple[Cin, GoldenValue]]:
    """Every golden value, by CIN, attribute and position."""
    for cin, values in _read(session, _CONTENTS):
        for value in values:
            yield cin, value


def winning_attributes(session: Session) -> dict[RecordId, list[str]]:
    """For each record the attributes whose golden value it gave."""
    found: dict[RecordId, list[str]] = {}
    for _, value in iter_golden(session):
        if value.position == 0 and value.record_id is not None:
            found.setdefault(value.record_id, []).append(value.attribute)
    return found


def _kept(record: ComputedGolden) -> Collection[GoldenValue]:
    return kept_golden(record.values, record.only.id, record.only.standard) if record.only else record.values


def _contents() -> _Contents:
    """For each customer, by CIN, what is kept of its golden values, and its record if it has no other."""
    only = (_MEMBERS.c.cin == _GOLDEN.c.cin) & _MEMBERS.c.to_decision.is_(None) & (_GOLDEN.c.record_count == 1)
    return (
        select(_GOLDEN.c.cin, _CONTENT.c.content, _ACTIVE.c.record_id, _VERSIONS.c.standard_values)
        .outerjoin(_CONTENT, _CONTENT.c.cin == _GOLDEN.c.cin)
        .outerjoin(_MEMBERS, only)
        .outerjoin(_ACTIVE, _ACTIVE.c.record_id == _MEMBERS.c.record_id)
        .outerjoin(_VERSIONS, _VERSIONS.c.id == _ACTIVE.c.version_id)
        .where(_GOLDEN.c.retired_by.is_(None))
        .order_by(_GOLDEN.c.cin)
    )


#: Made once: a page of customers is asked for one by one.
_CONTENTS = _contents()


def _read(session: Session, query: _Contents) -> Iterator[tuple[Cin, list[GoldenValue]]]:
    for rows in session.execute(query.execution_options(yield_per=_FETCHED)).partitions():
        said = unpack_each([standard or "{}" for _, _, _, standard in rows])
        for (cin, content, record_id, _), standard in zip(rows, said, strict=True):
            kept = unpack_golden(content) if content is not None else []
            yield Cin(cin), kept if record_id is None else whole_golden(kept, RecordId(record_id), standard)


# Customers


def locked_values(session: Session) -> list[tuple[Cin, GoldenValue]]:
    """The golden values that stewards locked, by CIN and attribute."""
    locks = session.scalars(select(ValueOverrideRow.cin).where(ValueOverrideRow.is_lock).distinct())
    values = full_values_of(session, [Cin(cin) for cin in locks])
    return [(cin, value) for cin in sorted(values) for value in values[cin] if value.is_locked]


def count_customers(session: Session) -> int:
    """How many customers there are."""
    return session.scalar(select(func.count()).select_from(GoldenRow).where(GoldenRow.retired_by.is_(None))) or 0


def active_cins(session: Session) -> list[Cin]:
    """Every CIN in use, oldest first."""
    query = select(GoldenRow.cin).where(GoldenRow.retired_by.is_(None)).order_by(GoldenRow.number)
    return [Cin(cin) for cin in session.scalars(query)]


def contested_cins(session: Session) -> set[Cin]:
    """The customers of whom a value won over another one."""
    kept = session.execute(select(_CONTENT).execution_options(yield_per=_FETCHED))
    return {Cin(cin) for cin, content in kept if any(value.runner_up for value in unpack_golden(content))}


def page_of_customers(session: Session, offset: int, limit: int) -> list[Cin]:
    """CINs in use by title."""
    # Whatever stands before the page is passed over in the index alone: its rows would be read one by one.
    listed = aliased(GoldenRow, name="listed")
    place: ColumnElement[int] = literal_column("listed.rowid")
    page = (
        select(place)
        .select_from(listed)
        .where(listed.retired_by.is_(None))
        .order_by(listed.title, place)
        .offset(offset)
        .limit(limit)
    )
    own: ColumnElement[int] = literal_column("golden.rowid")
    query = select(GoldenRow.cin).where(own.in_(page)).order_by(GoldenRow.title, GoldenRow.number)
    return [Cin(cin) for cin in session.scalars(query)]


def titles(session: Session, cins: Collection[str]) -> dict[Cin, tuple[str, str, int]]:
    """(title, city, number of records) of customers."""
    found: dict[Cin, tuple[str, str, int]] = {}
    for portion in chunks(cins):
        query = select(GoldenRow.cin, GoldenRow.title, GoldenRow.city, GoldenRow.record_count).where(
            among(GoldenRow.cin, portion)
        )
        found.update((Cin(cin), (title, city, count)) for cin, title, city, count in session.execute(query))
    return found


def sources_of(session: Session, cins: Collection[str]) -> dict[Cin, set[SourceId]]:
    """The sources in which each customer appears."""
    found: dict[Cin, set[SourceId]] = {}
    for portion in chunks(cins):
        query = (
            select(MembershipRow.cin, SourceRecordRow.source_id)
            .join(SourceRecordRow, SourceRecordRow.id == MembershipRow.record_id)
            .where(among(MembershipRow.cin, portion), MembershipRow.to_decision.is_(None))
            .distinct()
        )
        for cin, source_id in session.execute(query):
            found.setdefault(Cin(cin), set()).add(SourceId(source_id))
    return found


@dataclass(frozen=True, slots=True)
class CustomerTally:
    """How many customers there are, those of several records, the records they were made of, and where they appear.

    ``by_sources``: how many appear in exactly this set of sources.
    """

    customers: int
    joined: int
    reachable: int
    by_sources: dict[frozenset[SourceId], int]


def tally_customers(session: Session) -> CustomerTally:
    """All that is counted of customers, in one look at them: there may be a million."""
    joined = func.count().filter(GoldenRow.record_count > 1)
    query = select(GoldenRow.sources, func.count(), joined, func.sum(GoldenRow.record_count))
    rows = session.execute(query.where(GoldenRow.retired_by.is_(None)).group_by(GoldenRow.sources)).all()
    return CustomerTally(
        customers=sum(customers for _, customers, _, _ in rows),
        joined=sum(several for _, _, several, _ in rows),
        reachable=sum(records for _, _, _, records in rows),
        by_sources={
            frozenset(SourceId(int(source_id)) for source_id in found.split(",") if source_id): customers
            for found, customers, _, _ in rows
        },
    )
