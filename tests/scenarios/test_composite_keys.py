"""Lists whose rows only several columns together tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.workspace import Workspace
from steward.workspace.lists.mapping_file import load_mapping, save_mapping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = ("JKT,1,Budi Santoso,Depok", "JKT,2,Siti Aminah,Bogor", "BDG,1,Agus Salim,Cimahi", "BDG,2,Dewi Lestari,Garut")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as opened:
        yield opened


def write(tmp_path: Path, *rows: str, header: str = "Cabang,No,Nama,Kota", name: str = "sales.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_pair_is_guessed_said_and_remembered(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, *ROWS)
    table = workspace.preview_list(path).tables[0]
    assert table.key_column == "Cabang+No"
    assert [column.target for column in table.columns] == ["source_key", "source_key", "name", "city"]
    report = workspace.import_list(path)
    assert (report.key_column, report.rows_new) == ("Cabang+No", 4)
    assert workspace.record("Sales", "BDG+1").values["name"] == ("Agus Salim",)
    # Another row of the same number would not be guessed as a pair any more, but the source is known by it.
    again = workspace.import_list(write(tmp_path, *ROWS[:3], "BDG,2,Dewi Lestari,Bandung", "BDG,2,Rina,Bandung"))
    assert (again.key_column, again.rows_unchanged, again.rows_changed) == ("Cabang+No", 3, 1)
    assert again.rows_repeated + again.rows_new == 1


def test_a_named_pair_stays_the_key_when_its_columns_move(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_list(write(tmp_path, *ROWS), key="No+Cabang")
    moved = [",".join([row.split(",")[2], *row.split(",")[:2], "Bekasi"]) for row in ROWS]
    report = workspace.import_list(write(tmp_path, *moved, header="Nama,Cabang,No,Kota"))
    assert report.key_column == "No+Cabang"
    assert (report.rows_new, report.rows_changed) == (0, 4)
    otherwise = workspace.import_list(write(tmp_path, *ROWS), key="Cabang+No")
    assert (otherwise.key_column, otherwise.rows_new) == ("No+Cabang", 0)


def test_a_declared_pair_holds_back_the_rows_that_lack_a_part(workspace: Workspace, tmp_path: Path) -> None:
    report = workspace.import_list(write(tmp_path, *ROWS, "JKT,,Tono,Depok"), key="Cabang+No")
    assert (report.rows_new, report.rows_quarantined) == (4, 1)


def test_a_renamed_part_of_the_key_is_followed(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_list(write(tmp_path, *ROWS))
    report = workspace.import_list(write(tmp_path, *ROWS, header="CABANG,No.,Nama,Kota"))
    assert (report.key_column, report.rows_new) == ("CABANG+No.", 0)


def test_another_key_can_be_chosen_for_a_known_source(workspace: Workspace, tmp_path: Path) -> None:
    header, rows = "Kode,Nama,NIP", ("K1,Budi,91", "K2,Siti,92")
    workspace.import_list(write(tmp_path, *rows, header=header), key="Kode")
    report = workspace.import_list(write(tmp_path, *rows, header=header), key="NIP")
    assert report.key_column == "NIP"


def test_a_key_that_is_an_attribute_too_is_remembered(workspace: Workspace, tmp_path: Path) -> None:
    rows = ("Budi,3273011507800011", "Siti,3273015507850002")
    workspace.import_list(write(tmp_path, *rows, header="Nama,NIK"), key="NIK")
    report = workspace.import_list(write(tmp_path, *rows, header="Nama,NIK"))
    assert (report.key_column, report.mapping["NIK"], report.rows_unchanged) == ("NIK", "nik", 2)


def test_a_saved_mapping_keeps_the_pair_in_its_order(workspace: Workspace, tmp_path: Path) -> None:
    targets = {"No": "source_key", "Cabang": "source_key", "Nama": "name"}
    save_mapping(tmp_path / "mapping.json", targets)
    report = workspace.import_list(write(tmp_path, *ROWS), mapping=load_mapping(tmp_path / "mapping.json"))
    assert report.key_column == "No+Cabang"


def test_a_steward_who_unmaps_a_part_gets_no_guessed_key(workspace: Workspace, tmp_path: Path) -> None:
    report = workspace.import_list(write(tmp_path, *ROWS), mapping={"Cabang": ""})
    assert report.key_column == ""
