"""Two of three records that may be one customer are told apart: what is left of the question leaves one of them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import DecisionError
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LIST = """\
ID,Nama,NIK,Tgl Lahir,HP,Email
1,Siti Rahayu,3174014505900001,1990-05-05,081355566677,siti@contoh.co.id
2,Budi Halim,,,081977788899,
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "apart.steward", steward="Ratna") as made:
        for name in ("Sales", "Web", "Partner"):
            (tmp_path / f"{name}.csv").write_text(_LIST, encoding="utf-8")
            made.import_list(tmp_path / f"{name}.csv", source=name, key="ID")
        made.match()
        yield made


def siti(workspace: Workspace) -> list[int]:
    return [workspace.record(name, "1").id for name in ("Sales", "Web", "Partner")]


def cluster_of(workspace: Workspace, record_id: int) -> int:
    members = {c: [member.record_id for member in workspace.cluster(c).members] for c in workspace.queue()}
    return next(cluster for cluster, found in members.items() if record_id in found)


@pytest.mark.parametrize("verb", ["not_same", "related"])
def test_who_was_told_apart_is_not_merged_by_what_is_left_of_the_cluster(workspace: Workspace, verb: str) -> None:
    sales, web, partner = siti(workspace)
    cluster = cluster_of(workspace, sales)
    assert cluster in [alike.id for alike in workspace.alike_clusters(workspace.alike_candidates())]
    decision = workspace.not_same(sales, [web]) if verb == "not_same" else workspace.related(sales, web, "household")
    draft = workspace.draft(cluster)
    assert len({sales, web} & draft.included) == 1
    assert partner in draft.included
    assert cluster not in [alike.id for alike in workspace.alike_clusters(workspace.alike_candidates())]
    workspace.approve(draft)
    assert workspace.cin_of(sales) != workspace.cin_of(web)
    assert workspace.cin_of(partner) in (workspace.cin_of(sales), workspace.cin_of(web))
    assert not workspace.decision(decision.id).reversed_by


def test_who_is_told_apart_from_both_others_stays_out(workspace: Workspace) -> None:
    sales, web, partner = siti(workspace)
    cluster = cluster_of(workspace, sales)
    workspace.not_same(sales, [web, partner])
    assert workspace.draft(cluster).included == {web, partner}


@pytest.mark.parametrize("verb", ["not_same", "related"])
def test_a_bulk_merge_takes_what_the_draft_of_each_cluster_merges(workspace: Workspace, verb: str) -> None:
    sales, web, partner = siti(workspace)
    if verb == "not_same":
        workspace.not_same(sales, [web])
    else:
        workspace.related(sales, web, "household")
    clusters = workspace.queue()
    drafts = [workspace.draft(cluster).act().groups[0] for cluster in clusters]
    decision = workspace.merge_many(clusters)
    assert sorted(decision.act.groups) == sorted(drafts)
    assert workspace.cin_of(sales) != workspace.cin_of(web)
    assert workspace.cin_of(partner) in (workspace.cin_of(sales), workspace.cin_of(web))
    assert workspace.queue() == []


def test_a_cluster_of_which_all_were_told_apart_is_passed_over_by_a_bulk_merge(workspace: Workspace) -> None:
    sales, web, partner = siti(workspace)
    cluster = cluster_of(workspace, sales)
    others = [one for one in workspace.queue() if one != cluster]
    workspace.not_same(sales, [web, partner])
    workspace.not_same(web, partner)
    with pytest.raises(DecisionError, match="Nothing of these clusters is left"):
        workspace.merge_many([cluster])
    workspace.merge_many([cluster, *others])
    assert len({workspace.cin_of(one) for one in (sales, web, partner)}) == 3
