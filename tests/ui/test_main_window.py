"""The window around the pages: stores come and go, keys and drops reach the right page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from steward.ui.dialogs.keys import KeysDialog
from steward.ui.pages.review.page import ReviewPage
from steward.ui.widgets.text import Text
from steward.ui.window.page_ids import PAGE_IDS, RAIL_PAGES
from steward.ui.window.rail import RailItem
from steward.ui.window.status_bar import StatusBar
from tests.ui.driven_actions import trigger

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.pages.welcome.page import WelcomePage
    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.workspace import Workspace


def _drop(window: MainWindow, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), action, data, left, none)
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(200, 200), action, data, left, none))
    return enter.isAccepted()


def test_without_a_store_only_the_welcome_page_is_there(window: MainWindow) -> None:
    assert window.current_page is None
    assert not any(item.isVisible() for item in window.findChildren(RailItem))


def test_the_welcome_page_has_the_keyboard_on_what_it_proposes_and_enter_takes_it(
    window: MainWindow, welcome: WelcomePage, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(welcome.demo.hasFocus)
    with qtbot.waitSignal(welcome.demo_asked):
        qtbot.keyClick(welcome.demo, Qt.Key.Key_Return)


def test_enter_on_an_item_of_the_rail_goes_to_its_page(open_window: MainWindow, qtbot: QtBot) -> None:
    item = next(item for item in open_window.findChildren(RailItem) if item.page_id == "history")
    qtbot.keyClick(item, Qt.Key.Key_Enter)
    assert open_window.current_page is not None
    assert open_window.current_page.page_id == "history"


def test_store_opens_on_home_with_its_counts(open_window: MainWindow, workspace: Workspace) -> None:
    assert open_window.current_page.page_id == "home"
    assert workspace.path.name in open_window.windowTitle()
    shown = " ".join(label.text() for label in open_window.findChildren(Text) if label.isVisible())
    assert f"{workspace.summary().record_count:,} records in 2 lists" in shown


def test_the_status_bar_says_nothing_is_lost_only_while_that_is_so(
    open_window: MainWindow, workspace: Workspace
) -> None:
    def shown() -> str:
        return " ".join(label.text() for label in open_window.findChildren(Text) if label.isVisible())

    assert "nothing lost" in shown()
    status = open_window.findChild(StatusBar)
    summary = workspace.summary()
    status.set_summary(replace(summary, reachable_count=summary.record_count - 2))
    assert "nothing lost" not in shown()
    assert "2 records lead to no customer" in shown()


def test_every_page_can_be_shown_by_its_rail_item_and_its_key(open_window: MainWindow) -> None:
    items = {item.page_id: item for item in open_window.findChildren(RailItem)}
    assert set(items) == set(RAIL_PAGES)
    for page_id in RAIL_PAGES:
        items[page_id].click()
        assert open_window.current_page.page_id == page_id
        open_window.navigate("home")
        trigger(open_window, f"app.{page_id}")
        assert open_window.current_page.page_id == page_id
        assert items[page_id].isChecked()


def test_review_item_counts_the_open_clusters(open_window: MainWindow, workspace: Workspace) -> None:
    item = next(item for item in open_window.findChildren(RailItem) if item.page_id == "review")
    assert str(len(workspace.queue())) in item.accessibleName().replace(",", "")


def test_dropped_lists_go_to_the_page_lists(open_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    path.write_text("ID,NAMA,TELP\n1,Siti Aminah,0812\n", encoding="utf-8")
    assert _drop(open_window, path)
    assert open_window.current_page.page_id == "lists"


def test_dropped_store_is_asked_for(qtbot: QtBot, open_window: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(open_window.store_asked) as asked:
        _drop(open_window, tmp_path / "other.steward")
    assert asked.args == [tmp_path / "other.steward"]


def test_lists_dropped_without_a_store_ask_for_one(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.lists_without_store) as asked:
        _drop(window, tmp_path / "a.xlsx")
    assert asked.args == [[tmp_path / "a.xlsx"]]


def test_other_files_are_not_accepted(open_window: MainWindow, tmp_path: Path) -> None:
    assert not _drop(open_window, tmp_path / "photo.png")


def test_language_switches_live_on_every_page(open_window: MainWindow, services: Services) -> None:
    for page_id in PAGE_IDS:
        open_window.navigate(page_id)
    english = {page_id: open_window.page(page_id).title() for page_id in PAGE_IDS}
    services.language.use("id")
    indonesian = {page_id: open_window.page(page_id).title() for page_id in PAGE_IDS}
    assert indonesian["home"] == "Beranda"
    assert all(english[page_id] != indonesian[page_id] for page_id in PAGE_IDS)
    services.language.use("en")
    assert {page_id: open_window.page(page_id).title() for page_id in PAGE_IDS} == english


def test_cheat_sheet_shows_only_keys_that_work_here(open_window: MainWindow, services: Services) -> None:
    open_window.navigate("history")
    trigger(open_window, "app.keys")
    sheet = open_window.findChild(KeysDialog)
    texts = {label.text() for label in sheet.findChildren(Text)}
    assert services.actions.text("history.reverse") in texts
    assert services.actions.text("review.approve") not in texts
    sheet.accept()


def test_the_question_mark_shows_the_keys_too(qtbot: QtBot, open_window: MainWindow) -> None:
    open_window.navigate("review")
    qtbot.keyClick(open_window.focusWidget(), Qt.Key.Key_Question)
    sheet = open_window.findChild(KeysDialog)
    assert sheet is not None
    sheet.accept()


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_D])
def test_the_toast_hides_no_answer_of_a_question(qtbot: QtBot, open_window: MainWindow, key: Qt.Key) -> None:
    open_window.navigate("review")
    page, toast = open_window.page("review"), open_window.toast
    open_window.show_toast("Merged 2", lambda: None)
    toast._timer.stop()  # it stays, however long the panel takes to come
    qtbot.keyClick(open_window.focusWidget(), key)
    panel = page.relate_panel if key is Qt.Key.Key_R else page.later_panel
    assert panel.is_open
    qtbot.waitUntil(lambda: panel.mapToGlobal(QPoint()).y() > toast.mapToGlobal(toast.rect().bottomLeft()).y())


def test_cheat_sheet_is_no_wider_than_a_small_window_with_long_words(
    open_window: MainWindow, services: Services
) -> None:
    services.language.use("id")
    open_window.resize(1024, 700)
    open_window.navigate("review")
    trigger(open_window, "app.keys")
    sheet = open_window.findChild(KeysDialog)
    assert sheet.width() <= open_window.width()
    assert sheet.height() <= open_window.height()
    sheet.accept()


def test_another_store_replaces_every_page(qtbot: QtBot, open_window: MainWindow, empty_workspace: Workspace) -> None:
    home = open_window.page("home")
    with qtbot.waitSignal(home.destroyed):
        open_window.set_workspace(empty_workspace)
    assert open_window.current_page.page_id == "home"
    assert open_window.current_page is not home


def test_closing_tells_and_keeps_the_windows_place(qtbot: QtBot, open_window: MainWindow, services: Services) -> None:
    with qtbot.waitSignal(open_window.closed):
        open_window.close()
    assert not services.settings.saved_state("window").isEmpty()


def test_what_review_still_has_to_say_leaves_the_keys_to_the_page_on_screen(
    open_window: MainWindow, qtbot: QtBot
) -> None:
    open_window.navigate("review")
    review = open_window.current_page
    assert isinstance(review, ReviewPage)
    qtbot.waitUntil(lambda: review.session.draft is not None)
    review.pane.grid.edit_value()
    open_window.navigate("history")
    history = open_window.current_page
    assert history is not None
    review.take_focus()
    review.pane.grid.refuse_value("name", "7", "This can't be read.")
    focus = open_window.focusWidget()
    assert focus is not None
    assert history.isAncestorOf(focus)


def test_the_toast_names_the_key_that_undoes_on_the_page_that_is_shown(
    open_window: MainWindow, services: Services
) -> None:
    open_window.navigate("review")
    open_window.show_toast("Merged 3, Dewi Lestari", lambda: None)
    assert open_window.toast.key == services.actions.key_text("review.undo")
    open_window.navigate("home")
    assert open_window.toast.key == services.actions.key_text("app.undo")
    open_window.show_toast("Exported", lambda: None, "Open folder")
    open_window.navigate("review")
    assert open_window.toast.key == ""


def test_toast_stays_inside_the_window_and_above_the_bars(open_window: MainWindow) -> None:
    open_window.resize(1024, 640)
    open_window.navigate("review")
    open_window.show_toast("Merged 3, Dewi Lestari", lambda: None)
    toast = open_window.toast
    bottom = toast.mapTo(open_window, QPoint(toast.width(), toast.height()))
    assert bottom.x() <= open_window.width()
    assert bottom.y() < open_window.height() - 62


def test_welcome_page_lists_only_keys_that_need_no_store(window: MainWindow, services: Services) -> None:
    trigger(window, "app.keys")
    sheet = window.findChild(KeysDialog)
    texts = {label.text() for label in sheet.findChildren(Text)}
    assert services.actions.text("app.keys") in texts
    assert services.actions.text("app.import") not in texts
    sheet.accept()


def test_first_window_is_maximized_on_a_screen_that_it_would_fill(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    window.show_on_screen()
    assert window.isMaximized() == (room.width() < 1382 or room.height() < 816)
    window.hide()


def test_a_line_that_was_never_shown_has_the_size_of_the_text_when_it_comes(
    open_window: MainWindow, services: Services
) -> None:
    line = Text(services.look, "Merged 3", parent=open_window)
    services.look.set_scale(150)
    line.show()
    assert line.font().pixelSize() == services.look.font("body").pixelSize()


def test_the_status_bar_counts_a_look_at_masked_numbers_too(open_window: MainWindow, workspace: Workspace) -> None:
    open_window._services.settings.masks_ids = True
    open_window.navigate("review")
    before = workspace.summary().last_decision_id
    trigger(open_window.page("review"), "review.reveal")
    assert workspace.summary().last_decision_id == before + 1
    assert open_window._status.saved_sentence() == f"All saved, #{before + 1}"
