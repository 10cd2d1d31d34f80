"""Records that the store never saw before, stored by the portion together with all that is derived from them.

No decision can name such a record: it is a customer of its own, and its golden record is what its row says. A portion
is packed without the store, so that it can be done in a process of its own.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field, fields
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from steward.domain.identity import make_cins
from steward.storage.bulk import insert_flat, keep_schema_near, make_indexes, put_off_indexes
from steward.storage.customers import search, stored_identity
from steward.storage.customers.packed_golden import golden_of
from steward.storage.customers.search_apart import TextsApart
from steward.storage.customers.search_texts import texts_of
from steward.storage.lists.kept_rows import kept_rows
from steward.storage.lists.list_headers import ListHeaders
from steward.storage.tables import (
    ActiveRecordRow,
    DeliveryRecordRow,
    GoldenContentRow,
    GoldenRow,
    MembershipRow,
    RecordVersionRow,
    SourceRecordRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId
    from steward.domain.delivered_columns import DeliveredColumns
    from steward.domain.records import DeliveryId, SourceId
    from steward.storage.lists.list_headers import Columns

#: Fewer records are in before their indexes are dropped.
_MANY = 20_000
#: The tables that new records go to.
_INDEXED = (DeliveryRecordRow, ActiveRecordRow, GoldenRow, MembershipRow)


@dataclass(slots=True)
class FreshGoldens:
    """What customers with one record each are called, and what is golden of them that their record does not say.

    ``chosen``: by their places the customers whose record itself has several values of an attribute, with what is
    chosen of these, packed for any record.
    """

    titles: list[str]
    cities: Sequence[str]
    chosen: dict[int, str]


@dataclass(frozen=True, slots=True)
class Birth:
    """What brings new records into the store: the delivery, and its entry in the log."""

    source_id: SourceId
    delivery_id: DeliveryId
    decision_id: DecisionId


@dataclass(frozen=True, slots=True)
class Numbers:
    """The first numbers of a portion: ids of records and versions, and of CINs. They run on by one."""

    record: int
    version: int
    cin: int


@dataclass(slots=True)
class FreshPortion:
    """New records as values for the tables they go to, row after row, without what is the same in all of them.

    ``columns``: the headers of their table. ``texts``: ids, and what makes them findable.
    """

    columns: Columns = ()
    records: list[int | str] = field(default_factory=list)
    versions: list[int | str] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    golden: list[int | str] = field(default_factory=list)
    memberships: list[int | str] = field(default_factory=list)
    golden_values: list[str] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)

    def __getstate__(self) -> bytes:
        # Half a million plain values go from process to process in half the time that pickling each would take.
        return marshal.dumps([getattr(self, own.name) for own in fields(self)])

    def __setstate__(self, state: bytes) -> None:
        values: list[Any] = marshal.loads(state)
        for own, value in zip(fields(self), values, strict=True):
            setattr(self, own.name, value)


def pack_fresh(rows: DeliveredColumns, first: Numbers, goldens: FreshGoldens) -> FreshPortion:
    """One portion of new records; no key of it may be known."""
    count = len(rows)
    record_ids, version_ids = _run_on(first.record, count), _run_on(first.version, count)
    numbers = _run_on(first.cin, count)
    cins = make_cins(first.cin, count)
    return FreshPortion(
        columns=tuple(zip(rows.headers, rows.said_by, strict=True)),
        records=_flat(record_ids, rows.keys, cins),
        versions=_flat(version_ids, record_ids, rows.hashes, *kept_rows(rows)),
        held=_flat(record_ids, version_ids, rows.numbers),
        golden=_flat(cins, numbers, goldens.titles, goldens.cities),
        memberships=_flat(record_ids, cins),
        golden_values=_flat(*_kept_golden(goldens, cins, record_ids)),
        texts=list(zip(record_ids, texts_of(rows), strict=True)),
    )


def _kept_golden(goldens: FreshGoldens, cins: Sequence[str], record_ids: Sequence[int]) -> tuple[list[str], list[str]]:
    """The customers of whom golden values are kept, and these."""
    kept = [golden_of(packed, record_ids[place]) for place, packed in goldens.chosen.items()]
    return [cins[place] for place in goldens.chosen], kept


def _run_on(first: int, count: int) -> range:
    return range(first, first + count)


def _flat(*columns: Iterable[Any]) -> list[Any]:
    """The values of rows, row after row."""
    return list(chain.from_iterable(zip(*columns, strict=True)))


class FreshRecords:
    """Takes new records in, a portion at a time; ids and CINs run on from the last ones given.

    ``count``: about how many will come. ``finish`` when the last has come, ``close`` in any case. ``check`` may stop
    it.
    """

    def __init__(self, session: Session, birth: Birth, count: int, check: Callable[[], None]) -> None:
        self._session = session
        self._birth = birth
        self._check = check
        is_most = count > _MANY and count > (session.scalar(select(func.count()).select_from(SourceRecordRow)) or 0)
        self._put_off = put_off_indexes(session, _INDEXED) if is_most else []
        self._next = Numbers(
            (session.scalar(select(func.max(SourceRecordRow.id))) or 0) + 1,
            (session.scalar(select(func.max(RecordVersionRow.id))) or 0) + 1,
            stored_identity.next_number(session),
        )
        self._headers = ListHeaders(session)
        self._texts = (TextsApart if is_most else search.ManyTexts)(session, check)

    def numbers_for(self, count: int) -> Numbers:
        """The numbers of the next portion, which has so many records."""
        found = self._next
        self._next = Numbers(found.record + count, found.version + count, found.cin + count)
        return found

    def add(self, portion: FreshPortion) -> None:
        """Store one portion."""
        self._add_source_side(portion)
        self._add_golden_side(portion)
        self._texts.add(portion.texts)
        if self._put_off:
            keep_schema_near(self._session)

    def finish(self) -> None:
        """Store what was gathered."""
        make_indexes(self._session, self._put_off, self._check)
        self._texts.finish()

    def close(self) -> None:
        """Let go of what is not for the store."""
        self._texts.close()

    def _add_source_side(self, portion: FreshPortion) -> None:
        session, source_id, delivery_id = self._session, self._birth.source_id, self._birth.delivery_id
        insert_flat(
            session,
            SourceRecordRow,
            ("id", "source_key", "birth_cin"),
            portion.records,
            shared={"source_id": source_id, "first_delivery_id": delivery_id},
        )
        insert_flat(
            session,
            RecordVersionRow,
            ("id", "record_id", "content_hash", "raw", "attribute_values", "standard_values"),
            portion.versions,
            shared={"delivery_id": delivery_id, "version": 1, "header_id": self._headers.id_of(portion.columns)},
        )
        held = ("record_id", "version_id", "row")
        insert_flat(session, DeliveryRecordRow, held, portion.held, shared={"delivery_id": delivery_id})
        of_source = {"source_id": source_id, "delivery_id": delivery_id}
        insert_flat(session, ActiveRecordRow, held, portion.held, shared=of_source)

    def _add_golden_side(self, portion: FreshPortion) -> None:
        session, decision_id = self._session, self._birth.decision_id
        insert_flat(
            session,
            GoldenRow,
            ("cin", "number", "title", "city"),
            portion.golden,
            shared={
                "minted_by": decision_id,
                "retired_by": None,
                "record_count": 1,
                "sources": str(self._birth.source_id),
            },
        )
        insert_flat(
            session,
            MembershipRow,
            ("record_id", "cin"),
            portion.memberships,
            shared={"from_decision": decision_id, "to_decision": None},
        )
        insert_flat(session, GoldenContentRow, ("cin", "content"), portion.golden_values)
