"""Columns without a telling header are understood by their cells alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from steward.exchange.columns.column_content import profile_column
from steward.exchange.columns.told_by_content import told_by_content
from steward.exchange.mapping import guess_mapping
from steward.exchange.raw_rows import CellColumn
from steward.exchange.readers import read_tables

ROOT = Path(__file__).parents[4]
LISTS = sorted(
    path
    for folder in ("resources/samples", "tests/data/departments")
    for path in (ROOT / folder).iterdir()
    if path.suffix in (".csv", ".xlsx") and path.stem != "truth"
)
#: What decides whether two rows are one customer, and must be found even in a list without headers.
VITAL = {"name", "nik", "npwp", "id_number", "phone", "email", "birth_date", "birth_place_and_date", "address"}


def told(*cells: str, header: str = "Kolom1") -> str:
    found = told_by_content(profile_column(CellColumn.of(cells)), header=header)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("cells", "target"),
    [
        (("KTP 6112015310670005", "SIM 610647117207", "3671036711750006", "3275082406950001"), "id_number"),
        (("01.468.145.6-530.000", "0844156489018001", "81.149.213.1-454.000"), "npwp"),
        (("001/005", "02/11", "RT 3/RW 4"), "rt_rw"),
        (("40115", "12950", "60174", "57139"), "postcode"),
        (("Kota Bandung", "Solo", "KAB. SLEMAN", "Jakarta Selatan"), "city"),
        (("Jabar", "DI Yogyakarta", "Prov. Bali"), "province"),
        (("PT Maju", "CV. Sinar", "Toko Abadi", "Karya, PT"), "organization"),
        (("Kawin", "Lajang", "Kawin", "Lajang"), "marital_status"),
        (("WhatsApp", "Email", "WhatsApp", "SMS", "SMS", "Email"), "channel"),
        (("fb.com/budi", "@siti", "instagram.com/agus"), "handle"),
        (("Buruh", "PNS", "Ibu Rumah Tangga", "Perawat"), "occupation"),
        (("BEAT CBS", "Vario 125", "Honda PCX", "Brio RS"), "products"),
        (("Malaysia", "Indonesia", "Singapore"), "country"),
        (("120/60", "90/45", "72/36", "150/90"), ""),
        (("SMG03", "SBY02", "BDG01", "JKT01"), ""),
        (("02-10-80", "31-05-79", "12-01-95"), "birth_date"),
        (("2024-10-02", "2026-01-17", "2025-05-05"), "last_activity"),
        (("12", "2500000", "7"), ""),
        (("Y", "N", "Y", "N"), ""),
    ],
)
def test_cells_tell_a_target(cells: tuple[str, ...], target: str) -> None:
    assert told(*cells) == target


def test_days_under_a_header_of_their_own_are_left_to_the_steward() -> None:
    assert told("2024-10-02", "2026-01-17", "2025-05-05", header="Tgl Kontrak") == ""


def test_family_cards_carry_no_women() -> None:
    cards = [f"327301{day:02}0924{serial:04}" for day in range(1, 29) for serial in (1, 2)]
    assert told(*cards) == "family_card"
    assert told(*cards[:-1], "3273014509240001") == "nik"


def test_lists_without_headers_are_understood() -> None:
    right = total = 0
    for path in LISTS:
        for table in read_tables(path):
            known = dict(guess_mapping(table)[0].columns)
            nameless = replace(table, headers=tuple(f"Kolom{n}" for n in range(1, len(table.headers) + 1)))
            mapping, _ = guess_mapping(nameless)
            for (header, target), (_, guessed) in zip(known.items(), mapping.columns, strict=True):
                if target in VITAL:
                    total += 1
                    right += guessed == target
                assert not (target == "" and guessed not in ("", "source_key")), header
    assert total > 80
    assert right >= 0.95 * total


def test_numbers_filled_up_with_zeros_are_no_phones() -> None:
    assert told("034.78.0037", "018.85.0044", "021.02.0195", "012.44.0031", "001.02.0195") != "phone"


@pytest.mark.parametrize(
    "phones",
    [
        ("(312) 555-0182", "(208) 555-7411", "(714) 555-3920", "(503) 555-1188"),
        ("312-555-0182", "208.555.7411", "714-555-3920", "1-503-555-1188"),
        ("11 98765-4321", "21 3344-5566", "(31) 99876-1234", "(85) 3222-1100"),
    ],
)
def test_phones_abroad_are_told_by_how_they_are_grouped(phones: tuple[str, ...]) -> None:
    assert told(*phones) == "phone"
