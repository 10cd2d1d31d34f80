"""Records that the store never saw before, stored by the portion together with all that is derived from them.

No decision can name such a record: it is a customer of its own, and its golden record is what its row says. A portion
is packed without the store, so that it can be done in a process of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from steward.storage.bulk import insert_flat, keep_schema_near, make_indexes, put_off_indexes
from steward.storage.customers import search, stored_identity
from steward.storage.customers.search_apart import TextsApart
from steward.storage.lists.fresh_portions import Numbers
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
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId
    from steward.domain.records import DeliveryId, SourceId
    from steward.storage.lists.fresh_portions import FreshPortion

#: Fewer records are in before their indexes are dropped.
_MANY = 20_000
#: The tables that new records go to.
_INDEXED = (DeliveryRecordRow, ActiveRecordRow, GoldenRow, MembershipRow)


@dataclass(frozen=True, slots=True)
class Birth:
    """What brings new records into the store: the delivery, and its entry in the log."""

    source_id: SourceId
    delivery_id: DeliveryId
    decision_id: DecisionId


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
        self._texts = TextsApart(session, check, count) if is_most else search.ManyTexts(session, check)

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
