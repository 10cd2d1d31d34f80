"""Steward and Splink side by side, on the same tables in the same run.

    python tests/benchmarks/bench_peers.py --peer PYTHON [--tables DIR] [--worlds] [--synthetic N ...] [--json]

``PYTHON`` is the interpreter of an environment of its own that has Splink (pip install splink==5.0.0). Splink is set up
by a plain recipe: a comparison per column chosen by its type, blocking on the pairs of columns that carry most values,
u from random pairs, m by expectation-maximization, clusters at the threshold that is best in hindsight. Every run is a
process of its own; seconds are of the whole run, CPU seconds and peak memory of the process.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from bench_matching_speed import make_customers
from quality import Outcome, TrueRow, judge, read_truth
from worlds import write_worlds

from steward.domain.progress import NoProgress
from steward.workspace.match_runs.dedupe import DedupeRequest, dedupe

_TABLES = Path(__file__).parents[1] / "data" / "tables"
_SPLINK = Path(__file__).with_name("splink_recipe.py")
_SYNTHETIC = ("given_name", "family_name", "birth_date", "city", "postcode", "phone", "email")


@dataclass(frozen=True, slots=True)
class Line:
    """One engine on one table."""

    table: str
    engine: str
    rows: int
    f1: float
    seconds: float
    cpu_seconds: float
    peak_mib: int


def main() -> None:
    """Measure each table with both engines and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", type=Path, required=True, help="python of an environment that has Splink")
    parser.add_argument("--tables", type=Path, default=_TABLES, help="folder with tables (rec_id, truth, ...)")
    parser.add_argument("--worlds", action="store_true", help="invented tables too")
    parser.add_argument("--synthetic", nargs="*", type=int, default=[], help="sizes of synthetic customer tables")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        paths = sorted(arguments.tables.glob("*.csv"))
        paths += write_worlds(Path(folder), 1) if arguments.worlds else []
        paths += [_write_synthetic(Path(folder), size) for size in arguments.synthetic]
        for path in paths:
            lines += [_steward(path), _splink(path, arguments.peer)]
    if arguments.json:
        json.dump([asdict(line) for line in lines], sys.stdout, indent=2)
        return
    print(f"{'table':<18}{'engine':<9}{'rows':>9}{'F1':>9}{'s':>9}{'CPU s':>9}{'MiB':>7}")
    for line in lines:
        print(
            f"{line.table:<18}{line.engine:<9}{line.rows:>9}{line.f1:>9.4f}{line.seconds:>9.2f}{line.cpu_seconds:>9.2f}"
            f"{line.peak_mib:>7}"
        )


def _write_synthetic(folder: Path, size: int) -> Path:
    rows, truth = make_customers(size)
    path = folder / f"customers_{size}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("rec_id", "truth", *_SYNTHETIC))
        writer.writerows((f"r{i}", owner, *row) for i, (owner, row) in enumerate(zip(truth, rows, strict=True)))
    return path


def _steward(path: Path) -> Line:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "clusters.csv"
        start = time.perf_counter()
        # Of a pool of multiprocessing itself, a process may not start the others that a large table takes.
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            cpu, peak = pool.submit(_dedupe, path, out).result()
        seconds = time.perf_counter() - start
        with out.open(encoding="utf-8-sig", newline="") as file:
            clusters = {row["id"]: int(row["cluster"]) for row in csv.DictReader(file)}
    return _line(path, "steward", clusters, seconds, cpu, peak)


def _dedupe(path: Path, out: Path) -> tuple[float, int]:
    """In a fresh process: match, and tell CPU seconds (of children too) and peak memory."""
    dedupe(DedupeRequest((path,), out, id_column="rec_id", ignore=read_truth(path)[1]), NoProgress())
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    return cpu, max(own.ru_maxrss, children.ru_maxrss) // 1024


def _splink(path: Path, python: Path) -> Line:
    """The threshold that turns out best is Splink's; where it fails it has an F1 of 0."""
    beside = read_truth(path)[1]
    start = time.perf_counter()
    ran = subprocess.run([str(python), str(_SPLINK), str(path), *beside], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if ran.returncode:
        print(f"splink failed on {path.stem}: {ran.stderr.splitlines()[-1]}", file=sys.stderr)
        return Line(path.stem, "splink", len(read_truth(path)[0]), 0.0, round(seconds, 2), 0.0, 0)
    told = json.loads(ran.stdout.splitlines()[-1])
    tried = [_line(path, "splink", found, seconds, told["cpu"], told["mib"]) for found in told["clusters"].values()]
    return max(tried, key=lambda line: line.f1)


def _line(path: Path, engine: str, clusters: dict[str, int], seconds: float, cpu: float, peak: int) -> Line:
    truth: dict[str, TrueRow] = read_truth(path)[0]
    outcome = Outcome([clusters[key] for key in truth], [], set(), 0, seconds)
    f1 = judge(path.stem, list(truth.values()), outcome).f1
    return Line(path.stem, engine, len(truth), f1, round(seconds, 2), round(cpu, 2), peak)


if __name__ == "__main__":
    main()
