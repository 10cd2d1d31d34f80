"""Choosing files never opens one, and no job takes the store's log from under the window."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo

from steward.ui.dialogs.files import NameOnlyIcons, file_dialog
from steward.workspace import Workspace

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

#: Opens a store, lets a careless program of the same process look into its files, runs a job, decides, and is killed.
_CRASH = """
import os, sys
from pathlib import Path
from steward.ui.jobs import _worker
from steward.workspace import Workspace
import multiprocessing

def main():
    path = Path(sys.argv[1])
    workspace = Workspace.open(path, steward="Ratna")
    workspace.records().__next__()
    for file in path.parent.iterdir():
        file.open("rb").close()
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    stop = context.Event()
    job = context.Process(target=_worker, args=(str(path), "Ratna", "match", {}, sender, stop))
    job.start()
    sender.close()
    while receiver.recv()[0] != "done":
        pass
    job.join()
    print(workspace.merge([1, 2], reason="seen").id, flush=True)
    os.kill(os.getpid(), 9)

if __name__ == "__main__":
    main()
"""


def test_a_decision_after_a_job_survives_a_kill_even_if_the_store_was_looked_into(tmp_path: Path) -> None:
    fixture = Path(__file__).parents[1] / "migrations" / "schema_0001.db"
    store = shutil.copy(fixture, tmp_path / "store.steward")
    script = tmp_path / "crash.py"
    script.write_text(_CRASH, encoding="utf-8")
    with Workspace.open(store) as workspace:
        workspace.reverse(next(d.id for d in workspace.decisions() if d.kind == "merge"))
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script), str(store)], capture_output=True, text=True, check=False, cwd=root, env=_env(root)
    )
    assert done.stdout.strip(), done.stderr
    with Workspace.open(store) as workspace:
        assert int(done.stdout) in [decision.id for decision in workspace.decisions()]
        assert workspace.cin_of(1) == workspace.cin_of(2)
        assert workspace.verify() == []


def _env(root: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}


def test_icons_go_by_the_name_alone(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    icons = NameOnlyIcons()
    missing = QFileInfo(str(tmp_path / "nothing-there.steward"))
    assert not icons.icon(missing).isNull()
    assert icons.type(missing) == "STEWARD"
    assert not icons.icon(QFileInfo(str(tmp_path))).isNull()


def test_a_file_dialog_uses_them(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Open", ["Stores (*.steward)"])
    if sys.platform == "linux":
        assert isinstance(dialog.iconProvider(), NameOnlyIcons)
    assert dialog.nameFilters() == ["Stores (*.steward)"]
