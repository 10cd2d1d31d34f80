"""Columns held as distinct texts and numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.matching import columns
from steward.matching.columns import Coded, encode


def test_texts_are_numbered_in_sorted_order_and_nothing_is_minus_one() -> None:
    column = Coded.of(["b", "", "a", "b"])

    assert column.distinct.tolist() == ["a", "b"]
    assert column.codes.tolist() == [1, -1, 0, 1]
    assert list(column) == ["b", "", "a", "b"]


def test_a_choice_of_texts_and_the_number_of_each_record_make_the_same_column() -> None:
    # Two of the choices mean the same: they become one text.
    column = Coded.of(["b", "a", "", "b"], np.array([3, 0, 1, 2], np.int32))

    assert list(column) == ["b", "b", "a", ""]
    assert column.distinct.tolist() == ["a", "b"]


@given(st.lists(st.text(alphabet="ab Z\x00é\ud800\U0001f600", max_size=12)))
def test_many_texts_are_numbered_like_few_ones(texts: list[str]) -> None:
    few = encode(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_MANY", 1)
        many = encode(texts)
    assert many[0] == few[0] == sorted(set(texts) - {""})
    assert many[1].tolist() == few[1].tolist()


def test_many_texts_of_which_some_are_long_are_numbered_in_order() -> None:
    texts = [f"{number % 700} {'x' * (number % 60)}" for number in range(30_000)]
    distinct, codes = encode(texts)
    assert distinct == sorted(set(texts))
    assert [distinct[code] for code in codes.tolist()] == texts
