"""A grid of cells keeps the same rows whichever way they are given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.progress import NO_PROGRESS
from steward.exchange.raw_rows import CellColumn, TooManyCellsError
from steward.exchange.readers.grid import Grid

CELLS = st.sampled_from(["", " ", "a", "b"])
TABLES = st.integers(0, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8))


@settings(max_examples=200)
@given(table=TABLES, skipped=st.integers(0, 3))
def test_rows_given_by_column_are_kept_as_if_each_was_added(table: list[list[str]], skipped: int) -> None:
    by_row, by_column = Grid("Data"), Grid("Data")
    for number, cells in enumerate(table, start=5):
        by_row.add(number, skipped * [""] + cells)
    by_column.add(4, ["before"])
    columns = {skipped + index: CellColumn.of(cells) for index, cells in enumerate(zip(*table, strict=True))}
    by_column.add_columns(range(5, 5 + len(table)), columns)
    by_column.add(40, ["after"])
    by_row.finish(NO_PROGRESS)
    by_column.finish(NO_PROGRESS)
    assert list(by_column.rows)[1:-1] == list(by_row.rows)
    assert by_column.places == by_row.places + 2


def test_rows_given_by_column_are_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steward.exchange.readers.grid.MAX_PLACES", 30)
    grid = Grid("Data")
    grid.add_columns(range(1, 4), {9: CellColumn.of(["a", "b", "c"])})
    with pytest.raises(TooManyCellsError):
        grid.add_columns(range(4, 5), {0: CellColumn.of(["d"])})
