"""A dedupe can be stopped wherever it is, and then leaves nothing behind."""

from __future__ import annotations

from collections import Counter
from random import Random
from threading import Lock
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import Cancelled
from steward.matching import columns
from steward.workspace.match_runs.dedupe import DedupeRequest, dedupe

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("looks_by_work")

_HEADERS = ("name", "phone", "email", "city", "birth date", "address")
_PHASES = {"reading", "standardize", "values", "candidates", "learn", "glance", "compare", "group", "writing"}


class Looks:
    """Counts how often it is looked whether to stop, by the phase that was told last; stops at one of them."""

    def __init__(self, stop_at: int = 0) -> None:
        self.by_phase: Counter[str] = Counter()
        self._phase = "reading"
        self._stop_at = stop_at
        # Several threads may look.
        self._lock = Lock()

    def report(self, phase: str, done: int, total: int) -> None:
        self._phase = phase
        self.check()

    def check(self) -> None:
        with self._lock:
            self.by_phase[self._phase] += 1
            looks = self.by_phase.total()
        if 0 < self._stop_at <= looks:
            raise Cancelled


def request(folder: Path, rows: int, headers: int = len(_HEADERS)) -> DedupeRequest:
    """A list of so many customers, each row with so many cells."""
    random = Random(5)
    lines = [",".join(("id", *_HEADERS[:headers]))]
    for number in range(rows):
        words = ["".join(random.choice(("ba", "ni", "tu", "sor", "wan")) for _ in range(3)) for _ in range(4)]
        cells = (
            f"{words[0]} {words[1]}",
            f"0812{random.randint(10**6, 10**7 - 1)}",
            f"{words[0]}{number % 90}@mail.com",
            words[2],
            f"{random.randint(1950, 2000)}-0{random.randint(1, 9)}-{random.randint(10, 28)}",
            f"Jl. {words[3]} No. {random.randint(1, 99)}",
        )
        lines.append(",".join((f"R{number}", *cells[:headers])))
    path = folder / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return DedupeRequest(files=(path,), out=folder / "clusters.csv", pairs=folder / "pairs.csv", id_column="id")


def looks_of(folder: Path, rows: int, headers: int = len(_HEADERS)) -> Counter[str]:
    looks = Looks()
    dedupe(request(folder, rows, headers), looks)
    return looks.by_phase


def test_every_phase_looks_whether_to_stop(tmp_path: Path) -> None:
    assert set(looks_of(tmp_path, 300)) >= _PHASES


def test_wherever_it_is_stopped_nothing_is_left_behind(tmp_path: Path) -> None:
    asked = request(tmp_path, 300)
    looks = Looks()
    dedupe(asked, looks)
    take_away(asked)
    # Until the first result is written; what is written whole stays.
    last = looks.by_phase.total() - looks.by_phase["writing"]
    for stop_at in range(1, last, 5):
        looks = Looks(stop_at)
        try:
            dedupe(asked, looks)
        except Cancelled:
            assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
        else:
            # Who waits longer looks more often: this run was over before its turn came.
            assert looks.by_phase.total() < stop_at
            take_away(asked)


def take_away(asked: DedupeRequest) -> None:
    for path in (asked.out, asked.pairs):
        assert path is not None
        path.unlink()


def test_every_column_is_several_chances_to_stop(tmp_path: Path) -> None:
    few, many = looks_of(tmp_path, 300, headers=3), looks_of(tmp_path, 300)
    for phase, chances in (("standardize", 3), ("values", 3)):
        assert many[phase] - few[phase] >= chances * 3


def test_long_columns_are_worked_on_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = looks_of(tmp_path, 2000)
    monkeypatch.setattr(columns, "_BETWEEN_CHECKS", 100)
    portions = looks_of(tmp_path, 2000)
    # Each column of different texts has twenty portions, and is gone through more than once.
    assert portions.total() - whole.total() >= 20 * 4
