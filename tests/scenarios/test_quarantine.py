"""Rows that nobody can take for a customer are held back, mended, loaded after all or dismissed; nothing is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.domain.errors import DecisionError
from steward.domain.quarantine import QuarantineReason, QuarantineState

if TYPE_CHECKING:
    from pathlib import Path

    from steward.workspace import Workspace
    from steward.workspace.lists.list_views import ImportReport

HEADER = "ID,Nama,HP,Email,Tgl Lahir,Kota"
GOOD = (
    "1,Sri Wahyuni,0812-3344-5566,sri@mail.id,17/04/1985,Bandung",
    "2,Budi Santoso,0813-2211-4090,budi@mail.id,03/12/1979,Jakarta",
    "3,Agus Wijaya,0815-2211-8080,agus@mail.id,23/12/1982,Medan",
)
SHIFTED = "4,Dewi,Lestari,0817-5555-1234,dewi@mail.id,30/01/1990"
TOTAL = "Jumlah,Cabang Bandung,,,,"
CONTROL = "5,Rina\x07 Putri,0818-1234-5678,rina@mail.id,11/11/1991,Bogor"
MENDED = {
    "Nama": "Dewi Lestari",
    "HP": "0817-5555-1234",
    "Email": "dewi@mail.id",
    "Tgl Lahir": "04/03/1990",
    "Kota": "",
}


def load(workspace: Workspace, folder: Path, *rows: str, name: str = "sales", **options: str) -> ImportReport:
    path = folder / f"{name}.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return workspace.import_list(path, source="Sales", **options)


def assert_reconciles(report: ImportReport) -> None:
    loaded = report.rows_new + report.rows_changed + report.rows_unchanged + report.rows_repeated
    assert report.rows_read == loaded + report.rows_quarantined


def test_rows_that_are_no_customers_are_held_back_and_counted(workspace: Workspace, tmp_path: Path) -> None:
    report = load(workspace, tmp_path, GOOD[0], TOTAL, GOOD[1], SHIFTED, CONTROL, GOOD[2])
    assert_reconciles(report)
    assert (report.rows_read, report.rows_new, report.rows_quarantined) == (6, 3, 3)
    held = {row.held.reason: row for row in workspace.quarantined("Sales")}
    assert held.keys() == {
        QuarantineReason.TOTAL_ROW,
        QuarantineReason.SHIFTED,
        QuarantineReason.CONTROL_CHARACTERS,
    }
    assert held[QuarantineReason.SHIFTED].held.arguments == ("1", "HP")
    assert held[QuarantineReason.SHIFTED].held.cells["Email"] == "0817-5555-1234"
    assert workspace.summary().sources[0].deliveries[0].rows_quarantined == 3
    assert workspace.verify() == []


def test_ordinary_damage_holds_no_row_back(workspace: Workspace, tmp_path: Path) -> None:
    odd = "6,Jumlah Bersama PT,021-555-1234,,01/01/1900,Depok"
    lacking = "7,,,,,"
    report = load(workspace, tmp_path, *GOOD, odd, lacking, ",Tanpa Nomor,0812-9999-8888,,,")
    assert report.rows_quarantined == 0
    assert report.rows_new == 6


def test_a_row_without_a_key_is_held_back_where_the_key_is_declared(workspace: Workspace, tmp_path: Path) -> None:
    nameless = ",Tanpa Nomor,0812-9999-8888,,,"
    report = load(workspace, tmp_path, *GOOD, nameless, key="ID")
    assert [row.held.reason for row in workspace.quarantined()] == [QuarantineReason.MISSING_KEY]
    again = load(workspace, tmp_path, *GOOD, nameless, name="june")
    assert (report.rows_quarantined, again.rows_quarantined) == (1, 1)


def test_a_key_that_a_mapping_names_is_declared_and_a_guessed_one_is_not(workspace: Workspace, tmp_path: Path) -> None:
    nameless = ",Tanpa Nomor,0812-9999-8888,,,"
    assert load(workspace, tmp_path, *GOOD).key_column == "ID"
    assert load(workspace, tmp_path, *GOOD, nameless).rows_quarantined == 0
    path, mapping = tmp_path / "sales.csv", {"ID": "source_key"}
    (table,) = workspace.preview_list(path, source="Named", mapping=mapping).tables
    named = workspace.import_list(path, source="Named", mapping=mapping)
    again = workspace.import_list(path, source="Named")
    assert (table.held_count, named.rows_quarantined, again.rows_quarantined) == (1, 1, 1)


def test_a_mended_row_is_loaded_and_its_original_stays(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, *GOOD, SHIFTED)
    (row,) = workspace.quarantined()
    workspace.mend_row(row.id, MENDED)
    report = workspace.reload_rows([row.id], reason="cells had slipped")
    assert_reconciles(report)
    record = workspace.record("Sales", "4")
    assert record.values["name"] == ("Dewi Lestari",)
    assert record.standard["birth_date"] == ("1990-03-04",), "the order of the date is that of the list"
    (row,) = workspace.quarantined()
    assert row.state is QuarantineState.RELOADED
    assert row.held.cells["HP"] == "Lestari"
    assert workspace.verify() == []


def test_reversing_a_reload_holds_the_row_back_again(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, *GOOD, SHIFTED)
    before = workspace.fingerprint()
    (row,) = workspace.quarantined()
    workspace.mend_row(row.id, MENDED)
    workspace.reload_rows([row.id])
    workspace.reverse(next(iter(workspace.decisions())).id)
    assert workspace.quarantined()[0].state is QuarantineState.HELD
    assert workspace.fingerprint() == before
    assert workspace.verify() == []


def test_the_next_delivery_takes_a_mended_row_as_it_was_mended(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, *GOOD, SHIFTED)
    (row,) = workspace.quarantined()
    workspace.mend_row(row.id, MENDED)
    workspace.reload_rows([row.id])
    again = load(workspace, tmp_path, *GOOD, SHIFTED, name="june")
    assert_reconciles(again)
    assert (again.rows_unchanged, again.rows_quarantined) == (4, 0)


def test_a_row_can_be_loaded_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, *GOOD, CONTROL)
    (row,) = workspace.quarantined()
    workspace.reload_rows([row.id])
    assert workspace.record("Sales", "5").first("name") == "Rina\x07 Putri"


def test_a_mended_key_takes_no_other_rows_place(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, *GOOD, SHIFTED)
    (row,) = workspace.quarantined()
    workspace.mend_row(row.id, {**MENDED, "ID": "1"})
    report = workspace.reload_rows([row.id])
    assert (report.rows_new, report.rows_repeated) == (0, 1)
    assert workspace.record("Sales", "1").first("name") == "Sri Wahyuni"
    assert workspace.record("Sales", "1 (2)").first("name") == "Dewi Lestari"


def test_a_dismissed_row_is_not_asked_about_again(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, GOOD[0], TOTAL, *GOOD[1:])
    (row,) = workspace.quarantined()
    decision = workspace.dismiss_rows([row.id], reason="a sum")
    load(workspace, tmp_path, GOOD[0], TOTAL, *GOOD[1:], name="june")
    assert {row.state for row in workspace.quarantined()} == {QuarantineState.DISMISSED}
    workspace.reverse(decision.id)
    assert {row.state for row in workspace.quarantined()} == {QuarantineState.HELD}


def test_what_is_done_with_a_row_already_is_said(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, *GOOD, SHIFTED)
    (row,) = workspace.quarantined()
    workspace.dismiss_rows([row.id])
    with pytest.raises(DecisionError, match="not held back"):
        workspace.reload_rows([row.id])
    with pytest.raises(DecisionError, match="not held back"):
        workspace.mend_row(99, MENDED)


def test_reversing_the_delivery_takes_its_held_rows_away(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, *GOOD, SHIFTED)
    workspace.reverse(next(iter(workspace.decisions())).id)
    assert workspace.quarantined() == []


def test_the_command_line_mends_and_loads_rows(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("\n".join([HEADER, *GOOD, CONTROL]) + "\n", encoding="utf-8")
    assert main(["import", str(store), str(path), "--source", "Sales", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lists"][0]["rows_quarantined"] == 1
    mend = ["quarantine", str(store), "--mend", "1", "--set", "Nama=Rina Putri"]
    assert main(mend) == 0
    assert "control characters in Nama (mended)" in capsys.readouterr().out
    assert main(["quarantine", str(store), "--reload", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["reloaded"], told["held"]) == (1, 0)
    assert main(["quarantine", str(store), "--dismiss", "1"]) == 1
    assert "not held back" in capsys.readouterr().err
    assert main(["report-card", str(store), "1", str(tmp_path / "card.xlsx")]) == 0
