"""Opening, making and refusing store files."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from steward.domain.errors import Cancelled, NotAStoreError, StoreError, StoreInUseError, StoreUnavailableError
from steward.storage.database import Database, create_database, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create_database(tmp_path / "c.steward")
    yield made
    made.close()


def test_every_connection_has_its_pragmas(database: Database) -> None:
    with database.read() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA synchronous")) == 1
        assert session.scalar(text("PRAGMA busy_timeout")) == 10000


def test_a_write_that_fails_leaves_nothing(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write() as session:
            session.execute(text("INSERT INTO record_search (rowid, text) VALUES (1, 'x')"))
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()
    with database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM record_search")) == 0


def test_a_trial_leaves_nothing(database: Database) -> None:
    with database.trial() as session:
        session.execute(text("INSERT INTO record_search (rowid, text) VALUES (1, 'x')"))
    with database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM record_search")) == 0


def test_a_reader_sees_one_state_while_a_writer_commits(database: Database) -> None:
    with database.read() as reader:
        assert reader.scalar(text("SELECT count(*) FROM record_search")) == 0
        with database.write() as writer:
            writer.execute(text("INSERT INTO record_search (rowid, text) VALUES (1, 'x')"))
        assert reader.scalar(text("SELECT count(*) FROM record_search")) == 0


def test_an_existing_file_is_not_overwritten(database: Database) -> None:
    with pytest.raises(StoreError, match="exists already"):
        create_database(database.path)


def test_a_second_writer_is_refused_until_the_first_closes(database: Database) -> None:
    with pytest.raises(StoreInUseError, match="close it there first"):
        open_database(database.path)
    open_database(database.path, is_borrowed=True).close()
    database.close()
    open_database(database.path).close()


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "c.steward"
    create_database(path).close()
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom steward.storage.database import open_database\n"
        "open_database(Path(sys.argv[1]))\nos.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    open_database(path).close()


def test_a_folder_or_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError, match="is a folder"):
        open_database(tmp_path)
    with pytest.raises(StoreUnavailableError, match="There is no store"):
        open_database(tmp_path / "none.steward")
    with pytest.raises(StoreUnavailableError, match="is not there"):
        create_database(tmp_path / "no" / "c.steward")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(StoreUnavailableError, match="can't be written"):
        create_database(folder / "c.steward")


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steward.storage.store_file._file_system", lambda folder: "cifs")
    with pytest.raises(StoreUnavailableError, match="network drive"):
        create_database(tmp_path / "c.steward")


def test_a_damaged_store_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "c.steward"
    create_database(path).close()
    content = bytearray(path.read_bytes())
    content[200:] = b"\xff" * (len(content) - 200)
    path.write_bytes(bytes(content))
    with pytest.raises(NotAStoreError, match="damaged"), open_database(path).read() as session:
        session.execute(text("SELECT * FROM source")).all()


def test_what_was_much_is_kept_when_bringing_it_into_the_file_is_stopped(tmp_path: Path) -> None:
    database = create_database(tmp_path / "a.steward")
    asked = []

    def stop() -> None:
        asked.append("stop?")
        raise Cancelled

    with database.write_much(stop) as session:
        session.execute(text("INSERT INTO store_setting (name, value) VALUES ('a', 'b')"))

    assert asked == ["stop?"]
    with database.read() as session:
        assert session.scalar(text("SELECT value FROM store_setting WHERE name = 'a'")) == "b"
    with database.write() as session:
        assert session.scalar(text("PRAGMA wal_autocheckpoint")) == 1000
    database.close()
