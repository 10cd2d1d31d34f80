"""Tables that a million rows go to: their indexes are put off, made again, and making them can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from steward.domain.errors import Cancelled
from steward.storage.bulk import make_indexes, put_off_indexes
from steward.storage.database import Database, create_database
from steward.storage.tables import CandidatePairRow, GoldenRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy.orm import Session

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


def _fill(database: Database, check: Callable[[], None]) -> None:
    with database.write() as session:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        put_off = put_off_indexes(session, (CandidatePairRow,))
        session.execute(text(_PAIRS))
        make_indexes(session, put_off, check)


def _indexes(session: Session) -> list[tuple[str, str]]:
    rows = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL ORDER BY 1"))
    return [(row[0], " ".join(row[1].split())) for row in rows]
