"""A store that can't be opened leads to its newest backup: offered, put in place, and open."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from steward.ui.dialogs.damaged_store import DamagedStoreDialog
from steward.ui.dialogs.restore import RestoreDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.ui.window.store_opener import StoreOpener
    from steward.workspace import Workspace

#: Where a fault begins: in the first page, before anything can be read, where only a page of the window reads.
FAULTS = {"first page": 100, "header": 0, "tables": 16_000}


@pytest.fixture
def store(workspace: Workspace) -> Path:
    """The matched store, closed, with two backups of different days beside it."""
    path = workspace.path
    workspace.close()
    for day, age in (("2026-05-01", 2000), ("2026-05-02", 1000)):
        copy = path.with_name(f"{path.stem}.backup-{day}.steward")
        shutil.copy(path, copy)
        stamp = path.stat().st_mtime - age
        os.utime(copy, (stamp, stamp))
    return path


def _damage(path: Path, start: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * 100_000)


def _asked(window: MainWindow, qtbot: QtBot) -> DamagedStoreDialog:
    def asked() -> list[DamagedStoreDialog]:
        return [one for one in window.findChildren(DamagedStoreDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()))
    (dialog,) = asked()
    return dialog


@pytest.mark.parametrize("fault", FAULTS)
def test_the_newest_backup_takes_the_place_of_a_damaged_store(
    qtbot: QtBot, opener: StoreOpener, window: MainWindow, store: Path, fault: str
) -> None:
    _damage(store, FAULTS[fault])
    opener.open_path(store)
    dialog = _asked(window, qtbot)
    assert f"{store.stem}.backup-2026-05-02.steward" in dialog.sentence.text()
    dialog.restore_button.click()
    told = next(one for one in window.findChildren(RestoreDialog) if one.isVisible())
    assert f"{store.stem}.replaced-1.steward" in told.sentence.text()
    told.cancel_button.click()
    assert window.current_page.page_id == "home"
    assert opener.workspace.path == store
    assert opener.workspace.summary().record_count > 0
    assert store.with_name(f"{store.stem}.replaced-1.steward").is_file()


def test_nothing_is_touched_when_the_steward_closes_the_question(
    qtbot: QtBot, opener: StoreOpener, window: MainWindow, store: Path
) -> None:
    _damage(store, FAULTS["tables"])
    before = store.read_bytes()
    opener.open_path(store)
    _asked(window, qtbot).cancel_button.click()
    assert opener.workspace is None
    assert store.read_bytes() == before
    assert list(store.parent.glob("*.replaced-*")) == []


def test_without_a_backup_a_damaged_store_asks_for_one(
    qtbot: QtBot, opener: StoreOpener, window: MainWindow, store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copy = shutil.move(store.with_name(f"{store.stem}.backup-2026-05-02.steward"), elsewhere / "copy.steward")
    store.with_name(f"{store.stem}.backup-2026-05-01.steward").unlink()
    _damage(store, FAULTS["tables"])
    opener.open_path(store)
    dialog = _asked(window, qtbot)
    assert not dialog.restore_button.isVisible()
    assert "no backup copy" in dialog.sentence.text()
    monkeypatch.setattr("steward.ui.window.store_opener.ask_existing", lambda *_: copy)
    dialog.other_button.click()
    next(one for one in window.findChildren(RestoreDialog) if one.isVisible()).cancel_button.click()
    assert opener.workspace.path == store


def test_a_backup_that_is_damaged_too_leaves_things_as_they_are(
    qtbot: QtBot, opener: StoreOpener, window: MainWindow, store: Path, services: Services
) -> None:
    _damage(store, FAULTS["tables"])
    _damage(store.with_name(f"{store.stem}.backup-2026-05-02.steward"), FAULTS["tables"])
    before = store.read_bytes()
    opener.open_path(store)
    _asked(window, qtbot).restore_button.click()
    assert "is damaged; choose another backup copy" in services.problems.open_dialog.sentence.text()
    services.problems.open_dialog.accept()
    assert store.read_bytes() == before
    assert opener.workspace is None


def test_a_file_that_never_was_a_store_is_told_in_one_sentence(
    opener: StoreOpener, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "letter.steward"
    path.write_text("Dear customer", encoding="utf-8")
    opener.open_path(path)
    assert window.findChildren(DamagedStoreDialog) == []
    assert "is not a Steward store" in services.problems.open_dialog.sentence.text()
    services.problems.open_dialog.accept()
