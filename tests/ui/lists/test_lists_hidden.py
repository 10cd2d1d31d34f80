"""The choice to leave out rows and columns, and to take in sheets, that are hidden in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from steward.ui.pages.lists.load_plan import LoadPlan
from steward.ui.pages.lists.tables_bar import TablesBar
from tests.builders import make_list_preview, make_table_preview

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look


def shown(
    look: Look, language: Language, qtbot: Any, hidden_rows: int, *sheets: str, columns: tuple[str, ...] = ()
) -> TablesBar:
    bar = TablesBar(look, language)
    qtbot.addWidget(bar)
    table = make_table_preview(hidden_rows=hidden_rows, hidden_columns=columns, hidden_sheets=sheets)
    plan = LoadPlan.guessed(make_list_preview(tables=(table,)))
    bar.show_plan(plan, 0)
    return bar


def test_a_file_with_hidden_rows_asks_whether_to_leave_them_out(look: Look, language: Language, qtbot: Any) -> None:
    bar = shown(look, language, qtbot, 3)
    assert bar.isVisibleTo(None)
    assert "3" in bar.skip_hidden.text()
    with qtbot.waitSignal(bar.hidden_chosen) as told:
        qtbot.mouseClick(bar.skip_hidden, Qt.MouseButton.LeftButton)
    assert told.args == [True, False]
    assert not bar.read_hidden.isVisibleTo(bar)


@pytest.mark.parametrize(
    ("rows", "columns", "text"),
    [
        (0, ("Kota", "NPWP"), "Leave out 2 hidden columns"),
        (2, ("Kota", "NPWP"), "Leave out 2 hidden rows, 2 hidden columns"),
    ],
)
def test_hidden_columns_are_left_out_together_with_hidden_rows(
    look: Look, language: Language, qtbot: Any, rows: int, columns: tuple[str, ...], text: str
) -> None:
    bar = shown(look, language, qtbot, rows, columns=columns)
    assert bar.isVisibleTo(None)
    assert bar.skip_hidden.text() == text
    with qtbot.waitSignal(bar.hidden_chosen) as told:
        qtbot.mouseClick(bar.skip_hidden, Qt.MouseButton.LeftButton)
    assert told.args == [True, False]


def test_a_file_with_a_hidden_sheet_asks_whether_to_load_it(look: Look, language: Language, qtbot: Any) -> None:
    bar = shown(look, language, qtbot, 0, "Lama")
    assert bar.isVisibleTo(None)
    assert "1" in bar.read_hidden.text()
    with qtbot.waitSignal(bar.hidden_chosen) as told:
        qtbot.mouseClick(bar.read_hidden, Qt.MouseButton.LeftButton)
    assert told.args == [False, True]
    assert not bar.skip_hidden.isVisibleTo(bar)


def test_one_table_without_hidden_rows_asks_nothing(look: Look, language: Language, qtbot: Any) -> None:
    assert not shown(look, language, qtbot, 0).isVisibleTo(None)
