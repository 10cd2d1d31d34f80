"""Rows, columns and sheets that are hidden in a workbook: said before a load, and loaded or not as asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from steward.cli import main
from steward.domain.errors import ListError
from steward.exchange.tables import NoteKind
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = (("K1", "Budi Santoso", "Depok"), ("K2", "Siti Aminah", "Bogor"), ("K3", "Agus Salim", "Cimahi"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as opened:
        yield opened


def write(tmp_path: Path, *hidden: int, columns: str = "") -> Path:
    workbook = Workbook()
    worksheet = workbook.active
    for row in (("Kode", "Nama", "Kota"), *ROWS):
        worksheet.append(row)
    for number in hidden:
        worksheet.row_dimensions[number].hidden = True
    for letter in columns:
        worksheet.column_dimensions[letter].hidden = True
    path = tmp_path / "sales.xlsx"
    workbook.save(path)
    return path


def test_hidden_rows_are_loaded_and_said_unless_they_are_skipped(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, 3)
    table = workspace.preview_list(path).tables[0]
    assert (table.hidden_rows, table.row_count) == (1, 3)
    assert NoteKind.HIDDEN_ROWS in {finding.detail for finding in table.findings}
    trial = workspace.import_list(path, is_dry_run=True)
    assert (trial.rows_read, trial.rows_hidden, trial.skips_hidden) == (3, 1, False)
    table = workspace.preview_list(path, skips_hidden=True).tables[0]
    assert (table.hidden_rows, table.row_count) == (1, 2)
    assert NoteKind.HIDDEN_ROWS_SKIPPED in {finding.detail for finding in table.findings}
    report = workspace.import_list(path, skips_hidden=True)
    assert (report.rows_read, report.rows_new, report.rows_hidden) == (2, 2, 1)
    assert [record.source_key for record in workspace.records()] == ["K1", "K3"]


def test_hidden_columns_are_loaded_and_said_unless_they_are_skipped(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, columns="C")
    table = workspace.preview_list(path).tables[0]
    assert (table.hidden_columns, [column.header for column in table.columns]) == (("Kota",), ["Kode", "Nama", "Kota"])
    assert NoteKind.HIDDEN_COLUMNS in {finding.detail for finding in table.findings}
    # A steward may have chosen what becomes of the column before.
    table = workspace.preview_list(path, mapping={"Kota": "notes"}, skips_hidden=True).tables[0]
    assert (table.hidden_columns, [column.header for column in table.columns]) == (("Kota",), ["Kode", "Nama"])
    assert NoteKind.HIDDEN_COLUMNS_SKIPPED in {finding.detail for finding in table.findings}
    report = workspace.import_list(path, skips_hidden=True)
    assert (report.rows_read, report.columns_hidden, dict(report.mapping)) == (
        *(3, ("Kota",)),
        {"Kode": "source_key", "Nama": "name"},
    )
    assert workspace.record("sales", "K1").raw == {"Kode": "K1", "Nama": "Budi Santoso"}
    for option, told in ((["--skip-hidden"], "skipped"), ([], "loaded like the rest; --skip-hidden leaves them out")):
        assert main(["import", str(tmp_path / "other.steward"), str(path), "--dry-run", *option]) == 0
        assert f"  Hidden columns: Kota ({told}).\n" in capsys.readouterr().out


def test_a_list_of_which_all_is_hidden_can_not_be_loaded_without_them(workspace: Workspace, tmp_path: Path) -> None:
    for path in (write(tmp_path, 2, 3, 4), write(tmp_path, columns="ABC")):
        with pytest.raises(ListError, match=r"All that sales\.xlsx holds is hidden"):
            workspace.import_list(path, skips_hidden=True)
    assert not workspace.has_lists()


def test_a_hidden_sheet_is_said_and_loaded_only_when_it_is_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path)
    workbook = load_workbook(path)
    hidden = workbook.create_sheet("Lama")
    hidden.append(("Kode", "Nama", "Kota"))
    hidden.append(("K9", "Dewi Lestari", "Solo"))
    hidden.sheet_state = "hidden"
    workbook.save(path)
    (table,) = workspace.preview_list(path).tables
    assert table.hidden_sheets == ("Lama",)
    trial = workspace.import_list(path, is_dry_run=True)
    assert (trial.rows_read, trial.not_read) == (3, {"Lama": NoteKind.HIDDEN_SHEET_SKIPPED})
    seen, also = workspace.preview_list(path, reads_hidden_sheets=True).tables
    assert (seen.hidden_sheets, seen.row_count, also.sheet, also.row_count) == (("Lama",), 3, "Lama", 1)
    report = workspace.import_list(path, reads_hidden_sheets=True)
    assert (report.rows_read, report.not_read) == (4, {})
    assert workspace.record("sales", "K9").first("name") == "Dewi Lestari"
