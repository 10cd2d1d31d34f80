"""A match after a small delivery looks only at what changed, and leaves the rest as it is."""

from __future__ import annotations

import json
import shutil
from random import Random
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.workspace import Workspace
from steward.workspace.match_runs.run_notes import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_GIVEN = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Rahmat", "Yuliana")
_FAMILY = ("Nugroho", "Santoso", "Lestari", "Kurniadi", "Pertiwi", "Hidayat", "Rumbekwan", "Wanggai", "Tjahjono")
_HEADER = "ID,Nama,No HP,Tgl Lahir,Kota\n"

Line = tuple[str, ...]


def _people(seed: int, count: int) -> list[Line]:
    random = Random(seed)
    return [
        (
            f"{random.choice(_GIVEN)} {random.choice(_FAMILY)} {random.choice(_FAMILY)}",
            f"0813{random.randrange(10**7, 10**8)}",
            f"{random.randrange(1, 29):02}/{random.randrange(1, 13):02}/{random.randrange(1950, 2005)}",
            random.choice(("Bandung", "Malang", "Semarang")),
        )
        for _ in range(count)
    ]


def _write(path: Path, prefix: str, people: list[Line]) -> Path:
    lines = [",".join((f"{prefix}{number:03}", *person)) for number, person in enumerate(people)]
    path.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return path


PEOPLE = _people(1, 80)


@pytest.fixture(scope="module")
def matched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matched store: eighty people in one list, thirty of them in another; copy it before use."""
    folder = tmp_path_factory.mktemp("incremental")
    with Workspace.create(folder / "inc.steward", steward="Ratna") as workspace:
        workspace.import_list(_write(folder / "sales.csv", "S", PEOPLE), key="ID")
        workspace.import_list(_write(folder / "service.csv", "V", PEOPLE[:30]), key="ID")
        workspace.match()
    return workspace.path


@pytest.fixture
def opened(matched: Path, tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(shutil.copy(matched, tmp_path), steward="Ratna") as workspace:
        yield workspace


def _deliver(workspace: Workspace, tmp_path: Path, people: list[Line]) -> None:
    workspace.import_list(_write(tmp_path / "shop.csv", "U", people), key="ID")


def _clusters(workspace: Workspace) -> dict[int, tuple[int, ...]]:
    return {c: tuple(m.record_id for m in workspace.cluster(c).members) for c in workspace.queue(state="all")}


def test_a_small_delivery_is_matched_against_everything(opened: Workspace, tmp_path: Path) -> None:
    before = _clusters(opened)
    decided = opened.approve(opened.draft(opened.queue()[0]))
    _deliver(opened, tmp_path, [PEOPLE[3], PEOPLE[70], *_people(2, 3)])
    report = opened.match()
    after = _clusters(opened)
    assert report.kind is RunKind.INCREMENTAL
    assert report.fresh_records == 5
    assert 7 <= report.touched_records < 20
    of_new = opened.record("shop", "U000").id
    assert any({of_new, opened.record("sales", "S003").id} <= set(members) for members in after.values())
    kept = {c: members for c, members in before.items() if opened.record("sales", "S003").id not in members}
    assert kept.items() <= after.items()
    assert report.clusters == len(after) == len(before) + 1
    (answered,) = [c for c, members in after.items() if set(decided.act.groups[0]) == set(members)]
    assert opened.cluster(answered).is_decided


def test_it_proposes_what_comparing_everything_proposes(opened: Workspace, tmp_path: Path) -> None:
    _deliver(opened, tmp_path, [PEOPLE[3], PEOPLE[70], *_people(2, 3)])
    opened.match()
    part = set(_clusters(opened).values())
    assert opened.match(full=True).kind is RunKind.FULL
    assert set(_clusters(opened).values()) == part


def test_a_changed_row_leaves_its_cluster_and_the_rest_stays(opened: Workspace, tmp_path: Path) -> None:
    moved = opened.record("service", "V005").id
    changed = [*PEOPLE[:5], _people(9, 1)[0], *PEOPLE[6:30]]
    opened.import_list(_write(tmp_path / "service.csv", "V", changed), key="ID")
    report = opened.match()
    assert (report.kind, report.fresh_records) == (RunKind.INCREMENTAL, 1)
    assert all(moved not in members for members in _clusters(opened).values())


def test_a_delivery_taken_back_leaves_no_suggestion_behind(opened: Workspace, tmp_path: Path) -> None:
    before = _clusters(opened)
    _deliver(opened, tmp_path, [PEOPLE[3], PEOPLE[70]])
    opened.match()
    opened.reverse(next(opened.decisions()).id)
    report = opened.match()
    assert report.kind is RunKind.INCREMENTAL
    assert set(_clusters(opened).values()) == set(before.values())
    assert report.pairs == opened.match(full=True).pairs


def test_decisions_since_the_last_run_are_grouped_anew(opened: Workspace) -> None:
    a, b = opened.record("sales", "S004").id, opened.record("service", "V004").id
    opened.not_same(a, [b])
    report = opened.match()
    assert (report.kind, report.fresh_records) == (RunKind.INCREMENTAL, 0)
    assert not any({a, b} <= set(members) for members in _clusters(opened).values())


def test_nothing_new_changes_nothing(opened: Workspace) -> None:
    before = _clusters(opened)
    report = opened.match()
    assert (report.kind, report.touched_records) == (RunKind.INCREMENTAL, 0)
    assert _clusters(opened) == before


def test_much_that_is_new_is_learnt_from(opened: Workspace, tmp_path: Path) -> None:
    _deliver(opened, tmp_path, PEOPLE[:40])
    assert opened.match().kind is RunKind.FULL


def test_small_deliveries_add_up_until_everything_is_compared(opened: Workspace, tmp_path: Path) -> None:
    kinds = []
    for round_ in range(1, 4):
        _deliver(opened, tmp_path, _people(5, 14 * round_))
        kinds.append(opened.match().kind)
    assert kinds == [RunKind.INCREMENTAL, RunKind.FULL, RunKind.INCREMENTAL]


def test_a_new_kind_of_column_is_learnt_from(opened: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "mail.csv"
    path.write_text("ID,Nama,Email\n1,Adi Nugroho,adi@nugroho.id\n", encoding="utf-8")
    opened.import_list(path, key="ID")
    assert opened.match().kind is RunKind.FULL


def test_the_command_line_can_compare_everything(
    opened: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened.close()
    store = str(opened.path)
    assert main(["match", store]) == 0
    assert "Only what changed" in capsys.readouterr().out
    assert main(["match", store, "--full", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "full"
