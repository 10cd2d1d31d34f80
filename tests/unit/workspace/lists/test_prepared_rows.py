"""The rows of a table come by the portion, each once and in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.progress import NO_PROGRESS
from steward.workspace.lists import prepared_rows
from steward.workspace.lists.read_list import read_list

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("columns", "together"), [(3, 9), (10, 4), (100, 1)])
def test_wide_rows_come_in_smaller_portions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int, together: int
) -> None:
    monkeypatch.setattr(prepared_rows, "_PORTION", 9)
    monkeypatch.setattr(prepared_rows, "_CELLS", 40)
    path = tmp_path / "list.csv"
    header = ["Kode Pelanggan", "Nama", *(f"Kolom {number}" for number in range(columns - 2))]
    rows = [[f"C{row:03}", f"Budi {row}", *(f"{row}x{number}" for number in range(columns - 2))] for row in range(30)]
    path.write_text("\n".join(map(",".join, [header, *rows])), encoding="utf-8")
    table = read_list(path, NO_PROGRESS)[0]
    portions = list(table.rows.keyed(lambda key: key != "C007"))
    assert {len(portion) for portion in portions[:-1]} == {together}
    assert [list(row.cells) for portion in portions for row in portion.rows()] == rows[:7] + rows[8:]
