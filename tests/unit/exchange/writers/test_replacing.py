"""An export is written whole or not at all, and a disk that refuses says so in one sentence."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from steward.domain.errors import ExportError
from steward.exchange.writers import Sheet, SheetColumn, write_csv, write_parquet, write_workbook
from steward.exchange.writers.replacing import export_error

Write = Callable[[Path, Sheet], None]


def workbook(path: Path, sheet: Sheet) -> None:
    write_workbook(path, [sheet], created=datetime(2026, 6, 30, tzinfo=UTC))


WRITERS = pytest.mark.parametrize("write", [workbook, write_csv, write_parquet], ids=["xlsx", "csv", "parquet"])


def master() -> Sheet:
    return Sheet("Master", (SheetColumn("CIN"),), [("C0000017",)])


def failing(error: int) -> Sheet:
    def rows() -> Iterator[tuple[str]]:
        yield ("C0000017",)
        raise OSError(error, os.strerror(error))

    return Sheet("Master", (SheetColumn("CIN"),), rows())


@WRITERS
def test_a_store_is_never_replaced_by_an_export(tmp_path: Path, write: Write) -> None:
    store = tmp_path / "master.steward"
    with sqlite3.connect(store) as connection:
        connection.execute("CREATE TABLE decision (id INTEGER)")
    connection.close()
    before = store.read_bytes()
    with pytest.raises(ExportError, match="is a store, not an earlier export"):
        write(store, master())
    assert store.read_bytes() == before


@WRITERS
def test_a_missing_folder_is_named(tmp_path: Path, write: Write) -> None:
    with pytest.raises(ExportError, match=r"there is no folder .*disk"):
        write(tmp_path / "disk" / "master.out", master())


@WRITERS
def test_a_folder_can_not_be_overwritten(tmp_path: Path, write: Write) -> None:
    folder = tmp_path / "master.out"
    folder.mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        write(folder, master())


@WRITERS
def test_a_full_disk_leaves_the_old_export_and_no_rubbish(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "master.out"
    path.write_text("the export of yesterday")
    with pytest.raises(ExportError, match="disk is full"):
        write(path, failing(errno.ENOSPC))
    assert path.read_text() == "the export of yesterday"
    assert os.listdir(tmp_path) == ["master.out"]


@WRITERS
def test_an_export_replaces_the_old_one(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "master.out"
    path.write_text("the export of yesterday")
    write(path, master())
    assert b"C0000017" in path.read_bytes() or path.read_bytes().startswith(b"PK")
    assert os.listdir(tmp_path) == ["master.out"]


@WRITERS
def test_a_folder_without_permission_says_so(tmp_path: Path, write: Write) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("the superuser may write everywhere")
    with pytest.raises(ExportError, match="where you may write"):
        write(folder / "master.out", master())


@WRITERS
def test_a_disk_that_takes_no_files_says_so(write: Write) -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs a folder in which nobody can make files")
    with pytest.raises(ExportError) as caught:
        write(Path("/proc/self/master.out"), master())
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "x"), "disk is full"),
        (OSError(errno.EROFS, "x"), "read-only"),
        (PermissionError(errno.EACCES, "x"), "close it if it is open"),
        (FileNotFoundError(errno.ENOENT, "x"), "folder is gone"),
        (OSError(errno.ENAMETOOLONG, "x"), "too long"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_every_refusal_of_the_disk_is_one_sentence(error: OSError, said: str) -> None:
    sentence = str(export_error(Path("master.xlsx"), error))
    assert said in sentence
    assert sentence.startswith("master.xlsx")
    assert sentence.endswith(".")
