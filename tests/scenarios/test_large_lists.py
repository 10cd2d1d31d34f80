"""Rows of a large list are made by processes of their own; the store is the same as when they are made here."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.workspace import Workspace
from steward.workspace.decisions import decide
from steward.workspace.lists import store_delivery

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "ID,Nama,NIK,HP,Tgl Lahir,Alamat,Produk"
COUNT = 4500


def lines(count: int = COUNT) -> list[str]:
    """Rows good and doubtful: with several phones, phones that are e-mails, ids with a digit too few, one key twice."""
    chance = random.Random(5)
    found = []
    for number in range(1, count + 1):
        nik = f"3171{chance.randrange(10**11, 10**12)}"
        phone = chance.choice(
            ("0812-3344-5566", f"08{chance.randrange(10**9)}", "a@b.co.id", "021 55512 / 0813 445566")
        )
        born = chance.choice(("12/03/1990", "1990-13-45", ""))
        nik = nik[: chance.choice((15, 16))]
        street = f"Jl. Melati {number} RT 01/02 Kel. Menteng Jakarta 10310"
        key = number - (number % 1000 == 0)
        found.append(f"{key},Budi {chance.choice('ABC')} {number},{nik},{phone},{born},{street},TV; AC")
    return found


def load(workspace: Workspace, folder: Path, rows: list[str]) -> list[tuple[int, str, str, str]]:
    path = folder / "sales.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    os.utime(path, (1_777_000_000, 1_777_000_000))  # the store notes how old its file is
    report = workspace.import_list(path, source="Sales", mode="full")
    return [(issue.row, issue.column, issue.kind, issue.value) for issue in report.issues]


def content(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but for what is salted anew in every store."""
    with closing(sqlite3.connect(store)) as connection:
        named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'decision'")
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in named.fetchall()}


def made(folder: Path) -> Path:
    """A store with a delivery, and the same with a few changes on top."""
    folder.mkdir()
    store = folder / "large.steward"
    with Workspace.create(store, steward="Ratna", clock=lambda: datetime(2026, 5, 1, tzinfo=UTC)) as workspace:
        rows = lines()
        load(workspace, folder, rows)
        rows[7], rows[4000] = rows[7].replace("Budi", "Wati"), rows[4000].replace("Melati", "Mawar")
        load(workspace, folder, [*rows[:-3], "9999999,Sri Wahyuni,,,,,"])
    return store


def test_rows_made_elsewhere_are_those_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = content(made(tmp_path / "here"))
    monkeypatch.setattr(store_delivery, "ENOUGH_ROWS", 100)
    assert content(made(tmp_path / "elsewhere")) == here


def test_an_unchanged_row_keeps_what_is_doubtful_about_it(tmp_path: Path) -> None:
    rows = lines(1100)
    with Workspace.create(tmp_path / "again.steward", steward="Ratna") as workspace:
        first = load(workspace, tmp_path, rows)
        again = load(workspace, tmp_path, ["C1,Sri Wahyuni,,,,,", *rows])
    assert {(row + 1, *issue) for row, *issue in first} == set(again)
    assert {column for _, column, _, _ in first} >= {"ID", "nik"}


def test_a_load_that_is_cancelled_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopping(NoProgress):
        stored = 0

        def report(self, phase: str, done: int, total: int) -> None:
            if phase == "store":
                self.stored = done

        def check(self) -> None:
            if self.stored > 2000:
                raise Cancelled

    monkeypatch.setattr(store_delivery, "ENOUGH_ROWS", 100)
    path = tmp_path / "sales.csv"
    path.write_text("\n".join([HEADER, *lines()]) + "\n", encoding="utf-8")
    store = tmp_path / "cancelled.steward"
    with Workspace.create(store, steward="Ratna") as workspace:
        before = content(store)
        with pytest.raises(Cancelled):
            workspace.import_list(path, source="Sales", progress=Stopping())
        assert content(store) == before
        assert workspace.verify() == []


@pytest.mark.usefixtures("looks_by_work")
def test_taking_up_what_changed_can_be_stopped_between_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Looks(NoProgress):
        def __init__(self, stop_at: int = 0) -> None:
            self.looks, self.stop_at, self.is_storing = 0, stop_at, False

        def report(self, phase: str, done: int, total: int) -> None:
            self.is_storing = phase == "store"

        def check(self) -> None:
            self.looks += self.is_storing
            if self.looks == self.stop_at > 0:
                raise Cancelled

    monkeypatch.setattr(decide, "_INDEXED_AT_ONCE", 1)
    store, path = tmp_path / "changed.steward", tmp_path / "sales.csv"
    with Workspace.create(store, steward="Ratna") as workspace:
        load(workspace, tmp_path, lines(40))
        few, many = Looks(), Looks()
        for looks, changed in ((few, 2), (many, 30)):
            rows = [row.replace("Budi", "Wati") for row in lines(40)[:changed]] + lines(40)[changed:]
            path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
            workspace.import_list(path, source="Sales", progress=looks, is_dry_run=True)
        assert many.looks == few.looks + 28
        before = content(store)
        with pytest.raises(Cancelled):
            workspace.import_list(path, source="Sales", progress=Looks(many.looks - few.looks))
        assert content(store) == before
