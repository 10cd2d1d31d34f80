"""Numbers of houses beside their street, and places that have a number for a name."""

from __future__ import annotations

import pytest

from steward.domain.attributes import AttributeType
from steward.exchange.columns.column_types import infer_types
from steward.exchange.raw_rows import CellColumn

_T = AttributeType
_HOUSES = [str(1 + i * 7 % 90) + ("b" if i % 11 == 0 else "") for i in range(120)]
_STREETS = [f"{('Elm', 'Oak', 'Byron')[i % 3]} {('Street', 'Lane')[i % 2]}" for i in range(120)]


def _types(columns: dict[str, list[str]]) -> list[AttributeType | None]:
    return infer_types([(header, CellColumn.of(cells)) for header, cells in columns.items()])


@pytest.mark.parametrize("header", ["house_num", "House No", "numero"])
def test_numbers_of_houses_are_one_address_with_the_street_beside_them(header: str) -> None:
    assert _types({header: _HOUSES, "street": _STREETS}) == [_T.ADDRESS, _T.ADDRESS]
    assert _types({"street": _STREETS, header: _HOUSES}) == [_T.ADDRESS, _T.ADDRESS]


@pytest.mark.parametrize("header", ["unit no", "rt", "visits"])
def test_numbers_of_something_else_are_no_part_of_the_street_beside_them(header: str) -> None:
    assert _types({header: _HOUSES, "street": _STREETS})[0] is not _T.ADDRESS


def test_running_numbers_are_no_houses() -> None:
    rows = [str(1 + i) for i in range(120)]
    assert _types({"no": rows, "street": _STREETS})[0] is not _T.ADDRESS
    assert _types({"house_num": rows, "street": _STREETS})[0] is _T.ADDRESS


def test_a_street_that_holds_its_house_needs_no_other_number() -> None:
    whole = [f"{house} {street}" for house, street in zip(_HOUSES, _STREETS, strict=True)]
    assert _types({"house_num": _HOUSES, "street": whole})[0] is not _T.ADDRESS


def test_numbers_that_belong_to_no_street_are_no_address() -> None:
    assert _types({"house_num": _HOUSES, "city": ["Elgin", "Salem"] * 60, "street": _STREETS})[0] is not _T.ADDRESS


def test_where_somebody_votes_is_a_place_though_it_has_a_number() -> None:
    districts = [f"{1 + i % 39:02}" for i in range(120)]
    assert _types({"precinct": districts, "visits": districts}) == [_T.LOCALITY, _T.NUMBER]
