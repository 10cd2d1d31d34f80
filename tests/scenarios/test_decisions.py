"""What each answer of a steward does, and that it can be taken back."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from steward.domain.decisions import DecisionKind, Relation
from steward.domain.errors import DecisionError, StewardError, VetoError
from steward.domain.locks import LockStanding
from steward.domain.survivorship import SurvivorshipRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.workspace import Workspace

Ids = "Callable[..., list[int]]"


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


def test_arranging_needs_two_groups_that_share_no_record(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    for groups in ([[a, b, c]], [[a, b], [b, c]], [[a], []]):
        with pytest.raises(DecisionError):
            workspace.arrange(groups)


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


def test_an_old_decision_can_be_reversed_while_later_ones_stay(workspace: Workspace, ids: Ids) -> None:
    a, b, c, d = ids("S-001", "V-1", "p1", "S-004")
    first = workspace.merge([a, b])
    workspace.merge([c, d])
    workspace.merge([a, c], reason="the branch typed another card")
    workspace.reverse(first.id)
    assert workspace.cin_of(b) not in (workspace.cin_of(a), workspace.cin_of(c))
    assert workspace.cin_of(a) == workspace.cin_of(c) == workspace.cin_of(d)
    assert workspace.verify() == []


def test_the_preview_of_a_reversal_is_what_happens(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    decision = workspace.merge([a, b])
    before = workspace.fingerprint()
    preview = workspace.preview_reverse(decision.id)
    assert workspace.fingerprint() == before
    workspace.reverse(decision.id)
    assert [(move.record_id, move.after) for move in preview.moves] == [(b, workspace.cin_of(b))]
    assert preview.revived_cins == (workspace.cin_of(b),)


def test_the_preview_names_values_that_come_and_go_with_a_record(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "p1")
    cin = workspace.cin_of(a)
    decision = workspace.merge([a, b])
    before = {(v.attribute, v.position): v.value for v in workspace.golden(cin)}
    preview = workspace.preview_reverse(decision.id)
    workspace.reverse(decision.id)
    after = {(v.attribute, v.position): v.value for v in workspace.golden(cin)}
    places = [place for place in sorted(before.keys() | after.keys()) if before.get(place) != after.get(place)]
    assert preview.values == tuple((cin, p[0], before.get(p, ""), after.get(p, "")) for p in places)
    assert (cin, "handle", before["handle", 0], "") in preview.values


def test_a_decision_is_reversed_only_once(workspace: Workspace, ids: Ids) -> None:
    decision = workspace.merge(ids("S-001", "V-1"))
    workspace.reverse(decision.id)
    with pytest.raises(DecisionError, match="already"):
        workspace.reverse(decision.id)
    with pytest.raises(DecisionError, match="no decision"):
        workspace.reverse(999)


def test_an_override_and_a_lock_outlive_new_deliveries(workspace: Workspace, ids: Ids, tmp_path) -> None:  # type: ignore[no-untyped-def]
    a = ids("S-004")[0]
    cin = workspace.cin_of(a)
    workspace.override(cin, "name", "Dewi Lestari Ningsih")
    workspace.lock(cin, "city")
    new = tmp_path / "sales.csv"
    new.write_text("Kode Pelanggan,Nama,Kota\nS-004,Dewi Lestary,Solo\n", encoding="utf-8")
    workspace.import_list(new, source="sales", mode="partial")
    values = {value.attribute: value for value in workspace.golden(cin)}
    assert (values["name"].value, values["name"].rule) == ("Dewi Lestari Ningsih", SurvivorshipRule.STEWARD)
    assert values["city"].value == "Semarang"
    assert values["city"].is_locked
    workspace.unlock(cin, "city")
    assert _golden(workspace, cin)["city"] == "Surakarta"
    workspace.override(cin, "name", "")
    assert _golden(workspace, cin)["name"] == "Dewi Lestary"


def test_a_lock_stays_and_a_notice_says_when_lists_turn(workspace: Workspace, ids: Ids, tmp_path) -> None:  # type: ignore[no-untyped-def]
    cin = workspace.cin_of(ids("S-004")[0])
    workspace.lock(cin, "city")
    assert workspace.lock_notices() == []
    new = tmp_path / "sales.csv"
    for city, notices in (("Solo", [(cin, "city", LockStanding.DISAGREE)]), ("Semarang", [])):
        new.write_text(f"Kode Pelanggan,Nama,Kota\nS-004,Dewi Lestari,{city}\n", encoding="utf-8")
        workspace.import_list(new, source="sales", mode="partial")
        assert _golden(workspace, cin)["city"] == "Semarang"
        assert [(n.cin, n.attribute, n.standing) for n in workspace.lock_notices()] == notices


def test_a_notice_says_when_lists_come_to_agree_with_a_locked_value(workspace: Workspace, ids: Ids, tmp_path) -> None:  # type: ignore[no-untyped-def]
    cin = workspace.cin_of(ids("S-004")[0])
    workspace.override(cin, "city", "Surakarta")
    locked = workspace.lock(cin, "city")
    assert workspace.lock_notices() == []
    new = tmp_path / "sales.csv"
    new.write_text("Kode Pelanggan,Nama,Kota\nS-004,Dewi Lestari,Solo\n", encoding="utf-8")
    workspace.import_list(new, source="sales", mode="partial")
    (notice,) = workspace.lock_notices()
    assert (notice.standing, notice.value, notice.decision_id) == (LockStanding.AGREE, "Surakarta", locked.id)


def test_deferred_clusters_come_back_on_their_day(workspace: Workspace, clock, ids: Ids) -> None:  # type: ignore[no-untyped-def]
    cluster_id = _cluster_with(workspace, ids("S-002")[0])
    workspace.defer(cluster_id, until="2026-05-10", reason="ask the branch")
    assert cluster_id not in workspace.queue()
    assert cluster_id in workspace.queue(state="deferred")
    clock.now = clock.now.replace(month=6)
    workspace._reopen_deferred()
    assert cluster_id in workspace.queue()


@pytest.mark.parametrize("until", ["soon", "2026-13-01"])
def test_a_day_that_is_none_puts_nothing_off(workspace: Workspace, ids: Ids, until: str) -> None:
    cluster_id = _cluster_with(workspace, ids("S-002")[0])
    with pytest.raises(DecisionError, match="is no date; write it as 2026-05-31"):
        workspace.defer(cluster_id, until=until)
    assert cluster_id in workspace.queue()


def test_a_merge_takes_values_of_known_attributes_only(workspace: Workspace, ids: Ids) -> None:
    before = len(list(workspace.decisions()))
    with pytest.raises(DecisionError, match='"colour" is no attribute'):
        workspace.merge(ids("S-001", "V-1"), values={"colour": "red"})
    assert len(list(workspace.decisions())) == before


def test_a_lock_names_what_it_cannot_be_put_on(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    old, gone = workspace.cin_of(a), workspace.cin_of(b)
    workspace.merge([a, b])
    with pytest.raises(DecisionError, match=f"CIN {gone} is retired; it is {old} now"):
        workspace.lock(gone, "name")
    with pytest.raises(DecisionError, match='"colour" is no attribute'):
        workspace.lock(old, "colour")
    with pytest.raises(StewardError, match="was never given"):
        workspace.lock("nobody", "name")


@pytest.mark.parametrize("cluster_id", [-1, -99999])
def test_an_id_of_no_earlier_answer_is_no_cluster(workspace: Workspace, cluster_id: int) -> None:
    before = len(list(workspace.decisions()))
    for ask in (workspace.cluster, workspace.defer):
        with pytest.raises(StewardError, match="is not in the queue any more"):
            ask(cluster_id)
    assert len(list(workspace.decisions())) == before


@pytest.mark.parametrize("as_of", ["yesterday", "", 3.5, True, 1 << 70])
def test_a_time_that_is_none_is_refused(workspace: Workspace, ids: Ids, as_of: str) -> None:
    with pytest.raises(StewardError, match="is no date; write it as 2026-05-31"):
        workspace.golden(workspace.cin_of(ids("S-001")[0]), as_of=as_of)


def test_a_veto_needs_a_reason(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "S-002")
    with pytest.raises(VetoError, match="NIK"):
        workspace.merge([a, b])
    workspace.merge([a, b], reason="typing error in the branch, seen on the card")
    assert workspace.cin_of(a) == workspace.cin_of(b)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda w, i: w.merge([i[0]]), "two records"),
        (lambda w, i: w.merge([i[0], 99999]), "not in the store"),
        (lambda w, i: w.not_same(i[0], [i[0]]), "another record"),
        (lambda w, i: w.split("123456789", [[1]]), "never given"),
        (lambda w, i: w.override(w.cin_of(i[0]), "shoe_size", "44"), "no attribute"),
        (lambda w, i: w.override(w.cin_of(i[0]), "birth_date", "nonsense"), "can't be read as birth_date"),
        (lambda w, i: w.merge(i, values={"email": "nonsense"}), "can't be read as email"),
        (lambda w, i: w.unlock(w.cin_of(i[0]), "name"), "is not locked"),
        (lambda w, i: w.lock(w.cin_of(i[0]), None), "can't take None as attribute"),
        (lambda w, i: w.merge([]), "two records"),
        (lambda w, i: w.merge([*i, i[0]]), "each once"),
        (lambda w, i: w.merge([None, i[0]]), "a whole number"),
        (lambda w, i: w.merge([2**70, i[0]]), "a whole number"),
        (lambda w, i: w.search("sri", limit=-1), "0 or more"),
        (lambda w, i: w.cin_of(99999), "no record"),
        (lambda w, i: w.cluster(99999), "queue any more"),
        (lambda w, i: w.queue("colour"), "sorts by"),
        (lambda w, i: w.record("sales", "S-999"), "no record"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_and_changes_nothing(
    workspace: Workspace, ids: Ids, act: Callable[[Workspace, list[int]], object], sentence: str
) -> None:
    before = workspace.fingerprint(), len(list(workspace.decisions()))
    with pytest.raises(StewardError, match=sentence):
        act(workspace, ids("S-001", "V-1"))
    assert (workspace.fingerprint(), len(list(workspace.decisions()))) == before


def test_a_typed_date_is_kept_in_its_standard_form(workspace: Workspace, ids: Ids) -> None:
    cin = workspace.cin_of(ids("S-001")[0])
    workspace.override(cin, "birth_date", "16/07/1985")
    assert next(v.value for v in workspace.golden(cin) if v.attribute == "birth_date") == "1985-07-16"


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


def test_a_newest_entry_that_was_taken_out_of_the_log_is_missed(workspace: Workspace) -> None:
    # No record and no golden value hangs on it, so that nothing but the log itself can tell.
    switched = workspace.set_semi_automatic(is_on=True)
    assert workspace.verify() == []
    with sqlite3.connect(workspace.path) as outside:
        outside.execute("DELETE FROM decision WHERE id = ?", (switched.id,))
    outside.close()
    assert workspace.verify() == [f"Log entry #{switched.id} does not fit the chain; the log was changed from outside."]


def test_every_value_of_every_record_can_be_reached_from_its_customer(workspace: Workspace, ids: Ids) -> None:
    workspace.merge(ids("S-001", "V-1", "p1"))
    customer = workspace.customer(workspace.cin_of(ids("p1")[0]))
    cells = {value for record in customer.records for _, value in record.cells}
    assert {"Hj. Sri Wahyuni, S.E.", "62 812 3344 5566", "@sriwahyuni_85", "BDG", "1250000"} <= cells
    assert customer.took_over == tuple(sorted(customer.took_over))
    assert len(customer.took_over) == 2


def test_after_each_answer_every_record_is_counted_as_reachable(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    answers = (
        lambda: workspace.merge([a, b, c]),
        lambda: workspace.take_out(c),
        lambda: workspace.reverse(next(workspace.decisions()).id),
        lambda: workspace.split(workspace.cin_of(a), [[b]]),
    )
    for answer in answers:
        answer()
        summary = workspace.summary()
        assert (summary.reachable_count, summary.lost_count) == (summary.record_count, 0)


def test_a_record_that_no_customer_leads_to_is_counted_as_lost(workspace: Workspace) -> None:
    with sqlite3.connect(workspace.path) as outside:
        outside.execute("UPDATE golden SET record_count = 0 WHERE cin = (SELECT min(cin) FROM golden)")
    outside.close()
    assert workspace.summary().lost_count == 1


def test_search_finds_names_phones_ids_and_retired_cins(workspace: Workspace, ids: Ids) -> None:
    a, b = ids("S-001", "V-1")
    retired = workspace.cin_of(b)
    workspace.merge([a, b])
    cin = workspace.cin_of(a)
    for text in ("wahyu", "0812-3344", "+62 812 3344 5566", "3273015507850002", "V-1", "sri.wahyuni@", retired):
        assert cin in [hit.cin for hit in workspace.search(text)], text
    assert workspace.search(retired)[0].retired
    assert workspace.search("xyzzy") == []
