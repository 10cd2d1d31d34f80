"""How good proposed clusters are, measured against the truth."""

from __future__ import annotations

import csv
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from steward.domain.pairs import Strength
from steward.domain.progress import NoProgress
from steward.matching.runs.engine import match
from steward.matching.settings import MatchSettings
from steward.storage.database import open_database
from steward.workspace import Workspace
from steward.workspace.match_runs.dedupe import DedupeRequest, dedupe
from steward.workspace.match_runs.match_columns import match_columns
from steward.workspace.match_runs.match_input import MatchInput

_SURE = 0.99
_BESIDE = ("truth", "source", "case", "group")


class TrueRow(NamedTuple):
    """Whose row it is. Rows of one ``group`` are related; different ``branch`` rows of a group are neutral."""

    customer: str
    case: str = ""
    group: str = ""

    @property
    def is_branch(self) -> bool:
        """A branch is its own customer, but merging it with a sister is no error."""
        return self.case == "company_branch"


@dataclass(frozen=True, slots=True)
class Quality:
    """One line of the table. ``sure``: pairs of records that are almost certain; ``certain``: whole clusters."""

    table: str
    rows: int
    precision: float
    recall: float
    f1: float
    b_cubed: float
    sure_precision: float
    sure_recall: float
    certain_precision: float
    certain_recall: float
    seconds: float
    compared_per_row: float
    false_merges: dict[str, int] = field(default_factory=dict)


class Outcome(NamedTuple):
    """What matching gave: a label per row, sure pairs as (row, row), certain clusters, comparisons, seconds."""

    labels: list[int]
    sure: list[tuple[int, int]]
    certain: set[int]
    compared: int
    seconds: float


class Reach(NamedTuple):
    """Of the pairs of rows of one customer, the share that blocking reached, and how many pairs it took per row."""

    share: float
    compared_per_row: float


def measure_table(path: Path) -> Quality:
    """One public table, matched in one shot."""
    truth, beside = read_truth(path)
    with tempfile.TemporaryDirectory() as folder:
        out, pairs = Path(folder) / "clusters.csv", Path(folder) / "pairs.csv"
        start = time.perf_counter()
        request = DedupeRequest((path,), out, pairs, id_column="rec_id", ignore=beside)
        report = dedupe(request, NoProgress())
        seconds = time.perf_counter() - start
        clusters, kept = _read(out), _read(pairs)
    row_of = {row["id"]: number for number, row in enumerate(clusters)}
    sure = [(row_of[p["id_a"]], row_of[p["id_b"]]) for p in kept if float(p["probability"]) >= _SURE]
    certain = {int(row["cluster"]) for row in clusters if float(row["confidence"]) >= _SURE}
    outcome = Outcome([int(row["cluster"]) for row in clusters], sure, certain, report.passes[-1][1], seconds)
    return judge(path.stem, [truth[row["id"]] for row in clusters], outcome)


def read_truth(path: Path) -> tuple[dict[str, TrueRow], tuple[str, ...]]:
    """Whose row it is, by rec_id, and the columns that the engine must not see."""
    rows = _read(path)
    truth = {row["rec_id"]: TrueRow(row["truth"], row.get("case", ""), row.get("group", "")) for row in rows}
    return truth, tuple(name for name in _BESIDE if name in rows[0])


def measure_departments(folder: Path) -> Quality:
    """The lists of all departments, loaded into one store and matched."""
    truth = _truth_of_departments(folder)
    with tempfile.TemporaryDirectory() as store, Workspace.create(Path(store) / "accuracy.steward") as workspace:
        keys = _load_departments(folder, workspace)
        start = time.perf_counter()
        report = workspace.match()
        seconds = time.perf_counter() - start
        label = {record: -record for record in keys}
        sure: list[tuple[int, int]] = []
        certain: set[int] = set()
        for cluster in workspace.queue():
            view = workspace.cluster(cluster)
            if view.strength is Strength.ALMOST_CERTAIN:
                certain.add(cluster)
            record_of = {member.number: member.record_id for member in view.members}
            label.update(dict.fromkeys(record_of.values(), cluster))
            sure += [
                (record_of[link.first], record_of[link.second])
                for link in view.links
                if link.explanation.match_probability >= _SURE
            ]
    records = [record for record, key in keys.items() if key in truth]
    place = {record: number for number, record in enumerate(records)}
    pairs = [(place[a], place[b]) for a, b in sure if a in place and b in place]
    outcome = Outcome([label[r] for r in records], pairs, certain, report.passes[-1][1], seconds)
    return judge("departments", [truth[keys[r]] for r in records], outcome)


def measure_reach(folder: Path) -> Reach:
    """How many of the true pairs of the departments' lists are compared at all, at least.

    Pairs that a first glance finds hopeless were reached, too, but are not handed back, so they count as missed.
    """
    truth = _truth_of_departments(folder)
    with tempfile.TemporaryDirectory() as holder:
        store = Path(holder) / "reach.steward"
        with Workspace.create(store) as workspace:
            keys = _load_departments(folder, workspace)
        database = open_database(store)
        try:
            with database.read() as session:
                given = MatchInput.read(session, NoProgress())
        finally:
            database.close()
    every_pair = replace(MatchSettings(), kept_probability=1e-300)
    result = match(given.compared.columns(), settings=every_pair)
    customers = [truth[keys[record]].customer if keys[record] in truth else "" for record in given.ids.tolist()]
    compared = zip(result.left.tolist(), result.right.tolist(), strict=True)
    right = sum(customers[a] == customers[b] != "" for a, b in compared)
    wanted = sum(_pairs(count) for customer, count in Counter(customers).items() if customer)
    return Reach(round(right / max(1, wanted), 4), round(result.passes[-1].pairs / max(1, len(customers)), 1))


