"""Earlier answers are asked about again, blind; the answers tell how sure the steward is and change nothing else."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from steward.resources import resource_path
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def decided(tmp_path: Path) -> Iterator[Workspace]:
    """Two sample lists, matched: four clusters merged whole, two called different people."""
    with Workspace.create(tmp_path / "c.steward", steward="Ratna") as workspace:
        for name in ("sales.xlsx", "webshop.csv"):
            workspace.import_list(resource_path("samples") / name)
        workspace.match()
        for place, cluster_id in enumerate(workspace.queue("certainty")[:6]):
            draft = workspace.draft(cluster_id)
            if place < 4:
                workspace.merge([member.record_id for member in draft.view.members], cluster_id=cluster_id)
            else:
                workspace.reject(draft)
        yield workspace


def _kind_of(workspace: Workspace, gold: int) -> str:
    """What was decided about the records of a gold question."""
    cins = {workspace.cin_of(member.record_id) for member in workspace.draft(gold).view.members}
    return "merge" if len(cins) == 1 else "not_same"


def test_every_answer_is_asked_about_once_as_it_stood_before(decided: Workspace) -> None:
    asked = decided.gold_questions(10, Random(1))
    assert len(asked) == len(set(asked)) == 6
    before = decided.fingerprint()
    for gold in asked:
        draft = decided.draft(gold)
        assert draft.can_merge
        assert len({member.cin for member in draft.view.members}) > 1
    assert decided.fingerprint() == before
    assert decided.waiting(asked) == asked


def test_answering_again_changes_no_customer(decided: Workspace) -> None:
    before = decided.fingerprint()
    asked = decided.gold_questions(10, Random(1))
    for gold in asked:
        decided.reject(decided.draft(gold))
    assert decided.fingerprint() == before
    assert decided.waiting(asked) == []
    assert decided.gold_questions(10) == []
    assert decided.verify() == []


def test_answers_given_again_tell_of_false_merges_and_missed_duplicates(decided: Workspace) -> None:
    for gold in decided.gold_questions(10, Random(1)):
        draft = decided.draft(gold)
        if _kind_of(decided, gold) == "merge":
            decided.reject(draft)
        else:
            decided.approve(draft, reason="on second thought")
    report, work = decided.report(), decided.own_work()
    assert report.false_merges is not None
    assert (report.false_merges.errors, report.false_merges.judged) == (4, 4)
    assert report.missed is not None
    assert (report.missed.errors, report.missed.judged) == (2, 2)
    assert (work.repeated, work.agreeing) == (6, 0)


def test_the_same_answers_again_are_consistent(decided: Workspace) -> None:
    for gold in decided.gold_questions(10, Random(1)):
        draft = decided.draft(gold)
        if _kind_of(decided, gold) == "merge":
            for member in draft.view.members:
                draft.include(member.record_id)
            decided.approve(draft, reason="as before")
        else:
            decided.reject(draft)
    work = decided.own_work()
    assert (work.repeated, work.agreeing) == (6, 6)


def test_putting_it_off_judges_nothing_and_reversing_the_check_asks_again(decided: Workspace) -> None:
    first, second, *_ = decided.gold_questions(10, Random(1))
    decided.defer(first)
    assert decided.own_work().repeated == 0
    check = decided.reject(decided.draft(second))
    decided.reverse(check.id)
    assert decided.waiting([first, second]) == [second]


def test_answers_of_others_and_those_with_a_later_word_are_not_asked_about(decided: Workspace) -> None:
    asked = decided.gold_questions(10, Random(1))
    merged = next(gold for gold in asked if _kind_of(decided, gold) == "merge")
    member = decided.draft(merged).view.members[0].record_id
    decided.take_out(member)
    assert merged not in decided.gold_questions(10)
    path = decided.path
    decided.close()
    with Workspace.open(path, steward="Budi") as other:
        assert other.gold_questions(10) == []
