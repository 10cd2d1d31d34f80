"""The page Lists on a real store: what it shows, what it takes, and what every part of it is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton, QWidget

from steward.domain.history import BY_MATCH
from steward.ui.pages.lists.check_view import CheckView
from steward.ui.pages.lists.page import ListsPage
from steward.ui.pages.lists.side_panel import SidePanel
from tests.ui.lists_driving import shown_lists
from tests.ui.pages_builders import SALES, make_store, write_list

if TYPE_CHECKING:
    from steward.ui.page import PageContext

MakeContext = Callable[[Any], "PageContext"]


def test_an_empty_store_offers_to_load_a_list(tmp_path: Path, make_context: MakeContext, qtbot: Any) -> None:
    with make_store(tmp_path, is_empty=True) as workspace:
        page = shown_lists(ListsPage(make_context(workspace)), qtbot)
        assert page.overview._empty.isVisible()
        assert page.overview._empty.button.text() == "Load a list"


def test_the_overview_lists_sources_and_the_deliveries_of_the_chosen_one(page: ListsPage) -> None:
    overview = page.overview
    assert [overview.sources.index(row, 0).data() for row in range(2)] == ["Sales", "Service"]
    overview.choose_source("Service")
    assert overview.deliveries.delivery_at(0).file_name == "service.csv"


def test_duplicates_are_found_right_after_the_load(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv", SALES[:1])])
    page.flow.go_on()
    page.report.match.click()
    assert page.context.navigate[-1][0] == "review"  # type: ignore[index]
    assert page.context.workspace.summary().last_match_records > 0


@pytest.mark.parametrize(("name", "is_taken"), [("liste.csv", True), ("picture.png", False)])
def test_dropped_files_are_taken_when_they_can_be_lists(
    page: ListsPage, tmp_path: Path, name: str, is_taken: bool
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path, name)))])
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    page.dragEnterEvent(enter)
    assert enter.isAccepted() is is_taken
    if is_taken:
        drop = QDropEvent(
            QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        page.dropEvent(drop)
        assert page.flow.isVisible()


def test_every_focusable_widget_has_a_name(page: ListsPage, tmp_path: Path) -> None:
    steps = (
        lambda: None,
        lambda: page.load_files([write_list(tmp_path, "webshop.csv")]),
        lambda: page.flow.file_card.source_chosen.emit("Sales"),
        lambda: page.flow.bar.check.click(),
        lambda: page.flow.check.show_part(CheckView.ROWS),
        lambda: page.flow.side.tabs.show_part(SidePanel.COLUMN),
        lambda: page.desk.open_quarantine("Sales"),
        lambda: page.desk.open_settings("Sales"),
        lambda: page.desk.changes.open(page.overview.deliveries.delivery_at(0)),
    )
    for prepare in steps:
        prepare()
        nameless = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
        ]
        assert nameless == []


def test_icons_of_findings_follow_the_theme(page: ListsPage, tmp_path: Path) -> None:
    shared = [(f"W-{place}", f"Rina {place}", "0812-9999-0000", "", "Solo") for place in range(9)]
    page.load_files([write_list(tmp_path, "webshop.csv", shared)])
    look = page.context.look
    look.set_theme("dark")
    icons = [label.pixmap().toImage() for label in page.flow.side.findings.findChildren(QLabel) if label.pixmap()]
    dark = look.pixmap("phone", "text2", 16).toImage()
    look.set_theme("light")
    assert dark in icons


def test_the_page_fits_the_smallest_window(page: ListsPage, tmp_path: Path) -> None:
    page.overview.quarantine.show()
    assert page.minimumSizeHint().width() <= 1024 - 72
    page.load_files([write_list(tmp_path, "webshop.csv")])
    assert page.minimumSizeHint().width() <= 1024 - 72


def test_a_report_that_was_read_gives_way_to_the_overview(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv", SALES[:1])])
    page.flow.go_on()
    assert page.report.isVisible()
    page.activated()
    assert page.overview.isVisible()


def test_a_report_offers_to_match_only_until_it_is_done(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "webshop.csv", SALES[:1])])
    page.flow.go_on()
    assert page.report.match.isVisible()
    page.context.workspace.match()
    page.context.events.announce(BY_MATCH)
    assert not page.report.match.isVisible()


def test_everything_is_said_again_when_the_language_changes(page: ListsPage, tmp_path: Path) -> None:
    page.load_files([write_list(tmp_path, "sales_again.csv")])
    page.flow.file_card.source_chosen.emit("Sales")
    page.flow.go_on()
    number = page.context.language.number
    for code in ("id", "en"):
        page.context.language.use(code)
        page.retranslate()
        assert number(1234) == ("1.234" if code == "id" else "1,234")
        assert page.flow.check.findChildren(QCheckBox)
        assert page.flow.side.findings.findChildren(QLabel)
    page.desk.open_settings("Sales")
    page.retranslate()
    assert page.desk.settings.body.findChildren(QRadioButton)


def test_no_head_of_a_table_is_cut_in_a_narrow_window(page: ListsPage) -> None:
    page.resize(700, 690)
    for table in (page.overview.source_view, page.overview.delivery_view):
        head = table.horizontalHeader()
        for column in range(table.model().columnCount()):
            text = table.model().headerData(column, Qt.Orientation.Horizontal)
            assert head.sectionSize(column) >= head.fontMetrics().horizontalAdvance(text)
