"""Days that a workbook which counts them from 1904 holds as plain numbers, from the look at it to the store."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from steward.cli import main
from steward.workspace import Workspace
from steward.workspace.lists.list_views import DamageKind

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Rina Kusuma", "Tono Wijaya", "Joko Susilo")
#: The 17th of August 1985 in each calendar.
DAY_OF = {CALENDAR_WINDOWS_1900: 31276, CALENDAR_MAC_1904: 29814}


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    """The same customers in a workbook of each calendar; the last row of each has no key."""
    paths = []
    for name, epoch in (("pc", CALENDAR_WINDOWS_1900), ("mac", CALENDAR_MAC_1904)):
        workbook = Workbook()
        workbook.epoch = epoch
        workbook.active.append(["Kode", "Nama", "Tgl Lahir"])
        for number, customer in enumerate(NAMES):
            key = "" if customer == NAMES[-1] else f"C{number}"
            workbook.active.append([key, customer, DAY_OF[epoch] - 700 * number])
        paths.append(tmp_path / f"{name}.xlsx")
        workbook.save(paths[-1])
    return paths


def test_the_workbook_decides_from_when_its_days_count(lists: list[Path], tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "s.steward", steward="Rina") as store:
        for path in lists:
            store.import_list(path, key="Kode")
        born = [store.record(name, "C0").standard["birth_date"] for name in ("pc", "mac")]
        shown = [table.findings for path in lists for table in store.preview_list(path).tables]
    assert born == [("1985-08-17",)] * 2
    for findings, counts_from_1904 in zip(shown, (False, True), strict=True):
        (finding,) = (one for one in findings if one.kind is DamageKind.DATE_ORDER)
        assert (finding.counted_rows, finding.counts_from_1904) == (len(NAMES) - 1, counts_from_1904)
        assert finding.proofs[0].value == "1985-08-17"


def test_a_row_that_was_held_back_is_read_by_the_calendar_of_its_workbook(lists: list[Path], tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "s.steward", steward="Rina") as store:
        store.import_list(lists[1], key="Kode")
        (held,) = store.quarantined()
        store.mend_row(held.id, {"Kode": "C6"})
        store.reload_rows([held.id])
        (mended,) = (record for record in store.records("mac") if record.source_key == "C6")
    assert mended.standard["birth_date"] == ("1974-02-16",)


def test_a_dedupe_finds_the_same_days_in_workbooks_of_both_calendars(lists: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "clusters.csv"
    assert main(["dedupe", *map(str, lists), "--out", str(out)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["cluster"] for row in rows}) == len(NAMES)
