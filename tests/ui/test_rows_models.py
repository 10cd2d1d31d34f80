"""Tables of domain values and ordered lists, without a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from steward.ui.models.ordered import OrderedModel
from steward.ui.models.pages import PAGE_SIZE
from steward.ui.models.rows import ROW_ROLE, Column, RowsModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


@pytest.fixture
def rows() -> RowsModel[int]:
    return RowsModel([Column(lambda: "Number", str), Column(lambda: "Double", lambda n: str(2 * n), is_number=True)])


def test_rows_are_shown_by_their_columns(rows: RowsModel[int], qtmodeltester: ModelTester) -> None:
    rows.set_rows([3, 5])
    qtmodeltester.check(rows)
    assert rows.index(1, 1).data() == "10"
    assert rows.index(1, 0).data(ROW_ROLE) == 5
    assert rows.headerData(0, Qt.Orientation.Horizontal) == "Number"


def test_missing_page_is_asked_for_once(rows: RowsModel[int], qtbot: QtBot) -> None:
    asked: list[tuple[int, int]] = []
    rows.page_wanted.connect(lambda generation, page: asked.append((generation, page)))
    rows.set_count(3 * PAGE_SIZE, list(range(PAGE_SIZE)))
    assert rows.row_at(PAGE_SIZE - 1) == PAGE_SIZE - 1
    assert rows.row_at(PAGE_SIZE) is None
    assert rows.row_at(PAGE_SIZE + 1) is None
    assert [page for _, page in asked] == [1]
    rows.put_page(asked[0][0], 1, list(range(PAGE_SIZE, 2 * PAGE_SIZE)))
    assert rows.row_at(PAGE_SIZE) == PAGE_SIZE


def test_answer_to_an_older_table_is_dropped(rows: RowsModel[int]) -> None:
    rows.set_count(10)
    rows.row_at(0)
    rows.set_count(5)
    rows.put_page(1, 0, [9] * 10)
    assert rows.row_at(0) is None


@pytest.fixture
def order() -> OrderedModel:
    model = OrderedModel(str.upper)
    model.set_entries(["a", "b"], ["a", "b", "c"])
    return model


def test_entries_move_by_steps_and_stop_at_the_ends(order: OrderedModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(order)
    assert order.move(0, 1) == 1
    assert order.chosen == ("b", "a")
    assert order.move(2, 1) == 2


def test_dropping_an_entry_moves_it_between_others(order: OrderedModel) -> None:
    order.toggle(2)
    dragged = order.mimeData([order.index(2)])
    order.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert order.chosen == ("c", "a", "b")
    order.dropMimeData(order.mimeData([order.index(0)]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert order.chosen == ("a", "b", "c")


def test_entry_that_is_off_is_not_chosen(order: OrderedModel) -> None:
    order.toggle(0)
    assert order.chosen == ("b",)
    assert order.index(0).data() == "A"
