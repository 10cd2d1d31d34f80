"""Rows held by column come back as they were given."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.exchange import raw_rows
from steward.exchange.raw_rows import CellColumn, RawRow, RawRows, RowsBuilder, TooManyCellsError, blank_column, stacked

_CELLS = st.sampled_from(["", " ", "a", "b", "A", "0"])
_ROWS = st.lists(st.lists(_CELLS, max_size=5).map(tuple), max_size=12)


def rows_of(*cells: tuple[str, ...]) -> RawRows:
    return RawRows.of(RawRow(number, row) for number, row in enumerate(cells, start=3))


@settings(max_examples=200)
@given(cells=_ROWS)
def test_rows_of_any_length_come_back_whole_one_by_one_and_together(cells: list[tuple[str, ...]]) -> None:
    given_rows = [RawRow(number, row) for number, row in enumerate(cells, start=3)]
    rows = RawRows.of(given_rows)

    assert list(rows) == given_rows
    assert [rows[place] for place in range(len(rows))] == given_rows
    assert list(rows[1:-1]) == given_rows[1:-1]


@settings(max_examples=200)
@given(cells=_ROWS)
def test_every_distinct_text_of_a_column_is_in_use_and_stands_once(cells: list[tuple[str, ...]]) -> None:
    rows = RawRows.of(RawRow(number, row) for number, row in enumerate(cells))
    for some in (rows, rows[2:]):
        for column in some.columns:
            assert sorted(column.distinct) == sorted(set(column))
            assert dict(zip(column.distinct, column.counts(), strict=True)) == {
                text: list(column).count(text) for text in set(column)
            }


def test_rows_are_chosen_by_a_pattern_for_their_text_without_the_blanks_around_it() -> None:
    column = CellColumn.of([" 12 ", "12", "12a", "", "12"])

    assert column.rows_matching(re.compile("[0-9]+")).tolist() == [True, True, False, False, True]


def test_more_rows_than_a_portion_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_rows, "_PORTION", 3)
    rows = rows_of(*((str(number), "x" * (number % 2))[: 1 + (number > 4)] for number in range(10)))

    assert [row.cells for row in rows[:6]] == [("0",), ("1",), ("2",), ("3",), ("4",), ("5", "x")]
    assert rows.numbers.tolist() == list(range(3, 13))


def test_a_few_rows_of_a_long_list_keep_their_order_and_their_own_texts() -> None:
    column = CellColumn.of([str(number % 400) for number in range(500)])
    few = column.chosen(np.array([7, 399, 407, 2]))

    assert list(few) == ["7", "399", "7", "2"]
    assert few.distinct == ["2", "7", "399"]


class StopAtOnce(NoProgress):
    def check(self) -> None:
        raise Cancelled


def test_putting_the_columns_together_stops_on_request() -> None:
    builder = RowsBuilder()
    builder.add(1, ["a"])
    with pytest.raises(Cancelled):
        builder.finish(StopAtOnce())


def test_columns_are_chosen_and_a_missing_one_is_blank() -> None:
    rows = rows_of(("a", "b", "c"), ("d",)).with_columns([2, 0, 7])

    assert [row.cells for row in rows] == [("c", "a", ""), ("", "d", "")]


def test_columns_under_one_another_share_their_texts() -> None:
    column = stacked([CellColumn.of(["a", "b", "a"]), blank_column(2), CellColumn.of(["b"])])

    assert list(column) == ["a", "b", "a", "", "", "b"]
    assert column.distinct == ["a", "b", ""]


def test_a_blank_column_costs_no_cells_but_filled_ones_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_rows, "MAX_CELLS", 30)
    assert len(rows_of(*[("x",)] * 9, ("",) * 5000)) == 10
    with pytest.raises(TooManyCellsError):
        rows_of(*[("x",)] * 9, tuple("abcd"))


def test_rows_are_found_by_what_they_hold() -> None:
    column = CellColumn.of(["a", "", "b", "a"])

    assert column.places_of({"a", "z"}) == [0, 3]
    assert column.rows_where(str.strip).tolist() == [True, False, True, True]
