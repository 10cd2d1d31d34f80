"""What a steward or a script may not do is said in one sentence, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import DecisionError, StewardError, VetoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.workspace import Workspace

    Ids = Callable[..., list[int]]


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


def test_a_merge_takes_values_of_known_attributes_only(workspace: Workspace, ids: Ids) -> None:
    before = len(list(workspace.decisions()))
    with pytest.raises(DecisionError, match='"colour" is no attribute'):
        workspace.merge(ids("S-001", "V-1"), values={"colour": "red"})
    assert len(list(workspace.decisions())) == before


def test_arranging_needs_two_groups_that_share_no_record(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    for groups in ([[a, b, c]], [[a, b], [b, c]], [[a], []]):
        with pytest.raises(DecisionError):
            workspace.arrange(groups)


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


@pytest.mark.parametrize("until", ["soon", "2026-13-01"])
def test_a_day_that_is_none_puts_nothing_off(workspace: Workspace, until: str) -> None:
    cluster_id = workspace.queue()[0]
    with pytest.raises(DecisionError, match="is no date; write it as 2026-05-31"):
        workspace.defer(cluster_id, until=until)
    assert cluster_id in workspace.queue()


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
