"""The report card of a delivery can be sent back to the department: what is wrong, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from steward.domain.errors import StewardError

if TYPE_CHECKING:
    from pathlib import Path

    from steward.workspace import Workspace

LIST = """ID,Nama,NIK,HP,Tgl Lahir
1,Sri Wahyuni,3.17123E+15,0812-3344-5566,17/04/1985
2,=cmd|' /C calc'!A0,3273014304800001,0813-2211-4090,03/12/1979
3,Agus Wijaya,#N/A,0815-2211-8080,23/12/1982
4,Rina\x07 Putri,,0818-1234-5678,30/01/1990
"""


@pytest.fixture
def card(workspace: Workspace, tmp_path: Path) -> openpyxl.Workbook:
    path = tmp_path / "sales.csv"
    path.write_text(LIST, encoding="utf-8")
    report = workspace.import_list(path, source="Sales")
    saved = workspace.save_report_card(report.delivery_ids[0], tmp_path / "card.xlsx")
    return openpyxl.load_workbook(saved)


def test_a_card_counts_what_was_read(card: openpyxl.Workbook) -> None:
    figures = {name.value: value.value for name, value in card["Summary"].iter_rows(min_row=2)}
    assert (figures["List"], figures["Rows read"], figures["Rows held back"]) == ("Sales", 4, 1)


def test_a_card_says_what_is_wrong_and_what_to_do(card: openpyxl.Workbook) -> None:
    findings = [[cell.value for cell in row] for row in card["Findings"].iter_rows(min_row=2)]
    damaged = next(row for row in findings if row[1] == "Number damaged by a spreadsheet")
    assert damaged[:5] == ["NIK", "Number damaged by a spreadsheet", 1, "3.17123E+15", "2"]
    assert "Format the column as Text" in damaged[5]
    assert any(row[:2] == ["NIK", "Error of a formula"] for row in findings)


def test_a_card_shows_the_rows_that_were_held_back(card: openpyxl.Workbook) -> None:
    (row,) = card["Rows held back"].iter_rows(min_row=2, values_only=True)
    assert row[:3] == (5, "Control characters in a cell", "4")


def test_a_card_tells_the_quality_of_every_column(card: openpyxl.Workbook) -> None:
    columns = {row[0]: row for row in card["Columns"].iter_rows(min_row=2, values_only=True)}
    assert list(columns) == ["ID", "Nama", "NIK", "HP", "Tgl Lahir"]
    assert columns["HP"][1:5] == ("Phone", 3, 0, 3)


def test_no_cell_of_a_card_is_a_formula(card: openpyxl.Workbook) -> None:
    cells = [cell for sheet in card for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


def test_a_card_names_the_columns_of_the_list_and_says_what_they_became_in_words(card: openpyxl.Workbook) -> None:
    understood = {row[0]: row[1] for row in card["Columns"].iter_rows(min_row=2, values_only=True)}
    assert understood == {
        "ID": "Source key", "Nama": "Name", "NIK": "NIK", "HP": "Phone", "Tgl Lahir": "Birth date"
    }  # fmt: skip
    for sheet, place in (("Findings", 0), ("Cells to look at", 1)):
        named = {row[place] for row in card[sheet].iter_rows(min_row=2, values_only=True)}
        assert named <= understood.keys()


def test_a_card_can_be_put_into_another_language(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(LIST, encoding="utf-8")
    report = workspace.import_list(path, source="Sales")
    saved = workspace.save_report_card(report.delivery_ids[0], tmp_path / "card.xlsx", wording=str.upper)
    assert "SUMMARY" in openpyxl.load_workbook(saved).sheetnames


def test_a_card_of_no_delivery_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(StewardError, match="no delivery #77"):
        workspace.save_report_card(77, tmp_path / "card.xlsx")


def test_a_card_is_written_as_a_workbook_only(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(LIST, encoding="utf-8")
    (delivery,) = workspace.import_list(path, source="Sales").delivery_ids
    with pytest.raises(StewardError, match="has no ending that says what to write"):
        workspace.save_report_card(delivery, tmp_path / "card.pdf")
    assert not (tmp_path / "card.pdf").exists()
