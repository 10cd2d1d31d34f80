"""A steward who imports, matches, decides, reverses and exports without end, until the process is killed.

Prints one line after each step that is committed: ``ready``, ``entry NUMBER KIND`` or ``export PATH CUSTOMERS``.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from steward.domain.errors import StewardError
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.decisions import Decision

_NAMES = ("Sri Wahyuni", "Budi Santoso", "Heru Prasetyo", "Dewi Lestari", "Agus Salim", "Rina Marlina")
_CITIES = ("Bandung", "Jakarta", "Solo", "Malang")


class RestlessSteward:
    """Chooses steps by a seeded generator, so that a failure can be played again."""

    def __init__(self, workspace: Workspace, folder: Path, seed: int) -> None:
        self.workspace = workspace
        self.folder = folder
        self.random = random.Random(seed)

    def work(self) -> None:
        """Step after step; what a decision may not do is tried and refused like a person's mistake."""
        steps: list[Callable[[], Decision | None]] = [
            self.load,
            self.match,
            *[self.merge, self.merge_in_bulk, self.set_apart, self.take_out, self.override, self.reverse] * 4,
            self.export,
        ]
        while True:
            try:
                decision = self.random.choice(steps)()
            except StewardError:
                continue
            if decision is not None:
                print("entry", decision.id, decision.kind, flush=True)

    def load(self) -> Decision:
        path = self.folder / "list.csv"
        rows = [
            f"{number},{self.random.choice(_NAMES)},0812{self.random.randrange(40):07},{self.random.choice(_CITIES)}"
            for number in self.random.sample(range(60), 40)
        ]
        path.write_text("ID,Nama,HP,Kota\n" + "\n".join(rows) + "\n", encoding="utf-8")
        self.workspace.import_list(path, source=self.random.choice(("Sales", "Shop")), key="ID", mode="partial")
        return next(self.workspace.decisions())

    def match(self) -> None:
        self.workspace.match()

    def merge(self) -> Decision:
        return self.workspace.merge(self._records(3), reason="as drawn")

    def merge_in_bulk(self) -> Decision:
        return self.workspace.merge_many(self.workspace.queue()[:5])

    def set_apart(self) -> Decision:
        first, *others = self._records(4)
        return self.workspace.not_same(first, others)

    def take_out(self) -> Decision:
        return self.workspace.take_out(self._records(1)[0])

    def override(self) -> Decision:
        return self.workspace.override(self.workspace.cin_of(self._records(1)[0]), "name", self.random.choice(_NAMES))

    def reverse(self) -> Decision:
        found = [decision.id for decision in self.workspace.decisions() if decision.is_in_force]
        return self.workspace.reverse(self.random.choice(found))

    def export(self) -> None:
        report = self.workspace.export(self.folder / "master.csv")
        print("export", report.path, report.customers, flush=True)

    def _records(self, count: int) -> list[int]:
        present = [record.id for record in self.workspace.records()]
        return self.random.sample(present, min(count, len(present)))


if __name__ == "__main__":
    store, seed = Path(sys.argv[1]), int(sys.argv[2])
    with (
        Workspace.open(store, steward="Ratna") if store.exists() else Workspace.create(store, steward="Ratna") as opened
    ):
        restless = RestlessSteward(opened, store.parent, seed)
        if not opened.has_lists():
            restless.load()
        print("ready", flush=True)
        restless.work()
