"""The locks page over a real store: values that lists turned about stand there, and lead to their customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.decisions import DecisionKind
from steward.ui.pages.history.locks_page import LocksPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext
    from steward.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, context: PageContext) -> LocksPage:
    page = LocksPage(context)
    for widget in (page, *page.header_widgets(), *page.header_chips()):
        qtbot.addWidget(widget)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    return page


@pytest.fixture
def locked(workspace: Workspace) -> str:
    """The CIN of a customer whose locked name a record merged later contradicts."""
    names = {record.first_standard("name"): record.id for record in workspace.records()}
    names.pop("", None)
    (mine, first), (_, second) = list(names.items())[:2]
    cin = workspace.cin_of(first)
    workspace.lock(cin, "name")
    workspace.merge([first, second], reason="one person, seen on the card")
    assert next(v.value for v in workspace.golden(workspace.cin_of(first)) if v.attribute == "name") == mine
    return workspace.cin_of(first)


def test_lock_that_lists_contradict_now_stands_there_and_opens_its_customer(page: LocksPage, locked: str) -> None:
    page.activated()
    texts = [page.model.data(page.model.index(0, column)) for column in range(3)]
    (notice,) = page.context.workspace.lock_notices()
    assert texts[1] == f"Name: {notice.value}"
    assert texts[2] == f"say {notice.lists_say}"
    assert page.count_text.text() == "1 to look at again"
    page.table.opened.emit(notice)
    assert page.context.navigate == [("customers", {"cin": locked})]


def test_store_without_turned_lists_says_so(page: LocksPage) -> None:
    page.activated()
    assert page.empty.isVisible()
    assert page.count_text.text() == "0 to look at again"


def test_store_without_turned_lists_leads_to_what_was_locked(page: LocksPage) -> None:
    page.activated()
    page.empty.button.click()
    assert page.context.navigate == [("history", {"kind": DecisionKind.LOCK})]


def test_tabs_lead_back_to_the_decisions(page: LocksPage) -> None:
    page.tabs.press("history")
    assert page.context.navigate == [("history", {})]
