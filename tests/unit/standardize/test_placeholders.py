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


def test_digits_that_nobody_was_given() -> None:
    assert is_repeated_digit("999999")
    assert not is_repeated_digit("9")
    assert is_counting_up("1234567890123456")
    assert is_counting_up("01234567")
    assert not is_counting_up("1234")
