"""A source is delivered again: changes cell by cell, columns to ignore, and records that stay away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import StewardError
from steward.domain.source_settings import MissingPolicy, SourceSettings
from steward.workspace import Workspace
from steward.workspace.lists.list_views import CellChange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.workspace.lists.list_views import ImportReport

HEADER = "ID,Nama,HP,Kota,Dicetak"
ROWS = {
    "1": "1,Sri Wahyuni,0812-3344-5566,Bandung,1 Mei",
    "2": "2,Budi Santoso,0813-2211-4090,Jakarta,1 Mei",
    "3": "3,Agus Wijaya,0815-2211-8080,Medan,1 Mei",
    "4": "4,Rina Putri,0818-1234-5678,Bogor,1 Mei",
}


class Days:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def workspace(tmp_path: Path, days: Days) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "again.steward", steward="Ratna", clock=days) as made:
        yield made


def deliver(workspace: Workspace, folder: Path, *rows: str, mode: str = "full") -> ImportReport:
    path = folder / "sales.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return workspace.import_list(path, source="Sales", mode=mode)


def keys(workspace: Workspace) -> list[str]:
    return sorted(record.source_key for record in workspace.records("Sales"))


def test_changes_are_told_cell_by_cell(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, ROWS["1"], ROWS["2"], ROWS["3"])
    moved = "2,Budi Santoso,0813-2211-4090,Depok,1 Mei"
    report = deliver(workspace, tmp_path, ROWS["1"], moved, ROWS["4"])
    changes = workspace.delivery_changes(report.delivery_ids[0])
    assert [row.source_key for row in changes.new] == ["4"]
    assert [(row.source_key, row.row, row.cells) for row in changes.changed] == [
        ("2", 3, (CellChange("Kota", "Jakarta", "Depok"),))
    ]
    assert [(row.source_key, row.title, row.missed) for row in changes.missing] == [("3", "Agus Wijaya", 1)]
    assert (changes.missing_count, changes.ended_count, report.rows_missing) == (1, 0, 1)


def test_a_delivery_that_is_not_there_is_said(workspace: Workspace) -> None:
    with pytest.raises(StewardError, match="no delivery #7"):
        workspace.delivery_changes(7)


def test_ignored_columns_make_no_row_a_changed_one(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    workspace.set_source_settings("Sales", SourceSettings(ignored_columns=("Dicetak",)))
    printed = [row.replace("1 Mei", "2 Juni") for row in ROWS.values()]
    report = deliver(workspace, tmp_path, printed[0].replace("Bandung", "Cimahi"), *printed[1:])
    assert (report.rows_changed, report.rows_unchanged) == (1, 3)
    (changed,) = workspace.delivery_changes(report.delivery_ids[0]).changed
    assert [(cell.header, cell.is_ignored) for cell in changed.cells] == [("Kota", False), ("Dicetak", True)]
    assert workspace.verify() == []


def test_missing_records_are_kept_unless_the_source_says_otherwise(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    deliver(workspace, tmp_path, ROWS["1"], ROWS["2"])
    assert keys(workspace) == ["1", "2", "3", "4"]


def test_an_ended_record_counts_no_longer_and_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    cin = workspace.cin_of(workspace.record("Sales", "4").id)
    workspace.set_source_settings("Sales", SourceSettings(missing=MissingPolicy.END))
    report = deliver(workspace, tmp_path, ROWS["1"], ROWS["2"], ROWS["3"])
    assert (report.rows_missing, report.rows_ended, keys(workspace)) == (1, 1, ["1", "2", "3"])
    assert workspace.verify() == []
    deliver(workspace, tmp_path, *ROWS.values())
    assert keys(workspace) == ["1", "2", "3", "4"]
    assert workspace.cin_of(workspace.record("Sales", "4").id) == cin
    assert workspace.verify() == []


def test_nobody_else_changes_when_a_record_ends_and_when_it_is_back(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    workspace.set_source_settings("Sales", SourceSettings(missing=MissingPolicy.END))
    one, two, three, four = (workspace.record("Sales", key).id for key in ROWS)
    kept = workspace.cin_of(one)
    # Only the first ties the second and the third together, and the number is its own.
    workspace.merge([one, two], reason="told by phone")
    workspace.merge([one, three], reason="told by phone")
    deliver(workspace, tmp_path, ROWS["2"], ROWS["3"], ROWS["4"])
    assert workspace.members(kept) == [two, three]
    assert workspace.verify() == []
    workspace.merge([three, four], reason="told by phone")
    past = next(iter(workspace.decisions())).id
    assert workspace.members(kept) == [two, three, four]
    deliver(workspace, tmp_path, *ROWS.values())
    assert workspace.members(kept) == [one, two, three, four]
    assert [found.record_id for found in workspace.customer(kept, as_of=past).records] == [two, three, four]
    assert workspace.verify() == []


def test_a_number_is_given_by_all_that_was_merged_whether_it_counts_now_or_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    workspace.set_source_settings("Sales", SourceSettings(missing=MissingPolicy.END))
    one, two, three, four = (workspace.record("Sales", key).id for key in ROWS)
    workspace.merge([two, three, four], reason="told by phone")
    larger = workspace.cin_of(two)
    deliver(workspace, tmp_path, ROWS["1"], ROWS["2"])
    workspace.merge([one, two], reason="told by phone")
    assert workspace.members(larger) == [one, two]
    deliver(workspace, tmp_path, *ROWS.values())
    assert workspace.members(larger) == [one, two, three, four]


def test_reversing_the_delivery_brings_ended_records_back(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    workspace.set_source_settings("Sales", SourceSettings(missing=MissingPolicy.END))
    before = workspace.fingerprint()
    deliver(workspace, tmp_path, ROWS["1"], ROWS["2"])
    workspace.reverse(next(iter(workspace.decisions())).id)
    assert workspace.fingerprint() == before
    assert workspace.verify() == []


def test_a_part_of_the_list_ends_nothing(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    workspace.set_source_settings("Sales", SourceSettings(missing=MissingPolicy.END))
    report = deliver(workspace, tmp_path, ROWS["1"], mode="partial")
    assert (report.rows_ended, keys(workspace)) == (0, ["1", "2", "3", "4"])


def test_grace_counts_the_full_deliveries_that_came_without(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    workspace.set_source_settings("Sales", SourceSettings(missing=MissingPolicy.GRACE, grace_deliveries=2))
    three = [ROWS["1"], ROWS["2"], ROWS["3"]]
    assert deliver(workspace, tmp_path, *three).rows_ended == 0
    assert deliver(workspace, tmp_path, ROWS["1"], mode="partial").rows_ended == 0
    second = deliver(workspace, tmp_path, *three)
    assert (second.rows_ended, keys(workspace)) == (1, ["1", "2", "3"])
    assert workspace.delivery_changes(second.delivery_ids[0]).missing[0].missed == 2


def test_grace_can_be_a_number_of_days(workspace: Workspace, tmp_path: Path, days: Days) -> None:
    deliver(workspace, tmp_path, *ROWS.values())
    settings = SourceSettings(missing=MissingPolicy.GRACE, grace_deliveries=0, grace_days=30)
    workspace.set_source_settings("Sales", settings)
    days.pass_by(20)
    assert deliver(workspace, tmp_path, ROWS["1"], ROWS["2"], ROWS["3"]).rows_ended == 0
    days.pass_by(11)
    assert deliver(workspace, tmp_path, ROWS["1"], ROWS["2"], ROWS["3"]).rows_ended == 1
    assert workspace.source_settings("Sales") == settings


def test_a_preview_tells_what_the_load_then_does(workspace: Workspace, tmp_path: Path) -> None:
    deliver(workspace, tmp_path, ROWS["1"], ROWS["2"])
    path = tmp_path / "sales.csv"
    again = [ROWS["1"], "2,Budi Santoso,0813-2211-4090,Depok,1 Mei", ROWS["1"], "5,Joko\x07,,Solo,", ROWS["3"]]
    path.write_text("\n".join([HEADER, *again]) + "\n", encoding="utf-8")
    (table,) = workspace.preview_list(path, source="Sales").tables
    report = workspace.import_list(path, source="Sales")
    previewed = (table.new_rows, table.changed_rows, table.unchanged_rows, table.repeated_rows, len(table.held))
    loaded = (report.rows_new, report.rows_changed, report.rows_unchanged, report.rows_repeated)
    assert previewed == (*loaded, report.rows_quarantined) == (1, 1, 1, 1, 1)
    assert table.row_count == report.rows_read == sum(previewed)
    assert table.changes[0].cells == (CellChange("Kota", "Jakarta", "Depok"),)


def test_columns_in_another_order_change_no_row(workspace: Workspace, tmp_path: Path) -> None:
    first, other = tmp_path / "first.csv", tmp_path / "other.csv"
    first.write_text("ID,Nama,HP,Telp\n1,Sri Wahyuni,081233445566,0812111222\n2,Rina,,0218877\n", encoding="utf-8")
    other.write_text("Telp,Nama,ID,HP\n0812111222,Sri Wahyuni,1,081233445566\n0218877,Rina P,2,\n", encoding="utf-8")
    workspace.import_list(first, source="Sales", key="ID")
    before = workspace.record("Sales", "1")
    preview = workspace.preview_list(other, source="Sales").tables[0]
    assert (preview.changed_rows, preview.unchanged_rows) == (1, 1)
    report = workspace.import_list(other, source="Sales", key="ID")
    assert (report.rows_new, report.rows_changed, report.rows_unchanged) == (0, 1, 1)
    assert workspace.record("Sales", "1").version == before.version
    again = workspace.import_list(first, source="Sales", key="ID")
    assert (again.rows_changed, again.rows_unchanged) == (1, 1)
