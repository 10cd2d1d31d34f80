"""Does the probability mean what it says?

    python tests/benchmarks/bench_calibration.py [--departments DIR] [--tables DIR] [--worlds SEED ...] [--json]

Every table with truth is matched with no settings; its kept pairs are put into bins by their match probability. A bin
is fine when the mean probability of its pairs and the share that is true lie within five points. Few pairs say little:
beside the share stands between what bounds it would lie in 95 of 100 such tables (pairs of one customer hang together,
so in truth the bounds are wider), and a bin is marked when all of them are more than five points off. ``--worlds`` adds
invented tables (see worlds.py), another set for each seed. Below stand the average gap of all bins that hold enough
pairs to tell, and how many of them are off. For the form of tables and lists see bench_accuracy.py.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from quality import is_neutral, judge_departments, read_truth
from reliability import FINE, Judged, bins_of
from worlds import write_worlds

from steward.domain.progress import NoProgress
from steward.workspace.match_runs.dedupe import DedupeRequest, dedupe

#: Bins of fewer pairs are noise.
_ENOUGH = 50
_TABLES = Path(__file__).parents[1] / "data" / "tables"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--departments", type=Path, help="folder with department lists and truth.csv")
    parser.add_argument("--tables", type=Path, default=_TABLES, help="folder with tables (rec_id, truth, ...)")
    parser.add_argument("--worlds", type=int, nargs="+", default=[], metavar="SEED", help="invented tables too")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    judged = {path.stem: judge_table(path) for path in sorted(arguments.tables.glob("*.csv"))}
    for seed in arguments.worlds:
        with tempfile.TemporaryDirectory() as folder:
            judged |= {f"{path.stem} {seed}": judge_table(path) for path in write_worlds(Path(folder), seed)}
    if arguments.departments:
        judged["departments"] = judge_departments(arguments.departments)
    bins = [found for table, pairs in judged.items() for found in bins_of(table, pairs)]
    if arguments.json:
        json.dump([asdict(found) for found in bins], sys.stdout, indent=2)
        return
    print(f"{'table':<16}{'bin':>14}{'pairs':>8}{'predicted':>11}{'true':>8}{'gap':>8}{'of 95 in 100':>16}")
    for found in bins:
        print(
            f"{found.table:<16}{found.low:>8.2f}-{min(found.high, 1):.2f}{found.pairs:>9}{found.predicted:>11.3f}"
            f"{found.true:>8.3f}{found.gap:>+8.3f}{found.least:>10.3f}-{found.most:.3f}{'  *' if found.is_off else ''}"
        )
    telling = [found for found in bins if found.pairs >= _ENOUGH]
    if telling:
        average = sum(abs(found.gap) for found in telling) / len(telling)
        print(
            f"\n{len(telling)} bins of {_ENOUGH} pairs or more: average gap {average:.3f}, "
            f"{sum(abs(found.gap) > FINE for found in telling)} more than {FINE} off, "
            f"{sum(found.is_off for found in telling)} beyond chance"
        )


def judge_table(path: Path) -> Judged:
    """The kept pairs of one table."""
    truth, beside = read_truth(path)
    with tempfile.TemporaryDirectory() as folder:
        out, pairs = Path(folder) / "clusters.csv", Path(folder) / "pairs.csv"
        dedupe(DedupeRequest((path,), out, pairs, id_column="rec_id", ignore=beside), NoProgress())
        return [
            (float(pair["probability"]), first.customer == second.customer)
            for pair in _read(pairs)
            if not is_neutral(first := truth[pair["id_a"]], second := truth[pair["id_b"]])
        ]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
