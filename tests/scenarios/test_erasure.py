"""A person is erased: nothing of them is left in the file, and everyone else stays as they were."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.domain.decisions import DecisionKind, PrivacyKind
from steward.domain.errors import DecisionError, StewardError
from steward.storage.customers import cin_history
from steward.workspace import Workspace
from steward.workspace.privacy.erase_person import erase_person
from tests.scenarios.traces import HERS, left_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_nothing_of_the_person_is_left_in_the_file(workspace: Workspace, sri: str) -> None:
    assert left_in(workspace.path) == list(HERS)
    report = workspace.erase(sri, "request of 12 May")
    assert report.is_rewritten
    assert left_in(workspace.path, (*HERS, "Dewanti", "new card", "Cimahi Utara", "she moved", "another family")) == []


def test_preview_names_as_many_log_entries_as_the_erasure_touches(workspace: Workspace, sri: str) -> None:
    preview = workspace.preview_erase(sri)
    assert len(preview.decisions) == workspace.erase(sri, "request of 12 May").decisions


def test_preview_counts_no_entry_that_stays_as_it_is(workspace: Workspace, ids: Callable[..., list[int]]) -> None:
    cin = workspace.cin_of(ids("S-005")[0])
    assert workspace.preview_erase(cin).decisions == ()
    assert workspace.erase(cin, "request of 12 May").decisions == 0


def test_the_log_holds_and_a_rebuild_gives_the_same(workspace: Workspace, sri: str) -> None:
    workspace.erase(sri, "request of 12 May")
    before = workspace.fingerprint()
    assert workspace.verify() == []
    workspace.rebuild()
    assert workspace.fingerprint() == before
    assert left_in(workspace.path) == []


def test_everyone_else_stays_as_they_were(workspace: Workspace, sri: str) -> None:
    others = {cin: workspace.golden(cin) for cin in workspace.customers() if cin != sri}
    workspace.erase(sri, "request of 12 May")
    assert {cin: workspace.golden(cin) for cin in workspace.customers()} == others


def test_an_erased_cin_stands_for_nobody_for_ever(workspace: Workspace, sri: str, tmp_path: Path) -> None:
    with workspace._context.database.read() as session:
        history = cin_history.minted_and_retired(session)
    retired = next(cin for cin, _, by in history if by is not None)
    given = {cin for cin, _, _ in history}
    workspace.erase(sri, "request of 12 May")
    assert workspace.resolve(sri) == []
    assert workspace.resolve(retired) == []
    for gone in (sri, retired):
        with pytest.raises(StewardError, match=r"was erased on 2026-05-\d\d; it stands for nobody"):
            workspace.customer(gone)
        with pytest.raises(StewardError, match="was erased"):
            workspace.override(gone, "city", "Bogor")
    (tmp_path / "more.csv").write_text("ID,Nama,HP\nn1,Orang Baru,0811-9999-0000\n", encoding="utf-8")
    workspace.import_list(tmp_path / "more.csv")
    assert workspace.cin_of(workspace.record("More", "n1").id) not in given


def test_the_log_still_tells_that_and_why_somebody_was_erased(workspace: Workspace, sri: str) -> None:
    report = workspace.erase(sri, "request of 12 May")
    newest = next(workspace.decisions())
    assert (newest.id, newest.act.kind) == (report.decision_id, PrivacyKind.ERASE)
    assert (newest.reason, newest.decided_by) == ("request of 12 May", "Ratna")


def test_reasons_of_others_that_name_the_person_are_erased_too(workspace: Workspace, sri: str) -> None:
    workspace.erase(sri, "request of 12 May")
    related = next(d for d in workspace.decisions() if d.act.kind is DecisionKind.RELATED)
    assert related.reason == "(erased)"


def test_an_erasure_needs_a_reason_that_does_not_name_the_person(workspace: Workspace, sri: str) -> None:
    with pytest.raises(DecisionError, match="Give a reason"):
        workspace.erase(sri, "  ")
    with pytest.raises(DecisionError, match="names the person"):
        workspace.erase(sri, "Mrs. WAHYUNI wrote")
    assert workspace.resolve(sri) == [sri]


def test_an_erasure_can_not_be_reversed(workspace: Workspace, sri: str) -> None:
    report = workspace.erase(sri, "request of 12 May")
    for reverse in (workspace.reverse, workspace.preview_reverse):
        with pytest.raises(DecisionError, match="can't be brought back"):
            reverse(report.decision_id)


def test_decisions_that_rest_on_erased_records_are_reversed_without_them(
    workspace: Workspace, ids: Callable[..., list[int]]
) -> None:
    both = ids("S-002", "V-2")
    first = workspace.merge(both)
    workspace.split(workspace.cin_of(both[0]), [[both[0]], [both[1]]])
    workspace.erase(workspace.cin_of(both[1]), "request of 12 May")
    workspace.reverse(first.id)
    assert workspace.members(workspace.cin_of(both[0])) == [both[0]]
    assert workspace.verify() == []
    with pytest.raises(DecisionError, match="not in the store"):
        workspace.merge(both)


def test_undoing_a_delivery_after_an_erasure_brings_nobody_back(
    workspace: Workspace, sri: str, ids: Callable[..., list[int]]
) -> None:
    erased = set(workspace.members(sri))
    workspace.erase(sri, "request of 12 May")
    delivery = min(d.id for d in workspace.decisions() if d.act.kind is DecisionKind.DELIVERY)
    undone = workspace.reverse(delivery)
    workspace.reverse(undone.id)
    assert not erased & {record.id for record in workspace.records()}
    assert workspace.verify() == []


def test_the_past_does_not_show_the_erased(workspace: Workspace, sri: str, tmp_path: Path) -> None:
    before = next(workspace.decisions()).id
    workspace.erase(sri, "request of 12 May")
    assert workspace.golden(sri, as_of=before) == []
    workspace.export(tmp_path / "past.csv", as_of=before)
    assert "wahyuni" not in (tmp_path / "past.csv").read_text(encoding="utf-8-sig").lower()


def test_a_changed_log_is_found_also_where_it_was_erased(workspace: Workspace, sri: str) -> None:
    merged = next(d.id for d in workspace.decisions() if d.act.kind is DecisionKind.MERGE)
    workspace.erase(sri, "request of 12 May")
    with workspace._context.database.write() as session:
        session.connection().exec_driver_sql(f"UPDATE decision SET reason = 'because' WHERE id = {merged}")
    assert any(f"#{merged}" in problem for problem in workspace.verify())


def test_a_second_erasure_finds_the_log_whole(workspace: Workspace, sri: str, ids: Callable[..., list[int]]) -> None:
    workspace.erase(sri, "request of 12 May")
    workspace.erase(workspace.cin_of(ids("S-004")[0]), "request of 13 May")
    assert workspace.verify() == []
    assert left_in(workspace.path, ("Dewi Lestari", "82155667788", "3374017012920004")) == []


def test_rows_of_deliveries_taken_back_are_erased_too(workspace: Workspace, sri: str, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text(
        "ID,Nama,HP,Catatan\no1,Sri Wahyuni,0812-3344-5566,langganan emas\n", encoding="utf-8"
    )
    workspace.import_list(tmp_path / "old.csv")
    workspace.reverse(next(workspace.decisions()).id)
    workspace.erase(sri, "request of 12 May")
    assert left_in(workspace.path, (*HERS, "langganan emas")) == []
    assert workspace.verify() == []


def test_an_erasure_stopped_before_the_file_was_written_anew_is_finished_at_the_next_opening(
    store: Path,
) -> None:
    with Workspace.open(store, steward="Ratna") as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "S-001").id)
        with workspace._context.database.write() as session:
            erase_person(workspace._context, session, cin, "request of 12 May")
    with Workspace.open(store, steward="Ratna") as workspace:
        assert workspace.resolve(cin) == []
        assert left_in(store, ("sri.wahyuni@gmail.com", "3273015507850002", "15/07/1985")) == []


#: Erases a customer in copies of a store, and is killed in the middle of a statement: later in every copy, until it is
#: done before. Each is a process of its own, but what they import is imported once.
KILLED = """
import os, shutil, signal, sys
from sqlalchemy import event
from steward.workspace import Workspace
store, cin = sys.argv[1:]
def erase(copy, left):
    workspace = Workspace.open(copy, steward="Ratna")
    def count(*_):
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
    event.listen(workspace._context.database._engine, "before_cursor_execute", count)
    workspace.erase(cin, "request of 12 May")
