"""How far a list is trusted, set where its deliveries are set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QComboBox

from steward.ui.pages.lists.page import ListsPage
from steward.ui.pages.lists.source_settings_view import SourceSettingsView
from tests.ui.pages_builders import make_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from steward.ui.page import PageContext
    from steward.workspace import Workspace


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Workspace]:
    """Sales and Service."""
    with make_store(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def page(store: Workspace, make_context: Callable[[Any], PageContext], qtbot: Any) -> ListsPage:
    made = ListsPage(make_context(store))
    qtbot.addWidget(made)
    made.show()
    made.activated()
    return made


def trust_of(page: ListsPage, source: str) -> QComboBox:
    """The box in which the trust of a source is chosen."""
    page.desk.open_settings(source)
    view = page.desk.settings.findChild(SourceSettingsView)
    return next(box for box in view.widget().findChildren(QComboBox) if box.accessibleName() == "Trust in this list")


def choose(box: QComboBox, place: int) -> None:
    box.setCurrentIndex(box.findData(place))
    box.activated.emit(box.currentIndex())


def test_a_list_is_trusted_more_than_others_and_that_is_an_act(page: ListsPage, store: Workspace) -> None:
    choose(trust_of(page, "Service"), 0)
    assert store.rules().trusted_sources == ("Service",)
    box = trust_of(page, "Sales")
    assert [box.itemText(at) for at in range(box.count())] == [
        "Not trusted more than others",
        "Place 1, before Service",
        "Place 2",
    ]
    choose(box, 0)
    assert store.rules().trusted_sources == ("Sales", "Service")
    assert next(store.decisions()).kind == "rules"


def test_trust_is_taken_back(page: ListsPage, store: Workspace) -> None:
    choose(trust_of(page, "Service"), 0)
    choose(trust_of(page, "Service"), -1)
    assert store.rules().trusted_sources == ()
    page.desk.undo_trust(next(store.decisions()).id)
    assert trust_of(page, "Service").currentData() == 0
