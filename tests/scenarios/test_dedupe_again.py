"""The same rows give the same clusters: once more, from files and rows in any order."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from steward.cli import main
from steward.resources import resource_path

LISTS = ("callcentre.csv", "webshop.csv", "sales.xlsx")


@pytest.fixture(scope="module")
def lists() -> list[str]:
    return [str(resource_path("samples") / name) for name in LISTS]


def deduped(folder: Path, *files: str) -> tuple[bytes, bytes]:
    clusters, pairs = folder / "clusters.csv", folder / "pairs.csv"
    assert main(["dedupe", *files, "--out", str(clusters), "--pairs", str(pairs)]) == 0
    return clusters.read_bytes(), pairs.read_bytes()


def groups(clusters: bytes) -> set[frozenset[tuple[str, str, str]]]:
    """The ids that stand together, each with how sure that is."""
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for line in csv.DictReader(clusters.decode("utf-8").splitlines()):
        found[line["cluster"]].add((Path(line["file"]).stem, line["id"], line["confidence"]))
    return set(map(frozenset, found.values()))


def test_the_same_files_give_the_same_bytes(lists: list[str], tmp_path: Path) -> None:
    assert deduped(tmp_path, *lists) == deduped(tmp_path, *lists)


def test_files_in_another_order_give_the_same_clusters(lists: list[str], tmp_path: Path) -> None:
    first, _ = deduped(tmp_path, *lists)
    second, _ = deduped(tmp_path, *reversed(lists))
    assert len(groups(first)) > 100
    assert groups(first) == groups(second)


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
