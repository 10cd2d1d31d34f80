"""Copies of a store and putting them back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from steward.cli import main
from steward.domain.errors import Cancelled, NotAStoreError, StoreError, StoreInUseError
from steward.domain.progress import NoProgress
from steward.storage import backups
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "sales.csv").write_text("ID,Nama,HP\n1,Sri Wahyuni,0812-3344-5566\n2,Budi,0813-2211-4090\n")
    path = tmp_path / "c.steward"
    with Workspace.create(path, steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "sales.csv")
    return path


def test_a_copy_of_an_open_store_holds_everything_committed(store: Path, tmp_path: Path) -> None:
    with Workspace.open(store, steward="Ratna") as workspace:
        workspace.merge([1, 2], reason="seen at the counter")
        copy = workspace.back_up(tmp_path / "copy.steward")
        state = workspace.fingerprint()
    with Workspace.open(copy) as workspace:
        assert workspace.fingerprint() == state
        assert workspace.verify() == []


class _Watching(NoProgress):
    """Does something each time a piece was copied."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def report(self, phase: str, done: int, total: int) -> None:
        self._act()


def test_what_is_decided_while_the_copy_is_made_is_not_in_it(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_STEP", 1)
    pieces: list[int] = []
    with Workspace.open(store, steward="Ratna") as workspace:
        before = workspace.fingerprint()

        def decide() -> None:
            if not pieces:
                workspace.merge([1, 2], reason="seen at the counter")
            pieces.append(1)

        copy = workspace.back_up(tmp_path / "copy.steward", progress=_Watching(decide))
        assert workspace.fingerprint() != before
    # Begun anew, it would have been told of a piece more than there are.
    assert len(pieces) <= copy.stat().st_size // 4096
    with Workspace.open(copy) as workspace:
        assert workspace.fingerprint() == before
        assert workspace.verify() == []


def test_a_copy_that_is_stopped_leaves_nothing_and_the_older_copy_as_it_was(store: Path, tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with Workspace.open(store, steward="Ratna") as workspace:
        copy = workspace.back_up(tmp_path / "copy.steward")
        before, files = copy.read_bytes(), set(tmp_path.iterdir())
        workspace.merge([1, 2], reason="seen at the counter")
        with pytest.raises(Cancelled):
            workspace.back_up(copy, progress=_Watching(stop))
        assert copy.read_bytes() == before
        assert set(tmp_path.iterdir()) == files


def test_a_copy_takes_the_place_of_no_other_kind_of_file(store: Path, tmp_path: Path) -> None:
    before = (tmp_path / "sales.csv").read_bytes()
    with pytest.raises(StoreError, match="is no older copy of this store"):
        Workspace.back_up_file(store, tmp_path / "sales.csv")
    assert (tmp_path / "sales.csv").read_bytes() == before


def test_a_copy_takes_the_place_of_an_older_copy(store: Path, tmp_path: Path) -> None:
    with Workspace.open(store, steward="Ratna") as workspace:
        copy = workspace.back_up(tmp_path / "copy.steward")
        workspace.merge([1, 2], reason="seen at the counter")
        state = workspace.fingerprint()
        workspace.back_up(copy)
    with Workspace.open(copy) as workspace:
        assert workspace.fingerprint() == state


def test_a_copy_takes_the_place_of_no_other_store(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.steward"
    with Workspace.create(other, steward="Budi") as workspace:
        workspace.import_list(tmp_path / "sales.csv")
    before = other.read_bytes()
    with pytest.raises(StoreError, match="is no older copy of this store"):
        Workspace.back_up_file(store, other)
    assert other.read_bytes() == before


def test_a_copy_takes_the_place_of_no_copy_that_holds_more(store: Path, tmp_path: Path) -> None:
    with Workspace.open(store, steward="Ratna") as workspace:
        older = workspace.back_up(tmp_path / "older.steward")
        workspace.merge([1, 2], reason="seen at the counter")
        newer = workspace.back_up(tmp_path / "newer.steward")
    with pytest.raises(StoreError, match="is no older copy of this store"):
        Workspace.back_up_file(older, newer)


def test_restoring_keeps_the_store_that_was_there(store: Path, tmp_path: Path) -> None:
    with Workspace.open(store) as workspace:
        copy = workspace.back_up(tmp_path / "copy.steward")
        before = workspace.fingerprint()
        workspace.merge([1, 2], reason="by mistake")
        after = workspace.fingerprint()
    report = Workspace.restore(copy, store)
    assert report.kept is not None
    for path, state in ((store, before), (report.kept, after)):
        with Workspace.open(path) as workspace:
            assert workspace.fingerprint() == state


def test_a_store_that_is_open_is_not_replaced(store: Path, tmp_path: Path) -> None:
    with Workspace.open(store) as workspace:
        copy = workspace.back_up(tmp_path / "copy.steward")
        with pytest.raises(StoreInUseError, match="close it"):
            Workspace.restore(copy, store)


def test_a_damaged_copy_is_refused_and_nothing_is_changed(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.steward"
    Workspace.back_up_file(store, copy)
    copy.write_bytes(copy.read_bytes()[:8192] + bytes(8192) + copy.read_bytes()[16384:])
    content = store.read_bytes()
    with pytest.raises(StoreError, match="damaged"):
        Workspace.restore(copy, store)
    assert store.read_bytes() == content
    (tmp_path / "notes.steward").write_text("no store")
    with pytest.raises(NotAStoreError, match="not a Steward store"):
        Workspace.restore(tmp_path / "notes.steward", store)


def test_a_store_is_not_copied_onto_itself(store: Path) -> None:
    with pytest.raises(StoreError, match="itself"):
        Workspace.back_up_file(store, store)


def test_the_command_line_copies_and_restores(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(store), str(tmp_path / "copy.steward")]) == 0
    store.unlink()
    assert main(["restore", str(tmp_path / "copy.steward"), str(store), "--json"]) == 0
    assert '"kept": null' in capsys.readouterr().out
    assert main(["backup", str(store), str(tmp_path / "nowhere" / "copy.steward")]) == 1
    assert "folder" in capsys.readouterr().err


def test_what_is_wrong_with_the_file_itself_is_told(store: Path) -> None:
    with sqlite3.connect(store) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'import_issue'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    content = bytearray(store.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    store.write_bytes(bytes(content))
    with Workspace.open(store) as workspace:
        assert any("damaged" in problem for problem in workspace.verify())


#: Copies a store to the given place and is killed in the middle of it.
_KILLED = """
import os, signal, sys
from pathlib import Path
from steward.domain.progress import NoProgress
from steward.storage.backups import back_up

class Killer(NoProgress):
    def report(self, phase, done, total):
        os.kill(os.getpid(), signal.SIGKILL)

back_up(Path(sys.argv[1]), Path(sys.argv[2]), Killer())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_a_killed_copy_left_goes_with_the_next_one(store: Path, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    subprocess.run([sys.executable, "-c", _KILLED, store, copies / "monday.steward"], check=False)
    assert (copies / ".monday.steward.part").exists()
    (copies / ".other.part").write_bytes(b"nobody knows whose")
    Workspace.back_up_file(store, copies / "tuesday.steward")
    assert sorted(path.name for path in copies.iterdir()) == [".other.part", "tuesday.steward"]


def test_a_copy_that_is_being_written_is_left_alone(store: Path, tmp_path: Path) -> None:
    part = tmp_path / ".monday.steward.part"
    part.write_bytes(b"half of it")
    with FileLock(f"{part}.lock"):
        Workspace.back_up_file(store, tmp_path / "tuesday.steward")
        assert part.exists()
        with pytest.raises(StoreInUseError, match="busy in another program"):
            Workspace.back_up_file(store, tmp_path / "monday.steward")
        assert part.exists()


def test_the_newest_usable_backup_is_told_with_its_time(store: Path) -> None:
    older, newer, no_store = (store.with_name(f"c.backup-{name}.steward") for name in "abc")
    for copy, changed in ((older, 1_000), (newer, 2_000), (no_store, 3_000)):
        shutil.copy(store, copy)
        os.utime(copy, (changed, changed))
    no_store.write_text("a letter")
    # A name without a file, as when a copy is removed while it is looked at.
    store.with_name("c.backup-d.steward").symlink_to(store.with_name("gone"))
    assert backups.newest_backup(store) == (newer, datetime.fromtimestamp(2_000, UTC))
