"""The exports page over a real store: what left it stands there, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.ui.pages.history.exports_page import ExportsPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext
    from steward.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, context: PageContext) -> ExportsPage:
    page = ExportsPage(context)
    for widget in (page, *page.header_widgets(), *page.header_chips()):
        qtbot.addWidget(widget)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    return page


def test_every_export_stands_in_the_register(page: ExportsPage, workspace: Workspace, tmp_path: Path) -> None:
    workspace.export(tmp_path / "master.csv")
    workspace.access_pack(next(iter(workspace.customers())), tmp_path / "pack.xlsx")
    page.activated()
    names = [page.model.data(page.model.index(row, 0)) for row in range(page.model.rowCount())]
    assert names == ["pack.xlsx", "master.csv"]
    assert page.count_text.text() == "2 exports"
    assert page.table.isVisible()


def test_store_that_nothing_left_says_so_and_offers_to_write_the_master(page: ExportsPage, qtbot: QtBot) -> None:
    asked: list[bool] = []
    page.context.actions.bind(page, "app.export", lambda: asked.append(True))
    page.activated()
    page.empty.button.click()
    assert asked
    assert page.empty.isVisible()
    assert "left this store" in page.empty.sentence.text()


def test_tabs_lead_back_to_the_decisions(page: ExportsPage) -> None:
    page.tabs.press("history")
    assert page.context.navigate == [("history", {})]
