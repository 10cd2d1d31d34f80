"""A list that deals its keys anew, as running numbers are, still means the same customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.workspace.lists.list_views import ImportReport

SRI, BUDI, HERU, DEWI, TONO, RINA = ROWS = (
    "Sri Wahyuni,0812-3344-5566,sri@contoh.id,Bandung",
    "Budi Santoso,0813-2211-4090,budi@contoh.id,Jakarta",
    "Heru Prasetyo,0857-8723-8186,heru@contoh.id,Malang",
    "Dewi Lestari,0821-5566-7788,dewi@contoh.id,Solo",
    "Tono Wiryawan,0811-2020-3030,tono@contoh.id,Bandung",
    "Rina Kusuma,0822-9900-1122,rina@contoh.id,Medan",
)
NEW = "Agus Halim,0877-1212-3434,agus@contoh.id,Solo"


def deliver(workspace: Workspace, folder: Path, rows: list[str] | tuple[str, ...]) -> ImportReport:
    """The rows, each with its number in the list as its key."""
    path = folder / "sales.csv"
    lines = ["ID,Nama,HP,Email,Kota", *(f"{number},{cells}" for number, cells in enumerate(rows, start=1))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return workspace.import_list(path, key="ID")


def cins(workspace: Workspace) -> dict[str, str]:
    """E-mail -> CIN."""
    return {record.first_standard("email"): workspace.cin_of(record.id) for record in workspace.records()}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "master.steward", steward="Ratna") as made:
        deliver(made, tmp_path, ROWS)
        yield made
        before = made.fingerprint()
        made.rebuild()
        assert made.verify() == []
        assert made.fingerprint() == before


def test_rows_in_another_order_with_running_numbers_keep_their_customers(workspace: Workspace, tmp_path: Path) -> None:
    before, state = cins(workspace), workspace.fingerprint()
    report = deliver(workspace, tmp_path, ROWS[::-1])
    assert (report.rows_renamed, report.rows_new, report.rows_missing) == (6, 0, 0)
    assert (cins(workspace), workspace.fingerprint()) == (before, state)
    assert workspace.record("Sales", "1").first_standard("email") == "rina@contoh.id"


def test_a_delivery_after_that_is_known_by_the_keys_of_now(workspace: Workspace, tmp_path: Path) -> None:
    before = cins(workspace)
    deliver(workspace, tmp_path, ROWS[::-1])
    edited = [row.replace("Solo", "Klaten") for row in ROWS[::-1]]
    report = deliver(workspace, tmp_path, edited)
    assert (report.rows_renamed, report.rows_new, report.rows_changed) == (0, 0, 1)
    assert cins(workspace) == before
    assert deliver(workspace, tmp_path, ROWS).rows_new == 0
    assert cins(workspace) == before


def test_a_row_of_nothing_but_its_number_hinders_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = cins(workspace)
    deliver(workspace, tmp_path, [*ROWS, ",,,"])
    assert deliver(workspace, tmp_path, [*ROWS[::-1], ",,,"]).rows_new == 0
    assert {email: cin for email, cin in cins(workspace).items() if email} == before


def test_a_row_that_only_moved_in_a_list_of_running_numbers_is_no_changed_one(tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"

    def deliver_numbered(workspace: Workspace, rows: list[str]) -> ImportReport:
        lines = ["No,Nama,HP,Email,Kota", *(f"{number},{cells}" for number, cells in enumerate(rows, start=1))]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return workspace.import_list(path)

    with Workspace.create(tmp_path / "numbered.steward", steward="Ratna") as workspace:
        assert deliver_numbered(workspace, list(ROWS)).mapping["No"] == "source_key"
        before = cins(workspace)
        report = deliver_numbered(workspace, [*ROWS[:0:-1]])
        assert (report.rows_unchanged, report.rows_changed, report.rows_new, report.rows_missing) == (5, 0, 0, 1)
        edited = [row.replace("Medan", "Binjai") for row in ROWS[:0:-1]]
        report = deliver_numbered(workspace, edited)
        assert (report.rows_unchanged, report.rows_changed, report.rows_new) == (4, 1, 0)
        assert cins(workspace).items() <= before.items()


def test_rows_edited_at_the_same_time_keep_their_customers(workspace: Workspace, tmp_path: Path) -> None:
    before = cins(workspace)
    report = deliver(workspace, tmp_path, [row.replace("Solo", "Klaten") for row in ROWS[::-1]])
    assert (report.rows_renamed, report.rows_new) == (6, 0)
    assert cins(workspace) == before


def test_a_row_put_in_between_is_a_new_customer_and_nobody_else_changes(workspace: Workspace, tmp_path: Path) -> None:
    before = cins(workspace)
    longer = [SRI, NEW, BUDI, HERU, DEWI, TONO, RINA]
    assert deliver(workspace, tmp_path, longer).rows_new == 1
    now = cins(workspace)
    assert now.pop("agus@contoh.id") not in before.values()
    assert now == before
    assert deliver(workspace, tmp_path, [*longer[::-1]]).rows_new == 0
    assert deliver(workspace, tmp_path, longer).rows_new == 0
    assert {email: cin for email, cin in cins(workspace).items() if email in before} == before


def test_a_row_taken_out_shifts_the_others_and_nobody_changes(workspace: Workspace, tmp_path: Path) -> None:
    before = cins(workspace)
    report = deliver(workspace, tmp_path, [BUDI, HERU, DEWI, TONO, RINA])
    assert (report.rows_new, report.rows_missing) == (0, 1)
    assert cins(workspace) == before


def test_a_number_given_to_somebody_else_is_a_new_customer(workspace: Workspace, tmp_path: Path) -> None:
    before = cins(workspace)
    deliver(workspace, tmp_path, [NEW, RINA, TONO, DEWI, HERU, BUDI])
    now = cins(workspace)
    assert all(now[email] == cin for email, cin in before.items() if email != "sri@contoh.id")


def test_an_old_key_given_to_somebody_else_by_a_list_that_renamed_all(workspace: Workspace, tmp_path: Path) -> None:
    before = cins(workspace)
    lines = ["ID,Nama,HP,Email,Kota", *(f"C-{number},{cells}" for number, cells in enumerate(ROWS)), f"3,{NEW}"]
    (tmp_path / "sales.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = workspace.import_list(tmp_path / "sales.csv", key="ID")
    assert (report.rows_renamed, report.rows_new) == (6, 1)
    now = cins(workspace)
    assert now.pop("agus@contoh.id") not in before.values()
    assert now == before


def test_decisions_stay_with_whom_they_were_about(workspace: Workspace, tmp_path: Path) -> None:
    pair = [workspace.record("Sales", key).id for key in ("1", "5")]
    workspace.merge(pair, reason="one person")
    before = cins(workspace)
    deliver(workspace, tmp_path, ROWS[::-1])
    assert cins(workspace) == before
    assert before["sri@contoh.id"] == before["tono@contoh.id"]


def test_the_delivery_is_undone_like_any_other(workspace: Workspace, tmp_path: Path) -> None:
    state = workspace.fingerprint()
    deliver(workspace, tmp_path, [NEW, *ROWS])
    workspace.reverse(next(workspace.decisions()).id)
    assert workspace.fingerprint() == state
    assert [record.source_key for record in workspace.records()] == ["1", "2", "3", "4", "5", "6"]


def test_the_preview_counts_them_as_the_load_does(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    lines = ["ID,Nama,HP,Email,Kota", *(f"{number},{cells}" for number, cells in enumerate((NEW, *ROWS), start=1))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (preview,) = workspace.preview_list(path).tables
    assert (preview.new_rows, preview.missing_rows) == (1, 0)


@pytest.mark.parametrize("gone", [57, 58, 40])
def test_one_row_taken_out_near_the_end_of_many_makes_no_customer_another(tmp_path: Path, gone: int) -> None:
    people = [f"Nama{at} Orang{at},08{at:010},nama{at}@contoh.id,Kota{at % 7}" for at in range(60)]
    with Workspace.create(tmp_path / "master.steward", steward="Ratna") as workspace:
        deliver(workspace, tmp_path, people)
        before = {record.first_standard("email"): workspace.cin_of(record.id) for record in workspace.records()}
        report = deliver(workspace, tmp_path, [*people[:gone], *people[gone + 1 :]])
        assert (report.rows_renamed, report.rows_new, report.rows_missing) == (59 - gone, 0, 1)
        assert cins(workspace).items() <= before.items()


def test_two_rows_that_exchange_what_they_say_stay_what_their_keys_say(workspace: Workspace, tmp_path: Path) -> None:
    report = deliver(workspace, tmp_path, [BUDI, SRI, HERU, DEWI, TONO, RINA])
    assert (report.rows_renamed, report.rows_changed) == (0, 2)
