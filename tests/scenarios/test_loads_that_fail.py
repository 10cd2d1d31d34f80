"""A load whose disk is full, whose file is written to meanwhile, or that is cancelled: the store is as it was."""

from __future__ import annotations

import os
import re
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb
import openpyxl
import pytest
from sqlalchemy import Engine, event

from steward.cli import main
from steward.domain.errors import Cancelled, ListError
from steward.workspace import Workspace

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

_HEADERS = ("ID", "Nama", "HP", "Alamat")
_ROWS = [(str(n), f"Ani Kusuma {n}", f"0813{n:08}", f"Jl. Melati {n}") for n in range(5000)]


def _csv(path: Path) -> None:
    path.write_text("\n".join(map(",".join, [_HEADERS, *_ROWS])), encoding="utf-8")


def _xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (_HEADERS, *_ROWS):
        book.active.append(row)
    book.save(path)


def _parquet(path: Path) -> None:
    _csv(path.with_suffix(".csv"))
    with duckdb.connect() as connection:
        connection.read_csv(str(path.with_suffix(".csv"))).write_parquet(str(path), row_group_size=500)


def _archive(path: Path) -> None:
    listed = path.with_suffix(".csv")
    _csv(listed)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(listed, listed.name)
    listed.unlink()


class _Meddler:
    """Does something once, as soon as the file is being read."""

    def __init__(self, meddle: Callable[[], object]) -> None:
        self._meddle, self._is_done = meddle, False

    def report(self, phase: str, done: int, total: int) -> None:
        if phase == "reading":
            self.check()

    def check(self) -> None:
        if not self._is_done:
            self._is_done = True
            self._meddle()


class _LaterMeddler(_Meddler):
    """The same, but not before something of the file was read."""

    def report(self, phase: str, done: int, total: int) -> None:
        if phase == "reading":
            super().check()

    def check(self) -> None:
        """Not yet."""


@pytest.mark.parametrize("room", [0, 20, 60], ids=lambda pages: f"{pages}_pages_left")
def test_a_full_disk_is_said_in_one_sentence_and_nothing_of_the_list_is_kept(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], room: int
) -> None:
    extra = tmp_path / "partner.csv"
    _csv(extra)
    with Workspace.open(store) as workspace:
        before = workspace.fingerprint(), workspace.summary()
    with _disk_with_room(room):
        assert main(["import", str(store), str(extra)]) == 1
        said = capsys.readouterr().err
    assert re.fullmatch(r"[^\n]*The disk is full \(\d+ MiB free\); make room, nothing was changed\.\n", said)
    with Workspace.open(store) as workspace:
        assert (workspace.fingerprint(), workspace.summary()) == before
        workspace.import_list(extra)
        assert workspace.summary().record_count == before[1].record_count + len(_ROWS)


@contextmanager
def _disk_with_room(pages: int) -> Iterator[None]:
    """SQLite may take only so many more pages for a file, and fails then as it does on a full disk."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        (used,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={used + pages}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


@pytest.mark.parametrize("write", [_csv, _xlsx, _parquet, _archive], ids=["csv", "xlsx", "parquet", "zip"])
def test_a_file_that_is_cut_while_it_is_read_is_refused(
    store: Path, tmp_path: Path, write: Callable[[Path], None]
) -> None:
    extra = tmp_path / f"partner.{write.__name__[1:].replace('archive', 'zip')}"
    write(extra)
    with Workspace.open(store) as workspace:
        before = workspace.fingerprint()
        cut = _Meddler(lambda: os.truncate(extra, extra.stat().st_size // 2))
        with pytest.raises(ListError, match=r"^partner\.\w+ [^.]+\.$"):
            workspace.import_list(extra, progress=cut)
        assert (workspace.fingerprint(), workspace.summary().record_count) == (before, 11)


@pytest.mark.parametrize(
    ("meddle", "said"),
    [
        (lambda path: path.unlink(), "vanished while it was read"),
        (lambda path: path.write_text("ID,Nama,HP\n8,Rudi Hartono,081300002222\n", encoding="utf-8"), "changed while"),
    ],
    ids=["vanishes", "changes"],
)
def test_a_file_that_changes_or_vanishes_while_it_is_read_is_refused(
    store: Path, tmp_path: Path, meddle: Callable[[Path], object], said: str
) -> None:
    extra = tmp_path / "partner.csv"
    extra.write_text("ID,Nama,HP\n7,Ani Kusuma,081300001111\n", encoding="utf-8")

    with Workspace.open(store) as workspace:
        before = workspace.fingerprint()
        with pytest.raises(ListError, match=rf"^partner\.csv {said}.*\.$"):
            workspace.import_list(extra, progress=_LaterMeddler(lambda: meddle(extra)))
        assert (workspace.fingerprint(), workspace.summary().record_count) == (before, 11)


def test_cancelling_a_load_leaves_the_store_as_it_was(store: Path, lists: Path, tmp_path: Path) -> None:
    class StopsWhileStoring:
        def report(self, phase: str, done: int, total: int) -> None:
            self.phase = phase

        def check(self) -> None:
            if getattr(self, "phase", "") == "store":
                raise Cancelled

    extra = tmp_path / "partner.csv"
    extra.write_text("ID,Nama,HP\n7,Ani Kusuma,081300001111\n", encoding="utf-8")
    with Workspace.open(store) as workspace:
        before = workspace.fingerprint()
        with pytest.raises(Cancelled):
            workspace.import_list(extra, progress=StopsWhileStoring())
        assert workspace.fingerprint() == before
        assert workspace.summary().record_count == 11
        assert [found.source.name for found in workspace.summary().sources] == ["Sales", "Service", "Social"]
