"""A copy is put back in the place of a store: restrictions and withdrawn consents noted since it was made stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.domain.decisions import PrivacyKind
from steward.domain.privacy import Channel
from steward.workspace import Workspace
from steward.workspace.upkeep.restore_report import Unrepeated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.scenarios.conftest import Clock


@pytest.fixture
def copy(store: Path, tmp_path: Path) -> Path:
    """A copy of the store as it is before anybody asked for anything."""
    return Workspace.back_up_file(store, tmp_path / "copy.steward")


@pytest.fixture
def reopened(store: Path, clock: Clock) -> Callable[[], Workspace]:
    return lambda: Workspace.open(store, steward="Ratna", clock=clock)


def cin_of(workspace: Workspace, source: str, key: str) -> str:
    return workspace.cin_of(workspace.record(source, key).id)


def is_sound(workspace: Workspace) -> bool:
    before = workspace.fingerprint()
    workspace.rebuild()
    return workspace.verify() == [] and workspace.fingerprint() == before


def rights_in_force(workspace: Workspace) -> list[PrivacyKind]:
    found = [d.act.kind for d in workspace.decisions() if d.is_in_force]
    return [kind for kind in found if kind in (PrivacyKind.RESTRICT, PrivacyKind.WITHDRAW)]


def test_who_was_restricted_since_the_copy_was_made_stays_restricted(
    store: Path, copy: Path, reopened: Callable[[], Workspace], tmp_path: Path
) -> None:
    with reopened() as workspace:
        together = [workspace.record(*named).id for named in (("Sales", "S-002"), ("Service", "V-2"))]
        workspace.merge(together, reason="one phone")
        workspace.restrict(cin_of(workspace, "Sales", "S-002"), reason="letter of 3 May")
    report = Workspace.restore(copy, store, steward="Budi")
    assert (report.rights_noted_again, report.rights_open, report.unrepeated) == (1, (), None)
    with reopened() as workspace:
        for source, key in (("Sales", "S-002"), ("Service", "V-2")):
            assert workspace.rights(cin_of(workspace, source, key)).is_restricted
        newest = next(workspace.decisions())
        assert (newest.act.kind, newest.reason, newest.decided_by) == (PrivacyKind.RESTRICT, "letter of 3 May", "Budi")
        assert newest.shown["taken_over"]["by"] == "Ratna"
        assert workspace.export(tmp_path / "master.csv").customers == workspace.customer_count() - 2
        asked = {
            member.record_id for cluster_id in workspace.queue() for member in workspace.cluster(cluster_id).members
        }
        assert asked.isdisjoint(together)
        assert is_sound(workspace)


def test_consents_withdrawn_since_the_copy_was_made_stay_withdrawn(
    store: Path, copy: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        workspace.withdraw_consent(cin_of(workspace, "Sales", "S-004"), [Channel.EMAIL])
        workspace.withdraw_consent(cin_of(workspace, "Sales", "S-003"))
    assert Workspace.restore(copy, store).rights_noted_again == 2
    with reopened() as workspace:
        assert list(workspace.rights(cin_of(workspace, "Sales", "S-004")).withdrawn) == [Channel.EMAIL]
        assert list(workspace.rights(cin_of(workspace, "Sales", "S-003")).withdrawn) == list(Channel)
        golden = {value.attribute: value.value for value in workspace.golden(cin_of(workspace, "Sales", "S-004"))}
        assert golden["consent_email"] == "refused"
        assert is_sound(workspace)


def test_rights_survive_one_restoring_after_the_other_and_are_noted_once(
    store: Path, copy: Path, tmp_path: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        workspace.restrict(cin_of(workspace, "Sales", "S-002"))
        workspace.withdraw_consent(cin_of(workspace, "Sales", "S-002"), [Channel.SMS])
        workspace.export_decisions(tmp_path / "decisions.jsonl")
    for _ in range(2):
        assert Workspace.restore(copy, store).rights_noted_again == 2
    with reopened() as workspace:
        taken = workspace.import_decisions(tmp_path / "decisions.jsonl")
        assert (taken.taken, taken.repeated) == (0, 2)
        assert sorted(rights_in_force(workspace)) == [PrivacyKind.RESTRICT, PrivacyKind.WITHDRAW]


def test_a_copy_that_knows_of_them_is_put_back_as_it_is(
    store: Path, tmp_path: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        workspace.restrict(cin_of(workspace, "Sales", "S-002"))
        copy = workspace.back_up(tmp_path / "copy.steward")
        before = workspace.fingerprint()
        workspace.merge([2, 3], reason="by mistake")
    assert Workspace.restore(copy, store).rights_noted_again == 0
    with reopened() as workspace:
        assert workspace.fingerprint() == before
        assert rights_in_force(workspace) == [PrivacyKind.RESTRICT]


def test_what_was_lifted_before_restoring_is_not_noted_again(
    store: Path, copy: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        workspace.restrict(cin_of(workspace, "Sales", "S-002"))
        workspace.unrestrict(cin_of(workspace, "Sales", "S-002"))
    assert Workspace.restore(copy, store).rights_noted_again == 0
    with reopened() as workspace:
        assert not workspace.rights(cin_of(workspace, "Sales", "S-002")).is_restricted


def test_a_person_who_was_erased_after_the_restriction_is_erased_and_not_named(
    store: Path, copy: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        cin = cin_of(workspace, "Sales", "S-002")
        workspace.restrict(cin, reason="letter of 3 May")
        workspace.erase(cin, "request of 12 May")
    report = Workspace.restore(copy, store)
    assert (report.erased_again, report.rights_noted_again, report.rights_open) == (1, 0, ())


def test_records_that_came_after_the_copy_are_named(
    store: Path, copy: Path, tmp_path: Path, reopened: Callable[[], Workspace], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shop.csv").write_text("ID,Nama,HP\nK-1,Tono Wiryawan,0811-2020-3030\n", encoding="utf-8")
    with reopened() as workspace:
        workspace.import_list(tmp_path / "shop.csv")
        workspace.restrict(cin_of(workspace, "Shop", "K-1"))
        workspace.restrict(cin_of(workspace, "Sales", "S-002"))
    assert main(["restore", str(copy), str(store)]) == 0
    told = capsys.readouterr().out
    assert "were noted again: 1." in told
    assert "not in the copy: K-1 of Shop; note it again" in told
    assert main(["restore", str(store.with_name("customers.replaced-1.steward")), str(store), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rights_open"] == []


def test_a_copy_that_was_worked_in_finds_them_by_their_keys(
    store: Path, copy: Path, tmp_path: Path, clock: Clock, reopened: Callable[[], Workspace]
) -> None:
    shop, other = tmp_path / "shop.csv", tmp_path / "other.csv"
    shop.write_text("ID,Nama,HP\nK-1,Tono Wiryawan,0811-2020-3030\n", encoding="utf-8")
    other.write_text("ID,Nama,HP\nO-1,Orang Lain,0811-7777-3030\n", encoding="utf-8")
    with reopened() as workspace:
        workspace.import_list(shop)
        workspace.restrict(cin_of(workspace, "Shop", "K-1"))
    with Workspace.open(copy, steward="Ratna", clock=clock) as workspace:
        workspace.import_list(other)
        workspace.import_list(shop)
    assert Workspace.restore(copy, store).rights_noted_again == 1
    with reopened() as workspace:
        assert workspace.rights(cin_of(workspace, "Shop", "K-1")).is_restricted
        assert not workspace.rights(cin_of(workspace, "Other", "O-1")).is_restricted
        assert is_sound(workspace)


def test_nothing_is_noted_in_the_copy_of_another_store(
    store: Path, lists: Path, tmp_path: Path, clock: Clock, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        workspace.restrict(cin_of(workspace, "Sales", "S-002"))
    with Workspace.create(tmp_path / "other.steward", steward="Budi", clock=clock) as other:
        other.import_list(lists / "sales.csv")
    report = Workspace.restore(tmp_path / "other.steward", store)
    assert (report.rights_noted_again, report.unrepeated) == (0, Unrepeated.OTHER_STORE)
    with reopened() as workspace:
        assert rights_in_force(workspace) == []
