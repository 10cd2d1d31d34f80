"""Records that the store never saw before, stored by the portion together with all that is derived from them.

No decision can name such a record: it is a customer of its own, and its golden record is what its row says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from steward.domain.identity import make_cin
from steward.domain.records import RecordId
from steward.storage import crosswalk, search
from steward.storage.bulk import insert_tuples
from steward.storage.record_versions import CONTACTS, VERSION_COLUMNS, version_cells
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
    """The golden record of a customer with one record. ``values``: attribute, position, value, rule, support."""

    title: str
    city: str
    values: list[tuple[str, int, str, str, int]]


@dataclass(frozen=True, slots=True)
class Birth:
    """What brings new records into the store: the delivery, and its entry in the log."""

    source_id: SourceId
    delivery_id: DeliveryId
    decision_id: DecisionId


class FreshRecords:
    """Takes new records in, a portion at a time; ids and CINs run on from the last ones given."""

    def __init__(
        self, session: Session, birth: Birth, golden_of: Callable[[DeliveredRow, RecordId], FreshGolden]
    ) -> None:
        self._session = session
        self._birth = birth
        self._golden_of = golden_of
        self._next_id = (session.scalar(select(func.max(SourceRecordRow.id))) or 0) + 1
        self._next_version = (session.scalar(select(func.max(RecordVersionRow.id))) or 0) + 1
        self._next_number = crosswalk.next_number(session)
        search.expect_many(session)

    def add(self, rows: Sequence[DeliveredRow]) -> None:
        """Store one portion; no key of it may be known."""
        first = self._next_id
        numbers = range(self._next_number, self._next_number + len(rows))
        cins = [make_cin(number) for number in numbers]
        versions = range(self._next_version, self._next_version + len(rows))
        self._next_id += len(rows)
        self._next_number += len(rows)
        self._next_version += len(rows)
        self._add_source_side(rows, first, cins, versions)
        self._add_golden_side(rows, first, cins, numbers)
        search.index_rows(self._session, enumerate(rows, first))

    def _add_source_side(
        self, rows: Sequence[DeliveredRow], first: int, cins: Sequence[str], versions: Sequence[int]
    ) -> None:
        session, birth = self._session, self._birth
        source_id, delivery_id = birth.source_id, birth.delivery_id
        numbered = list(enumerate(rows, first))
        insert_tuples(
            session,
            SourceRecordRow,
            ("id", "source_id", "source_key", "first_delivery_id", "birth_cin"),
            [(i, source_id, row.source_key, delivery_id, cin) for (i, row), cin in zip(numbered, cins, strict=True)],
        )
        insert_tuples(
            session,
            RecordVersionRow,
            VERSION_COLUMNS,
            [(v, i, delivery_id, 1, *version_cells(row)) for (i, row), v in zip(numbered, versions, strict=True)],
        )
        insert_tuples(
            session,
            DeliveryRecordRow,
            ("delivery_id", "record_id", "version_id", "row"),
            [(delivery_id, i, v, row.row) for (i, row), v in zip(numbered, versions, strict=True)],
        )
        insert_tuples(
            session,
            ActiveRecordRow,
            ("record_id", "source_id", "version_id", "delivery_id", "row"),
            [(i, source_id, v, delivery_id, row.row) for (i, row), v in zip(numbered, versions, strict=True)],
        )
        insert_tuples(
            session,
            ContactPointRow,
            ("record_id", "attribute", "position", "raw", "standard"),
            [
                (i, attribute, position, raw, standard)
                for i, row in numbered
                for attribute in CONTACTS
                if attribute in row.values
                for position, (raw, standard) in enumerate(
                    zip(row.values[attribute], row.standard[attribute], strict=True)
                )
            ],
        )

    def _add_golden_side(
        self, rows: Sequence[DeliveredRow], first: int, cins: Sequence[str], numbers: Sequence[int]
    ) -> None:
        session, decision_id, sources = self._session, self._birth.decision_id, str(self._birth.source_id)
        goldens = [self._golden_of(row, RecordId(i)) for i, row in enumerate(rows, first)]
        insert_tuples(
            session,
            GoldenRow,
            ("cin", "number", "minted_by", "retired_by", "title", "city", "record_count", "sources"),
            [
                (cin, number, decision_id, None, golden.title, golden.city, 1, sources)
                for cin, number, golden in zip(cins, numbers, goldens, strict=True)
            ],
        )
        insert_tuples(
            session,
            MembershipRow,
            ("record_id", "cin", "from_decision", "to_decision"),
            [(i, cin, decision_id, None) for i, cin in enumerate(cins, first)],
        )
        insert_tuples(
            session,
            GoldenValueRow,
            (
                *("cin", "attribute", "position", "value", "record_id", "rule", "support"),
                *("runner_up", "decision_id", "is_locked", "is_trusted"),
            ),
            [
                (cin, attribute, position, value, i, rule, support, "", None, False, False)
                for (i, cin), golden in zip(enumerate(cins, first), goldens, strict=True)
                for attribute, position, value, rule, support in golden.values
            ],
        )
