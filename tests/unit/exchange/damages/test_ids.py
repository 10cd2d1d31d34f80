"""What the birth date beside an id gives away."""

from __future__ import annotations

import pytest

from steward.exchange.damages.ids import exchanged_cards, swapped_days
from steward.exchange.raw_rows import CellColumn

BIRTHS = [f"{day:02}/04/1985" for day in range(1, 29)]
IDS = [f"327301{day + 40 * (day % 2):02}0485{day:04}" for day in range(1, 29)]
CARDS = [f"327301{(day * 7) % 27 + 1:02}1112{day:04}" for day in range(1, 29)]


def columns(ids: list[str], cards: list[str]) -> list[int]:
    return exchanged_cards(CellColumn.of(BIRTHS), CellColumn.of(ids), CellColumn.of(cards))


def test_an_id_under_the_family_card_is_known_by_the_birth_date() -> None:
    ids, cards = list(IDS), list(CARDS)
    for place in (4, 9, 20):
        ids[place], cards[place] = cards[place], ids[place]
    assert columns(IDS, CARDS) == []
    assert columns(ids, cards) == [4, 9, 20]


def test_columns_that_do_not_belong_together_say_nothing() -> None:
    assert columns(CARDS, IDS) == []


@pytest.mark.parametrize(
    "layout",
    ["85{m}{d}-14-5678", "85{m}{d}12345", "{d}{m}85-123A", "185{m}{d}410016", "GARC85{m}{d}HDFRRL09"],
    ids=["Malaysia", "Poland", "Finland", "Romania", "Mexico"],
)
def test_ids_of_other_countries_tell_the_day_of_birth_as_well(layout: str) -> None:
    ids = [layout.format(d=f"{day:02}", m="04") for day in range(1, 29)]
    births = [f"1985-04-{day:02}" for day in range(1, 29)]
    assert swapped_days(CellColumn.of(births), CellColumn.of(ids)) == []
    births[6] = "1985-07-04"
    assert swapped_days(CellColumn.of(births), CellColumn.of(ids)) == [6]
