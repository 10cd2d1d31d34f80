"""What deciding asks of a steward's hand and how much of an hour the program takes: the samples, by keys alone.

    python tests/benchmarks/bench_deciding.py [--easy 200] [--conflicts 60] [--think-easy 20] [--think-conflicts 50]

Nobody thinks while this runs: seconds of thinking are added to what the program took between the key and the paint.
What comes out is how many answers an hour holds at such a pace, and how many it would hold if the program took no time.
Of a cluster in conflict another member's value is taken for every field in conflict before it is merged; against a veto
it is answered as not the same.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from bench_review import Drive, Key
from PySide6.QtTest import QTest

from steward.app import build_program
from steward.demo import make_store
from steward.domain.progress import NO_PROGRESS
from steward.ui.pages.review.grid_view import CompareView
from steward.workspace.views import CellState

HOUR = 3600
#: What an hour of a steward shall hold.
WANTED = {"easy": 150, "in conflict": 60}


def main() -> int:
    """Make the store of the samples, answer, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--easy", type=int, default=200)
    parser.add_argument("--conflicts", type=int, default=60)
    parser.add_argument("--think-easy", type=float, default=20.0, help="seconds of thinking for each")
    parser.add_argument("--think-conflicts", type=float, default=50.0)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "samples.steward"
        make_store(store, NO_PROGRESS, "Ratna")
        program = build_program(Path(folder) / "settings.ini", steward="Ratna")
        program.services.settings.tour_seen = True
        desk = Desk(program, store)
        try:
            desk.answer({"easy": options.easy, "in conflict": options.conflicts})
        finally:
            desk.close()
    for name, thinking in (("easy", options.think_easy), ("in conflict", options.think_conflicts)):
        print(desk.tallies[name].told(name, thinking))
    return 0


@dataclass
class Tally:
    """Keys and seconds of the program for each answer."""

    keys: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def told(self, name: str, thinking: float) -> str:
        """A line of figures."""
        if not self.keys:
            return f"{name:12} none"
        own = statistics.mean(self.seconds)
        rate = HOUR / (thinking + own)
        return (
            f"{name:12} {len(self.keys):4} answers  keys {statistics.mean(self.keys):4.1f} (most {max(self.keys)})  "
            f"clicks 0  own time {1000 * own:6.1f} ms, {own / (thinking + own):5.2%} of {thinking:g} s each  "
            f"{rate:6.1f} an hour of {HOUR / thinking:.1f}  {'ok' if rate >= WANTED[name] else 'TOO FEW'}"
        )


class Desk(Drive):
    """Answers cluster after cluster as they come."""

    def answer(self, wanted: dict[str, int]) -> None:
        """So many of each kind, as far as the queue holds them; what is not wanted any more is passed by."""
        self.tallies = {name: Tally() for name in wanted}
        for _ in range(len(self.page.session.queue)):
            draft = self.page.session.draft
            if draft is None or all(len(self.tallies[name].keys) >= number for name, number in wanted.items()):
                return
            name = "in conflict" if self.page.pane.grid.has_conflict() else "easy"
            if len(self.tallies[name].keys) >= wanted[name]:
                self._next("passed")
                continue
            keys = self._take_values() if name == "in conflict" else []
            self._key("answer", Key.Key_N if draft.vetoes or not draft.can_merge else Key.Key_A)
            keys.append(self.times["answer"][-1])
            self.tallies[name].keys.append(len(keys))
            self.tallies[name].seconds.append(sum(keys) / 1000)

    def _take_values(self) -> list[float]:
        """For every field in conflict the value of a member that differs; milliseconds of every key."""
        grid = self.page.pane.grid
        table, fields, found = grid.model.table, grid.model.fields, []
        place = fields.index(grid.current_attribute() or fields[0])
        for row, name in enumerate(fields):
            differing = table.first_place(name, CellState.CONFLICT)
            number = table.members[differing].number if differing is not None else 10
            if table.rows[name].state is not CellState.CONFLICT or number > 9:
                continue
            found += [self._press(Key.Key_J) for _ in range(row - place)]
            found.append(self._press(Key(Key.Key_0 + number)))
            place = row
        return found

    def _press(self, key: Key) -> float:
        view = self.page.pane.grid.findChildren(CompareView)[0].viewport()
        self._timed(
            "key",
            lambda: QTest.keyClick(self._program.window.focusWidget() or self.page, key),
            lambda: self._is_painted(view),
        )
        return self.times["key"][-1]


if __name__ == "__main__":
    sys.exit(main())
