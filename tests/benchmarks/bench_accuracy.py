"""How good the proposed clusters are.

    python tests/benchmarks/bench_accuracy.py [--departments DIR] [--tables DIR] [--worlds] [--seed N] [--json]

Every table is matched as a user would do it, with no settings: tables by ``dedupe``, department lists by a store made
with ``Workspace``. Tables need the columns rec_id and truth and may have case and group; department lists a truth.csv
with the columns department, row_key, true_customer_id, case and group_id. ``--worlds`` adds invented tables of several
kinds (see worlds.py), another set for each seed. Rows of different branches of one company count as neither right nor
wrong. Prints one table, the false merges among the department lists by case, and how many of their true pairs blocking
reached.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from quality import Quality, measure_departments, measure_reach, measure_table
from worlds import write_worlds

_TABLES = Path(__file__).parents[1] / "data" / "tables"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--departments", type=Path, help="folder with department lists and truth.csv")
    parser.add_argument("--tables", type=Path, default=_TABLES, help="folder with tables (rec_id, truth, ...)")
    parser.add_argument("--worlds", action="store_true", help="invented tables too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    measured = [measure_table(path) for path in sorted(arguments.tables.glob("*.csv"))]
    if arguments.worlds:
        with tempfile.TemporaryDirectory() as folder:
            measured += [measure_table(path) for path in write_worlds(Path(folder), arguments.seed)]
    if arguments.departments:
        measured.append(measure_departments(arguments.departments))
    if arguments.json:
        json.dump([asdict(quality) for quality in measured], sys.stdout, indent=2)
        return
    print_table(measured)
    if arguments.departments:
        reach = measure_reach(arguments.departments)
        print(f"\ndepartments: {reach.share:.1%} of the true pairs reached by {reach.compared_per_row} pairs per row")


def print_table(measured: list[Quality]) -> None:
    """The figures, and below them what kinds of customers were merged wrongly."""
    print(
        f"{'table':<16}{'rows':>7}{'P':>8}{'R':>8}{'F1':>8}{'B-cubed':>9}"
        f"{'sure P':>8}{'sure R':>8}{'whole P':>9}{'whole R':>9}{'s':>8}{'pairs/row':>11}"
    )
    for q in measured:
        print(
            f"{q.table:<16}{q.rows:>7}{q.precision:>8.4f}{q.recall:>8.4f}{q.f1:>8.4f}{q.b_cubed:>9.4f}"
            f"{q.sure_precision:>8.4f}{q.sure_recall:>8.4f}{q.certain_precision:>9.4f}{q.certain_recall:>9.4f}{q.seconds:>8.2f}{q.compared_per_row:>11.1f}"
        )
    for q in measured:
        cases = {
            case: count for case, count in q.false_merges.items() if case != "unrelated" or len(q.false_merges) > 1
        }
        if cases:
            print(f"\nfalse merges of {q.table}: " + ", ".join(f"{case} {count}" for case, count in cases.items()))


if __name__ == "__main__":
    main()
