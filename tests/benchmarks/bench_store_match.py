"""What matching inside a store costs: everything, and what a changed delivery asks for.

    python tests/benchmarks/bench_store_match.py [RECORDS] [--lists FILE ...] [--json]

The lists (those of tests/data/departments, unless others are given) are scaled to so many records, as bench_dedupe.py
does, and loaded into a store. Then everything is matched; the last list is delivered again with 2 % of its rows
changed; what changed is matched; and some customers are asked whom they seem to belong to. Each step runs in a process
of its own. Prints the records that it was about, processor seconds (children included), seconds by the clock, the most
memory that its process held, and the longest stretch without a look at whether to stop, in processor seconds, with the
phase that it was in.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from bench_dedupe import write_scaled

from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Work = Callable[[Path, Sequence[Path], "Stretches"], int]

_DEPARTMENTS = Path(__file__).parent.parent / "data" / "departments"
_CHANGED_SHARE = 0.02
_ASKED = 500


class Stretches:
    """Progress that measures how long the work goes on without a look at it."""

    def __init__(self) -> None:
        self._phase, self._last = "start", time.process_time()
        self.longest: tuple[float, str] = (0.0, self._phase)

    def report(self, phase: str, done: int, total: int) -> None:
        """Another phase, or more of one."""
        del done, total
        self.check()
        self._phase = phase

    def check(self) -> None:
        """The work looks whether it should stop."""
        now = time.process_time()
        self.longest = max(self.longest, (now - self._last, self._phase))
        self._last = now


def relate(store: Path, _lists: Sequence[Path], progress: Stretches) -> int:
    """Ask some customers whom they seem to belong to, as the customers page does one by one."""
    with Workspace.open(store, steward="Bench") as workspace:
        asked = list(islice(workspace.customers(), _ASKED))
        for cin in asked:
            workspace.proposed_relations(cin)
            progress.check()
        return len(asked)


def load(store: Path, lists: Sequence[Path], progress: Stretches) -> int:
    """Load each list under its name."""
    opened = Workspace.open if store.exists() else Workspace.create
    with opened(store, steward="Bench") as workspace:
        reports = [workspace.import_list(path, source=path.stem, progress=progress) for path in lists]
        return sum(report.rows_new + report.rows_changed for report in reports)


def match(store: Path, lists: Sequence[Path], progress: Stretches) -> int:
    """Match what there is to match."""
    del lists
    with Workspace.open(store, steward="Bench") as workspace:
        return workspace.match(progress).fresh_records


def write_changed(path: Path) -> None:
    """The same list, in which some rows have another last letter or digit somewhere."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    random = Random(5)
    for row in rows[1:]:
        place = random.randrange(1, len(row))
        if random.random() < _CHANGED_SHARE and row[place]:
            row[place] = row[place][:-1] + random.choice("23456789" if row[place][-1].isdigit() else "aeiou")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def run(work: Work, store: Path, lists: Sequence[Path], results: multiprocessing.Queue[dict[str, object]]) -> None:
    """One step, measured."""
    progress, started = Stretches(), time.perf_counter()
    records = work(store, lists, progress)
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    stretch, phase = progress.longest
    results.put(
        {
            "records": records,
            "cpu_seconds": round(sum(used.ru_utime + used.ru_stime for used in (own, others)), 1),
            "seconds": round(time.perf_counter() - started, 1),
            # Linux counts in KiB, macOS in bytes.
            "peak_mib": own.ru_maxrss // (2**20 if sys.platform == "darwin" else 2**10),
            "stretch": round(stretch, 2),
            "phase": phase,
        }
    )


def measured(name: str, work: Work, store: Path, lists: Sequence[Path]) -> dict[str, object]:
    """What a process of its own uses for a step."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[dict[str, object]] = context.Queue()
    process = context.Process(target=run, args=(work, store, lists, results))
    process.start()
    used = results.get()
    process.join()
    return {"step": name, **used}


def main() -> None:
    """Measure the four steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="?", type=int, default=100_000)
    parser.add_argument("--lists", nargs="+", type=Path, default=[])
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    lists = arguments.lists or sorted(path for path in _DEPARTMENTS.iterdir() if path.stem != "truth")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, scaled = folder / "store.steward", write_scaled(folder, lists, arguments.records)
        steps = [measured("load", load, store, scaled), measured("match everything", match, store, [])]
        write_changed(scaled[-1])
        steps += [measured("deliver again", load, store, scaled[-1:]), measured("match what changed", match, store, [])]
        steps.append(measured("ask for relations", relate, store, []))
    if arguments.json:
        json.dump(steps, sys.stdout, indent=2)
        return
    print(f"{'step':<20}{'records':>9}{'cpu s':>8}{'seconds':>9}{'MiB':>7}{'stretch':>9}  phase")
    for step in steps:
        print(
            f"{step['step']:<20}{step['records']:>9}{step['cpu_seconds']:>8}{step['seconds']:>9}{step['peak_mib']:>7}"
            f"{step['stretch']:>9}  {step['phase']}"
        )


if __name__ == "__main__":
    main()
