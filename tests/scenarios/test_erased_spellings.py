"""A name that only one person had is in no match run either once that person is erased."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


def test_the_spellings_of_an_erased_name_are_forgotten(tmp_path: Path) -> None:
    spelt = [("Zaqqariq", 1), ("Zaqqareq", 1), ("Zaqqariq", 1), ("Zaqqareq", 1)]
    others = [(f"{given} Santoso", 10 + n) for n, given in enumerate("Budi Siti Agus Dewi Joko Rina Eko Maya".split())]
    rows = [
        f"{key},{name},{number % 9 + 1:02}/05/19{70 + number},0812-3344-{5000 + number}"
        for key, (name, number) in enumerate([*((f"{given} Wibowo", n) for given, n in spelt), *others])
    ]
    (tmp_path / "sales.csv").write_text("\n".join(["Kode,Nama,Tgl Lahir,HP", *rows]) + "\n", encoding="utf-8")
    store = tmp_path / "customers.steward"

    def models() -> str:
        with closing(sqlite3.connect(store)) as connection:
            return " ".join(model for (model,) in connection.execute("SELECT model FROM match_run"))

    with Workspace.create(store, steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "sales.csv", source="Sales")
        workspace.match()
        assert '"sakarik"' in models() or '"sakarek"' in models()
        records = [workspace.record("Sales", str(key)).id for key in range(4)]
        workspace.merge(records)
        workspace.erase(workspace.cin_of(records[0]), reason="request of 12 May")
    assert "sakar" not in models()
