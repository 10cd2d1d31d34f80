"""A person is erased: nothing of them is left in the file, everyone else stays as they were, and they stay away."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.domain.decisions import DecisionKind, PrivacyKind
from steward.domain.errors import DecisionError, StewardError
from steward.domain.quarantine import QuarantineReason
from steward.storage.customers import cin_history
from steward.storage.lists.quarantine import list_quarantined
from steward.workspace import Workspace
from steward.workspace.privacy.erase_person import erase_person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: What only Sri Wahyuni's rows hold, as delivered and standardized.
HERS = (
    "Sri Wahyuni",
    "0812-3344-5566",
    "81233445566",
    "812 3344 5566",
    "sri.wahyuni@gmail.com",
    "sriwahyuni",
    "15/07/1985",
    "15-07-1985",
    "1985-07-15",
    "3273015507850002",
    "Juanda",
    "S-001",
)


def bytes_of(store: Path) -> bytes:
    """All that the store's files hold, in small letters."""
    return b"".join(path.read_bytes() for path in store.parent.glob(f"{store.name}*")).lower()


def left_in(store: Path, texts: tuple[str, ...] = HERS) -> list[str]:
    held = bytes_of(store)
    return [text for text in texts if text.lower().encode() in held]


@pytest.fixture
def sri(workspace: Workspace, ids: Callable[..., list[int]]) -> str:
    """The CIN of a customer of three lists, about whom much was decided."""
    workspace.merge(ids("S-001", "V-1", "p1"), {"name": "Sri Wahyuni Dewanti"}, reason="Sri Wahyuni has one phone")
    cin = workspace.cin_of(ids("S-001")[0])
    workspace.comment(cin, "Sri Wahyuni wants a new card")
    workspace.override(cin, "city", "Cimahi Utara", reason="she moved")
    workspace.lock(cin, "address")
    workspace.not_same(ids("S-001")[0], ids("S-004"), reason="another family")
    workspace.related(ids("S-003")[0], ids("V-3")[0], "household", reason="neighbours of 081233445566")
    return cin


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


# The next delivery


def held_back(workspace: Workspace) -> list[tuple[int, tuple[str, ...]]]:
    with workspace._context.database.read() as session:
        rows = list_quarantined(session)
    assert all(row.held.reason is QuarantineReason.ERASED_PERSON for row in rows)
    assert all(not row.held.cells and not row.held.source_key for row in rows)
    return [(row.id, row.held.arguments) for row in rows]


def test_the_person_is_recognized_in_the_next_delivery(workspace: Workspace, sri: str, lists: Path) -> None:
    workspace.erase(sri, "request of 12 May")
    report = workspace.import_list(lists / "sales.csv")
    assert (report.rows_read, report.rows_new, report.rows_unchanged, report.rows_quarantined) == (5, 0, 4, 1)
    assert held_back(workspace)[0][1] == ("email", "name_and_birth", "nik", "phone", "source_key")
    assert left_in(workspace.path) == []
    assert workspace.verify() == []


@pytest.mark.parametrize(
    ("row", "known_by"),
    [
        ("X-1,Wahyuni,,,,3273015507850002", ("nik",)),
        ("X-1,Sri W.,+62 812 3344 5566,,,", ("phone",)),
        ("X-1,Sri W.,,SRI.WAHYUNI@gmail.com,,", ("email",)),
        ("X-1,SRI WAHYUNI,,,15 Juli 1985,", ("name_and_birth",)),
        ("S-001,Somebody Else,,,,", ("source_key",)),
    ],
)
def test_any_identifier_recognizes_the_person_under_a_new_key(
    workspace: Workspace, sri: str, tmp_path: Path, row: str, known_by: tuple[str, ...]
) -> None:
    workspace.erase(sri, "request of 12 May")
    header = "Kode Pelanggan,Nama,No HP,Email,Tgl Lahir,NIK"
    (tmp_path / "sales.csv").write_text(f"{header}\n{row}\nX-2,Orang Lain,0811-0000-1111,,,\n", encoding="utf-8")
    report = workspace.import_list(tmp_path / "sales.csv")
    assert [kinds for _, kinds in held_back(workspace)] == [known_by]
    assert (report.rows_new, report.rows_quarantined) == (1, 1)


