"""What a cell looks like."""

from __future__ import annotations

import pytest

from steward.exchange.cell_shapes import Shape, shapes_of


@pytest.mark.parametrize(
    "cell", ["AB-1234", "2024/0012", "12_34.x", "abc-123", "C0000017", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"]
)
def test_a_code_is_told_by_its_digits(cell: str) -> None:
    assert Shape.CODE in shapes_of(cell)


def test_what_almost_is_a_code_is_told_in_no_time_however_long() -> None:
    assert Shape.CODE not in shapes_of("1234" + "budisantoso" * 20 + "@gmail.com")


@pytest.mark.parametrize("cell", ["म.नं. A-40/83", "सीता", "சென்னை 600001", "Jl. Melati 3"])
def test_letters_are_told_in_any_script(cell: str) -> None:
    assert Shape.LETTERS in shapes_of(cell)


@pytest.mark.parametrize("cell", ["९८७६५४३२१०", "A-40/83", "12"])
def test_digits_of_any_script_are_no_letters(cell: str) -> None:
    assert Shape.LETTERS not in shapes_of(cell)
