"""Several tables on one sheet or in one text file, under each other and beside each other."""

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


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("number", [[], ["No"]])
def test_groups_of_equal_names_right_beside_each_other_are_tables(
    tmp_path: Path, groups: int, number: list[str]
) -> None:
    header = ["Nama", "Alamat", "No HP"]
    people = [[f"Budi Santoso {n}", f"Jl. Mawar {n}", f"08123456700{n}"] for n in range(1, 5)]
    rows = [[str(n)] * len(number) + person * groups for n, person in enumerate(people, start=1)]
    # The last list is one customer shorter than the others.
    rows[-1] = rows[-1][: len(rows[-1]) - 3]
    titles = [[""] * len(number) + ["PRIA", "", ""] * (groups - 1) + ["WANITA"], [*number, *header * groups]]
    tables = read_tables(save(tmp_path, [*titles, *rows]))
    assert [table.headers for table in tables] == [(*number, *header), *[tuple(header)] * (groups - 1)]
    assert [len(table.rows) for table in tables] == [4] * (groups - 1) + [3]
    assert [row.cells for row in tables[-1].rows] == list(map(tuple, people[:3]))


@pytest.mark.parametrize(
    "header",
    [
        ["Kode", "Nama", "Alamat", "Kota", "Alamat", "Kota"],
        ["No", "Alamat", "Kota", "Alamat", "Kota"],
        ["Kode", "Nama", "No HP", "Nama", "No HP"],
        ["Nama", "No HP", "Nama", "Email"],
        ["Nama", "No HP", "Nama", "No HP", "Kota"],
    ],
)
def test_names_that_stand_twice_in_one_table_part_nothing(tmp_path: Path, header: list[str]) -> None:
    tables = read_tables(save(tmp_path, [header, [*(f"x{n}" for n in range(len(header)))]]))
    assert [len(table.headers) for table in tables] == [len(header)]


def test_a_table_on_a_sheet_that_holds_no_customers_is_told(tmp_path: Path) -> None:
    other = ["Produk", "Saldo", "Poin"]
    (table,) = read_tables(save(tmp_path, [HEADER, *PEOPLE, [], other, ["TV", "5", "7"]]))
    assert (table.sheet, TableNote(NoteKind.SHEET_SKIPPED, ("Sheet (2)",)) in table.notes) == ("Sheet (1)", True)


def text(tmp_path: Path, rows: list[list[str]], *, end: str = "\n") -> Path:
    """A text file of these rows, cut by semicolons."""
    path = tmp_path / "cabang.csv"
    width = max(map(len, rows))
    path.write_text("".join(";".join(row + [""] * (width - len(row))) + end for row in rows), encoding="utf-8")
    return path


def test_tables_beside_each_other_in_a_text_file_are_read_each(tmp_path: Path) -> None:
    other = ["Kode", "Nama", "Email"]
    right = [["X1", "Rudi Hartono", "rudi@contoh.id"]]
    rows = [[*HEADER, "", *other], [*PEOPLE[0], "", *right[0]], PEOPLE[1]]
    path = text(tmp_path, rows)
    tables = read_tables(path)
    assert [(table.sheet, table.headers) for table in tables] == [
        ("cabang (1)", tuple(HEADER)),
        ("cabang (2)", tuple(other)),
    ]
    assert [[row.cells for row in table.rows] for table in tables] == [list(map(tuple, PEOPLE)), [tuple(right[0])]]
    assert all(TableNote(NoteKind.DELIMITER, (";",)) in table.notes for table in tables)
    assert [table.headers for table in read_tables(path, sheet="cabang (2)")] == [tuple(other)]
    with pytest.raises(ListError, match=r"its sheets are cabang \(1\), cabang \(2\)"):
        read_tables(path, sheet="cabang")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_tables_under_each_other_in_a_text_file_are_read_each(tmp_path: Path, end: str) -> None:
    rows = [["Perorangan"], HEADER, *PEOPLE * 3, [], ["Perusahaan"], OTHER, *FIRMS * 3]
    tables = read_tables(text(tmp_path, rows, end=end))
    assert [(table.headers, len(table.rows)) for table in tables] == [(tuple(HEADER), 6), (tuple(OTHER), 6)]


def test_lines_without_text_between_all_rows_of_a_text_file_part_nothing(tmp_path: Path) -> None:
    tables = read_tables(text(tmp_path, [HEADER, *PEOPLE, HEADER[:2], *PEOPLE], end="\n\n"))
    assert [len(table.headers) for table in tables] == [3]


def test_a_table_of_a_text_file_that_holds_no_customers_is_told(tmp_path: Path) -> None:
    other = ["Produk", "Saldo", "Poin"]
    (table,) = read_tables(text(tmp_path, [HEADER, *PEOPLE, [], other, ["TV", "5", "7"]]))
    assert TableNote(NoteKind.SHEET_SKIPPED, ("cabang (2)",)) in table.notes