def test_a_row_that_is_no_customer_does_not_bring_the_person_back(
    workspace: Workspace, sri: str, tmp_path: Path
) -> None:
    workspace.erase(sri, "request of 12 May")
    header = "Kode Pelanggan,Nama,No HP,Email,Tgl Lahir,NIK"
    rows = (
        "X-1,Sri\x07 Wahyuni,0812-3344-5566,SRI.WAHYUNI@gmail.com,,3273015507850002\nX-2,Orang Lain,0811-0000-1111,,,"
    )
    (tmp_path / "sales.csv").write_text(f"{header}\n{rows}\n", encoding="utf-8")
    workspace.import_list(tmp_path / "sales.csv")
    assert [kinds for _, kinds in held_back(workspace)] == [("email", "nik", "phone")]
    assert left_in(workspace.path) == []


def test_a_contact_that_others_have_recognizes_nobody(tmp_path: Path) -> None:
    rows = "ID,Nama,HP\n1,Rudi Hartono,0812-1111-2222\n2,Lina Hartono,0812-1111-2222\n"
    (tmp_path / "family.csv").write_text(rows, encoding="utf-8")
    with Workspace.create(tmp_path / "family.steward", steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "family.csv")
        shared = workspace.preview_erase(workspace.cin_of(1)).shared
        assert [(other.title, other.kinds) for other in shared] == [("Lina Hartono", ("phone",))]
        workspace.erase(workspace.cin_of(1), "request of 12 May")
        (tmp_path / "family.csv").write_text(rows + "3,Tono Hartono,0812-1111-2222\n", encoding="utf-8")
        report = workspace.import_list(tmp_path / "family.csv")
        assert (report.rows_new, report.rows_unchanged, report.rows_quarantined) == (1, 1, 1)


def test_a_steward_lets_a_row_in_with_a_reason(workspace: Workspace, sri: str, lists: Path) -> None:
    workspace.erase(sri, "request of 12 May")
    workspace.import_list(lists / "sales.csv")
    (row_id, _), *_ = held_back(workspace)
    with pytest.raises(DecisionError, match="needs a reason"):
        workspace.release(row_id, " ")
    released = workspace.release(row_id, "she came back")
    report = workspace.import_list(lists / "sales.csv")
    assert (report.rows_new, report.rows_quarantined) == (1, 0)
    assert workspace.cin_of(workspace.record("Sales", "S-001").id) != sri
    workspace.reverse(released.id)
    assert workspace.verify() == []


def test_rows_of_deliveries_taken_back_are_erased_too(workspace: Workspace, sri: str, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text(
        "ID,Nama,HP,Catatan\no1,Sri Wahyuni,0812-3344-5566,langganan emas\n", encoding="utf-8"
    )
    workspace.import_list(tmp_path / "old.csv")
    workspace.reverse(next(workspace.decisions()).id)
    workspace.erase(sri, "request of 12 May")
    assert left_in(workspace.path, (*HERS, "langganan emas")) == []
    assert workspace.verify() == []


# Stopped half-way


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


#: Erases a customer and is killed in the middle of a statement: the one of the given number.
KILLED_AT = """
import os, signal, sys
from sqlalchemy import event
from steward.workspace import Workspace
store, cin, left = sys.argv[1], sys.argv[2], int(sys.argv[3])
workspace = Workspace.open(store, steward="Ratna")
def count(*_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(workspace._context.database._engine, "before_cursor_execute", count)
workspace.erase(cin, "request of 12 May")
"""


def test_a_kill_while_erasing_leaves_all_or_nothing(store: Path) -> None:
    with Workspace.open(store, steward="Ratna") as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "S-001").id)
        customers = workspace.customer_count()
    statement, is_erased = 5, False
    while not is_erased:
        subprocess.run([sys.executable, "-c", KILLED_AT, str(store), cin, str(statement)], check=False)
        with Workspace.open(store, steward="Ratna") as workspace:
            assert workspace.verify() == []
            is_erased = workspace.resolve(cin) == []
            assert workspace.customer_count() == customers - is_erased
            assert bool(left_in(store, ("sri.wahyuni@gmail.com",))) is not is_erased
        statement += 45


# The command line


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
