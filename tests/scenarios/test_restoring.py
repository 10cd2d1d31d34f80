"""A copy is put back in the place of a store: who was erased since it was made stays erased."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.domain.decisions import PrivacyKind
from steward.domain.quarantine import QuarantineReason
from steward.storage.lists.quarantine import list_quarantined
from steward.workspace import Workspace
from steward.workspace.upkeep.restore_report import RestoreReport, Unrepeated
from tests.scenarios.traces import left_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.conftest import Clock

#: What only Sri Wahyuni's rows hold.
HERS = ("Sri Wahyuni", "0812-3344-5566", "sri.wahyuni@gmail.com", "1985-07-15", "3273015507850002", "S-001")
FIXTURES = Path(__file__).resolve().parents[1] / "migrations"


@pytest.fixture
def copy(store: Path, tmp_path: Path) -> Path:
    """A copy of the store as it is before anybody was erased."""
    return Workspace.back_up_file(store, tmp_path / "copy.steward")


@pytest.fixture
def reopened(store: Path, clock: Clock) -> Callable[[], Workspace]:
    return lambda: Workspace.open(store, steward="Ratna", clock=clock)


def erase(workspace: Workspace, source: str, key: str) -> str:
    cin = workspace.cin_of(workspace.record(source, key).id)
    workspace.erase(cin, "request of 12 May")
    return cin


def keys_of(workspace: Workspace) -> set[str]:
    return {record.source_key for record in workspace.records()}


def held_back(workspace: Workspace) -> list[tuple[str, ...]]:
    with workspace._context.database.read() as session:
        return [
            row.held.arguments for row in list_quarantined(session) if row.held.reason is QuarantineReason.ERASED_PERSON
        ]


def is_sound(workspace: Workspace) -> bool:
    before = workspace.fingerprint()
    workspace.rebuild()
    return workspace.verify() == [] and workspace.fingerprint() == before


def test_who_was_erased_since_the_copy_was_made_stays_erased(
    store: Path, copy: Path, lists: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "S-001").id)
        others = {other: workspace.golden(other) for other in workspace.customers() if other != cin}
        erase(workspace, "Sales", "S-001")
        workspace.erase(workspace.cin_of(workspace.record("Service", "V-1").id), "request of 12 May")
        workspace.erase(workspace.cin_of(workspace.record("Social", "p1").id), "request of 12 May")
    assert len(left_in(copy, HERS)) == len(HERS)
    report = Workspace.restore(copy, store, steward="Budi")
    assert (report.erased_again, report.unrepeated) == (3, None)
    assert left_in(store, HERS) == []
    with reopened() as workspace:
        assert is_sound(workspace)
        newest = next(workspace.decisions())
        assert (newest.act.kind, newest.reason, newest.decided_by) == (PrivacyKind.ERASE, "request of 12 May", "Budi")
        now = {other: workspace.golden(other) for other in workspace.customers()}
        assert now == {other: values for other, values in others.items() if other in now}
        assert workspace.import_list(lists / "sales.csv").rows_quarantined == 1
        assert {"S-001", "V-1", "p1"}.isdisjoint(keys_of(workspace))


def test_a_copy_that_knows_the_erasure_is_put_back_as_it_is(
    store: Path, tmp_path: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        erase(workspace, "Sales", "S-001")
        copy = workspace.back_up(tmp_path / "copy.steward")
        before = workspace.fingerprint()
        workspace.merge([2, 3], reason="by mistake")
    assert Workspace.restore(copy, store).erased_again == 0
    with reopened() as workspace:
        assert workspace.fingerprint() == before
        assert [decision.act.kind for decision in workspace.decisions()].count(PrivacyKind.ERASE) == 1


def test_an_erasure_survives_one_restoring_after_the_other(
    store: Path, copy: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        erase(workspace, "Sales", "S-002")
    for _ in range(2):
        assert Workspace.restore(copy, store).erased_again == 1
        with reopened() as workspace:
            assert "S-002" not in keys_of(workspace)
            assert is_sound(workspace)


def test_a_customer_of_several_lists_is_erased_where_the_copy_has_several_customers(
    store: Path, copy: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        records = [workspace.record(*named).id for named in (("Sales", "S-001"), ("Service", "V-1"), ("Social", "p1"))]
        workspace.merge(records, reason="one phone")
        erase(workspace, "Sales", "S-001")
        log = len(list(workspace.decisions()))
    assert Workspace.restore(copy, store).erased_again == 1
    assert left_in(store, HERS) == []
    with reopened() as workspace:
        assert {"S-001", "V-1", "p1"}.isdisjoint(keys_of(workspace))
        assert len(list(workspace.decisions())) == log - 1
        assert is_sound(workspace)


def test_whom_the_copy_still_takes_for_the_erased_person_stays(
    store: Path, tmp_path: Path, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        hers, other = workspace.record("Sales", "S-001").id, workspace.record("Service", "V-3").id
        merged = workspace.merge([hers, other], reason="by mistake")
        together = workspace.cin_of(other)
        copy = workspace.back_up(tmp_path / "copy.steward")
        workspace.reverse(merged.id)
        erase(workspace, "Sales", "S-001")
        alone = [value.value for value in workspace.golden(workspace.cin_of(other))]
    assert Workspace.restore(copy, store).erased_again == 1
    with reopened() as workspace:
        assert workspace.members(together) == [other]
        assert [value.value for value in workspace.golden(together)] == alone
        assert is_sound(workspace)


def test_a_person_who_came_after_the_copy_is_held_back_when_a_list_delivers_them(
    store: Path, copy: Path, tmp_path: Path, reopened: Callable[[], Workspace]
) -> None:
    (tmp_path / "shop.csv").write_text("ID,Nama,HP\n1,Tono Wiryawan,0811-2020-3030\n", encoding="utf-8")
    with reopened() as workspace:
        workspace.import_list(tmp_path / "shop.csv")
        erase(workspace, "Shop", "1")
    assert Workspace.restore(copy, store).erased_again == 0
    (tmp_path / "shop.csv").write_text("ID,Nama,HP\n7,Tono,+62 811 2020 3030\n8,Orang Baru,0811-4\n", encoding="utf-8")
    with reopened() as workspace:
        assert workspace.import_list(tmp_path / "shop.csv").rows_quarantined == 1
        assert held_back(workspace) == [("phone",)]
        assert is_sound(workspace)


def test_both_are_recognized_when_the_copy_erased_somebody_too(
    store: Path, copy: Path, lists: Path, clock: Clock, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        erase(workspace, "Sales", "S-002")
    with Workspace.open(copy, steward="Ratna", clock=clock) as workspace:
        erase(workspace, "Sales", "S-004")
    assert Workspace.restore(copy, store).erased_again == 1
    with reopened() as workspace:
        assert workspace.import_list(lists / "sales.csv").rows_quarantined == 2
        assert {"S-002", "S-004"}.isdisjoint(keys_of(workspace))
        assert is_sound(workspace)


def test_of_what_only_the_copy_was_delivered_it_is_erased_who_can_only_be_the_person(
    store: Path, copy: Path, tmp_path: Path, clock: Clock, reopened: Callable[[], Workspace]
) -> None:
    shop = tmp_path / "shop.csv"
    shop.write_text("ID,Nama,HP\n1,Tono Wiryawan,0811-2020-3030\n", encoding="utf-8")
    with reopened() as workspace:
        workspace.import_list(shop)
        erase(workspace, "Shop", "1")
        erase(workspace, "Sales", "S-001")
    rows = (
        "ID,Nama,HP,NIK\n5,Lain Orang,0811-7777-3030,\n6,Sri,0812-3344-5566,3273015507850002\n7,Adik,0812-3344-5566,\n"
    )
    (tmp_path / "clinic.csv").write_text(f"ID,Nama,HP,NIK\n{rows}", encoding="utf-8")
    with Workspace.open(copy, steward="Ratna", clock=clock) as workspace:
        workspace.import_list(tmp_path / "clinic.csv")
    assert Workspace.restore(copy, store).erased_again == 1
    with reopened() as workspace:
        assert {"5", "7"} <= keys_of(workspace)
        assert {"S-001", "6"}.isdisjoint(keys_of(workspace))
        assert is_sound(workspace)


def test_rows_that_the_copy_held_back_for_something_else_lose_the_persons_cells(
    store: Path, tmp_path: Path, reopened: Callable[[], Workspace]
) -> None:
    (tmp_path / "club.csv").write_text(
        "ID,Nama,HP,NIK\nc1,Sri\x07 Wahyuni,0812-3344-5566,3273015507850002\nc2,Rina,0811-5,\n", encoding="utf-8"
    )
    with reopened() as workspace:
        workspace.import_list(tmp_path / "club.csv")
        copy = workspace.back_up(tmp_path / "copy.steward")
        for source, key in (("Sales", "S-001"), ("Service", "V-1"), ("Social", "p1")):
            erase(workspace, source, key)
    Workspace.restore(copy, store)
    assert left_in(store, HERS) == []


def test_nobody_is_erased_from_the_copy_of_another_store(
    store: Path, lists: Path, tmp_path: Path, clock: Clock, reopened: Callable[[], Workspace]
) -> None:
    with reopened() as workspace:
        erase(workspace, "Sales", "S-002")
    with Workspace.create(tmp_path / "other.steward", steward="Budi", clock=clock) as other:
        other.import_list(lists / "sales.csv")
        state = other.fingerprint()
    report = Workspace.restore(tmp_path / "other.steward", store)
    assert (report.erased_again, report.unrepeated) == (0, Unrepeated.OTHER_STORE)
    with reopened() as workspace:
        assert workspace.fingerprint() == state


def test_a_store_that_can_not_be_read_says_so(store: Path, copy: Path) -> None:
    store.write_bytes(store.read_bytes()[:4096] + bytes(8192))
    report = Workspace.restore(copy, store)
    assert report.unrepeated is Unrepeated.UNREADABLE
    assert report.kept is not None


def test_a_copy_of_an_old_schema_is_brought_up_to_date_without_a_trace(tmp_path: Path, clock: Clock) -> None:
    store, copy = tmp_path / "old.steward", tmp_path / "copy.steward"
    for path in (store, copy):
        shutil.copy(FIXTURES / "schema_0001.db", path)
    with Workspace.open(store, steward="Ratna", clock=clock) as workspace:
        erased, *_ = workspace.customers()
        workspace.erase(erased, "request of 12 May")
        left = list(workspace.customers())
    for backup in tmp_path.glob("old.backup-*"):
        backup.unlink()
    assert Workspace.restore(copy, store) == RestoreReport(tmp_path / "old.replaced-1.steward", erased_again=1)
    with Workspace.open(store, steward="Ratna", clock=clock) as workspace:
        assert list(workspace.customers()) == left
        assert is_sound(workspace)
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")) == [
        "copy.steward",
        "old.replaced-1.steward",
        "old.steward",
    ]


def test_the_command_line_says_who_was_erased_again(
    store: Path, copy: Path, reopened: Callable[[], Workspace], capsys: pytest.CaptureFixture[str]
) -> None:
    with reopened() as workspace:
        erase(workspace, "Sales", "S-002")
    assert main(["restore", str(copy), str(store)]) == 0
    told = capsys.readouterr().out
    assert "erased since the copy was made were erased again: 1." in told
    assert "copy.steward itself still holds them" in told
