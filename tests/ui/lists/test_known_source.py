"""A further delivery is recognized by the name of its file, and offered as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.pages_builders import write_list

if TYPE_CHECKING:
    from pathlib import Path

    from steward.ui.pages.lists.page import ListsPage


def test_the_july_list_is_offered_as_a_further_delivery_and_can_be_called_otherwise(
    page: ListsPage, tmp_path: Path
) -> None:
    page.load_files([write_list(tmp_path, "sales_july.csv")])
    assert page.flow.plan is not None
    assert page.flow.plan.source == "Sales"
    assert page.flow.plan.tables[0].preview.earlier_deliveries == 1
    page.flow.file_card.source_chosen.emit("Sales july")
    assert page.flow.plan.source == "Sales july"
