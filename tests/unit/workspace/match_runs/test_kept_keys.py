"""What records are compared by is kept with a match run, and brought up to date by those that follow."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import numpy as np
import pytest

from steward.storage.database import open_database
from steward.workspace import Workspace
from steward.workspace.match_runs import kept_keys
from steward.workspace.match_runs.run_notes import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.workspace.match_runs.kept_keys import KeptKeys

_GIVEN = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita")
_FAMILY = ("Nugroho", "Santoso", "Lestari", "Kurniadi", "Pertiwi")
_LINES = [
    f"{number},{given} {family},0813{number:08},{given.lower()}.{family.lower()}@mail.id,Jl. {family} Raya {number}"
    for number, (given, family) in enumerate([(g, f) for g in _GIVEN for f in _FAMILY], start=1)
]


def _write(folder: Path, lines: list[str]) -> Path:
    path = folder / "sales.csv"
    path.write_text("\n".join(["ID,Nama,HP,Email,Alamat", *lines]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def matched(tmp_path: Path) -> Iterator[Workspace]:
    """A store of thirty-five people, matched."""
    with Workspace.create(tmp_path / "kept.steward", steward="Ratna") as workspace:
        workspace.import_list(_write(tmp_path, _LINES), key="ID")
        workspace.match()
        yield workspace


def _kept(workspace: Workspace) -> KeptKeys:
    workspace.close()
    database = open_database(workspace.path)
    with database.read() as session:
        kept = kept_keys.load(session)
    database.close()
    assert kept is not None
    return kept


def _keys_of_each(kept: KeptKeys) -> dict[int, list[set[int]]]:
    return {
        record_id: [set(keys.codes[row].tolist()) - {-1} for keys in kept.table.families]
        for row, record_id in enumerate(kept.records.tolist())
    }


def test_keys_kept_part_by_part_are_those_of_comparing_everything(matched: Workspace, tmp_path: Path) -> None:
    for place, line in ((3, "4,Dewi Nugroho,081399990000,,Jl. Melati 8"), (7, "8,Hana Tjahjono,,hana@mail.id,")):
        changed = [*_LINES[:place], line, *_LINES[place + 1 :]]
        matched.import_list(_write(tmp_path, changed), key="ID", mode="full")
        assert matched.match().kind is RunKind.INCREMENTAL
    part_by_part = _kept(matched)
    with Workspace.open(matched.path, steward="Ratna") as workspace:
        workspace.match(full=True)
    whole = _kept(workspace)
    assert _keys_of_each(part_by_part) == _keys_of_each(whole)
    assert part_by_part.versions.tolist() == whole.versions.tolist()
    assert part_by_part.table.blocks == whole.table.blocks


def test_a_record_that_went_has_no_keys(matched: Workspace) -> None:
    gone = matched.record("sales", "5").id
    matched.restrict(matched.cin_of(gone), "asked for")
    matched.match()
    assert gone not in _kept(matched).records


def test_the_keys_of_an_erased_person_are_blotted_out(matched: Workspace) -> None:
    gone = matched.record("sales", "5").id
    matched.erase(matched.cin_of(gone), "asked for")
    kept = _kept(matched)
    (row,) = np.flatnonzero(kept.records == gone)
    assert all((keys.codes[row] == -1).all() for keys in kept.table.families)
    with Workspace.open(matched.path, steward="Ratna") as workspace:
        assert workspace.match().kind is RunKind.INCREMENTAL
    assert gone not in _kept(workspace).records


def test_keys_of_another_form_are_no_keys(matched: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    matched.close()
    monkeypatch.setattr(kept_keys, "_FORMAT", kept_keys._FORMAT + 1)
    with Workspace.open(matched.path, steward="Ratna") as workspace:
        assert [workspace.match().kind for _ in range(2)] == [RunKind.FULL, RunKind.INCREMENTAL]


def test_a_store_without_keys_is_compared_whole_once(matched: Workspace) -> None:
    matched.close()
    with sqlite3.connect(matched.path) as connection:
        connection.execute("DELETE FROM match_keys")
    connection.close()
    with Workspace.open(matched.path, steward="Ratna") as workspace:
        assert [workspace.match().kind for _ in range(2)] == [RunKind.FULL, RunKind.INCREMENTAL]
