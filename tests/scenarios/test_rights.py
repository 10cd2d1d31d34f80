"""A person asks for their data, to be left alone, or not to be contacted; and every export is on record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from steward.cli import main
from steward.domain.errors import DecisionError, ExportError, StewardError
from steward.domain.privacy import Channel, ExportKind
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def cells_of(path: Path) -> dict[str, list[list[str]]]:
    """Every sheet of a workbook as text."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }


# Access


@pytest.fixture
def budi(workspace: Workspace, ids: Callable[..., list[int]]) -> str:
    """The CIN of a customer of two lists who was told apart from others."""
    workspace.merge(ids("S-002", "V-2"), {"city": "Jakarta Barat"}, reason="same birth date")
    workspace.not_same(ids("S-002")[0], ids("S-003"), reason="Heru Prasetyo is his neighbour, 0857-8723-8186")
    workspace.related(ids("S-002")[0], ids("S-004")[0], "spouse")
    return workspace.cin_of(ids("S-002")[0])


def test_the_pack_holds_all_that_was_delivered_and_decided(workspace: Workspace, budi: str, tmp_path: Path) -> None:
    workspace.export(tmp_path / "master.csv")
    report = workspace.access_pack(budi, tmp_path / "pack.xlsx")
    assert (report.records, report.versions, report.decisions, report.exports) == (2, 2, 3, 1)
    sheets = cells_of(tmp_path / "pack.xlsx")
    assert list(sheets) == ["Summary", "Golden record", "Source rows", "Decisions", "Related people", "Exports"]
    delivered = {cell for row in sheets["Source rows"] for cell in row}
    assert {"3171010210800001", "0813-2211-4090", "BUDI SANTOSO", "Jl Melati 3"} <= delivered
    assert ["City", "Jakarta Barat", "a steward"] in [row[:3] for row in sheets["Golden record"]]
    assert [row[3] for row in sheets["Exports"][1:]] == ["Unified master"]


def test_other_people_are_masked_in_the_pack_and_stewards_are_not(
    workspace: Workspace, budi: str, tmp_path: Path
) -> None:
    workspace.access_pack(budi, tmp_path / "pack.xlsx")
    sheets = cells_of(tmp_path / "pack.xlsx")
    text = json.dumps(sheets, ensure_ascii=False)
    for others in ("Heru", "Prasetyo", "0857-8723-8186", "S-003", "Dewi", "Lestari"):
        assert others not in text
    assert "••• is his neighbour, •••" in text
    assert "a record of another person (masked)" in text
    assert ["Spouse", "another person (masked)"] in [row[:2] for row in sheets["Related people"]]
    assert {row[2] for row in sheets["Decisions"][1:]} == {"Ratna"}


