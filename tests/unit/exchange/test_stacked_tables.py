"""Several tables under each other on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from steward.exchange.readers import read_tables

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["ID", "Nama", "No HP"]
OTHER = ["Kode", "Perusahaan", "Telp", "Kota"]
PEOPLE = [["C1", "Budi Santoso", "081234567001"], ["C2", "Siti Aminah", "081234567002"]]
FIRMS = [["P1", "PT Maju", "0215551234", "Solo"], ["P2", "CV Sinar", "0225551234", "Medan"]]


def save(tmp_path: Path, rows: list[list[str]]) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    path = tmp_path / "list.xlsx"
    workbook.save(path)
    return path


def test_tables_with_their_own_headers_are_read_each(tmp_path: Path) -> None:
    tables = read_tables(save(tmp_path, [HEADER, *PEOPLE, [], OTHER, *FIRMS]))
    assert [(table.sheet, table.headers, table.header_row) for table in tables] == [
        ("Sheet", tuple(HEADER), 1),
        ("Sheet (2)", tuple(OTHER), 5),
    ]
    assert [row.cells for row in tables[1].rows] == [tuple(row) for row in FIRMS]


def test_a_header_that_repeats_starts_no_table(tmp_path: Path) -> None:
    tables = read_tables(save(tmp_path, [HEADER, PEOPLE[0], [], HEADER, PEOPLE[1]]))
    assert [len(table.rows) for table in tables] == [2]


def test_both_tables_of_a_sheet_that_was_asked_for_are_read(tmp_path: Path) -> None:
    path = save(tmp_path, [HEADER, *PEOPLE, [], OTHER, *FIRMS])
    assert [len(table.rows) for table in read_tables(path, sheet="Sheet")] == [2, 2]
