"""Records that the store never saw before, stored by the portion together with all that is derived from them.

No decision can name such a record: it is a customer of its own, and its golden record is what its row says. A portion
is packed without the store, so that it can be done in a process of its own.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from steward.domain.identity import make_cin
from steward.domain.survivorship import SurvivorshipRule
from steward.storage.bulk import insert_flat
from steward.storage.customers import crosswalk, search
from steward.storage.lists.record_versions import CONTACTS, version_cells
from steward.storage.tables import (
    ActiveRecordRow,
    ContactPointRow,
    DeliveryRecordRow,
    GoldenRow,
    GoldenValueRow,
    MembershipRow,
    RecordVersionRow,
    SourceRecordRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId
    from steward.domain.records import DeliveredRow, DeliveryId, SourceId


@dataclass(slots=True)
class FreshGolden:
    """The golden record of a customer with one record.

    ``sole``: attribute and the only value for it. ``chosen``: attribute, position, value, rule, support of those that
    the record itself has several of.
    """

    title: str
    city: str
    sole: list[tuple[str, str]]
    chosen: list[tuple[str, int, str, str, int]]


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

    ``texts``: ids, and what makes them findable.
    """

    records: list[int | str] = field(default_factory=list)
    versions: list[int | str] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    contacts: list[int | str] = field(default_factory=list)
    golden: list[int | str] = field(default_factory=list)
    memberships: list[int | str] = field(default_factory=list)
    sole_values: list[int | str] = field(default_factory=list)
    chosen_values: list[int | str] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)

    def __getstate__(self) -> bytes:
        # Half a million plain values go from process to process in half the time that pickling each would take.
        return marshal.dumps([getattr(self, own.name) for own in fields(self)])

    def __setstate__(self, state: bytes) -> None:
        values: list[Any] = marshal.loads(state)
        for own, value in zip(fields(self), values, strict=True):
            setattr(self, own.name, value)


def pack_fresh(
    rows: Sequence[DeliveredRow], first: Numbers, golden_of: Callable[[DeliveredRow], FreshGolden]
) -> FreshPortion:
    """One portion of new records; no key of it may be known."""
    portion = FreshPortion()
    for place, row in enumerate(rows):
        record_id, version_id, number = first.record + place, first.version + place, first.cin + place
        cin = make_cin(number)
        portion.records += (record_id, row.source_key, cin)
        portion.versions += (version_id, record_id, *version_cells(row))
        portion.held += (record_id, version_id, row.row)
        for attribute in CONTACTS:
            if attribute in row.values:
                both = zip(row.values[attribute], row.standard[attribute], strict=True)
                for position, (raw, standard) in enumerate(both):
                    portion.contacts += (record_id, attribute, position, raw, standard)
        golden = golden_of(row)
        portion.golden += (cin, number, golden.title, golden.city)
        portion.memberships += (record_id, cin)
        for attribute, value in golden.sole:
            portion.sole_values += (cin, attribute, value, record_id)
        for attribute, position, value, rule, support in golden.chosen:
            portion.chosen_values += (cin, attribute, position, value, record_id, rule, support)
        portion.texts.append((record_id, search.text_of(row.source_key, row.values, row.standard)))
    return portion


class FreshRecords:
    """Takes new records in, a portion at a time; ids and CINs run on from the last ones given.

    ``finish`` when the last has come. ``check`` may stop it.
    """

    def __init__(self, session: Session, birth: Birth, check: Callable[[], None]) -> None:
        self._session = session
        self._birth = birth
        self._next = Numbers(
            (session.scalar(select(func.max(SourceRecordRow.id))) or 0) + 1,
            (session.scalar(select(func.max(RecordVersionRow.id))) or 0) + 1,
            crosswalk.next_number(session),
        )
        self._texts = search.ManyTexts(session, check)

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

    def finish(self) -> None:
        """Store what was gathered."""
        self._texts.finish()

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
            shared={"delivery_id": delivery_id, "version": 1},
        )
        held = ("record_id", "version_id", "row")
        insert_flat(session, DeliveryRecordRow, held, portion.held, shared={"delivery_id": delivery_id})
        of_source = {"source_id": source_id, "delivery_id": delivery_id}
        insert_flat(session, ActiveRecordRow, held, portion.held, shared=of_source)
        contact = ("record_id", "attribute", "position", "raw", "standard")
        insert_flat(session, ContactPointRow, contact, portion.contacts)

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
        plain = {"runner_up": "", "decision_id": None, "is_locked": False, "is_trusted": False}
        insert_flat(
            session,
            GoldenValueRow,
            ("cin", "attribute", "value", "record_id"),
            portion.sole_values,
            shared={"position": 0, "rule": SurvivorshipRule.ONLY_VALUE.value, "support": 1, **plain},
        )
        insert_flat(
            session,
            GoldenValueRow,
            ("cin", "attribute", "position", "value", "record_id", "rule", "support"),
            portion.chosen_values,
            shared=plain,
        )
