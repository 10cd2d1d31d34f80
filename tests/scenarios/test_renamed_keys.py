"""A list that numbers its customers anew still means the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.workspace.lists.list_views import ImportReport

SRI, SRI_TOO, BUDI, HERU = (
    "Sri Wahyuni,0812-3344-5566,Bandung",
    "Hj. Sri Wahyuni,0812-3344-5566,BDG",
    "Budi Santoso,0813-2211-4090,Jakarta",
    "Heru Prasetyo,0857-8723-8186,Malang",
)
FIRST = {"1": SRI, "2": SRI_TOO, "3": BUDI, "4": HERU}


def deliver(workspace: Workspace, folder: Path, rows: dict[str, str], mode: str = "auto") -> ImportReport:
    path = folder / "sales.csv"
    header = "ID,Nama,HP,Email,Kota" if next(iter(rows.values())).count(",") == 3 else "ID,Nama,HP,Kota"
    lines = [header, *(f"{key},{cells}" for key, cells in rows.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return workspace.import_list(path, key="ID", mode=mode)


def keys(workspace: Workspace) -> list[str]:
    return [record.source_key for record in workspace.records()]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "master.steward", steward="Ratna") as made:
        deliver(made, tmp_path, FIRST)
        yield made
        assert made.verify() == []


def test_a_record_under_a_new_key_stays_the_record_it_was(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.fingerprint()
    report = deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "9": HERU})
    assert (report.rows_renamed, report.rows_new, report.rows_missing) == (1, 0, 0)
    assert any("another key" in warning for warning in report.warnings)
    assert (keys(workspace), workspace.fingerprint()) == (["1", "2", "3", "9"], before)


def test_a_list_with_nothing_but_new_keys_is_recognized_whole(workspace: Workspace, tmp_path: Path) -> None:
    cins = list(workspace.customers())
    report = deliver(workspace, tmp_path, {f"C-{key}": cells for key, cells in FIRST.items()})
    assert (report.rows_renamed, report.rows_new) == (4, 0)
    assert (keys(workspace), list(workspace.customers())) == (["C-1", "C-2", "C-3", "C-4"], cins)


def test_what_was_told_apart_is_not_asked_again_under_new_keys(workspace: Workspace, tmp_path: Path) -> None:
    workspace.match()
    workspace.not_same(1, [2])
    deliver(workspace, tmp_path, {"1": SRI, "77": SRI_TOO, "3": BUDI, "4": HERU})
    workspace.match()
    assert list(workspace.queue()) == []


def test_later_deliveries_know_the_record_by_its_new_key(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "9": HERU})
    report = deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "9": "Heru P,0857-8723-8186,Solo"})
    assert (report.rows_renamed, report.rows_changed, report.rows_new) == (0, 1, 0)
    assert workspace.record("Sales", "9").id == 4
    assert deliver(workspace, tmp_path, {"9": "Heru P,0857-8723-8186,Solo"}, mode="partial").rows_unchanged == 1
    assert keys(workspace) == ["1", "2", "3", "9"]


def test_undoing_the_delivery_gives_the_old_key_back(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.fingerprint()
    deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "9": HERU})
    undone = workspace.reverse(next(workspace.decisions()).id)
    assert (keys(workspace), workspace.fingerprint()) == (["1", "2", "3", "4"], before)
    workspace.reverse(undone.id)
    assert keys(workspace) == ["1", "2", "3", "9"]


def test_a_record_is_found_by_its_new_key_and_by_the_old_one(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "HP-9": HERU})
    for key in ("4", "HP-9"):
        assert workspace.record("Sales", key).source_key == "HP-9"
        assert workspace.cin_of(4) in [hit.cin for hit in workspace.search(key)]


def test_decisions_written_under_old_keys_are_taken_over(workspace: Workspace, tmp_path: Path) -> None:
    merge = workspace.merge([3, 4], reason="the same shop")
    workspace.export_decisions(tmp_path / "decisions.jsonl")
    workspace.reverse(merge.id)
    deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "9": HERU})
    workspace.import_decisions(tmp_path / "decisions.jsonl")
    assert workspace.cin_of(3) == workspace.cin_of(4)


def test_the_old_key_beside_the_new_one_parts_them_again(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "9": HERU})
    report = deliver(workspace, tmp_path, {**FIRST, "9": "Tono,0811-1111-222,Solo"})
    assert report.rows_new == 1
    assert keys(workspace) == ["1", "2", "3", "4", "9"]


@pytest.mark.parametrize(
    ("rows", "mode"),
    [
        ({"1": SRI, "2": SRI_TOO, "3": BUDI, "9": "Heru Prasetya,0857-8723-8186,Malang"}, "auto"),
        ({"1": SRI, "2": SRI_TOO, "3": BUDI, "8": HERU, "9": HERU}, "auto"),
        ({"9": HERU}, "auto"),
        ({"1": SRI, "2": SRI_TOO, "3": BUDI, "9": HERU}, "partial"),
    ],
    ids=["another cell differs", "two rows could be meant", "part of the list by its look", "part of the list"],
)
def test_nothing_is_guessed(workspace: Workspace, tmp_path: Path, rows: dict[str, str], mode: str) -> None:
    report = deliver(workspace, tmp_path, rows, mode)
    assert (report.rows_renamed, report.rows_new) == (0, len(rows.keys() - FIRST.keys()))


#: A list of which each row can be told by several cells.
WIDE = {
    "1": "Sri Wahyuni,0812-3344-5566,sri@contoh.id,Bandung",
    "2": "Hj. Sri Wahyuni,0812-3344-5566,sri.w@contoh.id,Bandung",
    "3": "Budi Santoso,0813-2211-4090,budi@contoh.id,Jakarta",
    "4": "Heru Prasetyo,0857-8723-8186,heru@contoh.id,Malang",
    "5": "Dewi Lestari,0821-5566-7788,dewi@contoh.id,Bandung",
    "6": "Tono Wiryawan,0811-2020-3030,tono@contoh.id,Malang",
}
HERU_MOVED = "Heru Prasetyo,0857-8723-8186,heru@contoh.id,Solo"


def renumbered(**edited: str) -> dict[str, str]:
    """The wide list under new keys, some rows (r1 to r6) with other cells."""
    return {f"C-{key}": edited.get(f"r{key}", cells) for key, cells in WIDE.items()}


@pytest.fixture
def wide(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "wide.steward", steward="Ratna") as made:
        deliver(made, tmp_path, WIDE)
        yield made
        assert made.verify() == []


def test_a_row_that_was_renamed_and_edited_stays_the_record_it_was(wide: Workspace, tmp_path: Path) -> None:
    cins = list(wide.customers())
    report = deliver(wide, tmp_path, renumbered(r4=HERU_MOVED))
    assert (report.rows_renamed, report.rows_changed, report.rows_new, report.rows_missing) == (6, 6, 0, 0)
    assert any("One record came under another key and with a few other cells" in told for told in report.warnings)
    assert (wide.record("Sales", "C-4").id, list(wide.customers())) == (4, cins)
    assert "Surakarta" in [value.value for value in wide.golden(wide.cin_of(4))]
    changed = wide.delivery_changes(report.delivery_ids[0]).changed
    assert [(row.record_id, [cell.header for cell in row.cells]) for row in changed if len(row.cells) > 1] == [
        (4, ["ID", "Kota"])
    ]


def test_the_look_before_loading_says_that_rows_were_renamed_and_edited(wide: Workspace, tmp_path: Path) -> None:
    deliver(wide, tmp_path, WIDE)
    lines = ["ID,Nama,HP,Email,Kota", *(f"{key},{cells}" for key, cells in renumbered(r4=HERU_MOVED).items())]
    (tmp_path / "sales.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    looked = wide.preview_list(tmp_path / "sales.csv").tables[0]
    assert (looked.new_rows, looked.changed_rows, looked.missing_rows) == (0, 6, 0)
    assert [gate.kind for gate in looked.gates if "renamed" in gate.kind] == ["renamed", "renamed_and_edited"]


def test_undoing_a_delivery_that_renamed_and_edited_gives_key_and_cells_back(wide: Workspace, tmp_path: Path) -> None:
    before = wide.fingerprint()
    deliver(wide, tmp_path, renumbered(r4=HERU_MOVED))
    wide.reverse(next(wide.decisions()).id)
    assert (keys(wide), wide.fingerprint()) == (list(WIDE), before)


@pytest.mark.parametrize(
    "rows",
    [
        renumbered(r4="Heru Prasetya,0857-8723-8186,heru@contoh.id,Solo"),
        renumbered(r1="Sri Wahyuni,0812-3344-5566,sri.new@contoh.id,Bandung"),
        {**renumbered(r4=HERU_MOVED), "C-7": "Heru Prasetyo,0857-8723-8186,heru@contoh.id,Batu"},
        {**WIDE, "4": WIDE["6"], "6": WIDE["4"], "C-5": "Dewi Lestari,0821-5566-7788,dewi@contoh.id,Solo"},
    ],
    ids=["too much differs", "told by one cell alone", "two rows could be meant", "the other rows kept their keys"],
)
def test_a_row_that_may_be_somebody_else_is_new(wide: Workspace, tmp_path: Path, rows: dict[str, str]) -> None:
    rows.pop("5", None)
    cins = {record: wide.cin_of(record) for record in range(1, 7)}
    report = deliver(wide, tmp_path, rows)
    assert report.rows_new == len(rows) - 5
    assert {record: wide.cin_of(record) for record in range(1, 7)} == cins


def test_a_row_without_anything_but_a_name_is_not_recognized(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, {**FIRST, "5": "Ani,,"})
    assert deliver(workspace, tmp_path, {**FIRST, "6": "Ani,,"}).rows_renamed == 0


def test_no_key_of_an_erased_person_is_left(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "KEY-OF-HERU": HERU})
    workspace.erase(workspace.cin_of(4), "on request")
    report = deliver(workspace, tmp_path, {"1": SRI, "2": SRI_TOO, "3": BUDI, "KEY-OF-HERU": HERU})
    assert (report.rows_quarantined, report.rows_new) == (1, 0)
    (tmp_path / "sales.csv").unlink()
    held = b"".join(file.read_bytes() for file in tmp_path.glob("master.steward*"))
    assert b"KEY-OF-HERU" not in held


def test_what_a_delivery_that_was_undone_brought_is_not_missed(workspace: Workspace, tmp_path: Path) -> None:
    workspace.reverse(1)
    deliver(workspace, tmp_path, {"7": SRI, "8": HERU}, mode="full")
    report = deliver(workspace, tmp_path, {"C-7": SRI, "C-8": HERU})
    assert (report.rows_renamed, report.rows_new, report.rows_missing) == (2, 0, 0)
    assert not any("missing" in warning for warning in report.warnings)


def test_of_those_who_stay_nobody_is_taken_for_one_who_was_erased(tmp_path: Path) -> None:
    twins = ["Sri Wahyuni,3273015507850002,Bandung", "Sri Wahyuni SE,3273015507850002,Bandung", "Heru,,Malang"]
    path = tmp_path / "sales.csv"
    with Workspace.create(tmp_path / "twins.steward", steward="Ratna") as workspace:
        path.write_text("\n".join(["ID,Nama,NIK,Kota", *(f"{key},{cells}" for key, cells in enumerate(twins))]))
        workspace.import_list(path, key="ID")
        workspace.erase(workspace.cin_of(1), "on request")
        path.write_text("\n".join(["ID,Nama,NIK,Kota", *(f"C-{key},{cells}" for key, cells in enumerate(twins))]))
        report = workspace.import_list(path, key="ID", mode="full")
    assert (report.rows_renamed, report.rows_new, report.rows_quarantined) == (2, 0, 1)


def test_the_look_before_loading_says_the_same(workspace: Workspace, tmp_path: Path) -> None:
    rows = {"1": SRI, "2": SRI_TOO, "3": BUDI, "9": HERU}
    deliver(workspace, tmp_path, rows)
    again = workspace.preview_list(tmp_path / "sales.csv").tables[0]
    assert (again.new_rows, again.unchanged_rows, again.missing_rows) == (0, 4, 0)
    (tmp_path / "sales.csv").write_text(f"ID,Nama,HP,Kota\n1,{SRI}\n2,{SRI_TOO}\n30,{BUDI}\n9,{HERU}\n")
    renamed = workspace.preview_list(tmp_path / "sales.csv").tables[0]
    assert (renamed.new_rows, renamed.changed_rows, renamed.missing_rows) == (0, 1, 0)
    assert [gate.kind for gate in renamed.gates] == ["renamed"]
