"""What a cell looks like."""

from __future__ import annotations

import pytest

from steward.exchange.columns.cell_shapes import Shape, shapes_of


@pytest.mark.parametrize(
    "cell", ["AB-1234", "2024/0012", "12_34.x", "abc-123", "C0000017", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"]
)
def test_a_code_is_told_by_its_digits(cell: str) -> None:
    assert Shape.CODE in shapes_of(cell)


def test_what_almost_is_a_code_is_told_in_no_time_however_long() -> None:
    assert Shape.CODE not in shapes_of("1234" + "budisantoso" * 20 + "@gmail.com")


@pytest.mark.parametrize(
    "cell", ["9. 5. 2025", "12. března 1985", "3 de mayo de 1985", "昭和60年5月3日", "H11.12.31", "1985년 3월 12일"]
)
def test_days_are_told_in_other_languages(cell: str) -> None:
    assert Shape.DATE in shapes_of(cell)


@pytest.mark.parametrize(
    ("cell", "shape"),
    [("Άνδρας", Shape.GENDER), ("ΑΝΔΡΑΣ", Shape.GENDER), ("άγαμος", Shape.MARITAL), ("Ιδιώτης", Shape.CUSTOMER_TYPE)],
)
def test_words_that_end_in_a_small_letter_of_their_own_are_known(cell: str, shape: Shape) -> None:
    assert shape in shapes_of(cell)


def test_money_whose_digits_blanks_group_is_a_number_and_a_phone_is_none() -> None:
    assert Shape.NUMBER in shapes_of("89 184,36 Kč")
    assert Shape.NUMBER in shapes_of("1 200 000 zł")
    assert Shape.NUMBER not in shapes_of("812 345 678")


def test_a_point_on_the_map_is_no_id_and_a_long_card_number_no_phone() -> None:
    assert Shape.NIK in shapes_of("3273010308560004")
    assert Shape.NIK not in shapes_of("-6.921900, 107.636788")
    assert Shape.PHONE in shapes_of("81234567890")
    assert Shape.PHONE not in shapes_of("8899211518953")


@pytest.mark.parametrize("cell", ["म.नं. A-40/83", "सीता", "சென்னை 600001", "Jl. Melati 3"])
def test_letters_are_told_in_any_script(cell: str) -> None:
    assert Shape.LETTERS in shapes_of(cell)


@pytest.mark.parametrize("cell", ["९८७६५४३२१०", "A-40/83", "12"])
def test_digits_of_any_script_are_no_letters(cell: str) -> None:
    assert Shape.LETTERS not in shapes_of(cell)
