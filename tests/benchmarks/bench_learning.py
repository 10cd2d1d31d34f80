"""How few decisions a steward needs.

    python tests/benchmarks/bench_learning.py --departments DIR [--rounds N] [--json]

A simulated steward who knows the truth goes through the clusters of department lists (their form: see
bench_accuracy.py) and sees, beside each cluster, the three records most similar to it. An answer about a cluster is one
decision, however many customers it is arranged into. Counted is how many decisions it takes until the clusters reach an
F1, in different orders of work, with and without learning from the decisions on the way. Loose records are those in no
cluster that may belong to a customer (steward.workspace.review.loose_records).
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from quality import Outcome, TrueRow, judge

from steward.domain.clusters import weakest_link
from steward.matching.learning.decisions import Answer, learn_from_answers
from steward.matching.runs.engine import Constraints, MatchResult, match
from steward.matching.runs.usefulness import usefulness
from steward.workspace import Workspace
from steward.workspace.match_runs.match_columns import match_columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.matching.columns import Column

_GOALS = (0.95, 0.96, 0.97, 0.98)
_SHOWN = 3
#: Singles are worth a look from that much expected good on.
_LOOSE = 0.1
#: How often (decisions) F1 is measured and the queue put in order anew, and how often the engine learns.
_MEASURED, _TAUGHT = 20, 150
_UNANSWERED = 4000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--departments", type=Path, required=True, help="folder with department lists and truth.csv")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    columns, truth = read(arguments.departments)
    first = match(columns)
    lines = []
    for name, order, is_learning in (
        ("top-down: most uncertain first", by_uncertainty, False),
        ("top-down: most certain first", by_certainty, False),
        ("most useful first", by_usefulness, False),
        ("most useful first, loose records too", by_usefulness_with_loose, False),
        ("the same, learning on the way", by_usefulness_with_loose, True),
    ):
        curve = Steward(columns, truth, first, is_learning=is_learning).work(order)
        needed = {str(goal): next((acts for acts, f1 in curve if f1 >= goal), None) for goal in _GOALS}
        print(f"{name}: done", file=sys.stderr)
        lines.append({"order": name, "start": curve[0][1], "best": max(f1 for _, f1 in curve), "decisions": needed})
    if arguments.json:
        json.dump(lines, sys.stdout, indent=2)
        return
    print(f"{'decisions to reach F1':<40}" + "".join(f"{goal:>8}" for goal in _GOALS) + f"{'best':>9}")
    for line in lines:
        counts = "".join(f"{count if count is not None else '-':>8}" for count in line["decisions"].values())
        print(f"{line['order']:<40}{counts}{line['best']:>9.4f}")


def read(folder: Path) -> tuple[list[Column], list[TrueRow]]:
    """The lists of all departments as columns, and whose row each is."""
    with (folder / "truth.csv").open(encoding="utf-8-sig", newline="") as file:
        truth = {
            (row["department"], row["row_key"]): TrueRow(row["true_customer_id"], row["case"], row["group_id"])
            for row in csv.DictReader(file)
        }
    departments = sorted({department for department, _ in truth})
    with tempfile.TemporaryDirectory() as store, Workspace.create(Path(store) / "learning.steward") as workspace:
        for department in departments:
            (path,) = folder.glob(f"{department}.*")
            workspace.import_list(path, source=department)
        records = [(d, r) for d in departments for r in workspace.records(d) if (d, r.source_key) in truth]
    return match_columns([r for _, r in records]), [truth[d, r.source_key] for d, r in records]


class Steward:
    """One who knows the truth, and what has been decided so far."""

    def __init__(self, columns: list[Column], truth: list[TrueRow], first: MatchResult, *, is_learning: bool) -> None:
        self._columns, self._truth, self._base = columns, truth, first.model
        self._is_learning = is_learning
        self._answers: list[Answer] = []
        self._settled: set[frozenset[int]] = set()
        self._take_over(first)

    def work(self, order: Callable[[Steward], list[int]]) -> list[tuple[int, float]]:
        """(decisions, F1) along the way until every cluster is decided."""
        acts = measured = taught = 0
        curve = [(0, self._f1())]
        waiting = self._ordered(order)
        while waiting:
            unit = waiting.pop()
            if unit in self.rows_of and unit not in self._decided:
                self._decide(unit)
                acts += 1
            if acts - measured >= _MEASURED or not waiting:
                measured = acts
                curve.append((acts, self._f1()))
                self.look_again()
                waiting = self._ordered(order)
            if self._is_learning and acts - taught >= _TAUGHT:
                taught = acts
                self._learn()
                waiting = self._ordered(order)
        return curve

    def _ordered(self, order: Callable[[Steward], list[int]]) -> list[int]:
        """What is not decided yet, the first one last."""
        return [unit for unit in order(self)[::-1] if unit not in self._decided]

    def weakest(self, unit: int) -> float:
        """The probability of a cluster's weakest link."""
        found = weakest_link(self._links.get(unit, []))
        return found[2] if found else 0.0

    def worth(self, unit: int) -> float:
        """What an answer is expected to put right."""
        return float(self._worth[unit]) if unit < len(self._worth) else 0.0

    def _take_over(self, result: MatchResult) -> None:
        """Start from what the engine proposes; what was decided stays decided."""
        self._result = result
        self.labels = result.clusters.tolist()
        self.rows_of: dict[int, list[int]] = defaultdict(list)
        for row, label in enumerate(self.labels):
            self.rows_of[label].append(row)
        self._proposed = {label: tuple(rows) for label, rows in self.rows_of.items()}
        self._links = defaultdict(list)
        self._similar: dict[int, list[tuple[float, int]]] = defaultdict(list)
        pairs = zip(result.left.tolist(), result.right.tolist(), result.match_probabilities.tolist(), strict=True)
        for a, b, probability in pairs:
            if self.labels[a] == self.labels[b]:
                self._links[self.labels[a]].append((a, b, probability))
            else:
                self._similar[a].append((-probability, b))
                self._similar[b].append((-probability, a))
        self._decided = {label for label, rows in self.rows_of.items() if frozenset(rows) in self._settled}
        self.look_again()

    def look_again(self) -> None:
        """What is expected of the clusters that are still as they were proposed, the decided ones being known."""
        kept = {label for label in range(len(self.labels)) if label in self.rows_of and label not in self._decided}
        self._worth = usefulness(self._result, set(self._result.clusters.tolist()) - kept)

    def _decide(self, unit: int) -> None:
        """Put one cluster right: what was proposed together, and the others of customers that have any of it."""
        members = list(dict.fromkeys(other for row in self._proposed[unit] for other in self._customer(row)))
        similar = sorted({found for row in members for found in self._similar[row]})
        shown = [row for row in dict.fromkeys(row for _, row in similar) if row not in members][:_SHOWN]
        customers: dict[str, list[int]] = defaultdict(list)
        for row in members:
            customers[self._truth[row].customer].append(row)
        for row in shown:
            if self._truth[row].customer in customers:
                customers[self._truth[row].customer] += [r for r in self._customer(row) if r not in members]
        groups = [tuple(dict.fromkeys(group)) for group in customers.values()]
        for group in groups:
            self._move(group)
        self._settled.update(map(frozenset, groups))
        self._answers += [Answer((group,)) for group in groups if len(group) > 1]
        self._answers += [Answer(couple) for couple in itertools.combinations(groups, 2)]

    def _customer(self, row: int) -> list[int]:
        """A record that is a decided customer's brings that customer; else it comes alone."""
        label = self.labels[row]
        return self.rows_of[label] if label in self._decided else [row]

    def _move(self, group: tuple[int, ...]) -> None:
        label = len(self.labels) + len(self.rows_of) + len(self._answers) + group[0]
        while label in self.rows_of:
            label += 1
        for row in group:
            self.rows_of[self.labels[row]].remove(row)
            if not self.rows_of[self.labels[row]]:
                del self.rows_of[self.labels[row]]
            self.labels[row] = label
        self.rows_of[label] = list(group)
        self._decided.add(label)

    def _learn(self) -> None:
        """Weights from the decisions so far, and everything matched again with them."""
        step = len(self._result.left) // _UNANSWERED + 1
        answered = {row for answer in self._answers for group in answer.groups for row in group}
        pairs = zip(self._result.left[::step].tolist(), self._result.right[::step].tolist(), strict=True)
        others = [pair for pair in pairs if not answered.issuperset(pair)]
        model = learn_from_answers(self._base, self._columns, self._answers, others).model
        together = [(a.groups[0][0], row) for a in self._answers if a.is_same for row in a.groups[0][1:]]
        apart = [
            pair
            for a in self._answers
            if not a.is_same
            for pair in itertools.product(*a.groups)
            if self.labels[pair[0]] != self.labels[pair[1]]
        ]
        self._take_over(match(self._columns, constraints=Constraints(together, apart), model=model))

    def _f1(self) -> float:
        return judge("departments", self._truth, Outcome(self.labels, [], set(), 0, 0.0)).f1


def by_uncertainty(steward: Steward) -> list[int]:
    """The queue as it opens."""
    return sorted(_clusters(steward), key=lambda unit: (abs(steward.weakest(unit) - 0.5), unit))


def by_certainty(steward: Steward) -> list[int]:
    """What is easiest to approve."""
    return sorted(_clusters(steward), key=lambda unit: (-steward.weakest(unit), unit))


def by_usefulness(steward: Steward) -> list[int]:
    """What an answer is expected to put right."""
    return sorted(_clusters(steward), key=lambda unit: (-steward.worth(unit), unit))


def by_usefulness_with_loose(steward: Steward) -> list[int]:
    """The same, also for records in no cluster that resemble one."""
    loose = [unit for unit, rows in steward.rows_of.items() if len(rows) == 1 and steward.worth(unit) > _LOOSE]
    return sorted(_clusters(steward) + loose, key=lambda unit: (-steward.worth(unit), unit))


def _clusters(steward: Steward) -> list[int]:
    return [unit for unit, rows in steward.rows_of.items() if len(rows) > 1]


if __name__ == "__main__":
    main()
