"""What a list that comes again is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from steward.domain.records import SourceId
from steward.storage.database import create_database
from steward.storage.lists.record_versions import known_records

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_list_is_compared_with_is_found_without_reading_rows_or_sorting(tmp_path: Path) -> None:
    # The rows of a million records are ten times as long to read.
    asked: list[tuple[str, Any]] = []
    database = create_database(tmp_path / "store.steward")
    with database.read() as session:
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
        known_records(session, SourceId(1))
        (statement, parameters), *_ = asked
        plan = [step for *_, step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    database.close()
    assert [step for step in plan if "record_version" in step and "COVERING INDEX" in step]
    assert not [step for step in plan if "record_version" in step and "COVERING INDEX" not in step]
    assert not [step for step in plan if "TEMP B-TREE" in step]
