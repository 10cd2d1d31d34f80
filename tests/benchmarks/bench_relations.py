"""Who is proposed as related, against the truth: households, parents and children, branches.

    python tests/benchmarks/bench_relations.py [--departments FOLDER] [--customers N] [--json]

The lists of a folder with a truth.csv are loaded and matched, nothing is decided, and every customer is asked whom they
seem to belong to. Prints for each kind of relation the proposals, how many of them are right, of one customer whom the
queue didn't propose, of people who share something else, as a name or their agent's phone, and of strangers; the share
that is right, of all and of those that are two customers, beside the share that was promised of these; how many of the
related pairs were reached, and the milliseconds for each customer.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import statistics
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Cases of the truth whose groups belong together; those of others only share something.
_RELATED = frozenset(
    {"household_spouse", "household_child", "father_son", "twins", "company_branch", "pic_vs_company", "nik_borrowed"}
)
_DEPARTMENTS = Path(__file__).parent.parent / "data" / "departments"


@dataclass
class Tally:
    """What came of the proposals of one kind."""

    right: int = 0
    of_one_customer: int = 0
    sharing: int = 0
    of_strangers: int = 0
    promised: list[float] = field(default_factory=list)

    def row(self, kind: str) -> dict[str, object]:
        """A row of the table; a customer in two parts is wrong here, and right to look at."""
        return {
            "kind": kind,
            "proposals": len(self.promised),
            "right": self.right,
            "of one customer": self.of_one_customer,
            "sharing": self.sharing,
            "of strangers": self.of_strangers,
            "share right": round(self.right / max(1, len(self.promised)), 3),
            "right of two": round(self.right / max(1, len(self.promised) - self.of_one_customer), 3),
            "promised": round(statistics.mean(self.promised), 3),
        }


@dataclass(frozen=True)
class Truth:
    """Of a customer: who they really are, the groups these belong to, and those that only share something."""

    persons: frozenset[str]
    groups: frozenset[str]
    sharing: frozenset[str]


def truths(workspace: Workspace, folder: Path) -> dict[str, Truth]:
    """By CIN."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        known = {(row["department"], row["row_key"]): row for row in csv.DictReader(file)}
    rows = defaultdict(list)
    for department in {department for department, _ in known}:
        for record in workspace.records(department):
            rows[workspace.cin_of(record.id)].append(known[department, record.source_key])
    return {
        cin: Truth(
            frozenset(row["true_customer_id"] for row in found),
            frozenset(row["group_id"] for row in found if row["case"] in _RELATED),
            frozenset(row["group_id"] for row in found if row["group_id"] and row["case"] not in _RELATED),
        )
        for cin, found in rows.items()
    }


def measure(workspace: Workspace, truth: Mapping[str, Truth], cins: Sequence[str]) -> dict[str, object]:
    """Ask for each of these customers."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    reached: set[frozenset[str]] = set()
    taken: list[float] = []
    for cin in cins:
        started = time.perf_counter()
        proposals = workspace.proposed_relations(cin)
        taken.append(time.perf_counter() - started)
        for proposal in proposals:
            tally, own, other = tallies[proposal.relation.value], truth[cin], truth[proposal.cin]
            tally.promised.append(proposal.probability)
            if own.persons & other.persons:
                tally.of_one_customer += 1
            elif own.groups & other.groups:
                tally.right += 1
                reached |= {frozenset(pair) for pair in itertools.product(own.persons, other.persons)}
            elif own.sharing & other.sharing:
                tally.sharing += 1
            else:
                tally.of_strangers += 1
    members: dict[str, set[str]] = defaultdict(set)
    for one in truth.values():
        for group in one.groups:
            members[group] |= one.persons
    asked = frozenset().union(*(truth[cin].persons for cin in cins))
    related = {
        frozenset(pair)
        for persons in members.values()
        for pair in itertools.combinations(sorted(persons), 2)
        if asked & set(pair)
    }
    return {
        "kinds": [tallies[kind].row(kind) for kind in sorted(tallies)],
        "related pairs": len(related),
        "reached": round(len(related & reached) / max(1, len(related)), 3),
        "ms": round(1000 * statistics.median(taken), 1),
    }


def main() -> None:
    """Load, match, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--departments", type=Path, default=_DEPARTMENTS)
    parser.add_argument("--customers", type=int, default=0, help="how many are asked; all of them without it")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lists = sorted(path for path in options.departments.iterdir() if path.stem != "truth")
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.create(Path(folder) / "made.steward", steward="Bench") as workspace,
    ):
        for path in lists:
            workspace.import_list(path, source=path.stem)
        workspace.match()
        truth = truths(workspace, options.departments)
        found = measure(workspace, truth, sorted(truth)[: options.customers or None])
    if options.json:
        print(json.dumps(found))
        return
    rows = found.pop("kinds")
    assert isinstance(rows, list)
    for row in [{name: name for name in rows[0]}, *rows] if rows else []:
        print("".join(f"{value!s:>16}" for value in row.values()))
    print("  ".join(f"{name}: {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
