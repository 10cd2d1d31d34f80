"""Columns held as distinct texts and numbers."""

from __future__ import annotations

import numpy as np

from steward.matching.columns import Coded


def test_texts_are_numbered_in_sorted_order_and_nothing_is_minus_one() -> None:
    column = Coded.of(["b", "", "a", "b"])

    assert column.distinct == ["a", "b"]
    assert column.codes.tolist() == [1, -1, 0, 1]
    assert list(column) == ["b", "", "a", "b"]


def test_a_choice_of_texts_and_the_number_of_each_record_make_the_same_column() -> None:
    # Two of the choices mean the same: they become one text.
    column = Coded.of(["b", "a", "", "b"], np.array([3, 0, 1, 2], np.int32))

    assert list(column) == ["b", "b", "a", ""]
    assert column.distinct == ["a", "b"]
