"""A table with the names of its columns under each other is refused with what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import MappingError
from steward.exchange.mapping import Mapping, check_mapping, guess_mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.sheets.layout import locate_table

if TYPE_CHECKING:
    from steward.exchange.tables import RawTable

LABELS = ("ID", "Nama", "No HP", "Alamat", "Kota")
PEOPLE = [
    (f"P{n:03}", name, f"0812345{n:05}", f"Jl. Melati No. {n}", ("Medan", "Solo")[n % 2])
    for n, name in enumerate(("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Rina Wati"))
]


def sheet(*rows: tuple[str, ...]) -> RawTable:
    filled = [RawRow(number, cells) for number, cells in enumerate(rows, start=1) if any(cells)]
    table = locate_table("list.csv", "", RawRows.of(filled))
    assert table is not None
    return table


def refusal(table: RawTable) -> str:
    mapping, _ = guess_mapping(table)
    with pytest.raises(MappingError) as refused:
        check_mapping(mapping, table)
    return str(refused.value)


def test_customers_side_by_side_are_to_be_turned() -> None:
    table = sheet(*zip(LABELS, *PEOPLE, strict=True))
    assert refusal(table) == (
        "list.csv has its customers side by side, one per column; turn rows and columns in Excel and import that."
    )


def test_a_form_for_each_customer_is_no_list() -> None:
    forms = [row for person in PEOPLE for row in (*zip(LABELS, person, strict=True), ())]
    assert refusal(sheet(*forms)) == (
        "list.csv has a form for each customer, one below the other; ask for a list with one customer per row."
    )


@pytest.mark.parametrize(
    "words", [("Email", "SMS", "Telepon"), ("satu", "dua", "tiga"), ("Nama", "Email", "lain", "lagi")]
)
def test_other_tables_of_which_nothing_is_mapped_are_not_said_to_be_turned(words: tuple[str, ...]) -> None:
    table = sheet(("Saluran", "Nilai"), *((word, str(n)) for n, word in enumerate(words * 3)))
    unmapped = Mapping("", tuple((header, "") for header in table.headers))
    with pytest.raises(MappingError, match=r"No column of list\.csv is mapped"):
        check_mapping(unmapped, table)
