"""The queue by what records say: the revenue an answer touches, and where their values differ or are missing."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from steward.domain.errors import StewardError
from steward.workspace import Workspace
from steward.workspace.match_runs.run_notes import RunKind
from steward.workspace.review.cluster_worth import impact_of
from steward.workspace.review.queue_filters import Facet, QueueFilter, held_of, held_value

SHOP = """ID,Nama,HP,Email,Kota,Pendapatan
1,Sri Wahyuni,0812-3344-5566,sri@mail.co.id,Bandung,1500000
2,Sri Wahyuni,+62 812 3344 5566,,Bandung,500000
3,Budi Santoso,0813-2211-4090,budi@mail.co.id,Medan,
4,Budi Santoso,0813-2211-4090,budi.s@kantor.co.id,Medan,
"""
BANDUNG, MEDAN = "city=Bandung", "city=Medan"
MAPPING = {
    "Nama": "name",
    "HP": "phone",
    "Email": "email",
    "Kota": "city",
    "Pendapatan": "revenue",
}


@pytest.fixture(scope="module")
def matched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matched store with two clusters; copy it before use."""
    folder = tmp_path_factory.mktemp("values")
    (folder / "shop.csv").write_text(SHOP, encoding="utf-8")
    with Workspace.create(folder / "store.steward", steward="Ratna") as workspace:
        workspace.import_list(folder / "shop.csv", source="Shop", mapping=MAPPING, key="ID")
        workspace.match()
    return workspace.path


@pytest.fixture
def path(matched: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(matched, tmp_path))


def _titles(workspace: Workspace, *traits: str) -> set[str]:
    return {row.title for row in workspace.queue_rows(workspace.queue(traits=traits))}


def _counts(workspace: Workspace, wanted: QueueFilter | None = None, facet: Facet = Facet.TRAITS) -> dict[str, int]:
    return {c.value: c.clusters for c in workspace.queue_facets(wanted or QueueFilter()) if c.facet is facet}


def _held(workspace: Workspace, wanted: QueueFilter | None = None) -> dict[str, int]:
    return _counts(workspace, wanted, Facet.VALUES)


