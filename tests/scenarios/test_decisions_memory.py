"""A question that was answered is not asked again, unless the evidence behind the answer has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.domain.decisions import Relation
from steward.domain.errors import ListError
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ids = Callable[..., list[int]]


HEAD = "ID Pelanggan;Nama Pelanggan;Telepon;E-mail;Tanggal Lahir;Alamat;Kota\n"
BUDI = "V-2;BUDI SANTOSO;081322114090;budi@santoso.id;02-10-1980;Jl Melati 3;Jaksel\n"


def _cluster_with(workspace: Workspace, *record_ids: int) -> int | None:
    wanted = set(record_ids)
    found = [c for c in workspace.queue() if wanted <= {m.record_id for m in workspace.cluster(c).members}]
    return found[0] if found else None


def _deliver(workspace: Workspace, folder: Path, row: str) -> None:
    path = folder / "again.csv"
    path.write_text(HEAD + row, encoding="utf-8")
    workspace.import_list(path, source="Service", mode="partial")


@pytest.fixture
def apart(workspace: Workspace, ids: Ids) -> tuple[int, int]:
    """Budi of Sales and Budi of Service, who were said not to be the same."""
    a, b = ids("S-002", "V-2")
    cluster_id = _cluster_with(workspace, a, b)
    assert cluster_id is not None
    workspace.reject(workspace.draft(cluster_id))
    return a, b


@pytest.mark.parametrize(
    "row",
    [
        BUDI,
        "V-2;Budi Santoso;0813-2211-4090;BUDI@santoso.id;02/10/1980;Jl. Melati 3;Jakarta Selatan\n",
    ],
    ids=["the same file", "the same written in another way"],
)
def test_a_delivery_with_the_same_evidence_does_not_ask_again(
    workspace: Workspace, apart: tuple[int, int], tmp_path: Path, row: str
) -> None:
    _deliver(workspace, tmp_path, row)
    workspace.match()
    assert _cluster_with(workspace, *apart) is None
    assert workspace.reopened() == []


def test_changed_evidence_asks_again_and_says_what_changed_since_when(
    workspace: Workspace, apart: tuple[int, int], tmp_path: Path
) -> None:
    _deliver(workspace, tmp_path, BUDI.replace("081322114090", "081399990000"))
    cluster_id = _cluster_with(workspace, *apart)
    assert cluster_id is not None
    (found,) = workspace.reopened(cluster_id)
    assert (found.low, found.high, found.changed) == (*apart, ("phone",))
    assert found.decision.kind == "not_same"
    assert workspace.cluster(cluster_id).reopened == (found,)
    assert workspace.cin_of(apart[0]) != workspace.cin_of(apart[1])
    workspace.match()
    assert _cluster_with(workspace, *apart) is not None


def test_an_answer_to_the_changed_evidence_is_remembered_in_turn(
    workspace: Workspace, apart: tuple[int, int], tmp_path: Path
) -> None:
    changed = BUDI.replace("081322114090", "081399990000")
    _deliver(workspace, tmp_path, changed)
    workspace.not_same(apart[0], [apart[1]])
    _deliver(workspace, tmp_path, changed)
    workspace.match()
    assert _cluster_with(workspace, *apart) is None
    assert workspace.reopened() == []


def test_an_answer_about_one_record_answers_for_all_records_of_its_customer(workspace: Workspace, ids: Ids) -> None:
    a, b, other = ids("S-002", "V-2", "S-001")
    assert _cluster_with(workspace, a, b) is not None
    workspace.not_same(other, [b])
    workspace.merge([a, other], reason="one customer")
    assert _cluster_with(workspace, a, b) is None
    workspace.take_out(other)
    assert _cluster_with(workspace, a, b) is not None


def test_undoing_the_delivery_that_changed_it_closes_the_question(
    workspace: Workspace, apart: tuple[int, int], tmp_path: Path
) -> None:
    _deliver(workspace, tmp_path, BUDI.replace("081322114090", "081399990000"))
    delivery = next(workspace.decisions())
    workspace.reverse(delivery.id)
    assert workspace.reopened() == []
    assert _cluster_with(workspace, *apart) is None
    assert workspace.verify() == []


def test_a_rebuild_remembers_what_is_asked_again(workspace: Workspace, apart: tuple[int, int], tmp_path: Path) -> None:
    _deliver(workspace, tmp_path, BUDI.replace("081322114090", "081399990000"))
    before = workspace.reopened()
    workspace.rebuild()
    assert workspace.reopened() == before
    assert _cluster_with(workspace, *apart) is not None


def test_other_clusters_are_not_asked_again(workspace: Workspace, ids: Ids, tmp_path: Path) -> None:
    a, b = ids("S-001", "S-003")
    workspace.related(a, b, "household")
    _deliver(workspace, tmp_path, BUDI.replace("081322114090", "081399990000"))
    assert workspace.reopened() == []


def _state(workspace: Workspace) -> set[tuple[frozenset[str], str]]:
    """Who is one customer, by source keys, and the name that customer has."""
    keys = {record.id: record.source_key for record in workspace.records()}
    return {
        (frozenset(keys[r] for r in workspace.members(cin)), workspace.customer(cin).title)
        for cin in workspace.customers()
    }


def _relations(workspace: Workspace) -> set[Relation | None]:
    return {pair.relation for pair in workspace.remembered()}


def test_another_store_takes_the_decisions_over(workspace: Workspace, ids: Ids, lists: Path, tmp_path: Path) -> None:
    a, b, c, d = ids("S-001", "V-1", "p1", "S-004")
    workspace.merge([a, b, c])
    workspace.take_out(b, reason="her mother")
    workspace.related(a, d, "household")
    workspace.unrelated(b, d)
    workspace.override(workspace.cin_of(a), "name", "Sri Wahyuni Lestari")
    withdrawn = workspace.merge([d, c], reason="by mistake")
    workspace.reverse(withdrawn.id)
    assert workspace.export_decisions(tmp_path / "decisions.jsonl") == 5
    with Workspace.create(tmp_path / "second.steward", steward="Budi") as second:
        # Lists in another order: other record ids, the same source keys.
        for name in ("sales", "social", "service"):
            second.import_list(lists / f"{name}.csv")
        found = second.import_decisions(tmp_path / "decisions.jsonl")
        assert (found.taken, found.repeated, found.passed_over) == (5, 0, ())
        assert _state(second) == _state(workspace)
        assert _relations(second) == _relations(workspace) >= {Relation.HOUSEHOLD, Relation.NONE}
        assert second.import_decisions(tmp_path / "decisions.jsonl").repeated == 5
        assert second.verify() == []
    assert workspace.import_decisions(tmp_path / "decisions.jsonl").taken == 0


def test_what_a_customer_asked_for_holds_in_another_store_too(
    workspace: Workspace, ids: Ids, lists: Path, tmp_path: Path
) -> None:
    refusing, restricted = (workspace.cin_of(record_id) for record_id in ids("S-001", "S-003"))
    workspace.withdraw_consent(refusing, ["email"], reason="her letter")
    workspace.restrict(restricted)
    workspace.export_decisions(tmp_path / "decisions.jsonl")
    with Workspace.create(tmp_path / "second.steward", steward="Budi") as second:
        second.import_list(lists / "sales.csv")
        assert second.import_decisions(tmp_path / "decisions.jsonl").taken == 2
        refusing, restricted = (second.cin_of(second.record("Sales", key).id) for key in ("S-001", "S-003"))
        assert [value.value for value in second.golden(refusing) if value.attribute == "consent_email"] == ["refused"]
        assert second.rights(restricted).restricted_by
        assert second.export(tmp_path / "master.csv").restricted == 1
        assert second.verify() == []


def test_decisions_on_records_that_are_not_there_are_passed_over(
    workspace: Workspace, ids: Ids, lists: Path, tmp_path: Path
) -> None:
    workspace.merge(ids("S-001", "V-1"))
    workspace.override(workspace.cin_of(ids("S-003")[0]), "city", "Gresik")
    workspace.export_decisions(tmp_path / "decisions.jsonl")
    with Workspace.create(tmp_path / "second.steward", steward="Budi") as second:
        second.import_list(lists / "sales.csv")
        found = second.import_decisions(tmp_path / "decisions.jsonl")
        assert found.taken == 1
        assert [line for line, _ in found.passed_over] == [1]


def test_a_reason_with_a_sign_that_ends_a_line_elsewhere_is_carried(
    workspace: Workspace, ids: Ids, lists: Path, tmp_path: Path
) -> None:
    workspace.merge(ids("S-001", "S-004"), reason="seen at the counter\u2028and by telephone\x85twice")
    workspace.export_decisions(tmp_path / "decisions.jsonl")
    with Workspace.create(tmp_path / "second.steward", steward="Budi") as second:
        second.import_list(lists / "sales.csv")
        assert second.import_decisions(tmp_path / "decisions.jsonl").taken == 1


def test_a_lock_that_was_taken_over_is_no_news_while_lists_agree_with_it(
    workspace: Workspace, ids: Ids, lists: Path, tmp_path: Path
) -> None:
    workspace.lock(workspace.cin_of(ids("S-001")[0]), "name")
    workspace.export_decisions(tmp_path / "decisions.jsonl")
    with Workspace.create(tmp_path / "second.steward", steward="Budi") as second:
        second.import_list(lists / "sales.csv")
        assert second.import_decisions(tmp_path / "decisions.jsonl").taken == 1
        assert second.lock_notices() == []


def test_the_command_line_carries_decisions(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "decisions.jsonl"
    with Workspace.open(store, steward="Ratna") as opened:
        opened.merge([1, 2], reason="seen at the counter")
    assert main(["export-decisions", str(store), str(out)]) == 0
    assert main(["import-decisions", str(store), str(out), "--json"]) == 0
    assert '"repeated": 1' in capsys.readouterr().out


#: A whole line, but deliveries come from lists alone.
_DELIVERY = (
    '{"kind": "delivery", "groups": [], "values": {}, "relation": "", "until": "", "reason": "", "decided_by": "", '
    '"decided_at": ""}'
)


@pytest.mark.parametrize("content", ["{", '{"kind": "merge"}', '{"kind": "guess"}', "[1]", '"merge"', _DELIVERY])
def test_a_file_that_holds_no_decisions_is_refused(workspace: Workspace, tmp_path: Path, content: str) -> None:
    (tmp_path / "notes.jsonl").write_text(content)
    with pytest.raises(ListError, match="Line 1"):
        workspace.import_decisions(tmp_path / "notes.jsonl")
