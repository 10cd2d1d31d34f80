"""A process that is killed at any moment loses no committed decision and leaves nothing half done."""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
from pathlib import Path

from steward.domain.decisions import DecisionKind
from steward.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
#: A long run kills many more: STEWARD_KILLS=200, or make kill.
_KILLS = int(os.environ.get("STEWARD_KILLS", "8"))


def test_a_killed_steward_loses_no_decision_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    store = tmp_path / "customers.steward"
    committed: dict[int, str] = {}
    for kill in range(_KILLS):
        for line in _lines_until_killed(store, seed=kill):
            word, *rest = line.split()
            if word == "entry":
                committed[int(rest[0])] = rest[1]
        if store.exists():
            _check(store, tmp_path / "master.csv", committed)
    assert len(committed) > _KILLS


def _lines_until_killed(store: Path, seed: int) -> list[str]:
    """What the steward printed before the kill, which falls at a random moment of starting or of working."""
    chance = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("restless_steward.py"), store, str(seed)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    lines = []
    if chance.random() < 0.9:
        lines.append(process.stdout.readline())
    try:
        process.wait(timeout=chance.uniform(0.05, 1.5))
    except subprocess.TimeoutExpired:
        process.kill()
    rest, failure = process.communicate()
    assert failure == ""
    return [*lines, *rest.splitlines()]


def _check(store: Path, export: Path, committed: dict[int, str]) -> None:
    with Workspace.open(store, steward="Budi") as workspace:
        assert workspace.verify() == []
        logged = {decision.id: decision for decision in workspace.decisions()}
        assert sorted(logged) == list(range(1, len(logged) + 1))
        assert {number: logged[number].kind for number in committed} == committed
        deliveries = [delivery for source in workspace.summary().sources for delivery in source.deliveries]
        loaded = [d.act.delivery_id for d in logged.values() if d.kind is DecisionKind.DELIVERY]
        assert sorted(loaded) == sorted(delivery.id for delivery in deliveries)
        assert all(delivery.rows_read == 40 for delivery in deliveries)
    if export.exists():
        with export.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert rows
        assert all(len(row) == len(header) for row in rows)