statement, is_killed = 5, True
while is_killed:
    copy = shutil.copy(store, store.replace(".steward", f"-{statement:04}.steward"))
    child = os.fork()
    if not child:
        erase(copy, statement)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    is_killed = os.WIFSIGNALED(status)
    statement += 45
sys.exit(os.waitstatus_to_exitcode(status))
"""


def test_a_kill_while_erasing_leaves_all_or_nothing(store: Path) -> None:
    with Workspace.open(store, steward="Ratna") as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "S-001").id)
        customers = workspace.customer_count()
    subprocess.run([sys.executable, "-c", KILLED, str(store), cin], check=True)
    found = []
    for copy in sorted(store.parent.glob(f"{store.stem}-*.steward")):
        with Workspace.open(copy, steward="Ratna") as workspace:
            assert workspace.verify() == []
            is_erased = workspace.resolve(cin) == []
            assert workspace.customer_count() == customers - is_erased
            assert bool(left_in(copy, ("sri.wahyuni@gmail.com",))) is not is_erased
        found.append(is_erased)
    assert not found[0]
    assert found[-1]


def test_the_command_line_previews_and_erases(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Workspace.open(store) as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "S-001").id)
    assert main(["erase", str(store), cin, "--preview", "--json"]) == 0
    preview = json.loads(capsys.readouterr().out)
    assert preview["records"] == [["Sales", "S-001"]]
    assert main(["erase", str(store), cin, "--reason", "request of 12 May", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["cin"], report["is_rewritten"], report["warnings"]) == (cin, True, [])
    assert main(["release", str(store), "1", "--reason", "she came back"]) == 1
    assert "not held back" in capsys.readouterr().err
    assert main(["erase", str(store), cin, "--reason", "again"]) == 1
    assert "was erased on" in capsys.readouterr().err
