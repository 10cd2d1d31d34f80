"""Villages, districts and towns that stand one column too far to the right."""

from __future__ import annotations

from tests.unit.exchange.damages.test_displaced import wrong_columns

TARGETS = {
    "Alamat": "address",
    "Kelurahan": "village",
    "Kecamatan": "district",
    "Kab/Kota": "city",
    "Kode Pos": "postcode",
}
PLACES = (
    ("Tomohon Tengah", "Kolongan", "Kota Tomohon"),
    ("Ubud", "Mas", "Kab. Gianyar"),
    ("Seberang Ulu I", "15 Ulu", "Kota Palembang"),
    ("Sleman", "Tridadi", "Kab. Sleman"),
    ("Cisurupan", "Sirnajaya", "Kab. Garut"),
)


def rows() -> list[tuple[str, ...]]:
    found = []
    for at in range(60):
        district, village, city = PLACES[at % len(PLACES)]
        found.append((f"Jl. Melati No. {at}", village, district, city, f"{40000 + at}"))
    return found


def slipped(row: tuple[str, ...]) -> tuple[str, ...]:
    street, village, district, _, code = row
    return (street, "", village, district, code)


def test_places_that_slipped_to_the_right_are_in_the_wrong_column() -> None:
    cells = rows()
    assert wrong_columns(TARGETS, cells) == {}
    for at in (1, 7, 25):
        cells[at] = slipped(cells[at])
    assert wrong_columns(TARGETS, cells) == {"Kecamatan": [1, 7, 25], "Kab/Kota": [1, 7, 25]}


def test_a_town_that_is_called_as_its_district_may_stand_where_it_does() -> None:
    cells = rows()
    for at in (3, 13):
        cells[at] = (cells[at][0], "", cells[at][1], "Sleman", cells[at][4])
    assert wrong_columns(TARGETS, cells) == {}


def test_a_row_without_a_village_alone_has_nothing_in_the_wrong_place() -> None:
    cells = [(street, "" if at % 9 == 0 else village, *others) for at, (street, village, *others) in enumerate(rows())]
    assert wrong_columns(TARGETS, cells) == {}
