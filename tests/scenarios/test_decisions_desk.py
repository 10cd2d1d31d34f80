"""Answers over many clusters, moves, and the stewards' own work: notes and assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from steward.domain.errors import DecisionError, VetoError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steward.workspace import Workspace

    Ids = Callable[..., list[int]]


def test_many_clusters_are_merged_and_reversed_as_one(workspace: Workspace) -> None:
    before = workspace.fingerprint()
    ids = workspace.queue()
    groups = [[member.record_id for member in workspace.cluster(c).members] for c in ids]
    decision = workspace.merge_many(ids, reason="seen one by one")
    assert workspace.queue() == []
    assert all(len({workspace.cin_of(r) for r in group}) == 1 for group in groups)
    assert len(workspace.preview_reverse(decision.id).revived_cins) == sum(len(group) - 1 for group in groups)
    workspace.reverse(decision.id)
    assert workspace.fingerprint() == before
    assert sorted(workspace.queue()) == sorted(ids)


def test_bulk_merge_keeps_what_stood_behind_each_cluster(workspace: Workspace) -> None:
    ids = workspace.queue()
    members = {member.record_id for c in ids for member in workspace.cluster(c).members}
    shown = workspace.merge_many(ids, reason="seen one by one").shown
    assert len(shown["clusters"]) == len(shown["probabilities"]) == len(ids)
    assert {record_id for low, high, _ in shown["weights"] for record_id in (low, high)} == members
    assert shown["versions"].keys() == {str(record_id) for record_id in members}
    assert shown["run"] is not None


def test_a_part_of_a_bulk_merge_can_be_changed_later_and_the_rest_reversed(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    bulk = workspace.merge_many(workspace.queue(), reason="seen one by one")
    assert workspace.cin_of(a) == workspace.cin_of(b)
    workspace.take_out(b)
    workspace.reverse(bulk.id)
    assert workspace.cin_of(a) != workspace.cin_of(b)
    assert workspace.verify() == []


def test_a_record_moves_to_another_customer_and_everyone_else_stays(workspace: Workspace, ids: Ids) -> None:
    a, b, c, d = ids("S-001", "V-1", "p1", "S-004")
    workspace.merge([a, b, c])
    before = workspace.fingerprint()
    first, target = workspace.cin_of(a), workspace.cin_of(d)
    decision = workspace.move(c, target)
    assert workspace.members(first) == sorted([a, b])
    assert workspace.members(target) == sorted([c, d])
    workspace.reverse(decision.id)
    assert workspace.fingerprint() == before
    with pytest.raises(DecisionError, match="already"):
        workspace.move(c, first)


def test_a_customer_of_one_record_can_move_too(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-004", "p2")
    alone = workspace.cin_of(b)
    decision = workspace.move(b, workspace.cin_of(a))
    assert workspace.resolve(alone) == [workspace.cin_of(a)]
    workspace.reverse(decision.id)
    assert workspace.cin_of(b) == alone


def test_a_move_against_a_veto_needs_a_reason(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "S-002")
    with pytest.raises(VetoError, match="NIK"):
        workspace.move(a, workspace.cin_of(b))
    workspace.move(a, workspace.cin_of(b), reason="typed from the wrong card")
    assert workspace.cin_of(a) == workspace.cin_of(b)


def test_notes_stay_with_the_records_and_change_nothing(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    before = workspace.fingerprint()
    note = workspace.comment(workspace.cin_of(b), "moved to Solo, asked by phone")
    assert workspace.fingerprint() == before
    workspace.merge([a, b])
    assert [(c.text, c.decided_by) for c in workspace.comments(workspace.cin_of(a))] == [
        ("moved to Solo, asked by phone", "Ratna")
    ]
    workspace.reverse(note.id)
    assert workspace.comments(workspace.cin_of(a)) == []
    with pytest.raises(DecisionError, match="Write something"):
        workspace.comment(workspace.queue()[0], "  ")


def test_a_note_on_a_cluster_does_not_answer_it(workspace: Workspace) -> None:
    cluster_id = workspace.queue()[0]
    workspace.comment(cluster_id, "wait for the branch")
    assert cluster_id in workspace.queue()
    assert [c.text for c in workspace.comments(cluster_id)] == ["wait for the branch"]


def test_clusters_are_assigned_and_given_back(workspace: Workspace) -> None:
    first, second, *_ = workspace.queue()
    workspace.assign([first, second], "Budi")
    decision = workspace.assign(first, "Dewi")
    assert workspace.assigned() == {
        first: "Dewi",
        second: "Budi",
    }
    workspace.reverse(decision.id)
    assert workspace.assigned()[first] == "Budi"
    workspace.assign([first, second], "")
    assert workspace.assigned() == {}


def test_looking_at_masked_numbers_is_logged_for_good_and_changes_nothing(workspace: Workspace, ids: Ids) -> None:
    members = list(ids("S-001", "V-1"))
    before = workspace.fingerprint()
    look = workspace.reveal(members)
    assert (look.act.groups, look.decided_by) == ((tuple(sorted(members)),), "Ratna")
    assert look.id not in {view.id for view in workspace.last_decisions()}
    with pytest.raises(DecisionError, match="stays in the log"):
        workspace.reverse(look.id)
    workspace.rebuild()
    assert workspace.verify() == []
    assert workspace.fingerprint() == before


def test_who_looked_at_masked_numbers_stands_in_the_access_pack_and_goes_to_no_other_store(
    workspace: Workspace, ids: Ids, tmp_path: Path
) -> None:
    (record,) = ids("S-001")
    carried = workspace.export_decisions(tmp_path / "before.jsonl")
    workspace.reveal([record])
    assert workspace.export_decisions(tmp_path / "after.jsonl") == carried
    report = workspace.access_pack(workspace.cin_of(record), tmp_path / "pack.xlsx")
    sheet = load_workbook(report.path)["Decisions"]
    assert "Masked identity numbers looked at" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_erasing_a_person_keeps_who_looked_at_their_numbers(workspace: Workspace, ids: Ids) -> None:
    (record,) = ids("S-001")
    look = workspace.reveal([record])
    workspace.erase(workspace.cin_of(record), reason="asked on 3 May")
    assert next(d for d in workspace.decisions() if d.id == look.id).act.groups == ((record,),)
    assert workspace.verify() == []


def test_history_lists_every_act(workspace: Workspace) -> None:
    workspace.comment(workspace.queue()[0], "wait")
    assert "comment" in {view.kind for view in workspace.history()}
    assert "comment" not in {view.kind for view in workspace.last_decisions()}
    assert "comment" in {decision.act.kind for decision in workspace.decisions()}
    assert workspace.decision_counts()["comment"] == 1  # type: ignore[index]
    assert workspace.history_count() == len(workspace.history(limit=None))


def test_a_cluster_of_which_a_record_is_gone_since_the_match_can_be_answered_all_the_same(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text("ID,Nama,HP\nX1,Budi Santoso,081322114090\n", encoding="utf-8")
    workspace.import_list(tmp_path / "more.csv", source="More", key="ID")
    delivery = next(workspace.decisions())
    workspace.match()
    gone = workspace.record("More", "X1").id
    (cluster_id,) = [c for c in workspace.queue() if gone in {m.record_id for m in workspace.cluster(c).members}]
    workspace.reverse(delivery.id)
    workspace.assign(cluster_id, "Budi")
    workspace.defer(cluster_id)
    merged = workspace.merge_many([cluster_id], reason="same phone")
    assert all(gone not in group for group in merged.act.groups)
    assert cluster_id in workspace.queue(state="decided")
