"""The choice to leave out rows that are hidden in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from steward.ui.pages.lists.load_plan import LoadPlan
from steward.ui.pages.lists.tables_bar import TablesBar
from tests.builders import make_list_preview, make_table_preview

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look


def shown(look: Look, language: Language, qtbot: Any, hidden_rows: int) -> TablesBar:
    bar = TablesBar(look, language)
    qtbot.addWidget(bar)
    plan = LoadPlan.guessed(make_list_preview(tables=(make_table_preview(hidden_rows=hidden_rows),)))
    bar.show_plan(plan, 0)
    return bar


def test_a_file_with_hidden_rows_asks_whether_to_leave_them_out(look: Look, language: Language, qtbot: Any) -> None:
    bar = shown(look, language, qtbot, 3)
    assert bar.isVisibleTo(None)
    assert "3" in bar.skip_hidden.text()
    with qtbot.waitSignal(bar.skipping_chosen) as told:
        qtbot.mouseClick(bar.skip_hidden, Qt.MouseButton.LeftButton)
    assert told.args == [True]


def test_one_table_without_hidden_rows_asks_nothing(look: Look, language: Language, qtbot: Any) -> None:
    assert not shown(look, language, qtbot, 0).isVisibleTo(None)
