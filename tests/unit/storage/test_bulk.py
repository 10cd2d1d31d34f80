"""Tables that a million rows go to: their indexes are put off, made again, and making them can be stopped."""

from __future__ import annotations

import struct
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from steward.domain.decisions import DecisionId
from steward.domain.errors import Cancelled
from steward.domain.records import DeliveryId, SourceId
from steward.storage.bulk import keep_schema_near, make_indexes, put_off_indexes
from steward.storage.database import Database, create_database
from steward.storage.lists.fresh_portions import FreshPortion
from steward.storage.lists.fresh_records import Birth, FreshRecords
from steward.storage.tables import CandidatePairRow, GoldenRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from steward.storage.lists.fresh_portions import Numbers

_PAIRS = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
    INSERT INTO candidate_pair (low, high, match_weight, match_probability)
    SELECT i, (i * 7919) % 100003, 1, 1 FROM n
"""


def test_indexes_that_were_put_off_are_made_as_they_were(tmp_path: Path) -> None:
    database = create_database(tmp_path / "a.steward")
    with database.write() as session:
        before = _indexes(session)

        put_off = put_off_indexes(session, (CandidatePairRow, GoldenRow))
        meanwhile = _indexes(session)
        make_indexes(session, put_off, lambda: None)

        assert len(meanwhile) == len(before) - len(put_off) < len(before)
        assert _indexes(session) == before
    database.close()


def test_making_indexes_can_be_stopped_and_the_store_is_as_before(tmp_path: Path) -> None:
    database = create_database(tmp_path / "a.steward")
    with database.read() as session:
        before = _indexes(session)

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        _fill(database, stop)

    with database.write() as session:
        assert _indexes(session) == before
        assert session.scalar(text("SELECT count(*) FROM candidate_pair")) == 0
    database.close()


@pytest.mark.parametrize("is_kept_near", [True, False])
def test_the_schema_is_not_written_before_its_indexes_are_made_if_it_is_kept_near(
    tmp_path: Path, *, is_kept_near: bool
) -> None:
    database = create_database(tmp_path / "a.steward")
    with database.write() as session:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        session.execute(text("PRAGMA cache_size=-2400"))
        put_off_indexes(session, (CandidatePairRow,))
        pairs = _PAIRS.replace("100000", "20000")
        for portion in range(6):
            session.execute(text(pairs.replace("SELECT i,", f"SELECT i + {portion * 200_000},")))
            if is_kept_near:
                keep_schema_near(session)

        written = _pages_in_log(database.path)

        assert written
        assert written.isdisjoint(_pages_of_schema(database.path)) is is_kept_near
        session.rollback()
    database.close()


def test_a_first_load_keeps_the_schema_near_while_its_rows_come(tmp_path: Path) -> None:
    database = create_database(tmp_path / "a.steward")
    with database.write() as session:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        session.execute(text("PRAGMA cache_size=-4800"))
        birth = Birth(SourceId(1), DeliveryId(1), DecisionId(1))
        with closing(FreshRecords(session, birth, 100_000, lambda: None)) as records:
            for _ in range(6):
                records.add(_portion(records.numbers_for(1000), 1000))

            written = _pages_in_log(database.path)

            assert written
            assert written.isdisjoint(_pages_of_schema(database.path))
        session.rollback()
    database.close()


def _portion(first: Numbers, count: int) -> FreshPortion:
    """New records that fill pages."""
    ids = [(first.record + n, first.version + n, first.cin + n) for n in range(count)]
    return FreshPortion(
        records=[value for record, _, cin in ids for value in (record, f"K{record}", f"{cin:09}")],
        versions=[value for record, version, _ in ids for value in (version, record, f"h{record}", "r" * 900, "", "")],
        held=[value for record, version, _ in ids for value in (record, version, record)],
        golden=[value for _, _, cin in ids for value in (f"{cin:09}", cin, f"Budi {cin}", "Solo")],
        memberships=[value for record, _, cin in ids for value in (record, f"{cin:09}")],
        golden_values=[value for _, _, cin in ids for value in (f"{cin:09}", "")],
        texts=[(record, f"budi {record}") for record, _, _ in ids],
    )


def _pages_in_log(store: Path) -> set[int]:
    """The pages that a transaction has written to the log beside the file, in frames with a head of 24 bytes each."""
    log = Path(f"{store}-wal").read_bytes()
    (size,) = struct.unpack(">I", log[8:12])
    return {struct.unpack(">I", log[at : at + 4])[0] for at in range(32, len(log) - size, 24 + size)}


def _pages_of_schema(store: Path) -> set[int]:
    """The pages with the tables and indexes of a store; the first page of the file names them."""
    first = store.read_bytes()
    kind, count, last = first[100], struct.unpack(">H", first[103:105])[0], struct.unpack(">I", first[108:112])[0]
    assert kind == 5
    cells = [struct.unpack(">H", first[at : at + 2])[0] for at in range(112, 112 + 2 * count, 2)]
    return {last, *(struct.unpack(">I", first[cell : cell + 4])[0] for cell in cells)}


def _fill(database: Database, check: Callable[[], None]) -> None:
    with database.write() as session:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        put_off = put_off_indexes(session, (CandidatePairRow,))
        session.execute(text(_PAIRS))
        make_indexes(session, put_off, check)


def _indexes(session: Session) -> list[tuple[str, str]]:
    rows = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL ORDER BY 1"))
    return [(row[0], " ".join(row[1].split())) for row in rows]
