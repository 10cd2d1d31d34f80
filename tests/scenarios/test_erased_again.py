"""A list delivers an erased person again: the rows are recognized and held back, until a steward lets one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import DecisionError
from steward.domain.quarantine import QuarantineReason
from steward.storage.lists.quarantine import list_quarantined
from steward.workspace import Workspace
from tests.scenarios.traces import left_in

if TYPE_CHECKING:
    from pathlib import Path


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
