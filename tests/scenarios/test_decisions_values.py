"""Values that a steward types or locks: what is kept of them, and what is said when lists turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.locks import LockStanding
from steward.domain.survivorship import SurvivorshipRule

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steward.workspace import Workspace

    Ids = Callable[..., list[int]]


def _golden(workspace: Workspace, cin: str) -> dict[str, str]:
    return {value.attribute: value.value for value in workspace.golden(cin) if value.position == 0}


def test_an_override_and_a_lock_outlive_new_deliveries(workspace: Workspace, ids: Ids, tmp_path: Path) -> None:
    a = ids("S-004")[0]
    cin = workspace.cin_of(a)
    workspace.override(cin, "name", "Dewi Lestari Ningsih")
    workspace.lock(cin, "city")
    new = tmp_path / "sales.csv"
    new.write_text("Kode Pelanggan,Nama,Kota\nS-004,Dewi Lestary,Solo\n", encoding="utf-8")
    workspace.import_list(new, source="sales", mode="partial")
    values = {value.attribute: value for value in workspace.golden(cin)}
    assert (values["name"].value, values["name"].rule) == ("Dewi Lestari Ningsih", SurvivorshipRule.STEWARD)
    assert values["city"].value == "Semarang"
    assert values["city"].is_locked
    workspace.unlock(cin, "city")
    assert _golden(workspace, cin)["city"] == "Surakarta"
    workspace.override(cin, "name", "")
    assert _golden(workspace, cin)["name"] == "Dewi Lestary"


def test_a_lock_stays_and_a_notice_says_when_lists_turn(workspace: Workspace, ids: Ids, tmp_path: Path) -> None:
    cin = workspace.cin_of(ids("S-004")[0])
    workspace.lock(cin, "city")
    assert workspace.lock_notices() == []
    new = tmp_path / "sales.csv"
    for city, notices in (("Solo", [(cin, "city", LockStanding.DISAGREE)]), ("Semarang", [])):
        new.write_text(f"Kode Pelanggan,Nama,Kota\nS-004,Dewi Lestari,{city}\n", encoding="utf-8")
        workspace.import_list(new, source="sales", mode="partial")
        assert _golden(workspace, cin)["city"] == "Semarang"
        assert [(n.cin, n.attribute, n.standing) for n in workspace.lock_notices()] == notices


def test_a_notice_says_when_lists_come_to_agree_with_a_locked_value(
    workspace: Workspace, ids: Ids, tmp_path: Path
) -> None:
    cin = workspace.cin_of(ids("S-004")[0])
    workspace.override(cin, "city", "Surakarta")
    locked = workspace.lock(cin, "city")
    assert workspace.lock_notices() == []
    new = tmp_path / "sales.csv"
    new.write_text("Kode Pelanggan,Nama,Kota\nS-004,Dewi Lestari,Solo\n", encoding="utf-8")
    workspace.import_list(new, source="sales", mode="partial")
    (notice,) = workspace.lock_notices()
    assert (notice.standing, notice.value, notice.decision_id) == (LockStanding.AGREE, "Surakarta", locked.id)


def test_a_typed_date_is_kept_in_its_standard_form(workspace: Workspace, ids: Ids) -> None:
    cin = workspace.cin_of(ids("S-001")[0])
    workspace.override(cin, "birth_date", "16/07/1985")
    assert next(v.value for v in workspace.golden(cin) if v.attribute == "birth_date") == "1985-07-16"
