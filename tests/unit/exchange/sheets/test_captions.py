"""Captions and feet of pages before a repeated header are left out and named; incomplete customers there are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.readers import read_tables
from steward.exchange.sheets.layout import locate_table
from steward.exchange.tables import NoteKind, RawTable, TableNote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADER = ("ID", "Nama", "No HP", "Kota")
NAMES = ("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Rina")


def person(number: int) -> tuple[str, ...]:
    town = ("Bandung", "Medan", "Solo")[number % 3]
    return (f"C{number:03}", NAMES[number % len(NAMES)], f"0812345{number:05}", town)


def people(first: int, count: int = 20) -> list[tuple[str, ...]]:
    return [person(number) for number in range(first, first + count)]


def sheet(*rows: tuple[str, ...]) -> RawTable:
    filled = [RawRow(number, cells) for number, cells in enumerate(rows, start=1) if any(cells)]
    table = locate_table("list.csv", "", RawRows.of(filled))
    assert table is not None
    return table


def left_out(table: RawTable) -> list[str]:
    """The rows that are named as totals or remarks, from top to bottom."""
    kinds = (NoteKind.FOOTER_ROW_SKIPPED, NoteKind.TOTAL_ROW_SKIPPED)
    return sorted((note.arguments[0] for note in table.notes if note.kind in kinds), key=int)


@pytest.mark.parametrize(
    "caption",
    [
        ("B. PELANGGAN TIDAK AKTIF",),
        ("Pelanggan Tidak Aktif",),
        ("", "Cabang Medan"),
        ("", "", "", "", "Lanjutan"),
    ],
)
def test_the_caption_of_the_second_part_is_left_out_and_named(caption: tuple[str, ...]) -> None:
    table = sheet(("A. PELANGGAN AKTIF",), HEADER, *people(0), (), (), caption, HEADER, *people(20))
    assert [row.cells for row in table.rows] == people(0, 40)
    assert TableNote(NoteKind.FOOTER_ROW_SKIPPED, ("25", "".join(caption))) in table.notes


def test_a_caption_of_two_lines_is_left_out() -> None:
    table = sheet(HEADER, *people(0), (), ("Cabang Medan",), ("per 31 Oktober 2026",), HEADER, *people(20))
    assert (len(table.rows), left_out(table)) == (40, ["23", "24"])


@pytest.mark.parametrize("words", ["Lembar {} / 3", "- {} -", "PT Maju Jaya, cetakan {}"])
def test_the_foot_of_every_page_is_left_out_that_of_the_last_one_too(words: str) -> None:
    rows = [[HEADER, *people(20 * page), ("", "", words.format(page + 1))] for page in range(3)]
    table = sheet(*(row for page in rows for row in page))
    assert (len(table.rows), left_out(table)) == (60, ["22", "44", "66"])


@pytest.mark.parametrize("words", ["Hal. {}", "Page {} of 3", "Halaman: {}/3"])
def test_the_head_of_every_page_is_left_out_that_of_the_first_one_is_its_title(words: str) -> None:
    pages = [[("PT MAJU JAYA", "", "", words.format(page + 1)), HEADER, *people(20 * page)] for page in range(3)]
    table = sheet(*(row for page in pages for row in page))
    assert (table.header_row, table.headers) == (2, HEADER)
    assert [row.cells for row in table.rows] == people(0, 60)
    assert TableNote(NoteKind.TITLE_ROWS_SKIPPED, ("1",)) in table.notes
    assert left_out(table) == ["23", "45"]


def test_the_foot_of_the_last_page_beside_the_name_of_the_firm_is_left_out() -> None:
    pages = [[HEADER, *people(20 * page), ("PT MAJU JAYA", "", "", f"Hal. {page + 1}")] for page in range(2)]
    table = sheet(*(row for page in pages for row in page))
    assert (len(table.rows), left_out(table)) == (40, ["22", "44"])


def test_a_customer_of_few_cells_before_a_repeated_header_is_kept() -> None:
    table = sheet(HEADER, *people(0), ("C900", "Wati Halim", "", "Hal"), ("C901", "Page Wati"), HEADER, *people(20))
    assert (len(table.rows), left_out(table)) == (42, [])


def test_a_blank_row_between_the_foot_and_the_header_is_no_matter() -> None:
    table = sheet(HEADER, *people(0), ("", "", "Lembar 1"), (), HEADER, *people(20), ("", "", "Lembar 2"))
    assert (len(table.rows), left_out(table)) == (40, ["22", "45"])


def test_the_name_over_each_branch_is_left_out_though_it_looks_like_a_customer() -> None:
    branches = [[("", f"Cabang {town}"), HEADER, *people(20 * n)] for n, town in enumerate(("Solo", "Medan", "Garut"))]
    table = sheet(*(row for branch in branches for row in branch))
    assert (len(table.rows), left_out(table)) == (60, ["23", "45"])


@pytest.mark.parametrize("words", ["Cabang: {}", "{}", "Cabang {}: 20 nasabah", "** {} **"])
def test_the_name_over_each_group_of_customers_is_left_out_and_named(words: str) -> None:
    groups = [[(words.format(town),), *people(8 * n, 8)] for n, town in enumerate(("BANDUNG", "MEDAN", "SOLO") * 5)]
    table = sheet(HEADER, *(row for group in groups for row in group))
    assert [row.cells for row in table.rows] == people(0, 120)
    assert left_out(table) == [str(2 + 9 * n) for n in range(15)]


def test_a_line_under_each_group_is_left_out() -> None:
    table = sheet(HEADER, *people(0), ("Cabang Solo: 20 nasabah",), *people(20), ("Cabang Medan: 20 nasabah",))
    assert (len(table.rows), left_out(table)) == (40, ["22", "43"])


def test_customers_of_one_cell_between_the_others_are_kept() -> None:
    lone = [("C901",), ("C902",), ("", "Wati Sari"), ("", "Tuti Sari"), ("", "", "081277700001"), ("", "", "08127770")]
    table = sheet(HEADER, *(row for n, one in enumerate(lone) for row in [*people(20 * n), one]), *people(900))
    assert (len(table.rows), left_out(table)) == (146, [])


@pytest.mark.parametrize(
    "lone",
    [
        [("", "", "+62 812-7770-0001"), ("", "", "+62 812-7770-0002")],
        [("", "", "", "wati@example.com"), ("", "", "", "tuti@example.com")],
        [("", "Nur'aini"), ("", "Toko 88")],
    ],
    ids=["phones", "mails", "each strange in its own way"],
)
def test_customers_of_one_unusual_cell_are_kept(lone: list[tuple[str, ...]]) -> None:
    table = sheet(HEADER, *(row for n, one in enumerate(lone) for row in [*people(20 * n), one]), *people(900))
    assert (len(table.rows), left_out(table)) == (20 * len(lone) + 22, [])


def test_small_letters_in_a_list_of_capitals_make_no_heading() -> None:
    shouted = [tuple(cell.upper() for cell in row) for row in people(0, 40)]
    table = sheet(HEADER, *shouted[:20], ("", "Wati Sari"), *shouted[20:], ("", "tuti"), *people(900, 1))
    assert (len(table.rows), left_out(table)) == (43, [])


def test_what_only_later_customers_have_is_not_strange() -> None:
    later = [(f"D{n}", f"CV Abadi & Co {n}", f"0813345{n:05}", "Solo") for n in range(20)]
    table = sheet(HEADER, *people(0, 600), ("", "UD Murni & Co"), *later, ("", "UD Makmur & Co"), *people(700))
    assert (len(table.rows), left_out(table)) == (642, [])


def test_lines_of_a_list_that_hardly_knows_anything_are_kept() -> None:
    names = [("", name, "", "") for name in NAMES * 4]
    table = sheet(HEADER, *people(0, 5), *names, ("?",), *names, ("??",), person(6))
    assert (len(table.rows), left_out(table)) == (48, [])


@pytest.mark.parametrize("lone", [("C900",), ("", "Wati Sari"), ("", "Rina"), ("", "", "081234599999")])
def test_a_customer_of_one_cell_before_a_repeated_header_is_kept(lone: tuple[str, ...]) -> None:
    table = sheet(HEADER, *people(0), lone, HEADER, *people(20))
    assert table.rows[20].cells == (*lone, *[""] * (4 - len(lone)))
    assert (len(table.rows), left_out(table)) == (41, [])


def test_customers_of_whom_only_the_name_is_known_are_kept_on_every_page() -> None:
    pages = [
        [HEADER, *people(20 * n), ("", f"Tuti {NAMES[n]}"), person(99), ("", f"Wati {NAMES[n]}")] for n in range(3)
    ]
    table = sheet(*(row for page in pages for row in page))
    assert (len(table.rows), left_out(table)) == (69, [])


def test_a_line_that_stands_alone_before_no_header_is_kept() -> None:
    table = sheet(HEADER, *people(0), ("B. TIDAK AKTIF",), *people(20))
    assert (len(table.rows), left_out(table)) == (41, [])


def test_captions_of_a_text_file_are_left_out(tmp_path: Path) -> None:
    rows = [HEADER, *people(0), ("", "", "", ""), ("B. PELANGGAN TIDAK AKTIF", "", "", ""), HEADER, *people(20)]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    (table,) = read_tables(path)
    assert (len(table.rows), left_out(table)) == (40, ["23"])


lines = st.sampled_from([(), ("B. TIDAK AKTIF",), ("", "", "Lembar 1 / 3"), ("", "Wati"), ("C777",), ("Jumlah", "4")])


@given(st.lists(st.tuples(st.integers(4, 30), st.lists(lines, max_size=4)), min_size=1, max_size=5))
def test_every_row_is_read_or_named_once(pages: Sequence[tuple[int, list[tuple[str, ...]]]]) -> None:
    rows: list[tuple[str, ...]] = []
    for count, below in [*pages, (9, [])]:
        rows += [HEADER, *people(len(rows), count), *below]
    table = sheet(*rows)
    repeated = [note.arguments for note in table.notes if note.kind is NoteKind.REPEATED_HEADER_SKIPPED]
    told = ["1", *(number for numbers in repeated for number in numbers), *left_out(table)]
    assert sorted([*map(int, told), *table.rows.numbers.tolist()]) == [n for n, row in enumerate(rows, 1) if any(row)]
    kept = {row.cells for row in table.rows}
    assert kept >= {row for row in rows if len(row) == len(HEADER)} - {HEADER}
    keys = [row.cells[0] for row in table.rows]
    assert keys.count("C777") == rows.count(("C777",))
