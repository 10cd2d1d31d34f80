"""What is doubtful about a delivery is said before it is loaded, and again in the report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from steward.workspace import Workspace
from steward.workspace.lists.delivery_gates import GateKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.workspace.lists.list_views import TablePreview

NAMES = ("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Joko Widagdo")
YEAR = 365 * 86_400


def rows(count: int, *, first: int = 1, prefix: str = "C-") -> list[str]:
    return [
        f"{prefix}{number:04},{NAMES[number % 5]},08123456{number:04},Bandung" for number in range(first, first + count)
    ]


def write(tmp_path: Path, lines: list[str], header: str = "Kode,Nama,No HP,Kota") -> Path:
    path = tmp_path / "sales.csv"
    path.write_text("\n".join([header, *lines]), encoding="utf-8")
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as opened:
        opened.import_list(write(tmp_path, rows(40)))
        yield opened


def preview(workspace: Workspace, path: Path) -> TablePreview:
    return workspace.preview_list(path).tables[0]


def kinds(table: TablePreview) -> list[GateKind]:
    return [gate.kind for gate in table.gates]


def test_a_sound_delivery_raises_no_doubt(workspace: Workspace, tmp_path: Path) -> None:
    table = preview(workspace, write(tmp_path, [*rows(40), "C-0041,Rina Wati,081234560041,Solo"]))
    assert (kinds(table), table.extent, table.missing_rows) == ([], "full", 0)


def test_the_same_file_is_told(workspace: Workspace, tmp_path: Path) -> None:
    assert kinds(preview(workspace, tmp_path / "sales.csv")) == [GateKind.SAME_FILE]


def test_the_same_file_is_older_than_one_that_was_loaded_since(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    first = path.read_bytes()
    workspace.import_list(write(tmp_path, [line.replace("Bandung", "Solo") for line in rows(40)]))
    path.write_bytes(first)
    assert kinds(preview(workspace, path)) == [GateKind.SAME_FILE_OLDER]
    workspace.reverse(workspace.summary().last_decision_id)
    assert kinds(preview(workspace, path)) == [GateKind.SAME_FILE]


def test_an_older_file_is_told(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, rows(41))
    last_year = path.stat().st_mtime - YEAR
    os.utime(path, (last_year, last_year))
    assert kinds(preview(workspace, path)) == [GateKind.OLDER_FILE]
    assert any("older than the last one" in warning for warning in workspace.import_list(path).warnings)


def test_a_list_that_lost_many_rows_is_told(workspace: Workspace, tmp_path: Path) -> None:
    table = preview(workspace, write(tmp_path, rows(22)))
    assert kinds(table) == [GateKind.ROWS_FELL]
    assert table.gates[0].arguments == ("40", "22", "45")
    assert table.missing_rows == 18


def test_a_part_of_the_list_is_recognized(workspace: Workspace, tmp_path: Path) -> None:
    table = preview(workspace, write(tmp_path, rows(30, first=35)))
    assert (kinds(table), table.extent) == ([GateKind.PARTIAL], "partial")


def test_a_mapped_column_that_vanished_is_told(workspace: Workspace, tmp_path: Path) -> None:
    lines = [line.rpartition(",")[0] for line in rows(40)]
    path = write(tmp_path, lines, "Kode,Nama,No HP")
    assert kinds(preview(workspace, path)) == [GateKind.COLUMN_VANISHED]
    assert any('"Kota"' in warning for warning in workspace.import_list(path).warnings)


def test_a_key_of_another_shape_is_told(workspace: Workspace, tmp_path: Path) -> None:
    moved = [line.replace("Bandung", "Solo") for line in rows(40, prefix="")]
    assert kinds(preview(workspace, write(tmp_path, moved))) == [GateKind.KEY_CHANGED]


def test_a_key_of_another_shape_is_no_matter_where_the_rows_are_known_by_their_cells(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = preview(workspace, write(tmp_path, rows(40, prefix="")))
    assert (kinds(table), table.new_rows) == ([GateKind.RENAMED], 0)


def test_a_renamed_column_keeps_what_the_steward_chose(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, rows(40), "Kode,Nama,No HP,Kota")
    workspace.import_list(path, mapping={"Kota": "segment"})
    table = preview(workspace, write(tmp_path, rows(41), "Kode,Nama,No HP,KOTA"))
    assert [column.target for column in table.columns][-1] == "segment"
    assert [str(drift.drift) for drift in table.drifts] == ["same", "same", "same", "renamed"]


def test_every_row_read_is_loaded_unchanged_or_repeated(workspace: Workspace, tmp_path: Path) -> None:
    lines = [*rows(30), *rows(3), "C-0001,Budi Baru,081234560001,Solo", ",Tanpa Kode,081234569999,Solo"]
    report = workspace.import_list(write(tmp_path, lines))
    assert report.rows_read == len(lines)
    assert report.rows_read == report.rows_new + report.rows_changed + report.rows_unchanged + report.rows_repeated
