"""Every format gives the same kind of table: text as delivered, with the row numbers a person sees."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pytest
from openpyxl import Workbook, load_workbook

from steward.domain.errors import ListError
from steward.exchange.mapping import guess_mapping
from steward.exchange.readers import read_tables
from steward.exchange.readers.cell_text import cell_text
from steward.exchange.tables import NOT_READ, NoteKind, TableNote

ROOT = Path(__file__).parents[4]
WORKBOOKS = sorted([*(ROOT / "resources/samples").glob("*.xlsx"), *(ROOT / "tests/data/departments").glob("*.xlsx")])
HEADER = ["ID", "Nama", "No HP"]
BUDI = ["C1", "Budi Santoso", "081234567001"]
SITI = ["C2", "Siti Aminah", "081234567002"]


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_workbook_reads_as_another_library_reads_it(path: Path) -> None:
    other = load_workbook(path, data_only=True)
    for table in read_tables(path):
        worksheet = other[table.sheet]
        for row in table.rows[::7]:
            cells = [cell for cell in worksheet[row.number] if cell.value is not None]
            texts = [text for cell in cells if (text := cell_text(cell.value, cell.number_format))]
            assert [text for text in row.cells if text] == texts


def test_a_parquet_file_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "list [1].parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE t AS SELECT 'C1' AS \"ID\", 'Budi Santoso' AS \"Nama\", DATE '1980-05-12' AS \"Tgl Lahir\", "
            '12.50::DECIMAL(9,2) AS "Omzet", [\'a\', \'b\'] AS "Produk", NULL::VARCHAR AS "Kota"'
        )
        connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
    table = read_tables(path)[0]
    assert table.headers == ("ID", "Nama", "Tgl Lahir", "Omzet", "Produk", "Kota")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("C1", "Budi Santoso", date(1980, 5, 12).isoformat(), "12.50", "a; b", ""))
    ]


VCARDS = """BEGIN:VCARD\r
VERSION:3.0\r
UID:c-1\r
FN:Budi Santoso\\, S.E.\r
N:Santoso;Budi;;;S.E.\r
ORG:PT Maju Jaya;Penjualan\r
item1.TEL;TYPE=CELL:081234567001\r
TEL;TYPE=HOME:021-555 1234\r
EMAIL:budi@maju.co.id\r
ADR;TYPE=HOME:;;Jl. Melati 5;Bandung;Jawa Barat;40115;Indonesia\r
NOTE:baris satu\\nbaris\r
  dua\r
PHOTO;ENCODING=b:AAAA\r
 BBBB\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Andr=C3=A9=\r
 Wijaya\r
