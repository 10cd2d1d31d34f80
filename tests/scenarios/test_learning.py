"""Learning from decisions: proposed without changing anything, applied when asked for, remembered, forgotten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.domain.decisions import DeskKind
from steward.domain.errors import StewardError
from steward.workspace import Workspace
from steward.workspace.match_runs.run_notes import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_GIVEN = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Rahmat", "Yuliana")
_FAMILY = ("Nugroho", "Santoso", "Lestari", "Kurniadi", "Pertiwi", "Hidayat", "Rumbekwan", "Wanggai", "Tjahjono")


def _lines(prefix: str, phones: int) -> list[str]:
    """A hundred people: the same names and birth dates in every list, phones of its own."""
    return [
        f"{prefix}{i:03},{_GIVEN[i % 12]} {_FAMILY[i * 7 % 9]},0813{phones + i * 7919},"
        f"{1 + i % 28:02}/{1 + i % 12:02}/{1950 + i % 50}"
        for i in range(100)
    ]


@pytest.fixture(scope="module")
def matched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matched store of two lists that agree on names and birth dates and on no phone; copy it before use."""
    folder = tmp_path_factory.mktemp("learning")
    for name, prefix, phones in (("sales", "S", 10_000_000), ("service", "V", 50_000_000)):
        text = "\n".join(["ID,Nama,No HP,Tgl Lahir", *_lines(prefix, phones)])
        (folder / f"{name}.csv").write_text(text + "\n", encoding="utf-8")
    with Workspace.create(folder / "learn.steward", steward="Ratna") as workspace:
        for name in ("sales", "service"):
            workspace.import_list(folder / f"{name}.csv", key="ID")
        workspace.match()
    return workspace.path


@pytest.fixture(scope="module")
def refused(matched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after forty decisions."""
    path = Path(shutil.copy(matched, tmp_path_factory.mktemp("refused")))
    with Workspace.open(path, steward="Ratna") as workspace:
        _refuse(workspace, 40)
    return path


@pytest.fixture
def opened(matched: Path, tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(shutil.copy(matched, tmp_path), steward="Ratna") as workspace:
        yield workspace


@pytest.fixture
def taught(refused: Path, tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(shutil.copy(refused, tmp_path), steward="Ratna") as workspace:
        yield workspace


def _refuse(workspace: Workspace, count: int) -> None:
    """The steward finds that the lists are of different people, whatever their names."""
    for cluster_id in workspace.queue(sort="name")[:count]:
        workspace.reject(workspace.draft(cluster_id))


def _waiting(workspace: Workspace) -> set[tuple[int, ...]]:
    """The clusters of the queue by their members."""
    return {tuple(m.record_id for m in workspace.cluster(cluster_id).members) for cluster_id in workspace.queue()}


def test_a_proposal_says_what_would_change_and_changes_nothing(taught: Workspace) -> None:
    before, queue = taught.fingerprint(), list(taught.queue())
    proposal = taught.propose_learning()
    assert proposal.decision_count == 40
    assert len(proposal.contradicted_before) == 40
    assert len(proposal.contradicted_after) < 40
    assert len(proposal.dissolved) > len(proposal.formed)
    assert any(change.attributes[0] == "phone" and change.bits < 0 for change in proposal.weights)
    assert (taught.fingerprint(), list(taught.queue())) == (before, queue)


def test_applied_learning_does_what_was_proposed(taught: Workspace) -> None:
    before = len(taught.queue())
    proposal = taught.propose_learning()
    report = taught.apply_learning(proposal)
    assert report.kind is RunKind.LEARNT
    assert report.open_clusters == before - len(proposal.dissolved) + len(proposal.formed)
    assert taught.verify() == []


def test_following_runs_go_on_with_what_was_learnt(taught: Workspace) -> None:
    learnt = taught.apply_learning(taught.propose_learning())
    assert taught.match().open_clusters == learnt.open_clusters
    again = taught.match(full=True)
    assert (again.kind, again.open_clusters) == (RunKind.LEARNT, learnt.open_clusters)


def test_learning_twice_from_the_same_decisions_changes_nothing_more(taught: Workspace) -> None:
    taught.apply_learning(taught.propose_learning())
    second = taught.propose_learning()
    assert (second.formed, second.dissolved) == ((), ())


def test_learning_can_be_forgotten(taught: Workspace) -> None:
    queue = len(taught.queue())
    taught.apply_learning(taught.propose_learning())
    report = taught.forget_learning()
    assert (report.kind, report.open_clusters) == (RunKind.FULL, queue)
    assert taught.match(full=True).kind is RunKind.FULL


def test_learning_is_an_act_in_the_log_that_is_reversed_like_others(taught: Workspace) -> None:
    before, waiting = taught.fingerprint(), _waiting(taught)
    learnt = taught.apply_learning(taught.propose_learning())
    act = next(taught.decisions())
    assert (act.act.kind, act.act.values) == (DeskKind.LEARN, {"decisions": "40"})
    undo = taught.reverse(act.id)
    assert taught.match().kind is RunKind.FULL
    assert (taught.fingerprint(), _waiting(taught)) == (before, waiting)
    taught.reverse(undo.id)
    again = taught.match()
    assert (again.kind, again.open_clusters) == (RunKind.LEARNT, learnt.open_clusters)
    assert taught.verify() == []


def test_reversed_decisions_teach_nothing(opened: Workspace) -> None:
    decision = opened.reject(opened.draft(opened.queue()[0]))
    opened.reverse(decision.id)
    with pytest.raises(StewardError, match="nothing to learn"):
        opened.propose_learning()


def test_a_proposal_of_an_earlier_run_is_refused(opened: Workspace) -> None:
    _refuse(opened, 3)
    proposal = opened.propose_learning()
    opened.match(full=True)
    with pytest.raises(StewardError, match="new proposal"):
        opened.apply_learning(proposal)


def test_learning_waits_for_a_match_of_new_lists(opened: Workspace, tmp_path: Path) -> None:
    _refuse(opened, 3)
    (tmp_path / "shop.csv").write_text("ID,Nama,No HP\nU1,Adi Nugroho,081399990000\n", encoding="utf-8")
    opened.import_list(tmp_path / "shop.csv", key="ID")
    with pytest.raises(StewardError, match="match first"):
        opened.propose_learning()


def test_a_store_that_was_never_matched_has_nothing_to_teach(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ID,Nama,No HP\n1,Adi Nugroho,081399990000\n", encoding="utf-8")
    with Workspace.create(tmp_path / "new.steward") as workspace:
        workspace.import_list(tmp_path / "a.csv", key="ID")
        with pytest.raises(StewardError, match="Match the store first"):
            workspace.propose_learning()


def test_the_command_line_proposes_applies_and_forgets(taught: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    taught.close()
    store = str(taught.path)
    assert main(["learn", store]) == 0
    assert "From 40 decisions" in capsys.readouterr().out
    assert main(["learn", store, "--apply", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["proposal"]["decision_count"], printed["match"]["kind"]) == (40, "learnt")
    assert main(["learn", store, "--forget"]) == 0
    assert " to decide" in capsys.readouterr().out
