"""Backup copies from the window: made while the store is open, and put back with a word of what that does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from steward.app import build_program
from steward.ui.dialogs.restore import RestoreDialog
from steward.ui.pages.settings.page import SettingsPage
from steward.workspace import Workspace
from steward.workspace.upkeep.restore_report import RestoreReport, Unrepeated

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.look import Look
    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.ui.window.store_opener import StoreOpener


@pytest.fixture
def store(opener: StoreOpener, workspace: Workspace) -> Path:
    """The matched store, open in the window."""
    path = workspace.path
    workspace.close()
    opener.open_path(path)
    return path


def _answer_next_file_dialog(choice: Path | None = None) -> list[str]:
    """Accepts the file dialog that comes, with its own proposal or with ``choice``; gives what it proposed."""
    proposed: list[str] = []

    def answer() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
        proposed.extend(dialog.selectedFiles())
        if choice is not None:
            dialog.setDirectory(str(choice.parent))
            dialog.selectFile(choice.name)
        dialog.accept()

    QTimer.singleShot(0, answer)
    return proposed


def _restore(opener: StoreOpener, window: MainWindow, copy: Path) -> RestoreDialog:
    opener.confirm_restore(copy)
    dialog = window.findChildren(RestoreDialog)[-1]
    dialog.restore_button.click()
    return dialog


def _merge(workspace: Workspace) -> None:
    workspace.approve(workspace.draft(workspace.queue("certainty")[0]), reason="seen")


def test_a_backup_goes_beside_the_store_with_the_day_in_its_name(
    opener: StoreOpener, store: Path, services: Services, window: MainWindow
) -> None:
    proposed = _answer_next_file_dialog()
    services.actions.trigger("app.backup")
    copy = store.with_name(f"{store.stem}.backup-{date.today().isoformat()}.steward")
    assert proposed == [str(copy)]
    assert copy.name in window.toast.text
    assert str(copy.parent) in window.toast.text
    with Workspace.open(copy) as other:
        assert other.fingerprint() == opener.workspace.fingerprint()


def test_a_backup_gets_the_ending_of_stores(opener: StoreOpener, store: Path, window: MainWindow) -> None:
    window.commands.back_up_to(store.with_name("before May"))
    assert store.with_name("before May.steward").is_file()


def test_a_backup_onto_the_store_itself_is_refused_in_one_sentence(
    opener: StoreOpener, store: Path, window: MainWindow, services: Services
) -> None:
    before = opener.workspace.fingerprint()
    window.commands.back_up_to(store)
    dialog = services.problems.open_dialog
    assert dialog.sentence.text() == f"{store.name} is the store itself; choose another name for the copy."
    dialog.accept()
    assert opener.workspace.fingerprint() == before


def test_the_settings_page_leads_to_both(
    opener: StoreOpener, store: Path, services: Services, window: MainWindow
) -> None:
    window.navigate("settings")
    page = window.current_page
    assert isinstance(page, SettingsPage)
    proposed = _answer_next_file_dialog()
    page.backup_button.click()
    copy = store.parent / proposed[0]
    assert copy.is_file()
    _answer_next_file_dialog(copy)
    page.restore_button.click()
    dialog = window.findChild(RestoreDialog)
    assert copy.name in dialog.sentence.text()
    dialog.cancel_button.click()


def test_nothing_happens_before_the_steward_agrees(opener: StoreOpener, store: Path, window: MainWindow) -> None:
    copy = opener.workspace.back_up(store.with_name("copy.steward"))
    _merge(opener.workspace)
    before, workspace = opener.workspace.fingerprint(), opener.workspace
    opener.confirm_restore(copy)
    dialog = window.findChild(RestoreDialog)
    assert f"{store.stem}.replaced-1.steward" in dialog.detail.text()
    dialog.cancel_button.click()
    assert opener.workspace is workspace
    assert workspace.fingerprint() == before


def test_the_window_goes_on_with_the_copy_and_says_where_the_store_before_is(
    opener: StoreOpener, store: Path, window: MainWindow
) -> None:
    copy = opener.workspace.back_up(store.with_name("copy.steward"))
    before = opener.workspace.fingerprint()
    _merge(opener.workspace)
    merged = opener.workspace.fingerprint()
    dialog = _restore(opener, window, copy)
    kept = store.with_name(f"{store.stem}.replaced-1.steward")
    assert kept.name in dialog.sentence.text()
    assert "nobody had to be erased again" in dialog.sentence.text()
    dialog.cancel_button.click()
    assert opener.workspace.path == store
    assert opener.workspace.fingerprint() == before
    assert window.current_page.page_id == "home"
    with Workspace.open(kept) as other:
        assert other.fingerprint() == merged


def test_persons_who_were_erased_again_are_told(opener: StoreOpener, store: Path, window: MainWindow) -> None:
    copy = opener.workspace.back_up(store.with_name("copy.steward"))
    opener.workspace.erase(next(iter(opener.workspace.customers())), "request of 12 May")
    erased = opener.workspace.fingerprint()
    dialog = _restore(opener, window, copy)
    assert "1 person" in dialog.sentence.text()
    assert f"{copy.name} itself still holds them" in dialog.detail.text()
    dialog.cancel_button.click()
    assert opener.workspace.fingerprint() == erased


def test_restrictions_that_were_noted_again_are_told(opener: StoreOpener, store: Path, window: MainWindow) -> None:
    copy = opener.workspace.back_up(store.with_name("copy.steward"))
    restricted = next(iter(opener.workspace.customers()))
    opener.workspace.restrict(restricted)
    dialog = _restore(opener, window, copy)
    assert "1 restriction" in dialog.detail.text()
    dialog.cancel_button.click()
    assert opener.workspace.rights(restricted).is_restricted


def test_restricted_records_that_the_copy_does_not_have_are_named(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = RestoreDialog(look, tmp_path / "copy.steward", tmp_path / "c.steward")
    dialog.open()
    missing = tuple(("Shop", f"K-{number}") for number in range(12))
    dialog.tell(RestoreReport(tmp_path / "c.replaced-1.steward", rights_open=missing))
    assert "12 records" in dialog.detail.text()
    assert "K-9 (Shop) …" in dialog.detail.text()
    dialog.reject()


def test_a_copy_that_can_not_be_put_back_leaves_the_window_on_its_store(
    opener: StoreOpener, store: Path, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    before = opener.workspace.fingerprint()
    wrong = tmp_path / "wrong.steward"
    wrong.write_text("this is not a store", encoding="utf-8")
    dialog = _restore(opener, window, wrong)
    assert not dialog.isVisible()
    assert "wrong.steward is not a Steward store" in services.problems.open_dialog.sentence.text()
    services.problems.open_dialog.accept()
    assert opener.workspace.path == store
    assert opener.workspace.fingerprint() == before
    assert window.current_page.page_id == "home"
    assert list(store.parent.glob("*.replaced-*")) == []


def test_without_a_store_there_is_nothing_to_restore(
    opener: StoreOpener, services: Services, window: MainWindow
) -> None:
    services.actions.trigger("app.restore")
    assert window.findChild(RestoreDialog) is None


@pytest.mark.parametrize(
    ("unrepeated", "words"),
    [(Unrepeated.OTHER_STORE, "of another store"), (Unrepeated.UNREADABLE, "must be erased again")],
)
def test_it_is_told_where_nobody_knows_whom_to_erase(
    qtbot: QtBot, look: Look, tmp_path: Path, unrepeated: Unrepeated, words: str
) -> None:
    dialog = RestoreDialog(look, tmp_path / "copy.steward", tmp_path / "c.steward")
    dialog.open()
    dialog.tell(RestoreReport(tmp_path / "c.replaced-2.steward", unrepeated=unrepeated))
    assert words in dialog.sentence.text()
    assert "c.replaced-2.steward" in dialog.sentence.text()
    dialog.reject()


def test_a_store_that_was_not_there_any_more_is_not_said_to_be_kept(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = RestoreDialog(look, tmp_path / "c.backup.steward", tmp_path / "c.steward")
    qtbot.addWidget(dialog)
    dialog.begin()
    dialog.tell(RestoreReport(None))
    assert dialog.sentence.text() == "c.steward is as in c.backup.steward; no store was in its place before."


def test_esc_does_not_leave_while_the_copy_is_put_in_place(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = RestoreDialog(look, tmp_path / "copy.steward", tmp_path / "c.steward")
    dialog.open()
    dialog.restore_button.click()
    dialog.reject()
    assert dialog.isVisible()
    dialog.tell(RestoreReport(tmp_path / "c.replaced-1.steward"))
    dialog.reject()
    assert not dialog.isVisible()


def test_with_real_threads_and_processes_a_store_is_backed_up_and_restored(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    store, copy = workspace.path, workspace.path.with_name("copy.steward")
    before = workspace.fingerprint()
    workspace.close()
    program = build_program(tmp_path / "settings.ini", steward="Ratna")
    window, opener, jobs = program.window, program.opener, program.services.jobs
    qtbot.addWidget(window)
    window.show()
    try:
        opener.open_path(store)
        qtbot.waitUntil(lambda: opener.workspace is not None)
        window.commands.back_up_to(copy)
        assert jobs.is_processing
        program.services.actions.trigger("app.restore")
        assert "still running" in window.toast.text
        qtbot.waitUntil(lambda: not jobs.is_processing)
        assert "copy.steward" in window.toast.text
        _merge(opener.workspace)
        jobs.read(opener.workspace.summary, lambda _summary: None)
        dialog = _restore(opener, window, copy)
        qtbot.waitUntil(lambda: "is as in copy.steward" in dialog.sentence.text())
        dialog.cancel_button.click()
        assert opener.workspace.fingerprint() == before
    finally:
        window.close()
        # Its translators would be uninstalled in the middle of another test.
        program.services.language.deleteLater()
