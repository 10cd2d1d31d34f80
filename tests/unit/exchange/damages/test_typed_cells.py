"""Damage that the kind of cell gives away: a number among texts, a day among codes; and what an id tells of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from steward.exchange.damages import Damage, find_damage
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.readers import read_tables
from steward.exchange.tables import RawTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def damage_of(
    tmp_path: Path, header: str, target: str, cells: Sequence[str | int | date], number_format: str = "General"
) -> dict[Damage, list[int]]:
    """The kinds of damage found in one column of a workbook, each with the places of its cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Nama", header])
    for place, value in enumerate(cells):
        sheet.append([f"Budi {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[place % 26]}", value])
        if not isinstance(value, str):
            sheet.cell(place + 2, 2).number_format = number_format
    book.save(tmp_path / "list.xlsx")
    (table,) = read_tables(tmp_path / "list.xlsx")
    found = find_damage(table, Mapping("", (("Nama", "name"), (header, target))))
    return {damage.damage: [row - 2 for row in damage.rows] for damage in found}


def test_a_number_shorter_than_the_texts_beside_it_lost_its_zeros(tmp_path: Path) -> None:
    cells = [f"{number:06}" for number in range(100, 112)]
    assert damage_of(tmp_path, "No RM", "source_key", [*cells, 3, 57]) == {Damage.LOST_ZERO: [12, 13]}
    assert damage_of(tmp_path, "P/Code", "postcode", [*["2000", "6000", "4000"] * 3, 810]) == {Damage.LOST_ZERO: [9]}


def test_zeros_that_the_number_format_shows_are_not_lost(tmp_path: Path) -> None:
    cells = [f"{number:06}" for number in range(100, 112)]
    assert damage_of(tmp_path, "No RM", "source_key", [*cells, 3, 57], number_format="000000") == {}


def test_a_phone_that_with_a_zero_is_like_the_others_lost_it_in_any_country(tmp_path: Path) -> None:
    cells = [f"04617{number}" for number in range(13340, 13352)]
    assert damage_of(tmp_path, "Ph", "phone", [*cells, 447970238]) == {Damage.LOST_ZERO: [12]}


def test_a_phone_with_its_country_code_can_be_a_number(tmp_path: Path) -> None:
    cells = [f"62895540{number}" for number in range(13800, 13812)]
    assert damage_of(tmp_path, "HP", "phone", [*cells, 628182555519]) == {Damage.READ_AS_NUMBER: [12]}


def test_a_code_of_sixteen_digits_that_is_a_number_was_cut(tmp_path: Path) -> None:
    cells = [f"11804386793943{number}" for number in range(71, 83)]
    assert damage_of(tmp_path, "No SBG", "account_number", [*cells, 1180438679394370]) == {Damage.CUT_DIGITS: [12]}


NIKS = [f"3201{place:02}0101{85 + place % 10}{place * 7 % 9000:04}" for place in range(21, 61)]


def test_an_id_that_is_a_text_is_whole_where_only_the_numbers_beside_it_were_cut(tmp_path: Path) -> None:
    whole = [f"{nik[:15]}{place % 10}" for place, nik in enumerate(NIKS)]
    cut = [int(f"31{nik[2:15]}0") for nik in NIKS]
    places = list(range(len(whole), len(whole) + len(cut)))
    assert damage_of(tmp_path, "NIK", "nik", [*whole, *cut], "0") == {Damage.CUT_DIGITS: places}


def test_ids_that_were_made_texts_after_they_were_cut_are_told(tmp_path: Path) -> None:
    cut = [f"{nik[:15]}0" for nik in NIKS]
    places = list(range(len(cut) + 1))
    assert damage_of(tmp_path, "NIK", "nik", [*cut, 3201620101915990], "0") == {Damage.CUT_DIGITS: places}


