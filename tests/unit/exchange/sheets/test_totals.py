"""Totals of groups of customers are left out and named; customers that are called like one are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.sheets.layout import locate_table
from steward.exchange.tables import NoteKind, RawTable

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = ("ID", "Nama", "No HP", "Alamat", "Kota", "Omset")
NAMES = ("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Rina")
TOWNS = ("Bandung", "Medan", "Solo")


def people(first: int, count: int = 12) -> list[tuple[str, ...]]:
    return [
        (f"C{n:03}", NAMES[n % 5], f"0812345{n:05}", f"Jl. Melati {n}", TOWNS[n % 3], str(1_000_000 + 7 * n))
        for n in range(first, first + count)
    ]


def sheet(*rows: tuple[str, ...]) -> RawTable:
    filled = [RawRow(number, cells) for number, cells in enumerate(rows, start=1) if any(cells)]
    table = locate_table("list.csv", "", RawRows.of(filled))
    assert table is not None
    return table


def totals(table: RawTable) -> list[int]:
    """The numbers of the rows that are named as totals."""
    return [int(note.arguments[0]) for note in table.notes if note.kind is NoteKind.TOTAL_ROW_SKIPPED]


@pytest.mark.parametrize("total", ["12000462", "Rp 12.000.462", "12,000,462"])
@pytest.mark.parametrize("below", [(), (("Dibuat oleh: Bu Yati",),)])
def test_a_sum_at_the_end_needs_no_word(total: str, below: tuple[tuple[str, ...], ...]) -> None:
    table = sheet(HEADER, *people(0), ("", "", "", "", "", total), *below)
    assert len(table.rows) == 12
    assert totals(table) == [14]


@pytest.mark.parametrize("word", ["TOTAL", "الإجمالي", "รวม", "合計", "합계", "Итого", "Celkem", "Összesen", "कुल"])
def test_a_remark_under_the_total_is_no_customer_whatever_language_the_total_is_in(word: str) -> None:
    total = ("", word, "", "", "", "11000000")
    table = sheet(HEADER, *people(0), total, ("", "mohon dicek lagi sblm dikirim!!"))
    assert len(table.rows) == 12
    assert totals(table) == [14]
    assert [note.arguments[0] for note in table.notes if note.kind is NoteKind.FOOTER_ROW_SKIPPED] == ["15"]


def test_an_amount_that_is_no_sum_is_a_row() -> None:
    table = sheet(HEADER, *people(0), ("", "", "", "", "", "1000462"))
    assert len(table.rows) == 13


@pytest.mark.parametrize(
    "total",
    [
        ("Sub Total Bandung", "", "", "", "", "12000462"),
        ("", "Sub-Total Cabang Utara", "", "", "", "12000462"),
        ("", "Jumlah Medan", "25"),
        ("", "Jumlah Cabang Utara", "12"),
        ("Jumlah Cabang Utara", "", "", "", "", "12.000.462"),
        ("Total Cabang Utara: 12 nasabah", "1.250.000"),
        ("", "Total Cabang Utara (12 nasabah)"),
        ("", "Summe Solo", "", "", "", "12000462"),
        ("", "Zwischensumme Nord", "", "", "", "12000462"),
        ("", "Total for North", "", "", "", "12000462"),
        ("", "Total per wilayah", "", "", "", "Rp 12.000.462"),
        ("", "", "", "", "Bandung Total", "12000462"),
        ("Medan Jumlah", "", "", "", "", "12000462"),
        ("", "Cabang Utara - Total", "", "", "", "12"),
        ("", "", "", "", "Solo Count", "12"),
    ],
)
def test_the_total_of_a_group_is_left_out_and_named(total: tuple[str, ...]) -> None:
    table = sheet(HEADER, *people(0), total, *people(12))
    assert [row.cells for row in table.rows] == people(0, 24)
    assert totals(table) == [14]


@pytest.mark.parametrize(
    "customer",
    [
        ("C900", "Jumlah Medan", "", "", "", "5000000"),
        ("", "Jumlah Makmur"),
        ("", "Total Persada"),
        ("", "Total & Söhne (Baru)", "", "", "", "5000000"),
        ("", "Total Medan"),
        ("", "Total for Men"),
        ("", "Total Bangun Persada", "", "", "", "5000000"),
        ("", "Total Medan", "081234599999"),
        ("", "Total Medan", "812345999999"),
        ("", "Jumlah Medan", "", "Jl. Mawar 7"),
        ("", "Summe Solo", "", "", "Solo"),
        ("", "Sum Ting", "0812345", "Jl. Mawar 7", "Solo", "12"),
        ("", "Anugrah Total", "", "", "", "5000000"),
        ("", "Bandung Total"),
        ("", "Bandung Total", "081234599999"),
        ("C900", "Bandung Total", "", "", "", "5000000"),
    ],
)
def test_a_customer_who_is_called_like_a_total_is_kept(customer: tuple[str, ...]) -> None:
    table = sheet(HEADER, *people(0), customer, *people(12))
    assert table.rows[12].cells == (*customer, *[""] * (6 - len(customer)))
    assert (len(table.rows), totals(table)) == (25, [])


def test_a_key_behind_the_name_makes_a_customer() -> None:
    header = ("Nama", "ID", "No HP", "Kota")
    rows = [(name, key, phone, town) for key, name, phone, _, town, _ in people(0, 24)]
    table = sheet(header, *rows[:12], ("Total Medan", "12", "", ""), *rows[12:])
    assert (len(table.rows), totals(table)) == (25, [])


words = st.sampled_from(["", "Total", "Sub Total", "Jumlah", "Summe", "Total for", "Grand Total Cabang"])
groups = st.sampled_from([*TOWNS, "Makmur", "Persada Utama", "Nord", "", "Bandung Total", "Medan Jumlah"])
amounts = st.sampled_from(["", "12", "25", "5000000", "Rp 1.250.000"])
keys = st.sampled_from(["", "C900", "7"])
phones = st.sampled_from(["", "081234599999", "+62 812 3459 999"])
odd = st.tuples(keys, words, groups, phones, amounts).filter(any)


@given(st.lists(st.tuples(st.integers(3, 15), st.lists(odd, max_size=3)), min_size=1, max_size=4))
@example([(3, [("", "", "", "", "Rp 1.250.000")] * 2)])
def test_no_row_is_lost_and_whoever_has_a_key_or_a_phone_is_kept(
    parts: Sequence[tuple[int, list[tuple[str, str, str, str, str]]]],
) -> None:
    rows: list[tuple[str, ...]] = [HEADER]
    for count, between in parts:
        rows += people(len(rows), count)
        rows += [(key, f"{word} {group}".strip(), phone, "", "", sum_) for key, word, group, phone, sum_ in between]
    rows += people(len(rows), 9)
    table = sheet(*rows)
    noted = [int(note.arguments[0]) for note in table.notes]
    assert sorted([1, *noted, *table.rows.numbers.tolist()]) == list(range(1, len(rows) + 1))
    customers = {row for row in rows[1:] if row[0] or row[2]}
    assert customers <= {row.cells for row in table.rows}


def test_the_number_of_all_is_no_short_name_beneath_which_it_stands() -> None:
    pairs = zip(NAMES * 4, ("Al", "Budi", "Ana", "Siti") * 5, strict=True)
    rows = [("", name, given, "0812345000", "Jl. Melati 1", "Solo") for name, given in pairs]
    table = sheet(("No", "Family name", "First name", "Phone", "Address", "City"), *rows, ("", "Total penumpang", "20"))
    assert len(table.rows) == 20