def test_the_pack_names_another_person_once_and_by_the_newest_word(
    workspace: Workspace, budi: str, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    own, other, second = ids("S-002", "S-004", "S-001")
    workspace.merge([other, second], reason="one person")
    newest = workspace.related(own, second, "household")
    workspace.access_pack(budi, tmp_path / "pack.xlsx")
    told = cells_of(tmp_path / "pack.xlsx")["Related people"][1:]
    assert [(row[0], str(row[2])) for row in told] == [("Household", str(newest.id))]
    workspace.unrelated(own, second)
    workspace.access_pack(budi, tmp_path / "after.xlsx")
    assert cells_of(tmp_path / "after.xlsx")["Related people"][1:] == []


def test_the_pack_as_pdf_is_written_for_names_in_any_script(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("ID,Nama,Catatan\n1,王小明,محمد علي สมชาย राम שלום 김철수\n", encoding="utf-8")
    with Workspace.create(tmp_path / "names.steward", steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "names.csv")
        workspace.access_pack(workspace.cin_of(1), tmp_path / "pack.pdf")
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF-")


def test_a_pack_needs_an_ending_and_a_customer(workspace: Workspace, budi: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"use \.xlsx or \.pdf"):
        workspace.access_pack(budi, tmp_path / "pack.docx")
    with pytest.raises(StewardError, match="never given"):
        workspace.access_pack("999999994", tmp_path / "pack.xlsx")
    assert not list(tmp_path.glob("pack.*"))
    assert workspace.exports() == []


# Restriction


def test_who_is_restricted_is_neither_matched_nor_exported(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    record = ids("S-002")[0]
    cin = workspace.cin_of(record)
    held_by_a_cluster = {m.record_id for c in workspace.queue() for m in workspace.cluster(c).members}
    assert record in held_by_a_cluster
    customers = workspace.customer_count()
    workspace.restrict(cin, "disputed")
    assert workspace.rights(cin).is_restricted
    assert workspace.customer(cin).rights.is_restricted
    for full in (False, True):
        assert record not in {m.record_id for c in workspace.queue() for m in workspace.cluster(c).members}
        workspace.match(full=full)
    report = workspace.export(tmp_path / "master.xlsx")
    assert (report.customers, report.restricted) == (customers - 1, 1)
    assert "3171010210800001" not in json.dumps(cells_of(tmp_path / "master.xlsx"))
    assert workspace.exports(cin) == []
    assert workspace.verify() == []


def test_one_customer_alone_is_exported_without_a_word_of_others_who_are_restricted(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    workspace.restrict(workspace.cin_of(ids("S-002")[0]))
    report = workspace.export(tmp_path / "one.xlsx", cin=workspace.cin_of(ids("V-2")[0]))
    assert (report.customers, report.restricted) == (1, 0)
    assert "Restricted customers left out" not in json.dumps(cells_of(tmp_path / "one.xlsx"))


def test_who_is_no_longer_restricted_is_matched_and_exported_again(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    record = ids("S-002")[0]
    cin = workspace.cin_of(record)
    workspace.restrict(cin)
    workspace.match()
    workspace.unrestrict(cin, "settled")
    report = workspace.match()
    assert report.kind == "incremental"
    assert record in {m.record_id for c in workspace.queue() for m in workspace.cluster(c).members}
    assert workspace.export(tmp_path / "master.csv").restricted == 0


def test_a_restriction_goes_with_its_records(workspace: Workspace, ids: Callable[..., list[int]]) -> None:
    workspace.restrict(workspace.cin_of(ids("V-2")[0]))
    merged = workspace.merge(ids("S-002", "V-2"))
    cin = workspace.cin_of(ids("S-002")[0])
    assert workspace.rights(cin).is_restricted
    workspace.reverse(merged.id)
    assert not workspace.rights(workspace.cin_of(ids("S-002")[0])).is_restricted
    assert workspace.rights(workspace.cin_of(ids("V-2")[0])).is_restricted


def test_restricting_twice_and_lifting_nothing_say_so(workspace: Workspace, ids: Callable[..., list[int]]) -> None:
    cin = workspace.cin_of(ids("S-002")[0])
    with pytest.raises(DecisionError, match="is not restricted"):
        workspace.unrestrict(cin)
    workspace.restrict(cin)
    with pytest.raises(DecisionError, match="is restricted already"):
        workspace.restrict(cin)


def test_the_past_is_exported_without_who_is_restricted_now(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    before = next(workspace.decisions()).id
    workspace.restrict(workspace.cin_of(ids("S-002")[0]))
    workspace.export(tmp_path / "past.csv", as_of=before)
    assert "3171010210800001" not in (tmp_path / "past.csv").read_text(encoding="utf-8-sig")


# Consent


def consents(workspace: Workspace, cin: str) -> dict[str, str]:
    return {v.attribute: v.value for v in workspace.golden(cin) if v.attribute.startswith("consent")}


def test_a_withdrawn_consent_is_refused_whatever_lists_and_stewards_say(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("ID,Nama,HP,Izin\n1,Budi Santoso,0813-2211-4090,ya\n", encoding="utf-8")
    with Workspace.create(tmp_path / "s.steward", steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "list.csv", mapping={"Izin": "consent"})
        cin = workspace.cin_of(1)
        assert consents(workspace, cin) == {"consent": "given"}
        withdrawn = workspace.withdraw_consent(cin, reason="wrote on 3 May")
        assert set(consents(workspace, cin).values()) == {"refused"}
        assert set(consents(workspace, cin)) == {"consent", *(f"consent_{c.value}" for c in Channel if c != "all")}
        workspace.override(cin, "consent", "given")
        (tmp_path / "list.csv").write_text("ID,Nama,HP,Izin\n1,Budi S.,0813-2211-4090,ya\n", encoding="utf-8")
        workspace.import_list(tmp_path / "list.csv")
        assert set(consents(workspace, cin).values()) == {"refused"}
        assert workspace.verify() == []
        workspace.reverse(withdrawn.id)
        assert consents(workspace, cin) == {"consent": "given"}


def test_a_channel_is_withdrawn_alone_and_travels_with_a_merge(
    workspace: Workspace, ids: Callable[..., list[int]]
) -> None:
    workspace.withdraw_consent(workspace.cin_of(ids("V-2")[0]), [Channel.WHATSAPP])
    workspace.merge(ids("S-002", "V-2"))
    cin = workspace.cin_of(ids("S-002")[0])
    assert consents(workspace, cin) == {"consent_whatsapp": "refused"}
    assert list(workspace.rights(cin).withdrawn) == [Channel.WHATSAPP]
    value = next(v for v in workspace.golden(cin) if v.attribute == "consent_whatsapp")
    assert (value.rule, value.record_id) == ("most_restrictive", None)
    assert value.decision_id == workspace.rights(cin).withdrawn[Channel.WHATSAPP]


def test_a_channel_that_is_none_is_refused(workspace: Workspace, ids: Callable[..., list[int]]) -> None:
    with pytest.raises(DecisionError, match="is no channel"):
        workspace.withdraw_consent(workspace.cin_of(ids("V-2")[0]), ["pigeon"])


# The register


def test_every_export_is_on_record_with_whom_it_held(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    cin = workspace.cin_of(ids("S-002")[0])
    other = workspace.cin_of(ids("S-003")[0])
    workspace.export(tmp_path / "master.csv")
    workspace.access_pack(cin, tmp_path / "budi.xlsx")
    pack, master = workspace.exports()
    assert (pack.kind, pack.file_name, pack.customer_count) == (ExportKind.ACCESS_PACK, "budi.xlsx", 1)
    assert (master.kind, master.exported_by) == (ExportKind.MASTER, "Ratna")
    assert master.customer_count == workspace.customer_count()
    assert workspace.exports(cin) == [pack, master]
    assert workspace.exports(other) == [master]


def test_an_export_held_a_person_under_the_cin_they_had_then(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    own, wrong = ids("V-2")[0], ids("S-003")[0]
    merged = workspace.merge([own, wrong])
    workspace.access_pack(workspace.cin_of(own), tmp_path / "both.xlsx")
    workspace.reverse(merged.id)
    workspace.access_pack(workspace.cin_of(wrong), tmp_path / "one.xlsx")
    assert [entry.file_name for entry in workspace.exports(workspace.cin_of(own))] == ["both.xlsx"]
    assert [entry.file_name for entry in workspace.exports(workspace.cin_of(wrong))] == ["one.xlsx", "both.xlsx"]


def test_exports_tell_whom_to_inform_after_an_erasure(
    workspace: Workspace, ids: Callable[..., list[int]], tmp_path: Path
) -> None:
    cin = workspace.cin_of(ids("S-002")[0])
    workspace.export(tmp_path / "master.csv")
    workspace.access_pack(cin, tmp_path / "budi.xlsx")
    report = workspace.erase(cin, "request of 12 May")
    assert [entry.file_name for entry in report.exports] == ["budi.xlsx", "master.csv"]
    assert [entry.file_name for entry in workspace.exports(cin)] == ["(erased)", "master.csv"]


# The command line


def test_the_commands_for_a_persons_rights(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Workspace.open(store) as workspace:
        cin = workspace.cin_of(workspace.record("Sales", "S-002").id)
    written = f"{cin[:2]} {cin[2:5]} {cin[5:8]}-{cin[8:]}"
    assert main(["access-pack", str(store), written, str(tmp_path / "pack.pdf")]) == 0
    assert main(["restrict", str(store), cin, "--reason", "disputed"]) == 0
    assert main(["restrict", str(store), cin]) == 1
    assert main(["unrestrict", str(store), cin]) == 0
    assert main(["withdraw-consent", str(store), cin, "--channel", "email", "--json"]) == 0
    capsys.readouterr()
    assert main(["exports", str(store), cin, "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["exports"]
    assert (entry["kind"], entry["file_name"]) == ("access_pack", "pack.pdf")
    assert main(["exports", str(store), "12"]) == 1
    with pytest.raises(SystemExit) as wrong_usage:
        main(["erase", str(store), cin])
    assert wrong_usage.value.code == 2
