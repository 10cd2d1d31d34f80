"""From department lists to the unified master, through the door and through the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl

from steward.cli import main
from steward.domain.identity import format_cin, is_valid_cin
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.scenarios.conftest import Clock


def test_every_row_becomes_a_record_of_just_one_customer(lists: Path, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.steward") as workspace:
        read = sum(workspace.import_list(path).rows_read for path in sorted(lists.iterdir()))
        customers = list(workspace.customers())
        members = [record_id for cin in customers for record_id in workspace.members(cin)]
        records = [record.id for record in workspace.records()]
    assert read == len(records) == len(customers) == 11
    assert sorted(members) == records
    assert all(is_valid_cin(cin) for cin in customers)


def test_matching_proposes_the_true_customers(workspace: Workspace) -> None:
    keys = {record.id: record.source_key for record in workspace.records()}
    proposed = {
        frozenset(keys[member.record_id] for member in workspace.cluster(cluster_id).members)
        for cluster_id in workspace.queue()
    }
    assert proposed >= {frozenset({"S-001", "V-1", "p1"}), frozenset({"S-002", "V-2"}), frozenset({"S-005", "V-4"})}
    assert not any({"S-003", "V-3"} <= cluster for cluster in proposed)


def test_merge_reverse_export(workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path) -> None:
    before = workspace.fingerprint()
    decision = workspace.merge(ids("S-001", "V-1", "p1"))
    assert len(list(workspace.customers())) == 9
    report = workspace.export(tmp_path / "master.xlsx")
    assert (report.customers, report.records, report.retired) == (9, 11, 2)
    workspace.reverse(decision.id)
    assert workspace.fingerprint() == before
    assert workspace.verify() == []


def test_the_workbook_holds_master_crosswalk_id_changes_and_run_info(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    retired = workspace.cin_of(ids("V-1")[0])
    workspace.merge(ids("S-001", "V-1"))
    workspace.export(tmp_path / "master.xlsx")
    book = openpyxl.load_workbook(tmp_path / "master.xlsx")
    assert book.sheetnames == ["Master", "Crosswalk", "ID changes", "Run info"]
    header, *rows = book["Master"].iter_rows(values_only=True)
    by_cin = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    merged = by_cin[format_cin(workspace.cin_of(ids("V-1")[0]))]
    assert merged["Name"] == "Sri Wahyuni"
    assert merged["NIK"] == "3273015507850002"
    assert merged["Birth date"].date().isoformat() == "1985-07-15"
    assert merged["Phone"] == "+6281233445566"
    assert merged["Lists"] == "Sales, Service"
    assert book["Master"].freeze_panes == "A2"
    assert book["Master"].auto_filter.ref
    changes = [row[:2] for row in book["ID changes"].iter_rows(min_row=2, values_only=True)]
    assert changes == [(format_cin(retired), merged["CIN"])]


def test_the_same_state_gives_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    for suffix in ("xlsx", "csv"):
        first, second = tmp_path / f"first.{suffix}", tmp_path / f"second.{suffix}"
        workspace.export(first)
        workspace.export(second)
        assert first.read_bytes() == second.read_bytes()


def test_the_master_of_an_earlier_time_can_be_had(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    last = next(workspace.decisions()).id
    workspace.export(tmp_path / "before.csv")
    workspace.merge(ids("S-001", "V-1"))
    assert workspace.export(tmp_path / "then.csv", as_of=last).customers == 11
    assert (tmp_path / "then.csv").read_bytes() == (tmp_path / "before.csv").read_bytes()
    assert workspace.customer_count() == 10


def test_loading_the_same_list_again_changes_no_customer(workspace: Workspace, lists: Path) -> None:
    before = workspace.fingerprint()
    report = workspace.import_list(lists / "sales.csv")
    assert (report.rows_new, report.rows_changed, report.rows_unchanged) == (0, 0, 5)
    assert workspace.fingerprint() == before
    assert any("same file" in warning for warning in report.warnings)


def test_a_changed_row_adds_a_version_and_undoing_the_delivery_takes_it_back(
    workspace: Workspace, lists: Path, tmp_path: Path
) -> None:
    before = workspace.fingerprint()
    changed = tmp_path / "sales.csv"
    text = (lists / "sales.csv").read_text(encoding="utf-8").replace("Jl. Melati 3", "Jl. Anggrek 9")
    changed.write_text(text + "S-006,Rina Hartati,0818-1212-3434,,,,,Depok,\n", encoding="utf-8")
    report = workspace.import_list(changed)
    assert (report.rows_new, report.rows_changed, report.rows_unchanged) == (1, 1, 4)
    assert workspace.record("sales", "S-002").version == 2
    assert "Anggrek" in workspace.record("sales", "S-002").first("address")
    delivery = next(workspace.decisions())
    workspace.reverse(delivery.id)
    assert workspace.fingerprint() == before
    assert "Melati" in workspace.record("sales", "S-002").first("address")
    workspace.import_list(changed)
    assert workspace.record("sales", "S-006").first("name") == "Rina Hartati"
    assert workspace.verify() == []


def test_rows_with_one_key_all_stay(workspace: Workspace, tmp_path: Path) -> None:
    twice = tmp_path / "partner.csv"
    twice.write_text("ID,Nama,HP\n7,Ani Kusuma,081300001111\n7,Ani Kusumah,081300002222\n", encoding="utf-8")
    report = workspace.import_list(twice, key="ID")
    assert (report.rows_read, report.rows_new, report.rows_repeated) == (2, 1, 1)
    assert [record.source_key for record in workspace.records("partner")] == ["7", "7 (2)"]


def test_a_dry_run_stores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.summary().record_count
    extra = tmp_path / "partner.csv"
    extra.write_text("ID,Nama,HP\n7,Ani Kusuma,081300001111\n", encoding="utf-8")
    assert workspace.import_list(extra, is_dry_run=True).rows_new == 1
    assert workspace.summary().record_count == before


def test_the_command_line_does_the_whole_job(lists: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, out = str(tmp_path / "c.steward"), str(tmp_path / "master.xlsx")
    files = [str(path) for path in sorted(lists.iterdir())]
    loaded = _json(capsys, "import", store, *files, "--json")
    assert (loaded["rows_read"], loaded["records"]) == (11, 11)
    matched = _json(capsys, "match", store, "--json")
    assert matched["open_clusters"] >= 3
    status = _json(capsys, "status", store, "--json")
    assert (status["records"], status["golden_records"], status["deliveries"]) == (11, 11, 3)
    assert status["clusters"]["open"] == matched["open_clusters"]
    exported = _json(capsys, "export", store, out, "--json")
    assert (exported["customers"], exported["records"]) == (11, 11)
    assert _json(capsys, "verify", store, "--json")["sound"] is True
    for found in (loaded, matched, status, exported):
        assert found["seconds"]
        assert found["peak_memory_mib"] > 1
        assert isinstance(found["warnings"], list)


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(arguments) == 0
    captured = capsys.readouterr()
    return json.loads(captured.out)


def test_dedupe_needs_no_store(lists: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, pairs = tmp_path / "clusters.csv", tmp_path / "pairs.csv"
    report = _json(
        capsys,
        "dedupe",
        str(lists / "sales.csv"),
        str(lists / "service.csv"),
        "--out",
        str(out),
        "--pairs",
        str(pairs),
        "--json",
    )
    assert report["rows"] == 9
    # Without a byte order mark, which a program would take for a part of the first header.
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "file,row,id,cluster,confidence"
    assert lines[1].startswith("sales.csv,2,")
    assert len(lines) == 10
    assert pairs.read_text(encoding="utf-8").splitlines()[0] == "id_a,id_b,weight,probability"


def test_two_runs_over_one_input_give_the_same_store_content(lists: Path, tmp_path: Path, clock: Clock) -> None:
    prints = []
    for name in ("a", "b"):
        with Workspace.create(tmp_path / f"{name}.steward", steward="Ratna", clock=clock) as workspace:
            for path in sorted(lists.iterdir()):
                workspace.import_list(path)
            workspace.match()
            prints.append((workspace.fingerprint(), [workspace.cluster(c).title for c in workspace.queue()]))
    assert prints[0] == prints[1]
