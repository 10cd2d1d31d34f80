"""Workbooks as a manager gets them."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from steward.domain.errors import Cancelled, ExportError
from steward.exchange.readers import read_tables
from steward.exchange.writers import ColumnKind, Sheet, SheetColumn, write_workbook
from steward.exchange.writers.workbook import escape, typed_value

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

CREATED = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)
COLUMNS = (
    SheetColumn("CIN", width=14),
    SheetColumn("Nama", width=30),
    SheetColumn("Telepon"),
    SheetColumn("Tgl Lahir", ColumnKind.DATE, 12),
    SheetColumn("Omzet", ColumnKind.NUMBER),
    SheetColumn("Transaksi", ColumnKind.INTEGER),
)
ROWS = (
    ("C0000017", "Budi Santoso", "+6281234567001", "1980-05-12", "1363000.5", "7"),
    ("C0000025", '=HYPERLINK("http://x")', "081234567002", "", "", ""),
    ("C0000033", "@SUM(A1)", "-", "12/05/1980", "1.234,50", "tujuh"),
)


def master(rows: tuple[tuple[str, ...], ...] = ROWS) -> Sheet:
    return Sheet("Master", COLUMNS, iter(rows))


def written(tmp_path: Path, *sheets: Sheet) -> Worksheet:
    path = tmp_path / "master.xlsx"
    write_workbook(path, sheets or (master(),), created=CREATED)
    return load_workbook(path)[(sheets or (master(),))[0].name]


def test_ids_and_phones_are_texts_and_dates_are_dates(tmp_path: Path) -> None:
    worksheet = written(tmp_path)
    assert (worksheet["C2"].value, worksheet["C2"].data_type) == ("+6281234567001", "s")
    assert (worksheet["C3"].value, worksheet["C3"].number_format) == ("081234567002", "@")
    assert worksheet["D2"].value == datetime(1980, 5, 12)  # a workbook knows no time zones
    assert worksheet["D2"].number_format == "yyyy-mm-dd"
    assert (worksheet["E2"].value, worksheet["F2"].value) == (1363000.5, 7)


def test_a_value_that_does_not_fit_its_column_is_kept_as_text(tmp_path: Path) -> None:
    worksheet = written(tmp_path)
    assert [worksheet[cell].value for cell in ("D4", "E4", "F4")] == ["12/05/1980", "1.234,50", "tujuh"]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    worksheet = written(tmp_path)
    for address in ("B3", "B4", "C2", "C4"):
        assert worksheet[address].data_type == "s"
        assert worksheet[address].quotePrefix
    with zipfile.ZipFile(tmp_path / "master.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_the_header_is_bold_frozen_and_filtered_and_columns_have_their_widths(tmp_path: Path) -> None:
    worksheet = written(tmp_path)
    assert worksheet["A1"].font.bold
    assert worksheet.freeze_panes == "A2"
    assert worksheet.auto_filter.ref == "A1:F4"
    assert worksheet.column_dimensions["B"].width == 30


def test_the_same_sheets_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    write_workbook(first, [master()], created=CREATED)
    write_workbook(second, [master()], created=CREATED.astimezone(timezone(timedelta(hours=7))))
    assert first.read_bytes() == second.read_bytes()


def test_several_sheets_and_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    write_workbook(path, [master(), Sheet("ID changes", COLUMNS[:2], [])], created=CREATED)
    workbook = load_workbook(path)
    assert workbook.sheetnames == ["Master", "ID changes"]
    assert workbook["ID changes"].auto_filter.ref == "A1:B1"


def test_what_was_written_can_be_imported_again(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    write_workbook(path, [master()], created=CREATED)
    table = read_tables(path)[0]
    assert table.headers == tuple(column.title for column in COLUMNS)
    assert [row.cells for row in table.rows] == list(ROWS)


def test_more_rows_than_a_sheet_holds_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    rows = (("",) for _ in range(1_048_576))
    with pytest.raises(ExportError, match=r"export as \.csv"):
        write_workbook(path, [Sheet("Master", COLUMNS[:1], rows)], created=CREATED)
    assert list(tmp_path.iterdir()) == []


class StopAtOnce:
    def report(self, phase: str, done: int, total: int) -> None:
        """Nobody is watching."""

    def check(self) -> None:
        raise Cancelled


def test_a_stopped_export_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    path.write_text("the export of yesterday")
    with pytest.raises(Cancelled):
        write_workbook(path, [master()], created=CREATED, progress=StopAtOnce())
    assert path.read_text() == "the export of yesterday"
    assert [entry.name for entry in tmp_path.iterdir()] == ["master.xlsx"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ColumnKind.INTEGER, "007"),
        (ColumnKind.INTEGER, "3171011203800001"),
        (ColumnKind.NUMBER, "1.234567890123456"),
        (ColumnKind.NUMBER, "1e5"),
        (ColumnKind.DATE, "1900-01-01"),
        (ColumnKind.DATE, "2026-02-30"),
        (ColumnKind.TEXT, "5"),
    ],
)
def test_a_number_or_date_that_excel_would_change_stays_text(kind: ColumnKind, text: str) -> None:
    assert typed_value(kind, text) == text


def test_a_text_longer_than_a_cell_is_visibly_cut() -> None:
    assert len(escape("x" * 40_000)) == 32_767
    assert escape("x" * 40_000).endswith("x…")
