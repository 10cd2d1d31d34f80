"""Going on with a store: what is offered, and what is said while it takes its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.progress import WorkStrip
from steward.ui.widgets.text import Text
from steward.ui.window.opening_wait import OpeningWait
from steward.ui.window.recent_stores import RecentStores

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.welcome.page import WelcomePage
    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.ui.window.store_opener import StoreOpener


def offered(welcome: WelcomePage) -> list[str]:
    """The stores that the welcome page has buttons for."""
    return [button.property("path") for button in welcome.findChildren(KeyButton) if button.property("path")]


def test_stores_that_are_gone_are_not_offered(
    welcome: WelcomePage, services: Services, window: MainWindow, tmp_path: Path
) -> None:
    kept, gone = tmp_path / "kept.steward", tmp_path / "gone.steward"
    kept.touch()
    for path in (kept, gone):
        services.settings.remember_store(path)
    RecentStores(welcome, services, window)
    assert offered(welcome) == [str(kept)]
    assert services.settings.recent_stores == (gone, kept)


def test_the_last_store_is_opened_again(opener: StoreOpener, tmp_path: Path) -> None:
    opener.create_path(tmp_path / "first.steward")
    opener.create_path(tmp_path / "second.steward")
    (tmp_path / "second.steward").unlink()
    opener.open_last()
    assert opener.workspace is not None
    assert opener.workspace.path == tmp_path / "first.steward"


def test_nothing_is_said_of_a_store_that_opens_quickly(look: Look, language: Language, qtbot: QtBot) -> None:
    strip = WorkStrip(look, language)
    qtbot.addWidget(strip)
    wait = OpeningWait(strip, strip)
    wait.begin("shop.steward")
    wait.end()
    assert strip.isHidden()


def test_a_store_that_takes_its_time_is_named_until_it_is_open(look: Look, language: Language, qtbot: QtBot) -> None:
    strip = WorkStrip(look, language)
    qtbot.addWidget(strip)
    wait = OpeningWait(strip, strip)
    wait.begin("shop.steward")
    qtbot.waitUntil(lambda: not strip.isHidden())
    assert any("shop.steward" in part.text() for part in strip.findChildren(Text))
    assert strip.stop.isHidden()
    wait.end()
    assert strip.isHidden()


def test_the_keyboard_goes_to_the_last_store_once_it_is_found(
    welcome: WelcomePage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.activateWindow()
    qtbot.waitUntil(welcome.demo.hasFocus)
    welcome.show_recent([tmp_path / "last.steward", tmp_path / "before.steward"])
    assert window.focusWidget().property("path") == str(tmp_path / "last.steward")
