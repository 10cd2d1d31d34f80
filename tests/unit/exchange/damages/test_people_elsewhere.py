"""People among towns and choices, told by the names of the same list."""

from __future__ import annotations

from tests.unit.exchange.damages.test_displaced import wrong_columns

TARGETS = {"Nama": "name", "Kota": "city", "Golongan": "segment"}
TOWNS = ("Kota Bandung", "Jakarta Selatan", "Bogor", "Kab. Garut")
GIVEN, FAMILY = ("Rina", "Ahmad", "Theresia", "Dewi", "Sani"), ("Marlina", "Hakim", "Kusumawati")
NAMES = tuple(f"{given} {family}" for given in GIVEN for family in FAMILY)


def rows(towns: tuple[str, ...] = TOWNS) -> list[tuple[str, ...]]:
    return [(NAMES[at % len(NAMES)], towns[at % len(towns)], "AB"[at % 2]) for at in range(60)]


def test_people_are_no_towns_and_no_choice() -> None:
    cells = rows()
    assert wrong_columns(TARGETS, cells) == {}
    cells[3] = (cells[3][0], "Ahmad Kusumawati Hakim", "B")
    cells[9] = (cells[9][0], "BOGOR", "dewi marlina")
    assert wrong_columns(TARGETS, cells) == {"Kota": [3], "Golongan": [9]}


def test_towns_of_other_countries_may_be_called_as_people_are() -> None:
    cells = rows(("Quito", "Guayaquil", "Cuenca", "Loja"))
    cells[3] = (cells[3][0], "Dewi Sani Marlina", "B")
    assert wrong_columns(TARGETS, cells) == {}


def test_a_town_is_one_though_a_customer_is_called_like_it() -> None:
    cells = rows()
    cells[3] = ("Kota Banjar", "Kota Banjar", "B")
    assert wrong_columns(TARGETS, cells) == {}


def test_who_is_chosen_again_and_again_is_a_choice() -> None:
    cells = [(name, town, NAMES[at % 3]) for at, (name, town, _) in enumerate(rows())]
    assert wrong_columns(TARGETS, cells) == {}


def test_a_village_may_be_called_as_people_are_but_not_as_one_of_the_list() -> None:
    cells = [(name, f"Desa {at % 7}", part) for at, (name, _, part) in enumerate(rows())]
    cells[3], cells[9] = (cells[3][0], "Ahmad Rahayu", "A"), (cells[9][0], "Dewi Hakim", "A")
    assert wrong_columns({**TARGETS, "Kota": "village"}, cells) == {"Kota": [9]}
