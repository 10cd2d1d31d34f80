"""A newcomer sees how many answers about the sample lists are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.resources import resource_path
from steward.workspace import Workspace
from steward.workspace.upkeep.sample_truth import SampleScore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store of one sample list."""
    with Workspace.create(tmp_path / "sample.steward", steward="Ratna") as workspace:
        workspace.import_list(resource_path("samples/webshop.csv"))
        yield workspace


def _people(workspace: Workspace) -> tuple[list[int], list[int]]:
    """Records of one true customer that has two, and of two different ones."""
    rows = resource_path("reference/sample_truth.csv").read_text(encoding="utf-8").splitlines()
    owner = {key: person for where, key, person, *_ in (row.split(",") for row in rows) if where == "webshop"}
    by_owner: dict[str, list[int]] = {}
    for record in workspace.records():
        by_owner.setdefault(owner[record.source_key], []).append(record.id)
    twice = next(ids[:2] for ids in by_owner.values() if len(ids) > 1)
    once = [ids[0] for ids in by_owner.values() if len(ids) == 1][:2]
    return twice, once


def test_right_and_wrong_answers_are_counted_until_they_are_taken_back(workspace: Workspace) -> None:
    twice, once = _people(workspace)
    assert workspace.sample_score() == SampleScore(answers=0, right=0)
    workspace.merge(twice)
    wrong = workspace.merge(once)
    assert workspace.sample_score() == SampleScore(answers=2, right=1)
    workspace.reverse(wrong.id)
    workspace.not_same(once[0], [once[1]])
    assert workspace.sample_score() == SampleScore(answers=2, right=2)


def test_telling_one_customer_apart_is_wrong(workspace: Workspace) -> None:
    twice, _ = _people(workspace)
    workspace.not_same(twice[0], [twice[1]])
    assert workspace.sample_score() == SampleScore(answers=1, right=0)


def test_a_store_with_a_list_of_ones_own_has_no_score(workspace: Workspace, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("ID,Nama,No HP\n1,Siti Rahmawati,0812-3344-5566\n", encoding="utf-8")
    workspace.import_list(own, source="Cabang")
    assert workspace.sample_score() is None


def test_almost_certain_clusters_are_compared_with_the_truth_whether_decided_or_not(workspace: Workspace) -> None:
    workspace.import_list(resource_path("samples/sales.xlsx"))
    workspace.match()
    before = workspace.sample_score()
    assert before is not None
    assert 0 < before.proposed_right <= before.proposed == len(workspace.queue(strength="almost_certain"))
    first = workspace.queue("certainty")[0]
    workspace.approve(workspace.draft(first))
    after = workspace.sample_score()
    assert after is not None
    assert (after.proposed, after.proposed_right) == (before.proposed, before.proposed_right)
    assert after.answers == 1
