"""The list of all customers by name, page by page, and names found by their first letter or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("Budi Santoso", "Agus", "budi", "BUNGA", "Élan", "Budi Santoso", "Zul", "Dewi", "Agus", "élan vital")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A list of ten people, some of one name."""
    path = tmp_path / "sales.csv"
    rows = [f"S-{at};{name};0812-3344-55{at}{at}" for at, name in enumerate(NAMES)]
    path.write_text("\n".join(["ID;Nama;No HP", *rows]) + "\n", encoding="utf-8")
    with Workspace.create(tmp_path / "test.steward", steward="Ratna") as workspace:
        workspace.import_list(path, source="Sales")
        yield workspace


def test_pages_hold_every_customer_once_in_the_order_of_their_names(workspace: Workspace) -> None:
    whole = workspace.customers_page(0, 100)
    assert [hit.title for hit in whole] == sorted(hit.title for hit in whole)
    pages = [hit for offset in range(0, len(NAMES), 3) for hit in workspace.customers_page(offset, 3)]
    assert pages == whole
    assert len({hit.cin for hit in whole}) == len(NAMES)
    assert workspace.customers_page(len(NAMES), 3) == []


def test_a_customer_whose_cin_is_retired_is_in_no_page(workspace: Workspace) -> None:
    first, second = [hit for hit in workspace.customers_page(0, 100) if hit.title == "Agus"]
    records = [workspace.customer(hit.cin).records[0].record_id for hit in (first, second)]
    workspace.merge(records, reason="one person")
    assert [hit.title for hit in workspace.customers_page(0, 100)].count("Agus") == 1


@pytest.mark.parametrize(("text", "count"), [("b", 4), ("bu", 4), ("BU", 4), ("bU", 4), ("é", 2), ("x", 0), ("%", 0)])
def test_one_or_two_letters_find_names_that_begin_with_them_in_capitals_or_not(
    workspace: Workspace, text: str, count: int
) -> None:
    assert len(workspace.search(text)) == count
