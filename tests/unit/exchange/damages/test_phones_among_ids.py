"""Phones under the number of a document."""

from __future__ import annotations

from tests.unit.exchange.damages.test_displaced import wrong_columns

TARGETS = {"Identity": "other_id", "Mobile": "phone"}


def rows(first: int = 1051530382) -> list[tuple[str, ...]]:
    return [(f"{first + at * 7919:010}", f"05{at % 9}{at * 8111 + 1000000:07}") for at in range(80)]


def test_ids_that_begin_and_end_like_the_phones_of_the_list_are_phones() -> None:
    cells = rows()
    assert wrong_columns(TARGETS, cells) == {}
    cells[4], cells[50] = ("0543513865", cells[4][1]), ("0558202712", cells[50][1])
    assert wrong_columns(TARGETS, cells) == {"Identity": [4, 50]}


def test_ids_that_begin_with_a_day_of_birth_are_ids() -> None:
    cells = [
        (f"8{at % 9}0{1 + at % 9}{10 + at % 18}{at * 7 + 1000}", f"070{at % 9}{at * 811 + 100000:06}")
        for at in range(80)
    ]
    cells[4], cells[50] = ("0703124417", cells[4][1]), ("0705208812", cells[50][1])
    assert wrong_columns(TARGETS, cells) == {}
    cells[50] = ("0765208812", cells[50][1])
    assert wrong_columns(TARGETS, cells) == {"Identity": [4, 50]}


def test_ids_with_other_zeros_in_front_are_ids() -> None:
    cells = rows()
    cells[4], cells[50], cells[60] = ("0543513865", ""), ("0558202712", ""), ("0028202712", "")
    assert wrong_columns(TARGETS, cells) == {}
