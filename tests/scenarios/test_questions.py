"""A few good questions about pairs at the boundary."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import StewardError
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_GIVEN = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Rahmat", "Yuliana")
_FAMILY = ("Nugroho", "Santoso", "Lestari", "Kurniadi", "Pertiwi", "Hidayat", "Rumbekwan", "Wanggai", "Tjahjono")


@pytest.fixture(scope="module")
def matched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matched store of two lists that agree on names, now and then on more; copy it before use."""
    folder = tmp_path_factory.mktemp("questions")
    for name, prefix, shift in (("sales", "S", 0), ("service", "V", 1)):
        lines = ["ID,Nama,No HP,Tgl Lahir,Kota"]
        for i in range(120):
            phone = f"0813{10_000_000 + i * 7919 + shift * (i % 3 > 0) * 31}"
            born = f"{1 + (i + shift * (i % 5 == 0)) % 28:02}/{1 + i % 12:02}/{1950 + i % 50}"
            city = ("Bandung", "Malang", "Semarang")[(i + shift * (i % 7 == 0)) % 3]
            name_of = f"{_GIVEN[i % 12]} {_FAMILY[i * 7 % 9]}"
            lines.append(f"{prefix}{i:03},{name_of},{phone if i % 4 else ''},{born if i % 2 else ''},{city}")
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Workspace.create(folder / "ask.steward", steward="Ratna") as workspace:
        for name in ("sales", "service"):
            workspace.import_list(folder / f"{name}.csv", key="ID")
        workspace.match()
    return workspace.path


@pytest.fixture
def opened(matched: Path, tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(shutil.copy(matched, tmp_path), steward="Ratna") as workspace:
        yield workspace


def test_questions_are_uncertain_and_each_of_another_kind(opened: Workspace) -> None:
    questions = opened.questions(limit=5)
    assert 2 <= len(questions) <= 5
    assert all(0.05 < q.explanation.match_probability < 0.95 for q in questions)
    patterns = {tuple((e.attributes, e.level) for e in q.explanation.evidence) for q in questions}
    assert len(patterns) == len(questions)
    records = [r for q in questions for r in (q.record_id, q.other_id)]
    assert len(set(records)) == len(records)
    assert all(q.pairs_alike >= 1 and q.clusters_touched >= 1 for q in questions)


def test_an_answered_question_is_not_asked_again(opened: Workspace) -> None:
    first, second = opened.questions(limit=2)
    opened.merge([first.record_id, first.other_id])
    opened.not_same(second.record_id, [second.other_id])
    asked = {(q.record_id, q.other_id) for q in opened.questions(limit=100)}
    assert (first.record_id, first.other_id) not in asked
    assert (second.record_id, second.other_id) not in asked


def test_the_same_store_asks_the_same_questions(opened: Workspace) -> None:
    assert opened.questions() == opened.questions()


def test_before_the_first_match_there_are_none(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.steward") as workspace, pytest.raises(StewardError, match="Match the store"):
        workspace.questions()


def test_question_outside_the_queue_is_looked_at_and_answered_like_a_cluster(opened: Workspace) -> None:
    question = next(one for one in opened.questions(30) if one.cluster_id is None)
    assert opened.waiting([question.subject]) == [question.subject]
    draft = opened.draft(question.subject)
    assert {question.record_id, question.other_id} <= {member.record_id for member in draft.view.members}
    assert [row.id for row in opened.queue_rows([question.subject])] == [question.subject]
    before = opened.fingerprint()
    decision = opened.approve(draft, reason="asked by telephone")
    assert opened.cin_of(question.record_id) == opened.cin_of(question.other_id)
    assert opened.waiting([question.subject]) == []
    opened.reverse(decision.id)
    assert opened.fingerprint() == before
    assert opened.waiting([question.subject]) == [question.subject]


def test_question_answered_with_no_is_not_open_any_more(opened: Workspace) -> None:
    question = next(one for one in opened.questions(30) if one.cluster_id is None)
    opened.reject(opened.draft(question.subject))
    assert opened.waiting([question.subject]) == []


def test_question_about_two_of_a_larger_cluster_shows_just_these_two(opened: Workspace) -> None:
    for question in opened.questions(40):
        shown = {member.record_id for member in opened.draft(question.subject).view.members}
        assert shown == {question.record_id, question.other_id}
