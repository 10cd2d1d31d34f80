"""A value that many rows of a column share is told of that column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from steward.domain.attributes import ATTRIBUTES
from steward.exchange.raw_rows import CellColumn
from steward.workspace import Workspace
from steward.workspace.lists.list_views import DamageKind
from steward.workspace.lists.shared_values import commonest_shared

if TYPE_CHECKING:
    from pathlib import Path

PHONE = ATTRIBUTES["phone"]
#: Raw phones and what they mean, some of them the same.
STANDARD = {
    "0811000001": "+62811000001",
    "62811000001": "+62811000001",
    "0811000002": "+62811000002",
    "0811000003": "+62811000003",
    "0000000000": "",
}
AGENT, AGENT_ABROAD = "081399001122", "+62 813-9900-1122"


def shared(tmp_path: Path, *rows: str) -> dict[str, tuple[str, int, tuple[int, ...]]]:
    """What is told of each column: the value, in how many rows, and the first of these."""
    path = tmp_path / "list.csv"
    path.write_text("\n".join(["Kode,Nama,No HP,HP Agen", *rows]), encoding="utf-8")
    with Workspace.create(tmp_path / "master.steward", steward="Rina") as workspace:
        findings = workspace.preview_list(path).tables[0].findings
    return {f.column: (f.example, f.rows, f.row_numbers) for f in findings if f.kind is DamageKind.SHARED_VALUE}


def own(number: int) -> str:
    return f"0812345670{number:02}"


def test_the_phone_of_an_agent_is_told_of_the_column_it_stands_in(tmp_path: Path) -> None:
    rows = [f"C{n},Budi Santoso,{own(n)},{AGENT_ABROAD if n % 2 else AGENT}" for n in range(8)]
    assert shared(tmp_path, *rows) == {"HP Agen": ("+6281399001122", 8, tuple(range(2, 10)))}


def test_a_phone_that_fills_two_columns_is_told_of_both(tmp_path: Path) -> None:
    rows = [f"C{n},Budi Santoso,{AGENT},{AGENT}" for n in range(8)]
    assert set(shared(tmp_path, *rows)) == {"No HP", "HP Agen"}


def test_each_column_tells_its_own_commonest_phone(tmp_path: Path) -> None:
    rows = [f"C{n},Budi Santoso,{own(0) if n < 6 else own(n)},{AGENT}" for n in range(9)]
    told = shared(tmp_path, *rows)
    assert (told["No HP"][1], told["HP Agen"][1]) == (6, 9)


def test_one_of_two_phones_in_a_cell_is_shared(tmp_path: Path) -> None:
    rows = [f"C{n},Budi Santoso,{own(n)} / {AGENT},{own(n + 20)}" for n in range(7)]
    assert {column: told[1] for column, told in shared(tmp_path, *rows).items()} == {"No HP": 7}


@given(st.lists(st.lists(st.sampled_from(list(STANDARD)), max_size=2).map(" / ".join), max_size=24))
def test_what_is_told_stands_in_these_rows_and_nothing_in_more(cells: list[str]) -> None:
    value, places = commonest_shared(PHONE, CellColumn.of(cells), STANDARD)
    held = [{STANDARD[raw] for raw in cell.split(" / ") if raw} - {""} for cell in cells]
    most = max((sum(other in values for values in held) for other in STANDARD.values() if other), default=0)
    assert list(places) == ([place for place, values in enumerate(held) if value in values] if most > 5 else [])
    assert len(places) == (most if most > 5 else 0)


def test_where_every_customer_has_several_rows_one_with_a_few_more_shares_nothing() -> None:
    cells = [own(n) for n in range(40) for _ in range(3)] + [own(50)] * 8
    standard = {cell: cell for cell in cells}
    assert commonest_shared(PHONE, CellColumn.of(cells), standard) == ("", ())
    assert commonest_shared(PHONE, CellColumn.of([*cells, *[own(50)] * 8]), standard)[0] == own(50)
