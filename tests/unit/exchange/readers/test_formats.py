"""Every format gives the same kind of table: text as delivered, with the row numbers a person sees."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pytest
from openpyxl import Workbook, load_workbook

from steward.domain.errors import ListError
from steward.domain.progress import NO_PROGRESS
from steward.exchange.mapping import guess_mapping
from steward.exchange.readers import read_tables
from steward.exchange.readers.cell_text import cell_text
from steward.exchange.readers.ods_survey import survey_ods
from steward.exchange.readers.old_formats import old_formats
from steward.exchange.readers.xlsb_formats import xlsb_formats
from steward.exchange.tables import NoteKind, TableNote
from tests.unit.exchange.readers.xlsb_builder import write_xlsb

ROOT = Path(__file__).parents[4]
FILES = Path(__file__).parent / "files"
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


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    table = read_tables(FILES / "customers.xls")[0]
    assert (table.sheet, table.header_row, len(table.rows)) == ("Pelanggan", 3, 3)
    assert table.rows[0].cells[:7] == (
        *("C1", "Budi Santoso", "081234567001", "3171011708450001", "12950", "1945-08-17", "1250000.5"),
    )
    assert TableNote(NoteKind.HIDDEN_SHEET_SKIPPED, ("Lama",)) in table.notes


def test_a_binary_workbook_is_read_wherever_its_table_stands(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    write_xlsb(path, [HEADER, BUDI, ["C2", "Siti Aminah", 81234567002.0]], first_row=2, first_column=1)
    table = read_tables(path)[0]
    assert (table.headers, table.header_row) == (tuple(HEADER), 3)
    assert [row.cells for row in table.rows] == [tuple(BUDI), ("C2", "Siti Aminah", "81234567002")]


def ods(path: Path, rows: str, *, styles: str = "") -> Path:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Data">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return path


def ods_row(*texts: str, attributes: str = "", repeats: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeats}">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in texts
    )
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def test_an_opendocument_spreadsheet_is_read_and_its_million_blank_rows_are_not(tmp_path: Path) -> None:
    blank = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    path = ods(tmp_path / "list.ods", ods_row(*HEADER) + ods_row(*BUDI) + ods_row(*SITI) + blank)
    assert [row.cells for row in read_tables(path)[0].rows] == [tuple(BUDI), tuple(SITI)]


def test_an_opendocument_cell_that_stands_for_a_billion_is_refused(tmp_path: Path) -> None:
    bomb = ods_row("x", attributes='table:number-rows-repeated="1048576"', repeats=16384)
    with pytest.raises(ListError, match="too large"):
        read_tables(ods(tmp_path / "list.ods", ods_row(*HEADER) + bomb))


def test_repeated_rows_of_an_opendocument_spreadsheet_count_when_they_look_like_others(tmp_path: Path) -> None:
    rows = ods_row(*HEADER) + 70 * ods_row(*BUDI, attributes='table:number-rows-repeated="1000000"')
    with pytest.raises(ListError, match="too large"):
        read_tables(ods(tmp_path / "list.ods", rows))


def test_a_binary_workbook_with_a_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    write_xlsb(path, [["x"]], first_row=1_048_575, first_column=16_383)
    with pytest.raises(ListError, match="too large"):
        read_tables(path)


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
    seen = table.without_hidden_rows()
    assert [row.number for row in seen.rows] == [3, 4]
    assert TableNote(NoteKind.HIDDEN_ROWS_SKIPPED, ("1", "5")) in seen.notes
    assert not [issue for issue in seen.issues if issue.row == 5]


def test_other_workbooks_say_which_cells_are_no_texts(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    write_xlsb(path, [HEADER, BUDI, ["C2", "Siti Aminah", 81234567002.0]])
    (table,) = read_tables(path)
    assert list(table.formats) == [HEADER[2]]
    assert [table.formats[HEADER[2]].at(row) for row in (1, 2, 3)] == ["@", "@", "General"]


def test_a_binary_workbook_keeps_the_zeros_and_days_that_its_formats_show(tmp_path: Path) -> None:
    path = tmp_path / "codes.xlsb"
    rows = [
        ["Kode", "Nama", "Kode Pos", "Tgl Lahir"],
        [17.0, "Budi", 5001.0, 31154.0],
        [18.0, "Siti", "06120", 31155.0],
    ]
    write_xlsb(path, rows, first_row=1, first_column=2, formats=["000000", "General", "00000", "dd/mm/yyyy"])
    (table,) = read_tables(path)
    assert [row.cells for row in table.rows] == [
        ("000017", "Budi", "05001", "1985-04-17"),
        ("000018", "Siti", "06120", "1985-04-18"),
    ]
    told = {header: formats.at(3) for header, formats in table.formats.items()}
    assert told == {"Kode": "000000", "Kode Pos": "00000", "Tgl Lahir": "dd/mm/yyyy"}
    assert table.formats["Kode Pos"].at(4) == "@"


def test_a_binary_workbook_whose_styles_are_broken_is_read_without_formats(tmp_path: Path) -> None:
    path = tmp_path / "codes.xlsb"
    write_xlsb(path, [["Kode", "Nama"], [17.0, "Budi"], [18.0, "Siti"]], formats=["000000", "General"])
    broken = tmp_path / "broken.xlsb"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(broken, "w") as archive:
        for name in whole.namelist():
            # A style that is none: the second record's format has no number.
            archive.writestr(name, b"\xe9\x04\x00\x2f\x01\x00" if name == "xl/styles.bin" else whole.read(name))
    assert xlsb_formats(broken, NO_PROGRESS) == {}


def test_an_old_workbook_keeps_the_zeros_that_a_format_shows() -> None:
    (table,) = read_tables(FILES / "codes.xls")
    assert table.rows[0].cells == ("000001", "Budi 1", "05001", "1985-04-17", "1500000.5")
    told = {header: formats.at(2) for header, formats in table.formats.items()}
    assert told == {"Kode": "000000", "Kode Pos": "00000", "Tgl Lahir": "DD/MM/YYYY", "Total": "General"}
    assert table.formats["Kode Pos"].at(3) == "@"


@pytest.mark.parametrize("damage", [slice(30, 34), slice(48, 52), slice(512, 700), slice(2000, 9000)])
def test_an_old_workbook_whose_formats_are_broken_has_none(tmp_path: Path, damage: slice) -> None:
    content = bytearray((FILES / "codes.xls").read_bytes())
    content[damage] = b"\xfe" * len(content[damage])
    path = tmp_path / "codes.xls"
    path.write_bytes(content)
    assert old_formats(path, NO_PROGRESS).keys() <= {"Data Plg"}


def test_an_opendocument_spreadsheet_keeps_what_its_styles_show(tmp_path: Path) -> None:
    styles = {
        "N5": '<number:number-style style:name="N5"><number:number number:min-integer-digits="5"/>'
        "</number:number-style>",
        "N6": '<number:date-style style:name="N6"><number:day number:style="long"/><number:text>/</number:text>'
        '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
        "</number:date-style>",
        "N7": '<number:currency-style style:name="N7"><number:currency-symbol>Rp</number:currency-symbol>'
        '<number:number number:min-integer-digits="1" number:grouping="true"/></number:currency-style>',
    }
    cells = "".join(f'<style:style style:name="c{name}" style:data-style-name="{name}"/>' for name in styles)
    values = (
        '<table:table-cell office:value-type="string"><text:p>Budi</text:p></table:table-cell>'
        '<table:table-cell table:style-name="cN5" office:value-type="float" office:value="5000"/>'
        '<table:table-cell table:style-name="cN6" office:value-type="date" office:date-value="1985-04-17"/>'
        '<table:table-cell office:value-type="currency" office:value="1500000"/>'
    )
    columns = (
        '<table:table-column table:number-columns-repeated="3"/>'
        '<table:table-column table:default-cell-style-name="cN7"/>'
    )
    header = ods_row("Nama", "Kode Pos", "Tgl Lahir", "Total Belanja")
    row = f"<table:table-row>{values}</table:table-row>"
    path = ods(tmp_path / "list.ods", columns + header + row, styles="".join(styles.values()) + cells)
    (table,) = read_tables(path)
    assert table.rows[0].cells == ("Budi", "05000", "1985-04-17", "1500000")
    told = {header: (formats.at(2), formats.at(1)) for header, formats in table.formats.items()}
    assert told == {
        "Kode Pos": ("00000", "@"),
        "Tgl Lahir": ('dd"/"mm"/"yyyy', "@"),
        "Total Belanja": ('"Rp"#,##0', "@"),
    }


def test_formats_are_told_where_rows_of_an_opendocument_spreadsheet_differ(tmp_path: Path) -> None:
    def row(cell: str, note: str = "") -> str:
        return (
            f"<table:table-row><table:table-cell {cell}>{note}<text:p>7</text:p></table:table-cell></table:table-row>"
        )

    amount = 'office:value-type="float" office:value="7"'
    note = "<office:annotation><text:p>Lunas</text:p></office:annotation>"
    rows = [row(amount), row(amount), row('office:value-type="string"', note), row(amount), row(amount, note)]
    found = survey_ods(ods(tmp_path / "list.ods", "".join(rows)), NO_PROGRESS)
    told = found.formats["Data"][0]
    assert (list(told.rows), list(told.formats), found.places) == ([1, 3, 4], ["General", "@", "General"], 5)


def test_an_opendocument_spreadsheet_in_an_unknown_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<?xml version="1.0" encoding="unheard-of"?><office:document-content/>')
    with pytest.raises(ListError, match="damaged"):
        read_tables(path)
