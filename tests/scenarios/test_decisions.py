"""What each answer of a steward does, and that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.decisions import DecisionKind, Relation
from steward.domain.errors import DecisionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.workspace import Workspace
    from tests.scenarios.conftest import Clock

    Ids = Callable[..., list[int]]


def _cluster_with(workspace: Workspace, record_id: int) -> int:
    return next(
        c
        for c in workspace.queue(state="all")
        if record_id in [member.record_id for member in workspace.cluster(c).members]
    )


def _golden(workspace: Workspace, cin: str) -> dict[str, str]:
    return {value.attribute: value.value for value in workspace.golden(cin) if value.position == 0}


def test_a_merge_keeps_the_older_cin_and_the_other_forwards_for_ever(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    old, other = workspace.cin_of(a), workspace.cin_of(b)
    workspace.merge([b, a])
    assert workspace.cin_of(a) == workspace.cin_of(b) == old
    assert workspace.resolve(other) == [old]
    assert workspace.resolve(old) == [old]


def test_the_larger_customer_keeps_its_cin(workspace: Workspace, ids: Ids) -> None:
    first, second, third = ids("S-001", "V-1", "p1")
    workspace.merge([second, third])
    kept = workspace.cin_of(second)
    workspace.merge([first, third])
    assert workspace.cin_of(first) == kept


def test_a_merge_that_is_said_again_is_an_act_of_its_own(workspace: Workspace, ids: Ids) -> None:
    before = workspace.fingerprint()
    first = workspace.merge(ids("S-001", "V-1"))
    merged = workspace.fingerprint()
    second = workspace.merge(ids("S-001", "V-1"))
    assert second.id > first.id
    assert workspace.fingerprint() == merged
    workspace.reverse(first.id)
    assert workspace.fingerprint() == merged
    workspace.reverse(second.id)
    assert workspace.fingerprint() == before


def test_approving_a_draft_answers_its_cluster_and_undo_reopens_it(workspace: Workspace, ids: Ids) -> None:
    cluster_id = _cluster_with(workspace, ids("S-001")[0])
    decision = workspace.approve(workspace.draft(cluster_id))
    assert cluster_id not in workspace.queue()
    assert cluster_id in workspace.queue(state="decided")
    workspace.reverse(decision.id)
    assert cluster_id in workspace.queue()


def test_arranging_makes_a_customer_of_each_group_in_one_decision(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    before = workspace.fingerprint()
    workspace.merge([a, b])
    merged = workspace.fingerprint()
    decision = workspace.arrange([[a, c], [b]], reason="seen on the forms")
    assert workspace.cin_of(a) == workspace.cin_of(c) != workspace.cin_of(b)
    workspace.reverse(decision.id)
    assert workspace.fingerprint() == merged
    workspace.reverse(decision.id - 1)
    assert workspace.fingerprint() == before


def test_what_the_draft_shows_is_what_is_stored(workspace: Workspace, ids: Ids) -> None:
    a, b, _ = ids("S-001", "V-1", "p1")
    draft = workspace.draft(_cluster_with(workspace, a))
    draft.exclude(b)
    draft.choose_text("city", "Kota Bandung")
    draft.choose("email", ids("p1")[0])
    shown = [(v.attribute, v.position, v.value, v.record_id, v.rule) for v in draft.golden()]
    cin = draft.surviving_cin
    workspace.approve(draft)
    stored = [(v.attribute, v.position, v.value, v.record_id, v.rule) for v in workspace.golden(cin)]
    assert stored == shown
    assert workspace.cin_of(b) != cin
    assert _golden(workspace, cin)["city"] == "Kota Bandung"
    assert _golden(workspace, cin)["email"] == "sriwahyuni@gmail.com"


def test_a_typed_value_is_refused_while_it_is_typed_and_else_shown_as_it_is_kept(
    workspace: Workspace, ids: Ids
) -> None:
    draft = workspace.draft(_cluster_with(workspace, ids("S-001")[0]))
    with pytest.raises(DecisionError, match="can't be read as birth_date"):
        draft.choose_text("birth_date", "someday")
    assert draft.choices == {}
    draft.choose_text("birth_date", "31/5/1990")
    shown = {value.attribute: value.value for value in draft.golden()}
    cin = draft.surviving_cin
    workspace.approve(draft, reason="as shown")
    assert _golden(workspace, cin)["birth_date"] == shown["birth_date"] == "1990-05-31"


def test_not_the_same_is_not_asked_again_by_the_next_match(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-002", "V-2")
    cluster_id = _cluster_with(workspace, a)
    workspace.reject(workspace.draft(cluster_id))
    assert cluster_id not in workspace.queue()
    workspace.match()
    together = [
        c for c in workspace.queue(state="all") if {a, b} <= {m.record_id for m in workspace.cluster(c).members}
    ]
    assert together == []


def test_a_merge_is_not_asked_again_by_the_next_match(workspace: Workspace, ids: Ids) -> None:
    workspace.approve(workspace.draft(_cluster_with(workspace, ids("S-002")[0])))
    before = workspace.fingerprint()
    workspace.match()
    assert _cluster_with(workspace, ids("S-002")[0]) not in workspace.queue()
    assert workspace.fingerprint() == before


def test_not_same_takes_a_merged_record_apart_and_a_later_merge_wins_again(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    workspace.merge([a, b, c])
    workspace.not_same(a, [b])
    assert workspace.cin_of(a) != workspace.cin_of(b)
    assert workspace.cin_of(b) == workspace.cin_of(c)
    workspace.merge([a, b])
    assert workspace.cin_of(a) == workspace.cin_of(c)


def test_related_customers_stay_two_and_know_each_other(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "S-004")
    workspace.related(a, b, "household")
    found = workspace.customer(workspace.cin_of(a)).related
    assert [(other.cin, other.relation) for other in found] == [(workspace.cin_of(b), Relation.HOUSEHOLD)]
    with pytest.raises(DecisionError, match="relation"):
        workspace.related(a, b, "cousin")


def test_a_split_leaves_the_larger_part_its_cin_and_mints_for_the_rest(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    workspace.merge([a, b, c])
    cin = workspace.cin_of(a)
    decision = workspace.split(cin, [[a], [b, c]])
    assert workspace.cin_of(b) == workspace.cin_of(c) == cin
    new = workspace.cin_of(a)
    assert new != cin
    workspace.reverse(decision.id)
    assert workspace.cin_of(a) == cin
    assert workspace.resolve(new) == [cin]


def test_a_split_that_comes_back_gives_the_same_cin_again(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    workspace.merge([a, b, c])
    split = workspace.split(workspace.cin_of(a), [[a], [b, c]])
    new = workspace.cin_of(a)
    undo = workspace.reverse(split.id)
    workspace.reverse(undo.id)
    assert workspace.cin_of(a) == new


def test_taking_a_record_out_leaves_everyone_else(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    workspace.merge([a, b, c])
    cin = workspace.cin_of(a)
    workspace.take_out(b)
    assert workspace.members(cin) == sorted([a, c])
    assert workspace.members(workspace.cin_of(b)) == [b]
    with pytest.raises(DecisionError, match="already"):
        workspace.take_out(b)


def test_deferred_clusters_come_back_on_their_day(workspace: Workspace, clock: Clock, ids: Ids) -> None:
    cluster_id = _cluster_with(workspace, ids("S-002")[0])
    workspace.defer(cluster_id, until="2026-05-10", reason="ask the branch")
    assert cluster_id not in workspace.queue()
    assert cluster_id in workspace.queue(state="deferred")
    clock.now = clock.now.replace(month=6)
    workspace._reopen_deferred()
    assert cluster_id in workspace.queue()


def test_every_act_is_in_the_log_with_who_when_and_what_was_shown(workspace: Workspace, ids: Ids) -> None:
    decision = workspace.merge(ids("S-001", "V-1"), reason="same card")
    newest = next(workspace.decisions())
    assert newest == decision
    assert (newest.kind, newest.decided_by, newest.reason) == (DecisionKind.MERGE, "Ratna", "same card")
    assert newest.shown["versions"] == {str(record_id): 1 for record_id in ids("S-001", "V-1")}
    assert newest.shown["run"] == 1
    ((low, high, weight),) = newest.shown["weights"]
    assert [low, high] == ids("S-001", "V-1")
    assert weight == pytest.approx(workspace.explain(low, high).match_weight, abs=0.01)


def test_search_finds_names_phones_ids_and_retired_cins(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    retired = workspace.cin_of(b)
    workspace.merge([a, b])
    cin = workspace.cin_of(a)
    for text in ("wahyu", "0812-3344", "+62 812 3344 5566", "3273015507850002", "V-1", "sri.wahyuni@", retired):
        assert cin in [hit.cin for hit in workspace.search(text)], text
    assert workspace.search(retired)[0].retired
    assert workspace.search("xyzzy") == []
