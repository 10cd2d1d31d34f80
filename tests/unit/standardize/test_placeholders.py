"""Placeholders: what stands for nothing."""

from __future__ import annotations

import pytest

from steward.standardize.placeholders import is_counting_up, is_placeholder, is_repeated_digit


@pytest.mark.parametrize(
    "text", ["-", "--", ".", "?", "n/a", "#N/A", "#REF!", "NULL", "tidak ada", "(kosong)", "Blm Ada", "xxx"]
)
def test_fillers_of_every_type(text: str) -> None:
    assert is_placeholder(text)


def test_some_words_stand_for_nothing_only_where_a_name_is_expected() -> None:
    assert is_placeholder("umum", "name")
    assert not is_placeholder("umum")
    assert not is_placeholder("0")
    assert is_placeholder("0", "word")


@pytest.mark.parametrize("text", ["sem", "Keine", "n/d", "menyusul", "tidak"])
def test_words_that_may_be_a_name_stand_for_nothing_only_where_none_is_expected(text: str) -> None:
    assert is_placeholder(text, "word", "value")


def test_a_name_that_means_without_in_another_language_is_a_name() -> None:
    assert not is_placeholder("Sem", "word", "name")


@pytest.mark.parametrize("text", ["như SĐT", "same as mobile", "Wie Telefon", "sama dgn no HP"])
def test_a_value_that_stands_in_another_cell_is_none_here(text: str) -> None:
    assert is_placeholder(text, "word", "value")
    assert not is_placeholder(text, "name")


def test_digits_that_nobody_was_given() -> None:
    assert is_repeated_digit("999999")
    assert not is_repeated_digit("9")
    assert is_counting_up("1234567890123456")
    assert is_counting_up("01234567")
    assert not is_counting_up("1234")
