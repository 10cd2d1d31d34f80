"""Where the table is on a sheet."""

from __future__ import annotations

import pytest

from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.domain.records import IssueKind
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.sheets.layout import CellRef, locate_table
from steward.exchange.tables import NoteKind, RawTable, TableNote

HEADER = ("ID", "Nama", "No HP", "Kota")
PEOPLE = (
    ("C1", "Budi Santoso", "081234500001", "Bandung"),
    ("C2", "Siti Aminah", "081234500002", "Medan"),
    ("C3", "Agus Salim", "", "Solo"),
    ("C4", "Dewi Lestari", "081234500004", ""),
)


def sheet(*rows: tuple[str, ...], is_ragged_noted: bool = False, errors: tuple[CellRef, ...] = ()) -> RawTable:
    """The table found on a sheet of these rows; an empty row stays blank but is counted."""
    filled = [RawRow(number, cells) for number, cells in enumerate(rows, start=1) if any(cells)]
    table = locate_table("list.csv", "", RawRows.of(filled), error_cells=errors, is_ragged_noted=is_ragged_noted)
    assert table is not None
    return table


def kinds(table: RawTable) -> list[NoteKind]:
    return [note.kind for note in table.notes]


def test_a_stop_is_heard_while_the_table_is_looked_for() -> None:
    class Stopped(NoProgress):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        locate_table("list.csv", "", RawRows.of([RawRow(1, HEADER), RawRow(2, PEOPLE[0])]), progress=Stopped())


def test_header_in_the_first_row() -> None:
    table = sheet(HEADER, *PEOPLE)
    assert (table.header_row, table.headers) == (1, HEADER)
    assert [row.cells for row in table.rows] == list(PEOPLE)
    assert table.notes == ()


def test_header_below_titles_and_a_blank_row_keeps_the_numbers_of_the_spreadsheet() -> None:
    table = sheet(("PT MAJU",), ("Periode: Januari 2026",), (), HEADER, *PEOPLE)
    assert table.header_row == 4
    assert [row.number for row in table.rows] == [5, 6, 7, 8]
    assert TableNote(NoteKind.TITLE_ROWS_SKIPPED, ("1", "2")) in table.notes


@pytest.mark.parametrize(
    "units",
    [
        ("", "", "", "m3", "M3", "Rp"),
        ("", "", "", "(m3)", "kWh", "Ltr."),
        ("", "", "12 angka", "", "", "THB"),
        ("", "", "", "kode", "gg/mm/aaaa", "EUR"),
        ("", "", "", "", "SI/NO", "jjjjmmtt"),
        ("", "", "", "", "(dd/mm/yyyy)", "Rp juta"),
    ],
)
def test_units_under_the_header_are_no_customer(units: tuple[str, ...]) -> None:
    people = [(*cells, "12", "13", "45000") for cells in PEOPLE]
    table = sheet((*HEADER, "Stand Awal", "Stand Akhir", "Tagihan"), units, *people)
    assert [row.cells for row in table.rows] == people
    assert TableNote(NoteKind.UNITS_ROW_SKIPPED, ("2",)) in table.notes


def test_one_pattern_under_the_header_of_a_wide_list_is_a_row_of_units() -> None:
    people = [(*cells, "12", "13", "45000", "x", "y") for cells in PEOPLE]
    for unit, is_kept in (("dd/mm/yyyy", False), ("kali", True)):
        said = ("", "", "", unit, "", "as paid", "", "")
        table = sheet((*HEADER, "Stand Awal", "Stand Akhir", "Tagihan", "Blok", "Jalur"), said, *people)
        assert len(table.rows) == len(people) + is_kept


def test_a_customer_of_whom_little_is_known_is_no_row_of_units() -> None:
    people = [("", "Rini", "", "", "", "kali"), *((*cells, "12", "13") for cells in PEOPLE)]
    table = sheet((*HEADER, "Stand Awal", "Satuan"), *people)
    assert [row.cells for row in table.rows] == people


def test_title_with_a_print_date_is_no_group_of_columns() -> None:
    table = sheet(("DATA PELANGGAN", "", "", "dicetak 30-06-2026"), HEADER, *PEOPLE)
    assert table.headers == HEADER
    assert kinds(table) == [NoteKind.TITLE_ROWS_SKIPPED]


