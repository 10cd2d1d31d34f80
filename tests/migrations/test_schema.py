"""Stores of every released schema open and work; models and migrations describe one schema."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from steward.domain.decisions import DecisionId, Relation
from steward.domain.survivorship import GoldenValue, SurvivorshipRule
from steward.storage.database import create_database, open_database
from steward.storage.store_file import SCHEMA_VERSION
from steward.storage.tables import Base
from steward.workspace import Workspace
from tests.migrations.make_fixture import LIST

FOLDER = Path(__file__).parent
FIXTURES = sorted(FOLDER.glob("schema_*.db"))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_store_of_a_released_schema_opens_and_is_used(fixture: Path, tmp_path: Path) -> None:
    store = shutil.copy(fixture, tmp_path / "old.steward")
    with Workspace.open(store, steward="Budi") as workspace:
        header, *rows = csv.reader(LIST.splitlines())
        assert [record.raw for record in workspace.records()] == [dict(zip(header, row, strict=True)) for row in rows]
        assert [record.values["name"] for record in workspace.records()] == [(row[1],) for row in rows]
        assert [record.source_key for record in workspace.records()] == ["1", "2", "3"]
        assert workspace.cin_of(1) == workspace.cin_of(2)
        assert workspace.verify() == []
        assert [hit.cin for hit in workspace.search("+62 813 2211 4090")] == [workspace.cin_of(3)]
        workspace.reverse(next(d.id for d in workspace.decisions() if d.kind == "merge"))
        assert workspace.customer_count() == 3
        workspace.unrelated(1, 3)
        workspace.match()
        assert [pair.relation for pair in workspace.remembered()] == [Relation.NONE]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_list_loaded_again_by_this_version_is_unchanged(fixture: Path, tmp_path: Path) -> None:
    # Fingerprints made by another version than the rows came with would call every row changed.
    store = shutil.copy(fixture, tmp_path / "old.steward")
    (tmp_path / "sales.csv").write_text(f"{LIST}4,Ani Kusuma,0813-0000-1111,Medan\n", encoding="utf-8")
    with Workspace.open(store, steward="Budi") as workspace:
        report = workspace.import_list(tmp_path / "sales.csv")
        assert (report.rows_unchanged, report.rows_new, report.rows_changed) == (3, 1, 0)


def test_a_log_that_was_changed_before_it_was_sealed_anew_is_still_found_broken(tmp_path: Path) -> None:
    store = shutil.copy(FIXTURES[0], tmp_path / "old.steward")
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE decision SET reason = 'another' WHERE id = 2")
    connection.close()
    with Workspace.open(store, steward="Budi") as workspace:
        assert workspace.verify() == ["Log entry #2 does not fit the chain; the log was changed from outside."]


def test_runners_up_of_an_earlier_version_are_chosen_anew(tmp_path: Path) -> None:
    store = shutil.copy(FOLDER / "schema_0011.db", tmp_path / "old.steward")
    with sqlite3.connect(store) as connection:
        changed = connection.execute("UPDATE golden_value SET runner_up = 'another' WHERE support = 2").rowcount
    connection.close()
    with Workspace.open(store, steward="Budi") as workspace:
        assert changed > 0
        assert not [value for cin in workspace.customers() for value in workspace.golden(cin) if value.runner_up]


def test_golden_values_of_an_earlier_version_keep_all_that_was_said_of_them(tmp_path: Path) -> None:
    store = shutil.copy(FOLDER / "schema_0013.db", tmp_path / "old.steward")
    with sqlite3.connect(store) as connection:
        connection.execute(
            """
            UPDATE golden_value SET value = 'Kö"ln', record_id = NULL, rule = 'steward', support = 0,
                runner_up = 'Solo', decision_id = 1, is_locked = 1, is_trusted = 1
            WHERE cin = (SELECT min(cin) FROM golden_value) AND attribute = 'city'
            """
        )
        cin, count = connection.execute("SELECT cin, count(*) FROM golden_value GROUP BY cin ORDER BY cin").fetchone()
    connection.close()
    with Workspace.open(store, steward="Budi") as workspace:
        values = workspace.golden(cin)
    city = next(value for value in values if value.attribute == "city")
    steward = SurvivorshipRule.STEWARD
    assert len(values) == count
    assert city == GoldenValue("city", 0, 'Kö"ln', None, steward, 0, "Solo", DecisionId(1), True, True)


def test_whom_an_earlier_version_took_apart_when_a_record_ended_is_one_customer_again(tmp_path: Path) -> None:
    # Its first record was merged with the second and with the third; then a whole list came without the first.
    store = shutil.copy(FOLDER / "ended_0009.db", tmp_path / "old.steward")
    with Workspace.open(store, steward="Budi") as workspace:
        (cin,) = workspace.customers()
        assert workspace.members(cin) == [2, 3]
        assert workspace.verify() == []


def test_a_customer_of_whom_an_earlier_version_kept_one_identity_paper_has_all(tmp_path: Path) -> None:
    store = shutil.copy(FOLDER / "papers_0017.db", tmp_path / "old.steward")
    with Workspace.open(store, steward="Budi") as workspace:
        (cin,) = workspace.customers()
        kept = [value.value for value in workspace.golden(cin) if value.attribute == "other_id"]
        assert kept == ["A1234567", "B7654321"]
        assert workspace.verify() == []


def test_there_is_a_fixture_for_the_present_schema() -> None:
    assert FIXTURES[-1].stem == f"schema_{SCHEMA_VERSION:04}"


def test_models_and_migrations_describe_the_same_schema(tmp_path: Path) -> None:
    create_database(tmp_path / "new.steward").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'new.steward'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    # The search index is a virtual table with tables of its own; Alembic keeps a version table.
    return not (kind == "table" and name is not None and name.startswith(("record_search", "alembic")))


def test_an_older_schema_is_backed_up_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "old.steward"
    create_database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    open_database(path).close()
    assert (tmp_path / "old.backup-0.steward").exists()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    connection.close()
