"""Records in no cluster that may belong to a customer are asked about, too: beside the record most like them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from steward.domain.pairs import Strength
from steward.storage.matches import candidates
from steward.workspace import Workspace
from steward.workspace.review.loose_records import KnownLoosePairs, LooseRecord, find_loose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.scenarios.conftest import Clock

_ONE, _OTHER = "K7-0", "K7-X"


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """Sixty customers, listed once or twice; one row has another's name and nearly its address."""
    lines = ["ID,Nama,No HP,Email,Alamat,Kota"]
    for i in range(60):
        name = f"{_GIVEN[i % 12]} {_FAMILY[i * 7 % 9]} {_FAMILY[i * 5 % 9]}"
        lines += [
            f"K{i}-{copy},{name},0812-{1000 + i}-{2000 + i * 13},k{i}@example.com,Jl. Merdeka No. {i},Bandung"
            for copy in range(1 + i % 2 * (i != 7))
        ]
        if i == 7:
            lines.append(f"{_OTHER},{name},,,Jl. Merdeka No. 70,Malang")
    (tmp_path / "shop.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Workspace.create(tmp_path / "loose.steward", steward="Ratna", clock=clock) as workspace:
        workspace.import_list(tmp_path / "shop.csv", source="Shop", key="ID")
        workspace.match()
        yield workspace


_GIVEN = "Sari Budi Wulan Agus Rina Joko Tuti Hadi Maya Eko Nina Bayu".split()
_FAMILY = "Wirahadi Santika Prasetyo Kusnandar Lesmana Hidayat Purnomo Gunadi Saptono".split()


def _loose(workspace: Workspace) -> list[LooseRecord]:
    with workspace._read() as session:
        return find_loose(session, KnownLoosePairs())


def _both(workspace: Workspace) -> list[int]:
    return [workspace.record("Shop", key).id for key in (_ONE, _OTHER)]


def test_a_record_in_no_cluster_is_asked_beside_the_one_most_like_it(opened: Workspace) -> None:
    (loose,) = _loose(opened)
    assert sorted((loose.record_id, loose.other_id)) == _both(opened)
    assert 0.1 < loose.expected < 2.0
    draft = opened.draft(loose.subject)
    assert [member.record_id for member in draft.view.members] == _both(opened)
    assert loose.subject not in opened.queue()


def test_a_timed_session_holds_it_among_the_clusters(opened: Workspace) -> None:
    (loose,) = _loose(opened)
    (plan,) = opened.plan_sprints(60)
    assert plan.ids.count(loose.subject) == 1
    assert plan.ids.index(loose.subject) < plan.answers
    assert plan.answers == plan.waiting_answers == len(opened.queue()) + 1
    assert plan.wrong_rows == pytest.approx(plan.waiting_rows)
    assert plan.waiting_seconds <= 60 * 60


def test_what_waits_for_a_timed_session_is_told_while_only_such_records_wait(opened: Workspace) -> None:
    (loose,) = _loose(opened)
    for cluster_id in opened.queue():
        opened.defer(cluster_id)
    (plan,) = opened.plan_sprints(60)
    assert plan.ids == (loose.subject,)
    assert plan.waiting_answers == 1
    assert plan.waiting_rows > 0


def test_the_queue_holds_it_by_its_usefulness(opened: Workspace) -> None:
    (loose,) = _loose(opened)
    queue = opened.queue("usefulness")
    assert sorted(set(queue) - {loose.subject}) == sorted(opened.queue())
    place = queue.index(loose.subject)
    with opened._read() as session:
        useful = [one.usefulness for one in candidates.clusters_by_id(session, [one for one in queue if one >= 0])]
    assert all(of_cluster >= loose.expected for of_cluster in useful[:place])
    assert all(of_cluster < loose.expected for of_cluster in useful[place:])
    assert opened.queue("usefulness", limit=3) == queue[:3]


_LEAVING: tuple[dict[str, Any], ...] = (
    {"size": "2"},
    {"veto": "no"},
    {"source": "shop"},
    {"state": "all"},
    {"traits": ("missing:phone", "same:name")},
    {"values": ("city=Malang", "city=Nowhere")},
)
_EXCLUDING: tuple[dict[str, Any], ...] = (
    {"size": "3-4"},
    {"veto": "yes"},
    {"state": "decided"},
    {"traits": ("missing:phone", "differs:name")},
    {"values": ("city=Nowhere",)},
    {"source": "Fair"},
)


def test_a_filter_leaves_it_in_the_queue_as_it_would_any_two_records(opened: Workspace, tmp_path: Path) -> None:
    (tmp_path / "fair.csv").write_text("ID,Nama,No HP\nF1,Zulaikha Ramadhani,0857-1234-9876\n", encoding="utf-8")
    opened.import_list(tmp_path / "fair.csv", source="Fair", key="ID")
    opened.match()
    (loose,) = _loose(opened)
    strength = Strength.of(loose.probability)
    for wanted in (*_LEAVING, {"strength": strength}):
        assert loose.subject in opened.queue("usefulness", **wanted), wanted
        others = sorted(set(opened.queue("usefulness", **wanted)) - {loose.subject})
        assert others == sorted(opened.queue(**wanted)), wanted
    for wanted in (*_EXCLUDING, *({"strength": other} for other in Strength if other is not strength)):
        assert loose.subject not in opened.queue("usefulness", **wanted), wanted


@pytest.mark.parametrize("answer", ["merge", "not the same", "defer"])
def test_it_is_asked_once_and_again_when_the_answer_is_taken_back(opened: Workspace, answer: str) -> None:
    (loose,) = _loose(opened)
    draft = opened.draft(loose.subject)
    if answer == "merge":
        decision = opened.merge(_both(opened), cluster_id=loose.subject)
    elif answer == "defer":
        decision = opened.defer(loose.subject)
    else:
        decision = opened.reject(draft)
    assert _loose(opened) == []
    assert loose.subject not in opened.queue("usefulness")
    opened.reverse(decision.id)
    assert _loose(opened) == [loose]


def test_before_the_first_match_run_nothing_is_asked(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "empty.steward", steward="Ratna") as workspace:
        assert _loose(workspace) == []
