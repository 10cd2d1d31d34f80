"""How long matching takes on invented customers.

    python tests/benchmarks/bench_matching_speed.py [RECORDS ...] [--json]

The customers have seven columns with skewed values; a third of the records are repeated with typing errors, lost
values and moves. Prints records, seconds, seconds per phase, peak memory, the quality of the clusters, and the longest
time (seconds) in which it was not looked whether to stop.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.runs.engine import match

_T = AttributeType
_COLUMNS = (
    ("given_name", _T.GIVEN_NAME),
    ("family_name", _T.FAMILY_NAME),
    ("birth_date", _T.DATE),
    ("city", _T.LOCALITY),
    ("postcode", _T.POSTCODE),
    ("phone", _T.PHONE),
    ("email", _T.EMAIL),
)
_SYLLABLES = tuple(c + v for c in "bcdfghjklmnprstwy" for v in ("a", "i", "u", "e", "o", "an", "ar", "in", "us"))


@dataclass(slots=True)
class Stopwatch:
    """Progress that notes when each phase was last heard of, and when it was last looked whether to stop."""

    seconds: dict[str, float] = field(default_factory=dict)
    longest_gap: float = 0.0
    _last: float = field(default_factory=time.perf_counter)
    _looked: float = field(default_factory=time.perf_counter)

    def report(self, phase: str, done: int, total: int) -> None:
        """Book the time since the last report to this phase."""
        now = time.perf_counter()
        self.seconds[phase] = self.seconds.get(phase, 0.0) + now - self._last
        self._last = now
        self.check()

    def check(self) -> None:
        """Note the time since the last look; never stops."""
        now = time.perf_counter()
        self.longest_gap, self._looked = max(self.longest_gap, now - self._looked), now


def make_customers(count: int, seed: int = 7) -> tuple[list[tuple[str, ...]], list[int]]:
    """Rows and the true customer of each."""
    random = Random(seed)
    given = _words(random, 3000, 2)
    family = _words(random, 20_000, 3)
    cities = _words(random, 400, 3)
    rows: list[tuple[str, ...]] = []
    truth: list[int] = []
    while len(rows) < count:
        customer = len(truth) and truth[-1] + 1
        row = _customer(random, given, family, cities)
        for copy in range(1 if random.random() < 0.6 else random.choice((2, 2, 2, 3, 4))):
            rows.append(row if copy == 0 else _damaged(random, row))
            truth.append(customer)
    return rows[:count], truth[:count]


def _words(random: Random, count: int, syllables: int) -> list[str]:
    words = {"".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, syllables))) for _ in range(count * 2)}
    return sorted(words)[:count]


def _skewed(random: Random, words: list[str]) -> str:
    return words[int(len(words) * random.random() ** 3)]


def _customer(random: Random, given: list[str], family: list[str], cities: list[str]) -> tuple[str, ...]:
    first, last = _skewed(random, given), _skewed(random, family)
    city = int(len(cities) * random.random() ** 2)
    birth = f"{random.randint(1940, 2006)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    email = f"{first}.{last}{random.randint(1, 999)}@mail{random.randint(1, 6)}.com"
    phone = f"+628{random.randint(10**8, 10**10 - 1)}"
    return (first, last, birth, cities[city], f"{10_000 + city * 20 + random.randint(0, 19)}", phone, email)


def _damaged(random: Random, row: tuple[str, ...]) -> tuple[str, ...]:
    cells = list(row)
    for i, cell in enumerate(cells):
        chance = random.random()
        if chance < 0.12:
            cells[i] = ""
        elif chance < 0.25:
            cells[i] = _mistyped(random, cell)
    if random.random() < 0.1:
        cells[5] = f"+628{random.randint(10**8, 10**10 - 1)}"
    return tuple(cells)


def _mistyped(random: Random, cell: str) -> str:
    i = random.randrange(len(cell))
    letter = random.choice("0123456789" if cell[i].isdigit() else "aeioustnr") if cell[i].isalnum() else cell[i]
    return random.choice((cell[:i] + letter + cell[i + 1 :], cell[:i] + cell[i + 1 :]))


def measure(count: int) -> dict[str, object]:
    """One row of the table."""
    rows, truth = make_customers(count)
    columns = [Column(name, type_, [row[i] for row in rows]) for i, (name, type_) in enumerate(_COLUMNS)]
    watch = Stopwatch()
    start, cpu_start = time.perf_counter(), time.process_time()
    result = match(columns, progress=watch)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    precision, recall = _pair_quality(truth, result.clusters.tolist())
    return {
        "records": count,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu_seconds, 2),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "longest_gap": round(watch.longest_gap, 2),
        "phases": {phase: round(spent, 2) for phase, spent in watch.seconds.items()},
    }


def _pair_quality(truth: list[int], labels: list[int]) -> tuple[float, float]:
    def pairs(groups: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in groups.values())

    both = pairs(Counter(zip(truth, labels, strict=True)))
    return both / max(1, pairs(Counter(labels))), both / max(1, pairs(Counter(truth)))


def main() -> None:
    """Measure each size in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    measured = [measure(count) for count in arguments.records]
    if arguments.json:
        json.dump(measured, sys.stdout, indent=2)
        return
    print(f"{'records':>9} {'seconds':>8} {'CPU s':>8} {'MiB':>6} {'P':>7} {'R':>7} {'gap':>5}  seconds per phase")
    for row in measured:
        print(
            f"{row['records']:>9} {row['seconds']:>8} {row['cpu_seconds']:>8} {row['peak_mib']:>6} "
            f"{row['precision']:>7} {row['recall']:>7} {row['longest_gap']:>5}  "
            f"{row['phases']}"
        )


if __name__ == "__main__":
    main()
