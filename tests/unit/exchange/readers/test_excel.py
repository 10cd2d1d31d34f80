"""Workbooks: which sheets are lists, and cells as the text a person sees."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from steward.domain.errors import Cancelled
from steward.domain.records import IssueKind
from steward.exchange.readers import read_tables
from steward.exchange.readers.cell_text import cell_text
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["ID", "Nama", "No HP"]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, None, ""),
        ("  Budi ", "General", "  Budi "),
        ("a_x000D_\nb", "General", "a\r\nb"),
        ("_xD83D__xDE00_", "General", "\U0001f600"),
        # Half a character is no text, and could be stored nowhere.
        ("_xD83D_ Budi", "General", "_xD83D_ Budi"),
        (85586125013, "General", "85586125013"),
        (6.28968e12, "General", "6289680000000"),
        (3203151111850000, "General", "3203151111850000"),
        (3203151111850000.0, "0.00E+00", "3203151111850000"),
        (1363000.0, "#,##0", "1363000"),
        (16.15, "0.00", "16.15"),
        (0.1 + 0.2, "General", "0.3"),
        (-5, "General", "-5"),
        (1e-7, "General", "0.0000001"),
        (1234, "00000", "01234"),
        (8123456789, "00000000000", "08123456789"),
        (8123456789, '"+62"0', "+628123456789"),
        (8123456789, "0000-0000-0000", "0081-2345-6789"),
        (131216600, r"00\.000\.000\.0", "13.121.660.0"),
        (8123456789, r"\0###-####-####", "081-2345-6789"),
        (5, "0", "5"),
        (5, "0.0", "5"),
        (5, '0 "kg"', "5"),
        (True, "General", "TRUE"),
        (False, "General", "FALSE"),
        (datetime(1980, 5, 12), "dd/mm/yyyy", "1980-05-12"),
        (datetime(2026, 6, 29, 18, 11, 5), "general", "2026-06-29 18:11:05"),
        (date(1980, 5, 12), "dd/mm/yyyy", "1980-05-12"),
        (time(8, 30), "hh:mm", "08:30:00"),
    ],
)
def test_cells_are_the_text_a_person_sees(value: object, number_format: str | None, text: str) -> None:
    assert cell_text(value, number_format) == text


def save(tmp_path: Path, sheets: dict[str, list[list[object]]], hidden: tuple[str, ...] = ()) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        worksheet = workbook.create_sheet(title)
        for row in rows:
            worksheet.append(row)
        worksheet.sheet_state = "hidden" if title in hidden else "visible"
    path = tmp_path / "list.xlsx"
    workbook.save(path)
    return path


BUDI = ["C1", "Budi Santoso", "081234567001"]
SITI = ["C2", "Siti Aminah", "081234567002"]


def test_every_sheet_with_customers_is_a_table_and_others_are_noted(tmp_path: Path) -> None:
    path = save(
        tmp_path,
        {
            "Keterangan": [["Kode: C..."], ["L = Laki-laki"]],
            "Aktif": [HEADER, BUDI],
            "Ringkasan": [["Bulan", "Hasil"], ["Januari", 5], ["Februari", 7]],
            "Lama": [HEADER, SITI],
        },
    )
    tables = read_tables(path)
    assert [table.sheet for table in tables] == ["Aktif", "Lama"]
    assert TableNote(NoteKind.SHEET_SKIPPED, ("Keterangan",)) in tables[0].notes
    assert TableNote(NoteKind.SHEET_SKIPPED, ("Ringkasan",)) in tables[0].notes


def test_a_hidden_sheet_is_noted_and_read_only_when_asked_for(tmp_path: Path) -> None:
    path = save(tmp_path, {"Aktif": [HEADER, BUDI], "Lama": [HEADER, SITI]}, hidden=("Lama",))
    tables = read_tables(path)
    assert [table.sheet for table in tables] == ["Aktif"]
    assert TableNote(NoteKind.HIDDEN_SHEET_SKIPPED, ("Lama",)) in tables[0].notes
    assert read_tables(path, sheet="Lama")[0].rows[0].cells == tuple(SITI)


def test_a_table_with_unknown_words_is_read_when_it_is_the_only_one(tmp_path: Path) -> None:
    path = save(tmp_path, {"Blad1": [["foo", "bar"], ["Budi", 12], ["Siti", 13]]})
    assert read_tables(path)[0].headers == ("foo", "bar")


def test_error_cells_are_kept_as_text_and_reported(tmp_path: Path) -> None:
    path = save(tmp_path, {"Aktif": [HEADER, ["C1", "Budi", "#N/A"], SITI]})
    table = read_tables(path)[0]
    assert table.rows[0].cells == ("C1", "Budi", "#N/A")
    assert [(issue.row, issue.column, issue.kind) for issue in table.issues] == [(2, "No HP", IssueKind.ERROR_CELL)]


def test_merged_group_titles_over_the_header(tmp_path: Path) -> None:
    workbook = Workbook()
    worksheet = workbook.active
    for row in (["IDENTITAS", None, "KONTAK"], HEADER, BUDI, SITI):
        worksheet.append(row)
    worksheet.merge_cells("A1:B1")
    path = tmp_path / "list.xlsx"
    workbook.save(path)
    assert read_tables(path)[0].headers == tuple(HEADER)


def test_the_last_row_of_a_short_first_row_sheet_is_read(tmp_path: Path) -> None:
    path = save(tmp_path, {"Aktif": [["PT MAJU"], [], HEADER, BUDI, SITI]})
    table = read_tables(path)[0]
    assert [(row.number, row.cells[0]) for row in table.rows] == [(4, "C1"), (5, "C2")]


def test_formulas_saved_without_results_are_noted(tmp_path: Path) -> None:
    path = save(tmp_path, {"Aktif": [HEADER, ["C1", "Budi", '="0812"&"345"'], SITI]})
    assert TableNote(NoteKind.FORMULAS_WITHOUT_VALUES) in read_tables(path)[0].notes


class StopAtOnce:
    def report(self, phase: str, done: int, total: int) -> None:
        """Nobody is watching."""

    def check(self) -> None:
        raise Cancelled


def test_reading_stops_on_request(tmp_path: Path) -> None:
    path = save(tmp_path, {"Aktif": [HEADER, BUDI, SITI]})
    with pytest.raises(Cancelled):
        read_tables(path, progress=StopAtOnce())


def test_days_of_a_workbook_that_counts_from_1904_are_the_same_days(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    for row in (["Kode", "Nama", "Tgl Lahir"], ["C1", "Budi Santoso", date(1985, 8, 17)]):
        workbook.active.append(row)
    workbook.save(tmp_path / "list.xlsx")
    with zipfile.ZipFile(tmp_path / "list.xlsx") as archive:
        assert b'date1904="1"' in archive.read("xl/workbook.xml")
        assert b"<v>29814" in archive.read("xl/worksheets/sheet1.xml")
    (table,) = read_tables(tmp_path / "list.xlsx")
    assert table.rows[0].cells[2] == "1985-08-17"
    assert table.counts_from_1904
