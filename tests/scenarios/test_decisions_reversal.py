"""Reversing: what its preview says, and what is left when merges that build on each other are reversed in any order."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import DecisionError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steward.workspace import Workspace

    Ids = Callable[..., list[int]]

#: Merges in force -> who is one customer. A+B and C+D joined a with b and c with d; then the two customers were joined.
#: "pointed": the third merge named a and c only, so b and d came along because of the first two.
#: "shown": the third merge showed all four and said that all are one; it holds them together by itself.
TABLE: dict[str, dict[frozenset[str], str]] = {
    "pointed": {
        frozenset(): "a b c d",
        frozenset({"A+B"}): "ab c d",
        frozenset({"C+D"}): "a b cd",
        frozenset({"AB+CD"}): "ac b d",
        frozenset({"A+B", "C+D"}): "ab cd",
        frozenset({"A+B", "AB+CD"}): "abc d",
        frozenset({"C+D", "AB+CD"}): "acd b",
        frozenset({"A+B", "C+D", "AB+CD"}): "abcd",
    },
    "shown": {
        frozenset(): "a b c d",
        frozenset({"A+B"}): "ab c d",
        frozenset({"C+D"}): "a b cd",
        frozenset({"AB+CD"}): "abcd",
        frozenset({"A+B", "C+D"}): "ab cd",
        frozenset({"A+B", "AB+CD"}): "abcd",
        frozenset({"C+D", "AB+CD"}): "abcd",
        frozenset({"A+B", "C+D", "AB+CD"}): "abcd",
    },
}
_ACTS = ("A+B", "C+D", "AB+CD")


@pytest.mark.parametrize("way", list(TABLE))
@pytest.mark.parametrize("order", list(itertools.permutations(_ACTS)), ids=" then ".join)
def test_reversing_in_any_order_leaves_what_the_table_says(
    workspace: Workspace, ids: Ids, way: str, order: tuple[str, ...]
) -> None:
    records = dict(zip("abcd", ids("S-003", "S-004", "V-3", "p2"), strict=True))
    born = {letter: workspace.cin_of(record) for letter, record in records.items()}
    start = workspace.fingerprint()
    named = {"A+B": "ab", "C+D": "cd", "AB+CD": "ac" if way == "pointed" else "abcd"}
    decisions = {
        act: workspace.merge([records[letter] for letter in named[act]], reason="as the table says") for act in _ACTS
    }
    in_force = set(_ACTS)
    assert _partition(workspace, records) == TABLE[way][frozenset(in_force)]
    undone = []
    for act in order:
        undone.append(workspace.reverse(decisions[act].id))
        in_force.remove(act)
        assert _partition(workspace, records) == TABLE[way][frozenset(in_force)]
    assert {letter: workspace.cin_of(record) for letter, record in records.items()} == born
    assert workspace.fingerprint() == start
    for act, reversal in zip(reversed(order), reversed(undone), strict=True):
        workspace.reverse(reversal.id)
        in_force.add(act)
        assert _partition(workspace, records) == TABLE[way][frozenset(in_force)]
    assert workspace.verify() == []


def _partition(workspace: Workspace, records: dict[str, int]) -> str:
    groups: dict[str, str] = {}
    for letter, record in records.items():
        cin = workspace.cin_of(record)
        groups[cin] = groups.get(cin, "") + letter
    return " ".join(sorted(groups.values()))


def test_a_decision_that_two_reversals_are_in_force_against_stays_reversed_until_both_are_gone(
    workspace: Workspace, ids: Ids
) -> None:
    a, b = ids("S-001", "S-003")
    merged = workspace.merge([a, b], reason="seen at the counter")
    first = workspace.reverse(merged.id)
    redo = workspace.reverse(first.id)
    second = workspace.reverse(merged.id)
    again = workspace.reverse(redo.id)
    assert workspace.cin_of(a) != workspace.cin_of(b)
    workspace.reverse(second.id)
    assert workspace.cin_of(a) != workspace.cin_of(b)
    workspace.reverse(again.id)
    assert workspace.cin_of(a) == workspace.cin_of(b)
    assert workspace.verify() == []


def test_who_was_once_one_customer_with_an_erased_person_keeps_the_number(workspace: Workspace, ids: Ids) -> None:
    erased, other = ids("S-001", "S-003")
    workspace.merge([erased, other], reason="by mistake")
    workspace.take_out(other)
    cin = workspace.cin_of(other)
    workspace.erase(workspace.cin_of(erased), reason="asked for on paper")
    state = workspace.fingerprint()
    workspace.reverse(workspace.override(cin, "name", "Heru").id)
    assert workspace.cin_of(other) == cin
    assert workspace.fingerprint() == state
    assert workspace.verify() == []


def test_the_number_of_an_erased_person_is_never_given_again(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("ID,Nama,HP\nX1,Agus Salim,0819-2233-4455\n", encoding="utf-8")
    (tmp_path / "last.csv").write_text("ID,Nama,HP\nX2,Rina Marlina,0819-6677-8899\n", encoding="utf-8")
    workspace.import_list(tmp_path / "more.csv", source="More", key="ID")
    erased = workspace.cin_of(workspace.record("More", "X1").id)
    workspace.erase(erased, reason="asked for on paper")
    workspace.rebuild()
    assert workspace.resolve(erased) == []
    workspace.import_list(tmp_path / "last.csv", source="More", key="ID", mode="partial")
    assert workspace.cin_of(workspace.record("More", "X2").id) > erased


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
