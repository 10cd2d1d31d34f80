"""The master of an earlier time: listed, searched and written as it was, one customer or all."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import ExportError, StewardError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steward.workspace import Workspace
    from steward.workspace.customers.customer_views import SearchHit

    Ids = Callable[..., list[int]]


def _told(hits: list[SearchHit]) -> list[tuple[object, ...]]:
    return sorted((hit.cin, hit.title, hit.city, hit.record_count, hit.sources) for hit in hits)


@pytest.fixture
def past(workspace: Workspace, ids: Ids, tmp_path: Path) -> tuple[int, list[tuple[object, ...]]]:
    """A decision's number and the customers of that time; much was decided and delivered since."""
    merged = workspace.merge(ids("S-001", "V-1"), values={"name": "Sri Wahyuni Dewanti"})
    workspace.override(workspace.cin_of(ids("S-004")[0]), "city", "Kudus")
    last = workspace.not_same(ids("S-003")[0], ids("V-3"))
    then = _told(workspace.customers_page(0, 100))
    workspace.reverse(merged.id)
    workspace.merge(ids("S-004", "p2"))
    (tmp_path / "sales.csv").write_text(
        "Kode Pelanggan,Nama,Kota\nS-004,Dewi Lestari,Solo\nS-009,Citra,Bogor\n", encoding="utf-8"
    )
    workspace.import_list(tmp_path / "sales.csv", source="sales", mode="partial")
    return last.id, then


def test_customers_of_an_earlier_time_are_listed_as_they_were(
    workspace: Workspace, past: tuple[int, list[tuple[object, ...]]]
) -> None:
    number, then = past
    before = workspace.fingerprint()
    pages = [workspace.customers_page(offset, 4, as_of=number) for offset in range(0, len(then), 4)]
    assert _told([hit for page in pages for hit in page]) == then
    assert workspace.customer_count(as_of=number) == len(then)
    assert workspace.fingerprint() == before


def test_search_of_an_earlier_time_shows_who_there_was(
    workspace: Workspace, ids: Ids, past: tuple[int, list[tuple[object, ...]]]
) -> None:
    number, _ = past
    (sri,) = workspace.search("sri wahyuni", as_of=number)[:1]
    assert (sri.title, sri.record_count) == ("Sri Wahyuni Dewanti", 2)
    assert workspace.search("Citra", as_of=number) == []


def test_erased_people_are_not_listed_in_the_past(
    workspace: Workspace, ids: Ids, past: tuple[int, list[tuple[object, ...]]]
) -> None:
    number, then = past
    workspace.erase(workspace.cin_of(ids("S-005")[0]), "request of 12 May")
    assert len(workspace.customers_page(0, 100, as_of=number)) == len(then) - 1
    assert workspace.customer_count(as_of=number) == len(then) - 1


def test_one_customer_is_written_as_it_was(
    workspace: Workspace, ids: Ids, past: tuple[int, list[tuple[object, ...]]], tmp_path: Path
) -> None:
    number, _ = past
    cin = workspace.cin_of(ids("S-001")[0])
    assert workspace.export(tmp_path / "one.csv", as_of=number, cin=cin).customers == 1
    with (tmp_path / "one.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Name"], row["Records"]) == ("Sri Wahyuni Dewanti", "2")
    report = workspace.export(tmp_path / "one.xlsx", cin=cin)
    assert (report.customers, report.records) == (1, 1)
    assert workspace.exports()[0].customer_count == 1


def test_a_restricted_customer_is_not_written_alone(workspace: Workspace, ids: Ids, tmp_path: Path) -> None:
    cin = workspace.cin_of(ids("S-001")[0])
    workspace.restrict(cin)
    with pytest.raises(ExportError, match="lift the restriction"):
        workspace.export(tmp_path / "one.csv", cin=cin)
    with pytest.raises(StewardError, match="never given"):
        workspace.export(tmp_path / "one.csv", cin="nobody")


def test_any_phone_or_email_of_a_customer_finds_it_first(workspace: Workspace, ids: Ids) -> None:
    workspace.merge(ids("S-001", "V-1"))
    cin = workspace.cin_of(ids("S-001")[0])
    for contact in ("0812 3344-5566", "sri.wahyuni@gmail.com", "SRIWAHYUNI@gmail.com"):
        assert workspace.search(contact)[0].cin == cin
