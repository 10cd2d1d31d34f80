"""What a workbook shows for a cell is kept beside the text that was read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook

from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, *, sheets: int = 1) -> Path:
    book = Workbook()
    for number in range(1, sheets + 1):
        sheet = book.create_sheet(f"Cabang {number}")
        sheet.append(["Kode", "Nama", "Kode Pos", "Tgl Lahir", "Total Belanja"])
        for place, (code, born) in enumerate([(5000, date(1985, 4, 17)), ("40111", "tidak tahu")], start=2):
            sheet.append([f"K{number}{place}", "Budi Santoso", code, born, 1500000])
        sheet["C2"].number_format = "00000"
        sheet["D2"].number_format = "dd/mm/yyyy"
        for cell in (sheet["E2"], sheet["E3"]):
            cell.number_format = '"Rp"#,##0'
    del book["Sheet"]
    book.save(path)
    return path


def test_numbers_and_days_keep_their_format_and_what_is_shown(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        workspace.import_list(write(tmp_path / "list.xlsx"), source="Shop")
        first, second = (
            workspace.customer(workspace.cin_of(workspace.record("Shop", key).id)).records[0] for key in ("K12", "K13")
        )
    assert dict(first.cells)["Kode Pos"] == "05000"
    assert {header: tuple(cell) for header, cell in first.formatted.items()} == {
        "Kode Pos": ("05000", "00000"),
        "Tgl Lahir": ("17/04/1985", "dd/mm/yyyy"),
        "Total Belanja": ("Rp1,500,000", '"Rp"#,##0'),
    }
    assert second.formatted.keys() == {"Total Belanja"}


def test_of_several_sheets_what_holds_in_all_of_them_is_kept(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        workspace.import_list(write(tmp_path / "list.xlsx", sheets=2), source="Shop")
        (record,) = workspace.customer(workspace.cin_of(workspace.record("Shop", "K22").id)).records
    assert record.formatted.keys() == {"Total Belanja"}
