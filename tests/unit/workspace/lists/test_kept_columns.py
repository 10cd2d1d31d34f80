"""What stands for nothing in columns that are mapped to nothing is told, where such words are no answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.exchange.raw_rows import RawRow, RawRows
from steward.workspace import Workspace
from steward.workspace.lists.kept_columns import placeholders_in
from steward.workspace.lists.list_views import DamageKind

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = [f"{given} {family}" for given in ("Budi", "Siti", "Agus", "Dewi") for family in ("Santoso", "Wati", "Salim")]
PHONES = [f"0812345678{number:02}" for number in range(1, 13)]
DAYS = [f"{day:02}/03/1985" for day in range(1, 13)]
MAILS = [f"ao{number}@bank.co.id" for number in range(12)]
CODES = [str(73673189020 + 9876543 * number) for number in range(20)]
ALLERGIES = ["Penisilin", "Udang", "Kacang"] * 4


@pytest.mark.parametrize(
    ("cells", "fillers"),
    [
        ([*PHONES, "0800000000", "TIDAK ADA"], {"0800000000", "TIDAK ADA"}),
        ([*DAYS, "01/01/1900"], {"01/01/1900"}),
        ([*DAYS, "03/05/1969", "01/01/1970", "01/01/1970"], {"01/01/1970"}),
        ([*DAYS, "03/05/1969", "01/01/1970"], set()),
        ([*MAILS, "a@a.com"], {"a@a.com"}),
        ([*PEOPLE, "TIDAK ADA", "Admin", "-", ""], {"TIDAK ADA"}),
        ([*ALLERGIES, "Tidak ada"], set()),
        (["Baru", "Lama", "N/A"] * 4, set()),
        ([*CODES, "00000000000", "00000000000", "11111111111"], {"00000000000"}),
        (["11", "22", "22", "13"] * 3, set()),
    ],
)
def test_words_for_nothing_are_told_by_what_their_column_holds(cells: list[str], fillers: set[str]) -> None:
    rows = RawRows.of(RawRow(at, (cell, "x")) for at, cell in enumerate(cells))
    assert placeholders_in("Lain", rows.columns[0]) == fillers


def test_a_kept_column_names_the_rows_of_its_placeholders(tmp_path: Path) -> None:
    lines = [f"C{at},{name},{PHONES[at]},{PEOPLE[at - 1]}" for at, name in enumerate(PEOPLE)]
    path = tmp_path / "polis.csv"
    path.write_text("\n".join(["Kode,Nama,HP,Nama Pasangan", *lines, "C12,Rina Wati,081299998888,TIDAK ADA"]))
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        table = workspace.preview_list(path).tables[0]
    (found,) = [finding for finding in table.findings if finding.column == "Nama Pasangan"]
    assert (found.kind, found.example, found.row_numbers) == (DamageKind.PLACEHOLDER, "TIDAK ADA", (14,))