def judge_departments(folder: Path) -> list[tuple[float, bool]]:
    """Of each pair that is kept of the departments' lists, its match probability and whether it is one customer."""
    truth = _truth_of_departments(folder)
    with tempfile.TemporaryDirectory() as store, Workspace.create(Path(store) / "calibration.steward") as workspace:
        keys = _load_departments(folder, workspace)
        records = [record for name in sorted({name for name, _ in keys.values()}) for record in workspace.records(name)]
    result = match(match_columns(records))
    rows = [truth.get(keys[record.id]) for record in records]
    pairs = zip(result.left.tolist(), result.right.tolist(), result.match_probabilities.tolist(), strict=True)
    judged = [(rows[a], rows[b], probability) for a, b, probability in pairs]
    return [(probability, a.customer == b.customer) for a, b, probability in judged if a and b and not is_neutral(a, b)]


def judge(table: str, truth: list[TrueRow], outcome: Outcome) -> Quality:
    """Compare the labels with the truth, pair by pair within clusters."""
    members: dict[int, list[TrueRow]] = defaultdict(list)
    for row, label in zip(truth, outcome.labels, strict=True):
        members[label].append(row)
    wanted = sum(_pairs(n) for n in Counter(row.customer for row in truth).values())
    right, wrong = 0, Counter[str]()
    certain_right, certain_wrong = 0, 0
    for label, rows in members.items():
        own = sum(_pairs(n) for n in Counter(row.customer for row in rows).values())
        related, neutral = _wrong_of_groups(rows)
        wrong += related
        wrong["unrelated"] += _pairs(len(rows)) - own - related.total() - neutral
        right += own
        if label in outcome.certain:
            certain_right, certain_wrong = certain_right + own, certain_wrong + _pairs(len(rows)) - own - neutral
    false = sum(wrong.values())
    precision, recall = right / max(1, right + false), right / max(1, wanted)
    sure_right = sum(truth[a].customer == truth[b].customer for a, b in outcome.sure)
    sure_wrong = sum(
        truth[a].customer != truth[b].customer and not is_neutral(truth[a], truth[b]) for a, b in outcome.sure
    )
    return Quality(
        table,
        len(truth),
        round(precision, 4),
        round(recall, 4),
        round(_harmonic(precision, recall), 4),
        round(_b_cubed(truth, outcome.labels), 4),
        round(sure_right / max(1, sure_right + sure_wrong), 4),
        round(sure_right / max(1, wanted), 4),
        round(certain_right / max(1, certain_right + certain_wrong), 4),
        round(certain_right / max(1, wanted), 4),
        round(outcome.seconds, 2),
        round(outcome.compared / max(1, len(truth)), 1),
        {case: count for case, count in wrong.most_common() if count},
    )


def _truth_of_departments(folder: Path) -> dict[tuple[str, str], TrueRow]:
    """Whose row it is, by department and key."""
    return {
        (row["department"], row["row_key"]): TrueRow(row["true_customer_id"], row["case"], row["group_id"])
        for row in _read(folder / "truth.csv")
    }


def _load_departments(folder: Path, workspace: Workspace) -> dict[int, tuple[str, str]]:
    """Load each list under its department's name; department and key of each record."""
    departments = sorted({row["department"] for row in _read(folder / "truth.csv")})
    for department in departments:
        (path,) = folder.glob(f"{department}.*")
        workspace.import_list(path, source=department)
    return {r.id: (d, r.source_key) for d in departments for r in workspace.records(d)}


def _wrong_of_groups(rows: list[TrueRow]) -> tuple[Counter[str], int]:
    """Pairs of related customers in one cluster: the wrong ones by case, and how many count neither way."""
    groups: dict[str, Counter[TrueRow]] = defaultdict(Counter)
    for row in rows:
        if row.group:
            groups[row.group][row] += 1
    wrong, neutral = Counter[str](), 0
    for counts in groups.values():
        for b, a in combinations(sorted(counts), 2):
            if is_neutral(a, b):
                neutral += counts[a] * counts[b]
            elif a.customer != b.customer:
                wrong[f"{a.case} (same group)"] += counts[a] * counts[b]
    return wrong, neutral


def _b_cubed(truth: list[TrueRow], labels: list[int]) -> float:
    together = Counter(zip((row.customer for row in truth), labels, strict=True))
    customers, clusters = Counter(row.customer for row in truth), Counter(labels)
    precision = sum(n * n / clusters[label] for (_, label), n in together.items()) / len(truth)
    recall = sum(n * n / customers[customer] for (customer, _), n in together.items()) / len(truth)
    return _harmonic(precision, recall)


def is_neutral(a: TrueRow, b: TrueRow) -> bool:
    """Rows of different branches of one company count as neither right nor wrong."""
    return a.customer != b.customer and a.is_branch and b.is_branch and a.group == b.group


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / max(1e-9, a + b)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
