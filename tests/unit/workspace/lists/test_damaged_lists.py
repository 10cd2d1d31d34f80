"""Damage in a list is told before it is loaded and kept as issues of its rows when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.records import IssueKind
from steward.exchange.damages import Damage
from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "Kode,Nama,NIK,No HP,Email,Kota"
ROWS = [f"C{n},Budi Santoso,327301150780000{n},08123456700{n},budi{n}@gmail.com,Bandung" for n in range(1, 10)]
DAMAGED = [
    "C10,Siti & Agus,3.27302E+15,81234567010,081234567010,Bandung",
    "C11,AndrÃ© Wijaya,3273011507800011,081234567011,andre@gmail.com,#N/A",
]


def write(tmp_path: Path) -> Path:
    path = tmp_path / "sales.csv"
    path.write_text("\n".join([HEADER, *ROWS, *DAMAGED]), encoding="utf-8")
    return path


def test_every_kind_of_damage_is_a_finding_with_its_rows(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        table = workspace.preview_list(write(tmp_path)).tables[0]
    told = {(finding.detail, finding.column): finding.row_numbers for finding in table.findings}
    assert told[Damage.SCIENTIFIC, "NIK"] == (11,)
    assert told[Damage.LOST_ZERO, "No HP"] == (11,)
    assert told[Damage.WRONG_COLUMN, "Email"] == (11,)
    assert told[Damage.MOJIBAKE, "Nama"] == (12,)
    assert told[Damage.ERROR_CELL, "Kota"] == (12,)


def test_the_issues_of_the_store_are_those_of_its_deliveries_until_they_are_taken_back(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        report = workspace.import_list(write(tmp_path))
        summary = workspace.summary()
        (source,) = summary.sources
        assert summary.issue_count == source.issue_count == source.deliveries[0].issue_count == len(report.issues) > 3
        workspace.reverse(summary.last_decision_id)
        assert workspace.summary().issue_count == 0


def test_a_damaged_cell_is_one_issue_and_its_row_is_kept(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        report = workspace.import_list(write(tmp_path))
    assert report.rows_read == report.rows_new == 11
    issues = [(issue.row, issue.column, issue.kind) for issue in report.issues]
    assert (11, "NIK", IssueKind.DAMAGED_ID) in issues
    assert (11, "No HP", IssueKind.LOST_ZERO) in issues
    assert (12, "Nama", IssueKind.BROKEN_TEXT) in issues
    assert len(issues) == len(set(issues))
    assert not [issue for issue in issues if issue[:2] == (11, "nik")]


def test_rows_of_another_encoding_are_read_in_it_and_told(tmp_path: Path) -> None:
    rows = [("K1", "José Müller", "cp1252"), ("K2", "Zoë Peña", "cp1252"), ("K3", "José Müller", "utf-8")]
    content = b"".join(f"{key},{name},Bandung\n".encode(encoding) for key, name, encoding in rows)
    (tmp_path / "sales.csv").write_bytes(b"Kode,Nama,Kota\n" + content)
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        report = workspace.import_list(tmp_path / "sales.csv")
        told = [(issue.row, issue.kind, issue.value) for issue in report.issues]
        assert told == [(4, IssueKind.BROKEN_TEXT, "JosÃ© MÃ¼ller")]
        records = [workspace.record("sales", key) for key, _, _ in rows]
        assert [record.raw["Nama"] for record in records] == ["José Müller", "Zoë Peña", "José Müller"]


def test_an_invented_value_is_told_by_its_row_and_an_honest_dash_is_not(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    rows = ["S1,Budi Santoso,081234567890,40111", "S2,Rina Wati,-,99999", "S3,Siti Aminah,08571298765,40112"]
    path.write_text("\n".join(["Kode,Nama,Telepon,Kode Pos", *rows]), encoding="utf-8")
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        first = workspace.import_list(path)
        path.write_text("\n".join(["Kode,Nama,Telepon,Kode Pos", *rows, "S4,Joko,08571298766,40113"]), encoding="utf-8")
        again = workspace.import_list(path)
    for report in (first, again):
        assert {(issue.row, issue.column, issue.kind) for issue in report.issues} == {
            (2, "phone", IssueKind.PLACEHOLDER),
            (3, "postcode", IssueKind.PLACEHOLDER),
        }


def test_the_organization_beside_a_persons_name_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("Kode,Nama,Telepon\nS1,Siti Aminah / PT Maju,08571298765\n", encoding="utf-8")
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        workspace.import_list(path, source="Shop")
        record = workspace.record("Shop", "S1")
    assert record.values["name"] == ("Siti Aminah",)
    assert record.values["organization"] == ("PT Maju",)
