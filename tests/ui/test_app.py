"""The whole program put together: stores are opened and made from it, and pictures taken of every page."""

from __future__ import annotations

import gc
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from steward.app import Program, build_program, render_pages
from steward.ui.pages.welcome.page import WelcomePage
from steward.ui.window.page_ids import PAGE_IDS
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.ui.window.store_opener import StoreOpener


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    gc.unfreeze()
    program = build_program(tmp_path / "settings.ini", steward="Ratna")
    qtbot.addWidget(program.window)
    yield program
    program.window.close()
    # Its translators would be uninstalled in the middle of another test.
    program.services.language.deleteLater()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def test_sample_lists_are_loaded_and_matched_at_the_first_visit(opener: StoreOpener, tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "sample.steward"
    opener.try_samples(path)
    summary = opener.workspace.summary()
    assert len(summary.sources) == 2
    assert summary.record_count > 300
    assert summary.last_match_at is not None
    assert not summary.is_match_stale


def test_sample_store_is_only_opened_at_the_second_visit(
    opener: StoreOpener, matched_store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sample.steward"
    shutil.copy(matched_store, path)
    opener.try_samples(path)
    assert [one.source.name for one in opener.workspace.summary().sources] == ["Sales", "Webshop"]


def test_new_store_gets_its_suffix_and_is_remembered(
    opener: StoreOpener, services: Services, window: MainWindow, tmp_path: Path
) -> None:
    opener.create_path(tmp_path / "customers")
    assert (tmp_path / "customers.steward").is_file()
    assert services.settings.recent_stores == (tmp_path / "customers.steward",)
    assert window.current_page.page_id == "home"


def test_file_that_is_no_store_is_told_and_nothing_changes(
    opener: StoreOpener, services: Services, window: MainWindow, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.steward"
    wrong.write_text("this is not a store", encoding="utf-8")
    opener.open_path(wrong)
    assert services.problems.open_dialog is not None
    assert "wrong.steward" in services.problems.open_dialog.sentence.text()
    assert window.current_page is None
    services.problems.open_dialog.accept()


def test_store_before_is_closed_when_another_is_opened(opener: StoreOpener, tmp_path: Path) -> None:
    opener.create_path(tmp_path / "first.steward")
    opener.create_path(tmp_path / "second.steward")
    with Workspace.open(tmp_path / "first.steward"):
        assert opener.workspace.path.name == "second.steward"


def test_collecting_garbage_passes_over_what_stays_for_good(
    program: Program, qtbot: QtBot, matched_store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sample.steward"
    shutil.copy(matched_store, path)
    with qtbot.waitSignal(program.opener.opened):
        program.opener.open_path(path)
    assert gc.get_freeze_count() > len(gc.get_objects())


def test_opening_the_store_that_is_open_changes_nothing(opener: StoreOpener, tmp_path: Path) -> None:
    opener.create_path(tmp_path / "first.steward")
    before = opener.workspace
    opener.open_path(tmp_path / "first.steward")
    assert opener.workspace is before


def test_recent_store_opens_from_the_welcome_page(
    opener: StoreOpener, welcome: WelcomePage, services: Services, matched_store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "known.steward"
    shutil.copy(matched_store, path)
    services.settings.remember_store(path)
    welcome.refresh()
    button = next(one for one in welcome.findChildren(type(welcome.demo)) if one.text() == "known.steward")
    button.click()
    assert opener.workspace.path == path


def test_language_can_be_chosen_on_the_welcome_page(qtbot: QtBot, program: Program) -> None:
    welcome = program.window.findChild(WelcomePage)
    with qtbot.waitSignal(program.services.language.changed):
        welcome.language_asked.emit("id")
    assert program.services.settings.language == "id"
    program.services.language.use("en")


def test_closing_the_window_lets_go_of_the_store(
    qtbot: QtBot, program: Program, matched_store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "held.steward"
    shutil.copy(matched_store, path)
    program.opener.open_path(path)
    qtbot.waitUntil(lambda: program.opener.workspace is not None)
    program.window.close()
    with Workspace.open(path):
        assert program.opener.workspace is None


def test_pictures_of_every_page_are_taken_and_the_store_stays(matched_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "shown.steward"
    shutil.copy(matched_store, path)
    with Workspace.open(path) as workspace:
        before = workspace.fingerprint()
    pictures = render_pages(path, tmp_path / "pictures", themes=("light",), languages=("en",), sizes=((1366, 768),))
    assert [picture.name.split("-")[0] for picture in pictures] == list(PAGE_IDS)
    for picture in pictures:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (1366, 768)
        colors = {image.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
        assert len(colors) > 20, picture.name
    with Workspace.open(path) as workspace:
        assert workspace.fingerprint() == before
