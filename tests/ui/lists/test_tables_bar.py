"""What is said of the tables of a file that holds several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from steward.ui.pages.lists.load_plan import LoadPlan
from steward.ui.pages.lists.tables_bar import TablesBar
from steward.ui.widgets.text import Text
from tests.builders import make_column_preview, make_list_preview, make_table_preview

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look


@pytest.mark.parametrize(("other", "is_said"), [("NAMA", True), ("KOTA", False)])
def test_tables_are_said_to_be_of_the_same_shape_only_where_they_have_the_same_columns(
    look: Look, language: Language, qtbot: Any, other: str, *, is_said: bool
) -> None:
    tables = tuple(
        make_table_preview(sheet=sheet, columns=(make_column_preview("ID", "source_key"), make_column_preview(header)))
        for sheet, header in (("A", "NAMA"), ("B", other))
    )
    plan = LoadPlan.guessed(make_list_preview(tables=tables))
    assert len(plan.calls()) == 1
    bar = TablesBar(look, language)
    qtbot.addWidget(bar)
    bar.show_plan(plan, 0)
    assert any("same shape" in text.text() for text in bar.findChildren(Text)) is is_said
