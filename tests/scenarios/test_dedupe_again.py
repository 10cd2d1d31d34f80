"""The same rows give the same clusters: once more, from files and rows in any order."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from steward.cli import main
from steward.domain.progress import NO_PROGRESS
from steward.resources import resource_path
from steward.workspace.match_runs.dedupe import DedupeRequest, dedupe

LISTS = ("callcentre.csv", "webshop.csv", "sales.xlsx")
FIRST = ("Budi", "Siti", "Agus", "Dewi", "Rudi", "Rina", "Andi")
LAST = ("Santoso", "Wijaya", "Hidayat", "Lestari", "Pratama")
PAIRS = tuple(enumerate((first, last) for first in FIRST for last in LAST))


@pytest.fixture(scope="module")
def lists() -> list[str]:
    return [str(resource_path("samples") / name) for name in LISTS]


@pytest.fixture(scope="module")
def first(lists: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """What comes of these lists."""
    return deduped(tmp_path_factory.mktemp("first"), *lists)


def deduped(folder: Path, *files: str) -> tuple[bytes, bytes]:
    clusters, pairs = folder / "clusters.csv", folder / "pairs.csv"
    assert main(["dedupe", *files, "--out", str(clusters), "--pairs", str(pairs)]) == 0
    return clusters.read_bytes(), pairs.read_bytes()


def _written(path: Path, headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headers, *rows])
    return str(path)


def groups(clusters: bytes) -> set[frozenset[tuple[str, str, str]]]:
    """The ids that stand together, each with how sure that is."""
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for line in csv.DictReader(clusters.decode("utf-8").splitlines()):
        found[line["cluster"]].add((Path(line["file"]).stem, line["id"], line["confidence"]))
    return set(map(frozenset, found.values()))


def test_the_same_files_give_the_same_bytes(lists: list[str], first: tuple[bytes, bytes], tmp_path: Path) -> None:
    assert deduped(tmp_path, *lists) == first


def test_files_in_another_order_give_the_same_clusters(
    lists: list[str], first: tuple[bytes, bytes], tmp_path: Path
) -> None:
    second, _ = deduped(tmp_path, *reversed(lists))
    assert len(groups(first[0])) > 100
    assert groups(first[0]) == groups(second)


def test_files_with_their_columns_in_another_order_give_the_same_clusters(lists: list[str], tmp_path: Path) -> None:
    with Path(lists[1]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    parts = {"upper.csv": rows[:100], "lower.csv": [row[::-1] for row in (rows[0], *rows[100:])]}
    for name, part in parts.items():
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(part)
    files = [str(tmp_path / name) for name in parts]
    first, _ = deduped(tmp_path, *files)
    second, _ = deduped(tmp_path, *reversed(files))
    assert groups(first) == groups(second)


def test_rows_in_another_order_give_the_same_clusters(lists: list[str], tmp_path: Path) -> None:
    with Path(lists[1]).open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    Random(5).shuffle(rows)
    with (tmp_path / LISTS[1]).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    first, _ = deduped(tmp_path, lists[0], lists[1])
    second, _ = deduped(tmp_path, lists[0], str(tmp_path / LISTS[1]))
    assert first != second
    assert groups(first) == groups(second)


def test_columns_that_hold_the_same_are_compared_whatever_each_list_calls_them(tmp_path: Path) -> None:
    people = [(f"{first} {last}", f"08123{7 * n:07}", f"{n % 28 + 1:02}/03/{1960 + n}") for n, (first, last) in PAIRS]
    sales = _written(tmp_path / "sales.csv", ("Nama Pelanggan", "No. Telp", "Tgl Lahir"), people)
    service = _written(tmp_path / "service.csv", ("Nama Lengkap", "No. WA", "Tanggal Lahir"), people)
    clusters, _ = deduped(tmp_path, sales, service)
    assert {len(group) for group in groups(clusters)} == {2}


def test_columns_stay_apart_where_a_list_has_both(tmp_path: Path) -> None:
    people = [(f"{first} {last}", f"08123{7 * n:07}", f"08571{3 * n:07}") for n, (first, last) in PAIRS]
    both = _written(tmp_path / "both.csv", ("Nama", "Telepon Rumah", "No. WA"), people)
    one = _written(tmp_path / "one.csv", ("Nama", "No. WA"), [(name, mobile) for name, _, mobile in people])
    out = tmp_path / "clusters.csv"
    types = dedupe(DedupeRequest((Path(both), Path(one)), out), NO_PROGRESS).types
    assert {"Telepon Rumah", "No. WA"} <= set(types)


@pytest.mark.parametrize(
    ("header", "words"), [("sex", {"M": "male", "F": "female"}), ("newsletter", {"Y": "ya", "T": "tidak"})]
)
def test_an_answer_written_in_two_ways_is_the_same(header: str, words: dict[str, str], tmp_path: Path) -> None:
    headers = ("first name", "last name", "birth date", header)
    short = tuple(words)
    people = [(first, last, f"{n % 28 + 1:02}/03/{1960 + n}", short[n % 2]) for n, (first, last) in PAIRS]
    others = [(*person[:3], words[person[3]]) for person in people]
    weighed = []
    for again in (people, others):
        table, pairs = _written(tmp_path / "list.csv", headers, [*people, *again]), tmp_path / "pairs.csv"
        dedupe(DedupeRequest((Path(table),), tmp_path / "clusters.csv", pairs), NO_PROGRESS)
        weighed.append(pairs.read_text("utf-8").splitlines())
    assert weighed[0] == weighed[1]
    assert len(weighed[0]) > len(people)
