"""Whoever opens a store with SQL finds golden values and contacts under their names, though they are stored packed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

LIST = """Kode,Nama,HP,Email,Kota,NIK
1,Budi "Bud" Santoso,0812-1111-2222 / 0813-3333-4444,budi@mail.id,Solo,
2,Siti Rahayu,,siti@mail.id,,3.17301E+15
3,Budi Santoso,0812-1111-2222,,Köln,3173011507850001
4,Ani Lestari,0812-1111-3333 / 0813-4444-5555,ani@mail.id,Solo,
"""
COLUMNS = (
    "attribute", "position", "value", "record_id", "rule", "support", "runner_up", "decision_id", "is_locked",
    "is_trusted",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "customers.steward"
    (tmp_path / "sales.csv").write_text(LIST, encoding="utf-8")
    with Workspace.create(path, steward="Budi") as workspace:
        workspace.import_list(tmp_path / "sales.csv")
        merged = workspace.merge([1, 3])
        workspace.lock(workspace.cin_of(1), "city")
        workspace.override(workspace.cin_of(2), "city", "Medan", reason=f"told after #{merged.id}")
    return path


def test_golden_values_are_those_of_the_customers(store: Path) -> None:
    with Workspace.open(store, steward="Budi") as workspace, closing(sqlite3.connect(store)) as connection:
        values = [(str(cin), value) for cin in workspace.customers() for value in workspace.golden(cin)]
        found = set(connection.execute(f"SELECT cin, {', '.join(COLUMNS)} FROM golden_value"))
        expected = {(cin, *(getattr(value, column) for column in COLUMNS)) for cin, value in values}
        assert found == expected
        assert {value.rule for _, value in values} > {"only_value"}


def test_contacts_are_those_of_the_records(store: Path) -> None:
    with Workspace.open(store, steward="Budi") as workspace, closing(sqlite3.connect(store)) as connection:
        expected = {
            (record.id, attribute, position, raw, record.standard[attribute][position])
            for record in workspace.records()
            for attribute in ("phone", "email", "handle")
            for position, raw in enumerate(record.values.get(attribute, ()))
        }
        query = "SELECT record_id, attribute, position, raw, standard FROM contact_point"
        assert set(connection.execute(query)) == expected
        assert len(expected) == 8