def test_group_titles_over_the_header_are_joined_only_where_needed() -> None:
    table = sheet(
        ("IDENTITAS", "", "KONTAK", ""),
        ("ID", "Nama", "Rumah", "Kantor"),
        ("C1", "Budi", "0215551234", "0215551235"),
        ("C2", "Siti", "0215551236", "0215551237"),
    )
    assert table.headers == ("ID", "Nama", "KONTAK Rumah", "KONTAK Kantor")
    assert TableNote(NoteKind.TWO_ROW_HEADER, ("1", "2")) in table.notes


def test_names_below_a_merged_header_are_part_of_it() -> None:
    table = sheet(
        ("ID", "Nama", "Alamat", "", ""),
        ("", "", "Jalan", "Kota", "Kode Pos"),
        ("C1", "Budi Santoso", "Jl. Melati 1", "Bandung", "40111"),
        ("C2", "Siti Aminah", "Jl. Mawar 2", "Medan", "20111"),
    )
    assert table.headers == ("ID", "Nama", "Jalan", "Kota", "Kode Pos")
    assert len(table.rows) == 2


def test_same_names_in_two_groups_carry_their_group() -> None:
    table = sheet(
        ("", "SUAMI", "", "ISTRI", ""),
        ("ID", "Nama", "No HP", "Nama", "No HP"),
        ("C1", "Budi", "0812345001", "Siti", "0812345002"),
    )
    assert table.headers == ("ID", "SUAMI Nama", "SUAMI No HP", "ISTRI Nama", "ISTRI No HP")


def test_total_signature_and_print_rows_at_the_bottom_are_left_out_and_noted() -> None:
    table = sheet(HEADER, *PEOPLE, ("TOTAL", "4 pelanggan"), (), ("", "Mengetahui,"), (), ("", "( Budi )"))
    assert len(table.rows) == 4
    assert TableNote(NoteKind.TOTAL_ROW_SKIPPED, ("6", "TOTAL 4 pelanggan")) in table.notes
    assert TableNote(NoteKind.FOOTER_ROW_SKIPPED, ("8", "Mengetahui,")) in table.notes
    assert TableNote(NoteKind.FOOTER_ROW_SKIPPED, ("10", "( Budi )")) in table.notes


@pytest.mark.parametrize(
    "total",
    [
        "Tổng cộng: 92 khách hàng",
        "Gesamt",
        "Gesamtsumme",
        "Suma: 12",
        "Razem",
        "Genel Toplam",
        "Totale clienti: 80",
        "Totaal",
        "Total general",
    ],
)
def test_totals_in_other_languages_are_left_out(total: str) -> None:
    table = sheet(HEADER, *PEOPLE, ("", "", total, ""))
    assert len(table.rows) == 4


def test_subtotals_between_customers_are_left_out() -> None:
    table = sheet(HEADER, *PEOPLE[:2], ("Sub Total", "", "2", ""), *PEOPLE[2:])
    assert [row.cells[0] for row in table.rows] == ["C1", "C2", "C3", "C4"]


def test_a_customer_whose_name_starts_like_a_total_is_kept() -> None:
    table = sheet(
        HEADER, *PEOPLE, ("C5", "Total Persada", "0812345005", ""), ("", "Jumlah Makmur PT", "0812345006", "")
    )
    assert len(table.rows) == 6


def test_a_sparse_customer_in_the_last_row_is_kept() -> None:
    table = sheet(HEADER, *PEOPLE, ("C5", "Rina", "", ""))
    assert table.rows[-1].cells[:2] == ("C5", "Rina")


def test_a_sparse_customer_below_a_blank_row_is_kept() -> None:
    full = tuple((f"C{n}", f"Budi {n}", f"08123450{n:02}") for n in range(1, 20))
    table = sheet(HEADER[:3], *full, (), ("C20", "Rina", ""), (), ("", "Mengetahui,", ""))
    assert table.rows[-1].cells == ("C20", "Rina", "")
    assert len(table.rows) == 20


def test_a_remark_under_a_list_of_names_is_left_out() -> None:
    names = (("Budi", ""), ("Siti", "0812345002"), ("Agus", ""), ("Dewi", ""))
    table = sheet(("Nama", "No HP"), *names, ("Sumber: buku tamu 2026", ""))
    assert [row.cells[0] for row in table.rows] == ["Budi", "Siti", "Agus", "Dewi"]