def test_the_revenue_of_its_records_leads_the_order_by_impact(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace:
        rows = workspace.queue_rows(workspace.queue("impact"))
        assert [(row.title, row.revenue, row.impact) for row in rows] == [
            ("Sri Wahyuni", 2_000_000, 2 * 8),
            ("Budi Santoso", 0, 2),
        ]


def test_impact_weighs_revenue_by_its_digits() -> None:
    assert impact_of(3, 2, 0) == 6
    assert impact_of(3, 2, -5) == 6
    assert impact_of(3, 2, 999.9) == 6 * 4
    assert impact_of(3, 2, 1000) == 6 * 5


def test_clusters_are_found_by_where_their_records_differ_or_lack_a_value(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace:
        assert _titles(workspace, "differs:email") == {"Budi Santoso"}
        assert _titles(workspace, "missing:email") == {"Sri Wahyuni"}
        assert _titles(workspace, "same:phone") == {"Sri Wahyuni", "Budi Santoso"}
        assert _titles(workspace, "same:phone", "differs:revenue") == {"Sri Wahyuni"}
        assert _titles(workspace, "differs:birth_date") == set()


def test_traits_are_counted_under_the_filters_in_force(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace:
        counts = _counts(workspace)
        assert (counts["differs:email"], counts["missing:email"], counts["same:email"]) == (1, 1, 0)
        assert counts["same:city"] == 2
        narrowed = _counts(workspace, QueueFilter(traits=("differs:email",)))
        assert (narrowed["same:city"], narrowed["missing:email"], narrowed["missing:revenue"]) == (1, 0, 1)


def test_a_trait_that_is_none_is_refused_in_a_sentence(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace, pytest.raises(StewardError, match="knows no trait"):
        workspace.queue(traits=["odd:email"])


def test_a_run_on_what_changed_tells_revenue_and_traits_as_a_full_run_does(path: Path, tmp_path: Path) -> None:
    more = "ID,Nama,HP,Email,Kota,Pendapatan\n5,Budi Santoso,0813-2211-4090,,Medan,70000\n"
    (tmp_path / "more.csv").write_text(more, encoding="utf-8")
    with Workspace.open(path, steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "more.csv", source="Fair", mapping=MAPPING, key="ID")
        assert workspace.match().kind is RunKind.INCREMENTAL
        changed = _seen(workspace)
        workspace.match(full=True)
        assert _seen(workspace) == changed
        assert ("Budi Santoso", 70_000, 3 * 2 * 6) in changed[0]


def _seen(workspace: Workspace) -> tuple[set[tuple[str, float, int]], dict[str, int], dict[str, int]]:
    rows = workspace.queue_rows(workspace.queue("impact"))
    return {(row.title, row.revenue, row.impact) for row in rows}, _counts(workspace), _held(workspace)


def test_clusters_are_found_by_the_values_of_their_records(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace:
        found = {value: workspace.queue_rows(workspace.queue(values=[value])) for value in (BANDUNG, MEDAN)}
        assert {value: [row.title for row in rows] for value, rows in found.items()} == {
            BANDUNG: ["Sri Wahyuni"],
            MEDAN: ["Budi Santoso"],
        }
        # Those of one attribute add up; with everything else they narrow.
        assert len(workspace.queue(values=[BANDUNG, MEDAN])) == 2
        assert len(workspace.queue(values=[BANDUNG, MEDAN], traits=["differs:email"])) == 1
        assert workspace.queue(values=[BANDUNG], traits=["differs:email"]) == []
        assert workspace.queue(values=["city=Nowhere"]) == []


def test_values_are_counted_under_the_other_filters_in_force(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace:
        assert _held(workspace) == {BANDUNG: 1, MEDAN: 1}
        # Of the attribute that is narrowed the other values count on, to be added.
        assert _held(workspace, QueueFilter(values=(BANDUNG,))) == {BANDUNG: 1, MEDAN: 1}
        assert _counts(workspace, QueueFilter(values=(BANDUNG,)))["differs:email"] == 0
        assert _held(workspace, QueueFilter(traits=("differs:email",), values=(BANDUNG,))) == {BANDUNG: 0, MEDAN: 1}
        workspace.reject(workspace.draft(workspace.queue(values=[MEDAN])[0]))
        assert _held(workspace) == {BANDUNG: 1}


def test_any_value_of_an_attribute_is_found_by_a_part_of_it(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace:
        found = workspace.queue_values(QueueFilter(), "city", "MED")
        assert [(count.value, count.clusters) for count in found] == [(MEDAN, 1)]
        assert len(workspace.queue_values(QueueFilter(), "city", limit=1)) == 1
        # Nobody looks for a queue of one telephone.
        assert workspace.queue_values(QueueFilter(), "phone", "0812") == []


def test_a_value_of_no_attribute_is_refused_in_a_sentence(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace, pytest.raises(StewardError, match="knows no value"):
        workspace.queue(values=["Bandung"])


def test_an_attribute_of_a_steward_may_hold_an_equals_sign() -> None:
    named = held_value("category:A=B", "C=D")
    assert held_of(named) == ("category:A=B", "C=D")


def test_what_only_an_erased_person_said_is_not_known_of_the_queue(path: Path) -> None:
    with Workspace.open(path, steward="Ratna") as workspace:
        workspace.erase(workspace.cin_of(workspace.record("Shop", "3").id), "asked for it in writing")
        workspace.erase(workspace.cin_of(workspace.record("Shop", "4").id), "asked for it in writing")
        assert _held(workspace) == {BANDUNG: 1}
    with sqlite3.connect(path) as connection:
        (texts,) = connection.execute("SELECT texts FROM cluster_values WHERE attribute = 'city'").fetchone()
    connection.close()
    assert "Medan" not in texts