TEL;CELL:081234567002\r
END:VCARD\r
"""


def test_contacts_become_rows_with_known_columns(tmp_path: Path) -> None:
    path = tmp_path / "kontak.vcf"
    path.write_text(VCARDS, encoding="utf-8", newline="")
    table = read_tables(path)[0]
    first = dict(zip(table.headers, table.rows[0].cells, strict=True))
    assert first["Full Name"] == "Budi Santoso, S.E."
    assert (first["Phone"], first["Phone 2"]) == ("081234567001", "021-555 1234")
    assert (first["Address"], first["City"], first["Postcode"]) == ("Jl. Melati 5", "Bandung", "40115")
    assert first["Notes"] == "baris satu\nbaris dua"
    assert dict(zip(table.headers, table.rows[1].cells, strict=True))["Full Name"] == "André Wijaya"
    targets = dict(guess_mapping(table)[0].columns)
    assert (targets["Full Name"], targets["Phone 2"], targets["Email"]) == ("name", "phone", "email")


def test_lists_inside_an_archive_are_read_and_scraps_are_not(tmp_path: Path) -> None:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("juni/sales.csv", "ID,Nama,No HP\nC1,Budi,0812\n")
        archive.writestr("juni/web.csv", "ID;Nama;Email\nW1;Siti;siti@x.id\n")
        archive.writestr("__MACOSX/juni/._sales.csv", b"\x00\x05\x16")
        archive.writestr("juni/foto.png", b"\x89PNG")
        archive.writestr("../../escape.csv", "ID,Nama,No HP\nC9,Agus,0813\n")
    tables = read_tables(path)
    assert [(table.file_name, table.sheet) for table in tables] == [
        ("kiriman.zip", "sales.csv"),
        ("kiriman.zip", "web.csv"),
        ("kiriman.zip", "escape.csv"),
    ]
    assert not (tmp_path.parent / "escape.csv").exists()
    assert read_tables(path, sheet="web.csv")[0].rows[0].cells[0] == "W1"


def test_what_of_an_archive_is_left_out_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("sales.csv", "ID,Nama,No HP\nC1,Budi,0812\n")
        archive.writestr("web.xlsx", b"PK\x03\x04 and nothing more")
        archive.writestr("kurs.csv", "Mata Uang,Kurs\nUSD,16000\nEUR,17000\n")
        archive.writestr("surat/perjanjian.pdf", b"%PDF-1.7")
        archive.writestr("lama.zip", b"PK\x05\x06")
    (table,) = read_tables(path)
    told = [note for note in table.notes if note.kind in NOT_READ]
    assert told == [
        TableNote(NoteKind.LIST_REFUSED, ("web.xlsx",)),
        TableNote(NoteKind.SHEET_SKIPPED, ("kurs.csv",)),
        TableNote(NoteKind.OTHER_FILE_SKIPPED, ("perjanjian.pdf",)),
        TableNote(NoteKind.OTHER_FILE_SKIPPED, ("lama.zip",)),
    ]


def test_lists_of_one_name_in_an_archive_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for month, name in (("juni", "Budi"), ("juli", "Siti")):
            archive.writestr(f"{month}/sales.csv", f"ID,Nama,No HP\nC1,{name},0812\n")
    assert [table.sheet for table in read_tables(path)] == ["juni/sales.csv", "juli/sales.csv"]
    (july,) = read_tables(path, sheet="juli/sales.csv")
    assert july.rows[0].cells[1] == "Siti"


def test_an_archive_without_a_list_says_so(tmp_path: Path) -> None:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.png", b"\x89PNG")
    with pytest.raises(ListError, match="holds no list"):
        read_tables(path)


def hidden_parts(tmp_path: Path, *, is_filtered: bool) -> Path:
    workbook = Workbook()
    worksheet = workbook.active
    for row in (HEADER, BUDI, SITI, ["C3", '="Agus"', "081234567003"]):
        worksheet.append(row)
    worksheet.row_dimensions[3].hidden = True
    worksheet.column_dimensions["C"].hidden = True
    worksheet.merge_cells("A3:A4")
    if is_filtered:
        worksheet.auto_filter.ref = "A1:C4"
        worksheet.auto_filter.add_filter_column(1, ["Budi Santoso"])
    path = tmp_path / "list.xlsx"
    workbook.save(path)
    return path


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    table = read_tables(hidden_parts(tmp_path, is_filtered=False))[0]
    assert len(table.rows) == 3
    assert TableNote(NoteKind.HIDDEN_ROWS, ("1", "3")) in table.notes
    assert TableNote(NoteKind.HIDDEN_COLUMNS, ("C",)) in table.notes
    assert TableNote(NoteKind.MERGED_CELLS, ("1", "A3:A4")) in table.notes
    assert TableNote(NoteKind.FORMULAS_WITHOUT_VALUES) in table.notes


def test_rows_that_a_filter_hides_are_told_as_such(tmp_path: Path) -> None:
    table = read_tables(hidden_parts(tmp_path, is_filtered=True))[0]
    assert TableNote(NoteKind.FILTERED_ROWS, ("1", "3")) in table.notes


def test_hidden_rows_are_counted_where_customers_stand_and_can_be_left_out(tmp_path: Path) -> None:
    workbook = Workbook()
    worksheet = workbook.active
    for row in (["Daftar pelanggan"], HEADER, BUDI, SITI, ["C3", "#N/A", "081234567003"]):
        worksheet.append(row)
    worksheet.row_dimensions[1].hidden = True
    worksheet.row_dimensions[5].hidden = True
    worksheet.row_dimensions[9].hidden = True
    worksheet.column_dimensions["E"].hidden = True
    path = tmp_path / "list.xlsx"
    workbook.save(path)
    table = read_tables(path)[0]
    assert table.hidden_rows == (5,)
    assert TableNote(NoteKind.HIDDEN_ROWS, ("1", "5")) in table.notes
    assert not [note for note in table.notes if note.kind is NoteKind.HIDDEN_COLUMNS]
    seen = table.without_hidden()
    assert [row.number for row in seen.rows] == [3, 4]
    assert TableNote(NoteKind.HIDDEN_ROWS_SKIPPED, ("1", "5")) in seen.notes
    assert not [issue for issue in seen.issues if issue.row == 5]
