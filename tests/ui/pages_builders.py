"""Small department lists, and a store made of them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADER = ("ID_PLG", "Nama Pelanggan", "No HP", "Email", "Kota")
SALES = (
    ("S-001", "Sri Wahyuni", "0812-3344-5566", "sri@contoh.id", "Bandung"),
    ("S-002", "Budi Santoso", "0813-2211-4090", "", "Surabaya"),
    ("S-003", "Dewi Lestari", "0857-8723-8186", "dewi@contoh.id", "Medan"),
)
SERVICE = (
    ("V-001", "Ny. Sri Wahyuni", "+62 812 3344 5566", "sri@contoh.id", "Bandung"),
    ("V-002", "Agus Salim", "0811-555-7777", "", "Padang"),
)


def write_list(folder: Path, name: str, rows: Sequence[Sequence[str]] = SALES) -> Path:
    """A .csv as a department sends it."""
    path = folder / name
    path.write_text("\n".join(";".join(row) for row in (HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def open_copy(template: Path, folder: Path) -> Workspace:
    """A copy of a closed store, opened."""
    path = folder / template.name
    shutil.copyfile(template, path)
    return Workspace.open(path, steward="Ratna")


def make_store(folder: Path, *, is_empty: bool = False) -> Workspace:
    """A store of two lists that share one customer, not matched yet."""
    workspace = Workspace.create(folder / "test.steward", steward="Ratna")
    if not is_empty:
        workspace.import_list(write_list(folder, "sales.csv"), source="Sales", department="Sales")
        workspace.import_list(write_list(folder, "service.csv", SERVICE), source="Service", department="Service")
    return workspace
