"""What `steward dedupe` costs as a whole process, on invented customers and on given lists scaled up.

    python tests/benchmarks/bench_dedupe.py [RECORDS ...] [--lists FILE ...] [--json]

The invented customers are those of bench_matching_speed.py. Lists given with --lists (of one department each, such as
csv files and workbooks) are scaled to the same sizes: in each copy the customers are other people, of other names,
numbers and birthdays. Prints records, seconds, processor seconds (children included), the most memory that the process
and its children held together, seconds per phase, and how much longer than for the size before it takes.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from bench_matching_speed import _COLUMNS, make_customers

from steward.exchange.mapping import guess_mapping
from steward.exchange.readers import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LOOK_SECONDS = 0.1


def write_invented(path: Path, count: int) -> None:
    """Invented customers as a csv file."""
    rows, _ = make_customers(count)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", *(name for name, _ in _COLUMNS)])
        writer.writerows((f"R{number}", *row) for number, row in enumerate(rows))


def write_scaled(folder: Path, lists: Sequence[Path], count: int) -> list[Path]:
    """Copies of the lists that have so many rows together; the first copy is as given."""
    tables = [table for path in lists for table in read_tables(path)]
    copies = max(1, round(count / sum(len(table.rows) for table in tables)))
    written = []
    for number, table in enumerate(tables):
        path = folder / f"{number}_{Path(table.file_name).stem}.csv"
        mapping, _ = guess_mapping(table)
        targets = ["key" if header == mapping.key_column else target for header, target in mapping.columns]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.headers)
            for copy in range(copies):
                # The same in every list, so that the rows of one customer stay together.
                other = Disguise(copy)
                for row in table.rows:
                    writer.writerow(map(other.of, row.cells, targets))
        written.append(path)
    return written


class Disguise:
    """Makes another person of a row: the same one wherever the same row stands."""

    def __init__(self, copy: int) -> None:
        random = Random(copy)
        self._copy = copy
        self._digits = _shuffled(random, "23456789")
        self._letters = _shuffled(random, "aiueo") | _shuffled(random, "bdgkptsnmrl")
        self._years = random.randint(-9, 9)

    def of(self, cell: str, target: str) -> str:
        """The cell of the other person; what many people share (places, products) stays."""
        if not self._copy or not cell:
            return cell
        if target == "key":
            return f"{cell}-{self._copy}"
        if target in _NAMES:
            return " ".join(word if len(word) < _SHORTEST else self._renamed(word) for word in cell.split(" "))
        if target in ("email", "handle"):
            mailbox, at, domain = cell.rpartition("@")
            return f"{mailbox.translate(self._letters)}{self._copy}{at}{domain}" if mailbox else f"{cell}{self._copy}"
        if target in _NUMBERS or target == "address":
            return cell[:_KEPT_DIGITS] + cell[_KEPT_DIGITS:].translate(self._digits)
        if target.startswith("birth"):
            return _YEAR.sub(lambda found: str(int(found[0]) + self._years), cell)
        return cell

    def _renamed(self, word: str) -> str:
        return word[0] + word[1:].lower().translate(self._letters)


_NAMES = frozenset({"name", "given_name", "family_name", "organization", "contact_person"})
_NUMBERS = frozenset({"phone", "nik", "npwp", "family_card", "id_number", "other_id", "account_number"})
_YEAR = re.compile(r"(19|20)\d\d")
#: Titles and legal forms are shorter; the beginning of a number says its area.
_SHORTEST, _KEPT_DIGITS = 4, 4


def _shuffled(random: Random, letters: str) -> dict[int, str]:
    others = list(letters)
    random.shuffle(others)
    return str.maketrans(dict(zip(letters, others, strict=True)))


def measure(files: Sequence[Path], out: Path, *, id_column: str = "") -> dict[str, object]:
    """Run the command on files; one row of the table."""
    command = [sys.executable, "-m", "steward", "dedupe", *map(str, files), "--out", str(out), "--json"]
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, *(["--id", id_column] if id_column else [])], stdout=subprocess.PIPE, text=True
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        report = json.loads(process.communicate()[0])
        watch.has_ended.set()
        watch.join()
    return {
        "records": report["rows"],
        "clusters": report["clusters"],
        "seconds": round(time.perf_counter() - started, 1),
        "cpu_seconds": round(watch.cpu_seconds, 1),
        "peak_mib": watch.peak_mib,
        "phases": {phase: round(spent, 1) for phase, spent in report["seconds"].items()},
    }


class _Watch(threading.Thread):
    """Looks now and then at what a process and its children hold and have used, as /proc tells it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = pid
        self._ticks: dict[int, int] = {}
        self.peak_mib = 0
        self.has_ended = threading.Event()

    @property
    def cpu_seconds(self) -> float:
        """Processor seconds of all processes that were seen."""
        return sum(self._ticks.values()) / 100

    def run(self) -> None:
        """Look until the process is gone."""
        while not self.has_ended.wait(_LOOK_SECONDS):
            pages = 0
            for pid in self._family(self._root):
                try:
                    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                    pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
                except (OSError, IndexError):
                    continue
                self._ticks[pid] = int(fields[11]) + int(fields[12])
            self.peak_mib = max(self.peak_mib, pages * 4096 // 2**20)

    def _family(self, pid: int) -> Iterator[int]:
        yield pid
        try:
            children = [
                int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in _words(task / "children")
            ]
        except OSError:
            return
        for child in children:
            yield from self._family(child)


def _words(path: Path) -> list[str]:
    try:
        return path.read_text().split()
    except OSError:
        return []


def main() -> None:
    """Measure each size in turn, first invented customers, then the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="*", type=int, default=[100_000])
    parser.add_argument("--lists", nargs="+", type=Path, default=[])
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    measured: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in arguments.records:
            path = folder / "invented.csv"
            write_invented(path, count)
            measured.append({"table": "invented", **measure([path], folder / "out.csv", id_column="id")})
        for count in arguments.records if arguments.lists else ():
            files = write_scaled(folder, arguments.lists, count)
            measured.append({"table": "lists", **measure(files, folder / "out.csv")})
    before: dict[str, float] = {}
    for row in measured:
        table, cpu = str(row["table"]), float(str(row["cpu_seconds"]))
        row["growth"] = round(cpu / before[table], 1) if table in before else None
        before[table] = cpu
    if arguments.json:
        json.dump(measured, sys.stdout, indent=2)
        return
    print(f"{'table':<9}{'records':>9}{'clusters':>10}{'seconds':>9}{'cpu s':>8}{'MiB':>7}{'growth':>8}  phases")
    for row in measured:
        print(
            f"{row['table']:<9}{row['records']:>9}{row['clusters']:>10}{row['seconds']:>9}{row['cpu_seconds']:>8}"
            f"{row['peak_mib']:>7}{row['growth'] or '':>8}  {row['phases']}"
        )


if __name__ == "__main__":
    main()
