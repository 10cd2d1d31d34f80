"""The guided tour, driven by keys on the sample store."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from steward.ui.dialogs.keys import KeysDialog
from steward.ui.tour.steps import STEPS, TourStep
from steward.ui.tour.tour import Tour
from steward.ui.widgets.buttons import KeyButton
from steward.ui.window.store_opener import StoreFiles, StoreOpener
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.pages.welcome.page import WelcomePage
    from steward.ui.services import Services
    from steward.ui.settings import Settings
    from steward.ui.window.main_window import MainWindow

Key = Qt.Key


def _press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


@pytest.fixture
def touring(open_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on the first hint."""
    open_window.activateWindow()
    qtbot.waitUntil(open_window.isActiveWindow)
    _press(qtbot, open_window, Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert open_window.tour.is_on
    return open_window


def test_return_leads_from_hint_to_hint_and_ends_with_the_truth_of_the_samples(
    touring: MainWindow, qtbot: QtBot
) -> None:
    tour, pages = touring.tour, []
    for step in STEPS:
        pages.append(touring.current_page.page_id)
        target = step.target(touring.current_page)
        assert target.isVisible()
        place = tour.spotlight.geometry()
        assert place.contains(target.mapTo(tour.spotlight.parentWidget(), target.rect().center()))
        assert tour.card.isVisible()
        _press(qtbot, touring, Key.Key_Return)
    assert pages == ["home", "lists", "review", "review", "review", "home"]
    assert not tour.is_on
    home = touring.page("home")
    score = touring.context.workspace.sample_score()
    assert f"{100 * score.proposed_right // score.proposed} %" in home.truth_line.text()


def test_the_way_back_and_escape(touring: MainWindow, qtbot: QtBot) -> None:
    first = touring.tour.card.title_text
    _press(qtbot, touring, Key.Key_Return)
    assert touring.tour.card.title_text != first
    _press(qtbot, touring, Key.Key_Left)
    assert touring.tour.card.title_text == first
    _press(qtbot, touring, Key.Key_Escape)
    assert not touring.tour.is_on
    assert not touring.tour.card.isVisible()
    assert not touring.tour.spotlight.isVisible()


def test_whoever_goes_to_another_page_goes_on_alone(touring: MainWindow, qtbot: QtBot) -> None:
    _press(qtbot, touring, Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert touring.current_page.page_id == "review"
    assert not touring.tour.is_on
    assert not touring.tour.card.isVisible()


def test_the_hint_before_does_not_stand_over_a_page_whose_own_is_not_there_yet(
    open_window: MainWindow, services: Services
) -> None:
    hidden = TourStep("lists", lambda page: page.problem, STEPS[1].words)
    tour = Tour(open_window, open_window.tour.card.parentWidget(), services, (STEPS[0], hidden))
    tour.start()
    assert tour.card.isVisible()
    tour.card.next_asked.emit()
    assert open_window.current_page.page_id == "lists"
    assert not tour.card.isVisible()
    assert not tour.spotlight.isVisible()
    tour.stop()


def test_the_tour_decides_nothing(touring: MainWindow, qtbot: QtBot) -> None:
    before = touring.context.workspace.fingerprint()
    for key in (Key.Key_Return, Key.Key_Return, Key.Key_A, Key.Key_N, Key.Key_X, Key.Key_1, Key.Key_Return):
        _press(qtbot, touring, key)
    assert touring.context.workspace.fingerprint() == before


def test_hints_name_the_keys_in_force(touring: MainWindow, qtbot: QtBot, settings: Settings) -> None:
    settings.set_shortcut("review.approve", "Ctrl+G")
    for _ in range(4):
        _press(qtbot, touring, Key.Key_Return)
    assert touring.tour.card.body_text.startswith("Ctrl+G ")


def test_the_hint_follows_size_and_language(touring: MainWindow, qtbot: QtBot, language: Language) -> None:
    tour = touring.tour
    for size in ((1024, 700), (1600, 900)):
        touring.resize(*size)
        qtbot.waitUntil(lambda: tour.spotlight.parentWidget().rect().contains(tour.card.geometry()))
    language.use("id")
    qtbot.waitUntil(tour.card.isVisible)


def test_the_help_begins_it_again(open_window: MainWindow, services: Services, qtbot: QtBot) -> None:
    services.settings.tour_seen = True
    actions = services.actions
    sheet = KeysDialog(services.look, actions, ("", []), actions.working(""), open_window)
    qtbot.addWidget(sheet)
    button = next(one for one in sheet.findChildren(KeyButton) if one.text() == actions.text("app.tour"))
    button.click()
    assert open_window.tour.is_on


@pytest.fixture
def opener(
    window: MainWindow, welcome: WelcomePage, services: Services, matched_store: Path, tmp_path: Path, jobs: Any
) -> Iterator[StoreOpener]:
    """Opens copies of the matched sample store."""

    def open_store(path: Path) -> Workspace:
        jobs.inline_workspace = Workspace.open(path, steward="Ratna")
        return jobs.inline_workspace

    for name in ("one.steward", "two.steward"):
        shutil.copy(matched_store, tmp_path / name)
    opener = StoreOpener(
        window, welcome, services, StoreFiles(open_store, open_store, Workspace.restore, Workspace.newest_backup, ())
    )
    yield opener
    opener.close()


def test_it_begins_by_itself_in_the_sample_store_and_never_again(
    opener: StoreOpener, window: MainWindow, tmp_path: Path, settings: Settings
) -> None:
    opener.open_path(tmp_path / "one.steward")
    assert window.tour.is_on
    window.tour.stop()
    opener.open_path(tmp_path / "two.steward")
    assert not window.tour.is_on
    assert settings.tour_seen


def test_a_store_of_ones_own_lists_is_opened_without_it(
    opener: StoreOpener, window: MainWindow, tmp_path: Path, settings: Settings
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("ID,Nama,No HP\n1,Siti Rahmawati,0812-3344-5566\n", encoding="utf-8")
    with Workspace.open(tmp_path / "one.steward", steward="Ratna") as workspace:
        workspace.import_list(own, source="Cabang")
    opener.open_path(tmp_path / "one.steward")
    assert not window.tour.is_on
    assert not settings.tour_seen
