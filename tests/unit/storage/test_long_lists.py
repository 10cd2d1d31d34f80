"""Long lists of numbers out of one text."""

from __future__ import annotations

import json

import pytest

from steward.storage.long_lists import numbers


@pytest.mark.parametrize("count", [0, 1, 2, 20_000, 50_000])
def test_a_list_of_any_length_is_read_whole_and_in_its_order(count: int) -> None:
    wanted = [7 * number - 3 for number in range(count)]
    assert numbers(json.dumps(wanted)) == wanted
    assert numbers(json.dumps(wanted, separators=(",", ":"))) == wanted


def test_broken_numbers_are_read_as_they_are() -> None:
    wanted = [number / 7 for number in range(20_000)]
    assert numbers(json.dumps(wanted)) == wanted


def test_no_text_holds_no_number() -> None:
    assert numbers(None) == []
