"""Values that changed places with another column of their row, or stand beside their own empty cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.damages import Damage, find_damage
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("Budi Santoso", "Siti Aminah", "Rudi Hartono", "Dewi Lestari", "Agus Salim", "Rina Wati Sari", "Joko Susilo")
HANDLES = ("budi_s", "siti99", "rudi.h", "dewilestari", "agus_salim7", "rinaws", "jokos21")
TOWNS = ("Kota Bandung", "Kab. Bekasi", "Kota Medan", "Kab. Sleman", "Kota Surabaya")
DISTRICTS = ("Cakung", "Sukajadi", "Depok", "Helvetia", "Wonokromo", "Cipondoh", "Ubud", "Ngasem", "Gerung")


def wrong_columns(targets: dict[str, str], rows: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    """The rows of values found in the wrong column, by header."""
    table = RawTable("list.csv", "", 1, tuple(targets), RawRows.of(RawRow(at, cells) for at, cells in enumerate(rows)))
    found = find_damage(table, Mapping("", tuple(targets.items())))
    return {damage.header: list(damage.rows) for damage in found if damage.damage is Damage.WRONG_COLUMN}


def taken(words: Sequence[str], at: int) -> str:
    return words[at % len(words)]


def test_cells_that_changed_places_are_told_by_what_their_columns_hold() -> None:
    rows = [(taken(HANDLES, at), taken(NAMES, at)) for at in range(60)]
    targets = {"Username": "handle", "Nama": "name"}
    assert wrong_columns(targets, rows) == {}
    for at in (5, 23, 41):
        rows[at] = (rows[at][1], rows[at][0])
    assert wrong_columns(targets, rows) == {"Username": [5, 23, 41], "Nama": [5, 23, 41]}


def test_towns_and_districts_are_told_apart_by_how_they_begin() -> None:
    rows = [(taken(DISTRICTS, at), taken(TOWNS, at)) for at in range(90)]
    for at in (12, 30, 77, 80):
        rows[at] = (rows[at][1], rows[at][0])
    found = wrong_columns({"Kec": "district", "Kab/Kota": "city"}, rows)
    assert found == {"Kec": [12, 30, 77, 80], "Kab/Kota": [12, 30, 77, 80]}


def test_a_value_beside_its_own_empty_cell_is_in_the_wrong_column() -> None:
    rows = [(f"08123456{at:04}", f"{5000000 + 7919 * at}") for at in range(60)]
    for at in (3, 17, 44):
        rows[at] = ("", rows[at][0])
    assert wrong_columns({"CLI": "phone", "No. Cust": ""}, rows) == {"No. Cust": [3, 17, 44]}


def test_two_columns_of_one_kind_have_nothing_in_the_wrong_place() -> None:
    rows = [("0218" + f"{at:06}", f"08123456{at:04}") for at in range(60)]
    for at in (3, 17, 44):
        rows[at] = (rows[at][1], "")
    assert wrong_columns({"Telp": "phone", "HP": "phone"}, rows) == {}


def test_a_dash_is_no_value_out_of_place() -> None:
    rows = [(taken(NAMES, at), f"08123456{at:04}", "-") for at in range(60)]
    for at in (3, 17, 44):
        rows[at] = (rows[at][0], "-", "")
    assert wrong_columns({"Nama": "name", "HP": "phone", "Ket": ""}, rows) == {}


def test_a_number_of_one_digit_may_stand_anywhere() -> None:
    rows = [(str(2 + at * 7 % 80), "0019"[at % 4]) for at in range(200)]
    for at in (30, 90, 150):
        rows[at] = ("1", "0")
    assert wrong_columns({"Jml Beli": "purchases", "x1": ""}, rows) == {}


def test_any_sum_may_stand_in_any_column_of_sums() -> None:
    # Limits of six to eight digits beside debts of four to six: one row has a small limit and a large debt.
    rows = [(str(10 ** (5 + at % 3) + 7_000 * at), str(10 ** (3 + at % 3) + 50 * at)) for at in range(120)]
    rows[7] = ("21000", "11118500")
    assert wrong_columns({"Plafond": "", "Tunggakan": ""}, rows) == {}