def test_a_header_repeated_on_every_printed_page_is_left_out() -> None:
    table = sheet(HEADER, *PEOPLE[:2], HEADER, *PEOPLE[2:])
    assert len(table.rows) == 4
    assert TableNote(NoteKind.REPEATED_HEADER_SKIPPED, ("4",)) in table.notes


def test_a_row_of_column_numbers_under_the_header_is_left_out() -> None:
    table = sheet(HEADER, ("(1)", "(2)", "(3)", "(4)"), *PEOPLE)
    assert len(table.rows) == 4
    assert NoteKind.COLUMN_NUMBERS_SKIPPED in kinds(table)


def test_blank_rows_and_columns_are_left_out_and_counted() -> None:
    rows = [("", *cells[:2], "", *cells[2:]) for cells in (HEADER, *PEOPLE)]
    table = sheet(*rows[:3], (), *rows[3:])
    assert table.headers == HEADER
    assert len(table.rows) == 4
    assert TableNote(NoteKind.BLANK_ROWS_SKIPPED, ("1",)) in table.notes
    assert TableNote(NoteKind.BLANK_COLUMNS_SKIPPED, ("2",)) in table.notes


def test_repeated_and_blank_headers_get_names_of_their_own() -> None:
    table = sheet(("ID", "Nama", "Telp", "Telp", ""), ("C1", "Budi", "021", "022", "note"), ("C2", "Siti", "", "", "x"))
    assert table.headers == ("ID", "Nama", "Telp", "Telp (2)", "Column 5")
    assert NoteKind.DUPLICATE_HEADER_RENAMED in kinds(table)
    assert NoteKind.BLANK_HEADER_NAMED in kinds(table)


def test_made_up_names_never_collide_with_given_ones() -> None:
    table = sheet(("Nama", "Nama", "Nama (2)"), ("a", "b", "c"), ("d", "e", "f"))
    assert len(set(table.headers)) == 3
    assert table.headers[2] == "Nama (2)"


def test_a_list_without_a_header_keeps_its_first_customer() -> None:
    table = sheet(*PEOPLE)
    assert table.header_row == 0
    assert table.headers == ("Column 1", "Column 2", "Column 3", "Column 4")
    assert len(table.rows) == 4
    assert NoteKind.NO_HEADER in kinds(table)


def test_a_header_of_unknown_words_is_told_by_the_values_below_it() -> None:
    table = sheet(("Kolom1", "Kolom2"), ("3171011203800001", "Budi Santoso"), ("3171011203800002", "Siti Aminah"))
    assert table.headers == ("Kolom1", "Kolom2")


def test_ragged_rows_are_kept_whole_and_reported() -> None:
    table = sheet(HEADER, *PEOPLE, ("C5", "Rina"), ("C6", "Tono", "0812345006", "Solo", "extra"), is_ragged_noted=True)
    assert table.headers == (*HEADER, "Column 5")
    assert table.rows[-2].cells == ("C5", "Rina", "", "", "")
    assert table.rows[-1].cells[-1] == "extra"
    assert [(issue.row, issue.kind) for issue in table.issues] == [(6, IssueKind.RAGGED_ROW), (7, IssueKind.RAGGED_ROW)]


def test_error_cells_are_issues_of_their_row_and_column() -> None:
    rows = [list(cells) for cells in PEOPLE]
    rows[1][2] = "#N/A"
    table = sheet(HEADER, *map(tuple, rows), errors=(CellRef(3, 2, "#N/A"),))
    assert [(issue.row, issue.column, issue.value) for issue in table.issues] == [(3, "No HP", "#N/A")]
    assert table.rows[1].cells[2] == "#N/A"


def test_every_row_is_read_or_noted() -> None:
    table = sheet(
        ("JUDUL",), HEADER, *PEOPLE[:2], HEADER, *PEOPLE[2:], ("Jumlah", "4"), (), ("", "Dicetak oleh: admin")
    )
    told = sum(
        len(note.arguments) if note.kind in (NoteKind.TITLE_ROWS_SKIPPED, NoteKind.REPEATED_HEADER_SKIPPED) else 1
        for note in table.notes
        if note.kind is not NoteKind.BLANK_ROWS_SKIPPED
    )
    assert len(table.rows) + told + 1 == 9


def test_a_row_that_names_the_columns_once_more_is_no_customer() -> None:
    header = ("Recipient", "Phone", "Email", "City", "Zipcode")
    told = ("Name of recipient", "Recipient phone", "Email address", "City", "Zip")

    table = sheet(header, told, *(("Budi", f"081234567{number}", "b@a.co", "Medan", "20124") for number in range(4)))

    assert (table.headers, len(table.rows)) == (header, 4)