def test_days_among_numbers_of_a_month_that_no_calendar_has_were_such_numbers(tmp_path: Path) -> None:
    numbers = [*["3-1662", "5-1763", "14-1998"] * 4, "1998-05-01"]
    assert damage_of(tmp_path, "Sektion", "", numbers) == {Damage.TURNED_INTO_DATE: [12]}
    months = [*["3-2024", "5-2025", "11-2024"] * 4, "2025-05-01"]
    assert damage_of(tmp_path, "Periode", "", months) == {}


def test_days_among_addresses_were_numbers_of_houses(tmp_path: Path) -> None:
    streets = [f"Jl. Melati No. {number}" for number in range(20)]
    found = damage_of(tmp_path, "Alamat", "address", [*streets, date(2025, 8, 5)], "yyyy-mm-dd")
    assert found == {Damage.TURNED_INTO_DATE: [20]}


def test_years_where_days_were_expected_became_days_of_1905(tmp_path: Path) -> None:
    born = [f"{year}-03-1{year % 7}" for year in range(1960, 1980)]
    assert damage_of(tmp_path, "Tgl Lahir", "birth_date", [*born, "1905-06-07"]) == {Damage.TURNED_INTO_DATE: [20]}
    assert damage_of(tmp_path, "Tgl Lahir", "birth_date", [*born, "1905-06-07", "1911-02-03"]) == {}


def test_days_among_codes_were_codes(tmp_path: Path) -> None:
    codes = [*["5-3", "2-11", "3-8", "C/12"] * 3, "2026-11-08", "2026-07-02"]
    assert damage_of(tmp_path, "Blok", "", codes) == {Damage.TURNED_INTO_DATE: [12, 13]}
    named = ["MLK-02", "KUL-03", "JHR-11", *(f"2026-{month:02}-08" for month in range(1, 7))]
    assert damage_of(tmp_path, "Kod Ahli", "source_key", named) == {Damage.TURNED_INTO_DATE: [*range(3, 9)]}
    days = ["2026-11-08", "2026-07-02"] * 6
    assert damage_of(tmp_path, "Jth Tempo", "", days) == {}


@pytest.mark.parametrize("target", ["source_key", "account_number", ""])
def test_digits_in_groups_among_codes_of_as_many_were_numbers(target: str, tmp_path: Path) -> None:
    codes = [f"5331118897{number}" for number in range(70, 90)]
    grouped = ["532.648.180.103", "535,794,671,443"]
    assert damage_of(tmp_path, "IDPEL", target, [*codes, *grouped]) == {Damage.READ_AS_NUMBER: [20, 21]}
    assert damage_of(tmp_path, "IDPEL", target, [f"532.648.180.1{number}" for number in range(10, 30)]) == {}


def test_a_birth_date_that_the_id_says_the_other_way_round_is_swapped() -> None:
    rows = [(f"32730115{month:02}80000{month % 9 + 1}", f"1980-{month:02}-15") for month in range(1, 13)]
    rows.append(("3273010308560004", "1956-03-08"))
    cells = RawRows.of([RawRow(place, row) for place, row in enumerate(rows, start=2)])
    table = RawTable("list.csv", "", 1, ("NIK", "Tgl Lahir"), cells)
    found = find_damage(table, Mapping("", (("NIK", "nik"), ("Tgl Lahir", "birth_date"))))
    assert [(damage.damage, damage.rows) for damage in found] == [(Damage.DAY_MONTH_SWAPPED, (14,))]


def test_two_people_with_salutations_are_two() -> None:
    names = ["Bu Wulan dan Rizky", "H. Ahmad & Hj. Siti", "Nur Lestari dan Maulana", "Bpk. Herman"]
    cells = RawRows.of([RawRow(place, (name,)) for place, name in enumerate(names, start=2)])
    (found,) = find_damage(RawTable("list.csv", "", 1, ("PIC",), cells), Mapping("", (("PIC", "contact_person"),)))
    assert (found.damage, found.rows) == (Damage.SEVERAL_CUSTOMERS, (2, 3, 4))
