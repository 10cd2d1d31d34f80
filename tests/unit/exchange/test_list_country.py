"""Whose customers a list holds is told by its own columns, the surest first, and by the words over them last."""

from __future__ import annotations

import pytest

from steward.exchange.list_country import ListCountry, country_of_list
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable


def told(columns: dict[str, list[str]], headers: tuple[str, ...] = ()) -> ListCountry:
    """What columns tell by their targets; ``headers``: what is written over them."""
    rows = RawRows.of(RawRow(at, row) for at, row in enumerate(zip(*columns.values(), strict=True), start=2))
    table = RawTable("list.csv", "", 1, headers or tuple(columns), rows)
    return country_of_list(table, Mapping("", tuple(zip(table.headers, columns, strict=True))))


TURKISH = [f"+90 535 666 29 {n}" for n in range(10, 20)]
DUTCH_MAILS = [f"a{n}@post.nl" for n in range(10)]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"country": ["Australia"] * 40 + [""] * 9}, "AU"),
        ({"country": ["Australia", "Indonesia"] * 20}, ""),
        ({"country": ["México"] * 9 + ["Mexico"]}, "MX"),
        ({"currency": ["KES", ""]}, "KE"),
        ({"currency": ["KES", "USD"]}, ""),
        ({"currency": ["IDR"]}, "ID"),
        ({"email": [f"a{n}@mail.co.ke" for n in range(9)]}, "KE"),
        ({"email": [f"a{n}@mail.co.uk" for n in range(9)]}, "GB"),
        ({"email": [f"a{n}@mail.io" for n in range(9)]}, ""),
        ({"email": ["a@mail.nl"]}, ""),
        ({"phone": TURKISH}, "TR"),
        ({"phone": [f"+44 7461 1300{n}" for n in range(10, 20)]}, "GB"),
        ({"phone": [f"(617) 555-0{n}" for n in range(100, 110)]}, "US"),
        ({"phone": [*(f"(617) 555-0{n}" for n in range(100, 105)), *(f"6175550{n}" for n in range(105, 110))]}, "US"),
        ({"postcode": [f"SW{n}A 1AB" for n in range(1, 9)]}, "GB"),
        ({"other_id": [f"\u200e784-1975-14378{n}-6" for n in range(10, 20)]}, "AE"),
        ({"other_id": [f"C83354{n}" for n in range(10, 20)]}, ""),
        ({"name": ["Budi"] * 9}, ""),
    ],
)
def test_a_list_tells_its_country(columns: dict[str, list[str]], code: str) -> None:
    assert told(columns) == (code, bool(code))


def test_what_tells_more_surely_comes_first() -> None:
    columns = {"currency": ["KES"] * 10, "email": DUTCH_MAILS, "phone": TURKISH, "country": ["Japan"] * 10}
    for code in ("JP", "TR", "NL", "KE"):
        assert told(columns) == (code, True)
        columns.popitem()


def test_the_language_of_the_headers_is_only_a_hint() -> None:
    headers = ("Cognome e nome", "Annotazioni", "Comune")
    assert told({"name": ["A"], "notes": ["B"], "city": ["C"]}, headers) == ("IT", False)
    assert told({"name": ["A"] * 10, "notes": ["B"] * 10, "email": DUTCH_MAILS}, headers) == ("NL", True)


def test_money_named_over_what_was_paid_tells_the_country() -> None:
    paid = {"name": ["Wanjiru"] * 9, "revenue": ["1500"] * 9}
    assert told(paid, ("Member", "Subs paid (KES)")) == ("KE", True)
    assert told(paid, ("Member (KES)", "Subs paid")) == ("", False)