def test_a_name_that_says_little_takes_the_group_that_says_what_of() -> None:
    table = sheet(
        ("", "KELAHIRAN", "", "PASPOR", ""),
        ("Nama", "Kota", "Tanggal", "Nomor", "Berlaku"),
        ("Budi", "Medan", "1980-05-12", "X0123456", "2030-01-01"),
        ("Siti", "Solo", "1990-11-02", "X0223456", "2031-01-01"),
    )
    assert table.headers[2:4] == ("KELAHIRAN Tanggal", "PASPOR Nomor")


def test_values_that_come_again_in_their_column_are_no_header_though_they_are_known_words() -> None:
    people = [(f"+62 812-0000-{number:04}", name, "Anggota", "Arisan") for number, (_, name, *_) in enumerate(PEOPLE)]
    table = sheet(*people)
    assert (table.header_row, len(table.rows)) == (0, len(PEOPLE))


def test_the_foot_of_a_printed_page_is_no_customer_wherever_it_stands() -> None:
    table = sheet(HEADER, PEOPLE[0], ("", "", "Halaman 1 dari 2", ""), *PEOPLE[1:], ("C5", "Page 3", "", ""))
    assert [row.cells[0] for row in table.rows] == ["C1", "C2", "C3", "C4", "C5"]
    assert TableNote(NoteKind.FOOTER_ROW_SKIPPED, ("3", "Halaman 1 dari 2")) in table.notes


def test_a_title_over_a_header_that_comes_again_is_no_customer() -> None:
    table = sheet(("A. AKTIF",), HEADER, *PEOPLE[:2], (), ("B. TIDAK AKTIF", "", "", ""), HEADER, *PEOPLE[2:])
    assert [row.cells for row in table.rows] == list(PEOPLE)
    assert TableNote(NoteKind.FOOTER_ROW_SKIPPED, ("6", "B. TIDAK AKTIF")) in table.notes
    sparse = sheet(HEADER, *PEOPLE[:2], ("C9", "", "", ""), HEADER, *PEOPLE[2:])
    assert [row.cells[0] for row in sparse.rows] == ["C1", "C2", "C9", "C3", "C4"]


def test_a_caption_that_is_answered_beside_it_is_no_group_of_columns() -> None:
    table = sheet(("Rekap petani",), ("Desa/Kec :", "Mangli / Kaliwates"), HEADER, *PEOPLE)
    assert table.headers == HEADER


def test_a_header_under_a_group_stands_for_itself_where_its_language_knows_it() -> None:
    groups = ("ЗАКАЗЧИК", "", "", "ЗАКАЗ", "")
    header = ("Заказчик", "Телефон", "Телефоны", "Сумма", "Откуда узнали")
    table = sheet(groups, header, ("Цой Семён", "+79776973605", "", "100", "Авито"), ("Иванов Лев", "", "", "200", ""))
    assert table.headers == header


def test_one_word_under_each_of_several_columns_of_numbers_is_their_unit_and_no_header() -> None:
    header = ("Sasaran", "Pembeli", "NIK", "KK", "Hp pembeli", "Jul", "Ags", "Sep", "Uang")
    units = ("RT/UM", "", "16 angka", "", "", "tbg", "tbg", "tbg", "Rp")
    people = [
        ("UM", name, f"33050422116600{at:02}", f"33050722116600{at:02}", phone, "8", "12", "13", "969000")
        for at, (_, name, phone, _) in enumerate(PEOPLE)
    ]
    table = sheet(header, units, *people)
    assert (table.headers, len(table.rows)) == (header, len(people))


@pytest.mark.parametrize("cell", ["0.00", "1,50", "-", "nihil", "Rp 0", "n/a", "x"])
def test_a_first_customer_with_the_same_in_every_month_is_a_customer(cell: str) -> None:
    people = [(name, *(cell if at == 0 else f"{at}.50",) * 4) for at, (_, name, _, _) in enumerate(PEOPLE)]
    table = sheet(("Nama", "Januari", "Februari", "Maret", "April"), *people, ("Tono", "7", "8.25", "9", "0.00"))
    assert [row.cells[0] for row in table.rows] == [*(name for _, name, _, _ in PEOPLE), "Tono"]
