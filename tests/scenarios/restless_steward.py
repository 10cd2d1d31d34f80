"""A steward who never stops, until the process is killed: what a killed program leaves behind is looked at by a test.

    python restless_steward.py WAY STORE SEED

Prints a line after each thing that is done: ``ready``, ``entry NUMBER KIND``, or a word for what was finished.
"""

from __future__ import annotations

import os
import random
import shutil
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
            *[self.load, self.match, self.export, self.back_up],
            *[self.merge, self.merge_in_bulk, self.set_apart, self.take_out, self.override, self.reverse] * 4,
            *[self.rebuild, self.erase],
        ]
        while True:
            try:
                decision = self.random.choice(steps)()
            except StewardError:
                continue
            if decision is not None:
                print("entry", decision.id, decision.act.kind, flush=True)

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

    def rebuild(self) -> None:
        self.workspace.rebuild()

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

    def reverse(self) -> Decision | None:
        # The first delivery stays, so that there is always something to decide.
        found = [decision.id for decision in self.workspace.decisions() if decision.is_in_force and decision.id > 1]
        return self.workspace.reverse(self.random.choice(found)) if found else None

    def erase(self) -> None:
        first, *_ = self._records(1)
        if first in self.workspace.members(self.workspace.cin_of(1)):
            return
        report = self.workspace.erase(self.workspace.cin_of(first), reason="asked for on paper")
        print("entry", report.decision_id, "erase", flush=True)

    def export(self) -> None:
        report = self.workspace.export(self.folder / "master.csv")
        print("export", report.path, report.customers, flush=True)

    def back_up(self) -> None:
        print("backup", self.workspace.back_up(self.folder / "copy.steward"), flush=True)

    def _records(self, count: int) -> list[int]:
        present = [record.id for record in self.workspace.records()]
        return self.random.sample(present, min(count, len(present)))


def work(store: Path, seed: int) -> None:
    """Decide in a store, which is made when it is not there."""
    opening = Workspace.open if store.exists() else Workspace.create
    with opening(store, steward="Ratna") as opened:
        restless = RestlessSteward(opened, store.parent, seed)
        if not opened.has_lists():
            restless.load()
        print("ready", flush=True)
        restless.work()


def migrate(store: Path, seed: int) -> None:
    """Open stores of an old schema, one after the other: copies of ``old.steward`` beside the store."""
    fresh = store.with_name("fresh")
    print("ready", seed, flush=True)
    while True:
        shutil.copy(store.with_name("old.steward"), fresh)
        # The log of a migration that was killed belongs to the store that goes.
        for suffix in ("-wal", "-shm"):
            store.with_name(store.name + suffix).unlink(missing_ok=True)
        os.replace(fresh, store)
        Workspace.open(store, steward="Ratna").close()
        print("migrated", flush=True)


def restore(store: Path, seed: int) -> None:
    """Put two copies in the place of a store, in turn."""
    print("ready", seed, flush=True)
    while True:
        for name in ("first.steward", "second.steward"):
            report = Workspace.restore(store.with_name(name), store)
            if report.kept is not None:
                report.kept.unlink()
            print("restored", name, flush=True)


if __name__ == "__main__":
    {"work": work, "migrate": migrate, "restore": restore}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
