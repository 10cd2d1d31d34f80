"""A process that is killed at any moment loses no committed decision and leaves nothing half done."""

from __future__ import annotations

import csv
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from steward.domain.decisions import DecisionKind
from steward.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
#: A long run kills many more: STEWARD_KILLS=200, or make kill.
_KILLS = int(os.environ.get("STEWARD_KILLS", "5"))
#: Of ten kills six fall while a steward works, two while old stores are migrated, two while copies are put back.
_WORKING, _MIGRATING = round(0.6 * _KILLS), round(0.2 * _KILLS)
_RESTORING = _KILLS - _WORKING - _MIGRATING
#: So many kills share a store, whose log grows from kill to kill; several processes take a share each.
_SHARE = 20


@pytest.mark.parametrize("first", range(0, _WORKING, _SHARE))
def test_a_killed_steward_loses_no_decision_and_leaves_nothing_half_done(tmp_path: Path, first: int) -> None:
    store = tmp_path / "customers.steward"
    committed: dict[int, str] = {}
    for kill in range(first, min(first + _SHARE, _WORKING)):
        for line in _lines_until_killed("work", store, seed=kill):
            word, *rest = line.split()
            if word == "entry":
                committed[int(rest[0])] = rest[1]
        if store.exists():
            _check_store(store, committed)
        _check_copy(tmp_path / "copy.steward", committed)
        _check_export(tmp_path / "master.csv")
    assert committed


def test_a_migration_that_is_killed_is_done_by_the_next_opening(tmp_path: Path) -> None:
    store = tmp_path / "customers.steward"
    shutil.copy(ROOT / "tests" / "migrations" / "schema_0001.db", tmp_path / "old.steward")
    for kill in range(_MIGRATING):
        _lines_until_killed("migrate", store, seed=kill)
        if not store.exists():
            continue
        with Workspace.open(store, steward="Budi") as workspace:
            assert workspace.verify() == []
            assert [decision.kind for decision in workspace.decisions()] == ["merge", "delivery"]
        backup = tmp_path / "customers.backup-1.steward"
        with Workspace.open(shutil.copy(backup, tmp_path / "copy.steward"), steward="Budi") as workspace:
            assert workspace.verify() == []
            workspace.reverse(2)
            assert workspace.verify() == []


def test_a_restoring_that_is_killed_leaves_one_of_the_two_stores(tmp_path: Path) -> None:
    store = tmp_path / "customers.steward"
    rows = "1,Sri Wahyuni,0812-3344-5566\n2,Budi,0813-2211-4090\n3,Tono,0811-2020-3030\n"
    (tmp_path / "list.csv").write_text(f"ID,Nama,HP\n{rows}")
    with Workspace.create(store, steward="Budi") as workspace:
        workspace.import_list(tmp_path / "list.csv")
        workspace.back_up(tmp_path / "first.steward")
        workspace.merge([1, 2], reason="by mistake")
        workspace.back_up(tmp_path / "second.steward")
        workspace.erase(workspace.cin_of(3), reason="asked for on paper")
    for kill in range(_RESTORING):
        _lines_until_killed("restore", store, seed=kill)
        with Workspace.open(store, steward="Budi") as workspace:
            assert workspace.verify() == []
            kinds = [decision.act.kind for decision in workspace.decisions()]
            assert kinds in (["erase", "delivery"], ["erase", "merge", "delivery"])
            assert [record.id for record in workspace.records()] == [1, 2]
    assert sorted(path.name for path in tmp_path.glob("*.replaced-*")) in ([], ["customers.replaced-1.steward"])


def _lines_until_killed(way: str, store: Path, seed: int) -> list[str]:
    """What the steward printed before the kill, which falls at a random moment of starting or of working.

    How long they work is counted in things done, so that they get as far on a busy machine.
    """
    chance = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("restless_steward.py"), way, store, str(seed)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    lines = []
    if chance.random() < 0.9:
        lines += [process.stdout.readline() for _ in range(chance.randrange(1, 8))]
    try:
        process.wait(timeout=chance.uniform(0.05, 0.5))
    except subprocess.TimeoutExpired:
        process.kill()
    rest, failure = process.communicate()
    assert failure == ""
    return [*lines, *rest.splitlines()]


def _check_store(store: Path, committed: dict[int, str]) -> None:
    with Workspace.open(store, steward="Budi") as workspace:
        assert workspace.verify() == []
        logged = {decision.id: decision for decision in workspace.decisions()}
        assert sorted(logged) == list(range(1, len(logged) + 1))
        assert {number: logged[number].act.kind for number in committed} == committed
        deliveries = [delivery for source in workspace.summary().sources for delivery in source.deliveries]
        loaded = [d.act.delivery_id for d in logged.values() if d.act.kind is DecisionKind.DELIVERY]
        assert sorted(loaded) == sorted(delivery.id for delivery in deliveries)
        assert all(delivery.rows_read == 40 for delivery in deliveries)


def _check_copy(copy: Path, committed: dict[int, str]) -> None:
    """A copy is whole: it holds every decision up to one of them."""
    if copy.exists():
        with Workspace.open(copy, steward="Budi") as workspace:
            assert workspace.verify() == []
            logged = {decision.id: decision.act.kind for decision in workspace.decisions()}
            assert committed.items() >= {number: logged[number] for number in logged if number in committed}.items()
            assert max(logged) == len(logged)


def _check_export(export: Path) -> None:
    if export.exists():
        with export.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert rows
        assert all(len(row) == len(header) for row in rows)
