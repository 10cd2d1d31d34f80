"""Departments are told of placeholders that look like values, in the preview and in the report of a load alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.records import IssueKind
from steward.workspace import Workspace
from steward.workspace.lists.list_views import DamageKind

if TYPE_CHECKING:
    from pathlib import Path

ROWS = ["Budi Santoso", "Siti Wati", "Agus Salim", "Dewi Lestari", "Tono Hartono"]
LINES = [f"C{at},{name},08571298{at}65,Guru,Gold" for at, name in enumerate(ROWS, 1)]
NOTHING = ["C6,Rina Wati,tidak ada,tidak ada,none", "C7,Joko Susilo,-,-,-"]


def test_an_invented_value_is_told_but_no_dash_and_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("\n".join(["Kode,Nama,Telepon,Pekerjaan,Segmen", *LINES, *NOTHING]), encoding="utf-8")
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        table = workspace.preview_list(path).tables[0]
        report = workspace.import_list(path)

    found = [finding for finding in table.findings if finding.kind is DamageKind.PLACEHOLDER]
    assert [(finding.column, finding.row_numbers) for finding in found] == [("Telepon", (7,))]
    issues = [issue for issue in report.issues if issue.kind is IssueKind.PLACEHOLDER]
    assert [(issue.row, issue.column) for issue in issues] == [(7, "phone")]


def test_what_stands_for_nothing_is_counted_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("\n".join(["Kode,Nama,Telepon,Pekerjaan,Segmen", *LINES, *NOTHING]), encoding="utf-8")
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        columns = workspace.preview_list(path).tables[0].columns

    assert [column.empty for column in columns] == [0, 0, 2, 2, 2]
