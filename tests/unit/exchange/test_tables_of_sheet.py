"""Several tables on one sheet, under each other and beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from steward.domain.errors import ListError
from steward.exchange.readers import read_tables
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["ID", "Nama", "No HP"]
OTHER = ["Kode", "Perusahaan", "Telp", "Kota"]
PEOPLE = [["C1", "Budi Santoso", "081234567001"], ["C2", "Siti Aminah", "081234567002"]]
FIRMS = [["P1", "PT Maju", "0215551234", "Solo"], ["P2", "CV Sinar", "0225551234", "Medan"]]


def save(tmp_path: Path, rows: list[list[str]], **others: list[list[str]]) -> Path:
    """A workbook with these rows on its first sheet, and ``others`` by the names of further ones."""
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    for name, held in others.items():
        sheet = workbook.create_sheet(name)
        for row in held:
            sheet.append(row)
    path = tmp_path / "list.xlsx"
    workbook.save(path)
    return path


def test_tables_with_their_own_headers_are_read_each(tmp_path: Path) -> None:
    tables = read_tables(save(tmp_path, [HEADER, *PEOPLE, [], OTHER, *FIRMS]))
    assert [(table.sheet, table.headers, table.header_row) for table in tables] == [
        ("Sheet (1)", tuple(HEADER), 1),
        ("Sheet (2)", tuple(OTHER), 5),
    ]
    assert [row.cells for row in tables[1].rows] == [tuple(row) for row in FIRMS]


def test_a_header_that_repeats_starts_no_table(tmp_path: Path) -> None:
    tables = read_tables(save(tmp_path, [HEADER, PEOPLE[0], [], HEADER, PEOPLE[1]]))
    assert [len(table.rows) for table in tables] == [2]


def test_both_tables_of_a_sheet_that_was_asked_for_are_read(tmp_path: Path) -> None:
    path = save(tmp_path, [HEADER, *PEOPLE, [], OTHER, *FIRMS])
    assert [len(table.rows) for table in read_tables(path, sheet="Sheet")] == [2, 2]


@pytest.mark.parametrize(("name", "headers"), [("Sheet (1)", HEADER), ("Sheet (2)", OTHER)])
def test_one_of_the_tables_of_a_sheet_is_read_alone(tmp_path: Path, name: str, headers: list[str]) -> None:
    path = save(tmp_path, [HEADER, *PEOPLE, [], OTHER, *FIRMS])
    assert [table.headers for table in read_tables(path, sheet=name)] == [tuple(headers)]


def test_a_table_that_a_sheet_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="its sheets are Sheet"):
        read_tables(save(tmp_path, [HEADER, *PEOPLE]), sheet="Sheet (2)")


def test_a_table_is_not_called_as_a_copy_of_its_sheet_is(tmp_path: Path) -> None:
    path = save(tmp_path, [HEADER, *PEOPLE, [], OTHER, *FIRMS], **{"Sheet (2)": [HEADER, PEOPLE[0]]})
    assert [table.sheet for table in read_tables(path)] == ["Sheet (1)", "Sheet (3)", "Sheet (2)"]
    assert [table.headers for table in read_tables(path, sheet="Sheet (3)")] == [tuple(OTHER)]
    assert [len(table.rows) for table in read_tables(path, sheet="Sheet (2)")] == [1]


def test_a_sheet_without_customers_is_told_beside_a_copy_of_it(tmp_path: Path) -> None:
    (table,) = read_tables(save(tmp_path, [["Petunjuk"], ["Isi semua kolom"]], **{"Sheet (2)": [HEADER, *PEOPLE]}))
    assert TableNote(NoteKind.SHEET_SKIPPED, ("Sheet",)) in table.notes


def test_a_title_over_a_further_table_belongs_to_it(tmp_path: Path) -> None:
    titles = [["Nasabah Perusahaan"], ["per Mei 2026"]]
    tables = read_tables(save(tmp_path, [["Perorangan"], HEADER, *PEOPLE, [], *titles, OTHER, *FIRMS]))
    assert [(table.headers, table.header_row) for table in tables] == [(tuple(HEADER), 2), (tuple(OTHER), 8)]
    assert [[row.cells for row in table.rows] for table in tables] == [
        [tuple(row) for row in PEOPLE],
        [tuple(row) for row in FIRMS],
    ]


def test_a_remark_and_a_customer_behind_a_gap_start_no_table(tmp_path: Path) -> None:
    tables = read_tables(save(tmp_path, [HEADER, *PEOPLE, [], ["Catatan: lengkap"], [], ["C3", "Ani Kusuma", "0812"]]))
    assert len(tables) == 1


def test_tables_beside_each_other_are_read_each(tmp_path: Path) -> None:
    other = ["Kode", "Nama", "Email"]
    left, right = [*PEOPLE, ["C3", "Ani Kusuma", "081234567003"]], [["X1", "Rudi Hartono", "rudi@contoh.id"]]
    rows = [[*HEADER, "", *other], [*left[0], "", *right[0]], *left[1:]]
    tables = read_tables(save(tmp_path, rows))
    assert [table.sheet for table in tables] == ["Sheet (1)", "Sheet (2)"]
    assert [table.headers for table in tables] == [tuple(HEADER), tuple(other)]
    assert [[row.cells for row in table.rows] for table in tables] == [
        [tuple(row) for row in left],
        [tuple(row) for row in right],
    ]


def test_a_blank_column_within_a_table_parts_nothing(tmp_path: Path) -> None:
    wide = [*HEADER, "", "Email", "Kota", "Alamat"]
    tables = read_tables(save(tmp_path, [wide, [*PEOPLE[0], "", "budi@contoh.id", "Solo", "Jl. Mawar 1"]]))
    assert [len(table.headers) for table in tables] == [6]


def test_a_column_without_a_name_that_is_filled_parts_nothing(tmp_path: Path) -> None:
    tables = read_tables(save(tmp_path, [[*HEADER, "", *HEADER], [*PEOPLE[0], "baru", *PEOPLE[1]]]))
    assert [len(table.rows) for table in tables] == [1]


def test_who_vouches_for_a_customer_is_no_table_beside(tmp_path: Path) -> None:
    wide = [*HEADER, "", "Nama", "No HP", "Alamat"]
    tables = read_tables(save(tmp_path, [wide, [*PEOPLE[0], "", *PEOPLE[1][1:], "Jl. Mawar 1"]]))
    assert [len(table.headers) for table in tables] == [6]
