"""The register of exports knows whom each file held."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from steward.domain.identity import make_cin
from steward.domain.privacy import ExportEntry, ExportKind
from steward.storage.customers.exports import exports_of, list_exports, register_export
from steward.storage.database import create_database
from steward.storage.tables import (
    DecisionRow,
    DeliveryRow,
    MembershipRow,
    SourceRecordRow,
    SourceRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session


def entry(last_entry: int, count: int) -> ExportEntry:
    at = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
    return ExportEntry(0, ExportKind.MASTER, at, "Ratna", f"{last_entry}.csv", last_entry, count)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A store with one record that belonged to CIN 1 until entry 3 and to CIN 900 from then on."""
    database = create_database(tmp_path / "s.steward")
    with database.write() as opened:
        opened.add(
            SourceRow(
                id=1, name="S", department="S", letter="S", color_index=0, key_column="", key_mode="content", mapping=""
            )
        )
        opened.flush()
        counts = dict.fromkeys(("rows_read", "rows_new", "rows_changed", "rows_unchanged", "rows_repeated"), 0)
        opened.add(
            DeliveryRow(
                id=1, source_id=1, file_name="", file_hash="", sheet="", loaded_at="", loaded_by="", report="", **counts
            )
        )
        opened.flush()
        opened.add(SourceRecordRow(id=1, source_id=1, source_key="1", first_delivery_id=1, birth_cin=make_cin(1)))
        for number in (1, 2, 3):
            opened.add(
                DecisionRow(
                    id=number,
                    kind="merge",
                    decided_at="",
                    decided_by="",
                    reason="",
                    entry="{}",
                    previous_hash="",
                    hash="",
                )
            )
        opened.flush()
        opened.add(MembershipRow(record_id=1, cin=make_cin(1), from_decision=1, to_decision=3))
        opened.add(MembershipRow(record_id=1, cin=make_cin(900), from_decision=3, to_decision=None))
        opened.flush()
        yield opened
    database.close()


def test_a_file_held_a_record_under_the_cin_of_that_time(session: Session) -> None:
    register_export(session, entry(2, 2), [make_cin(1), make_cin(7)])
    register_export(session, entry(2, 1), [make_cin(900)])
    register_export(session, entry(3, 1), [make_cin(1)])
    last = register_export(session, entry(3, 1), [make_cin(900)])
    assert [found.id for found in exports_of(session, [1])] == [last.id, 1]  # type: ignore[list-item]
    assert [found.id for found in list_exports(session)] == [4, 3, 2, 1]


def test_an_export_of_nobody_held_nobody(session: Session) -> None:
    register_export(session, entry(3, 0), [])
    assert exports_of(session, [1]) == []  # type: ignore[list-item]


def test_a_million_customers_take_little_room(session: Session) -> None:
    register_export(session, entry(3, 1_000_000), [make_cin(number) for number in range(1, 1_000_001)])
    held = session.connection().exec_driver_sql("SELECT length(held) FROM export").scalar()
    assert held is not None
    assert held < 200_000
    assert exports_of(session, [1])  # type: ignore[list-item]
