"""What is counted beside a filter is what the queue then holds, records in no cluster included."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.storage.matches.cluster_queue import SORTS
from steward.workspace import Workspace
from steward.workspace.review.queue_filters import (
    Facet,
    FacetCount,
    QueueFilter,
    held_of,
    held_value,
)
from tests.properties.any_queue_filter import any_filter

if TYPE_CHECKING:
    from collections.abc import Iterator

GIVEN = "Sari Budi Wulan Agus Rina Joko Tuti Hadi Maya Eko Nina Bayu".split()
FAMILY = "Wirahadi Santika Prasetyo Kusnandar Lesmana Hidayat Purnomo Gunadi Saptono".split()
CITIES, SEGMENTS = ("Bandung", "Medan", ""), ("Gold", "Silver", "")
#: Customers of whom one row has another city and no phone: it is in no cluster, and may be theirs all the same.
LOOSE = range(24, 36, 2)
ATTRIBUTES = ("city", "segment", "phone")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Sixty customers of two lists, most listed twice; some clusters are answered, some records in none are, too."""
    folder = tmp_path_factory.mktemp("counts")
    rows: dict[str, list[str]] = {"Shop": [], "Fair": []}
    for i in range(60):
        name = f"{GIVEN[i % 12]} {FAMILY[i * 7 % 9]} {FAMILY[i * 5 % 9]}"
        for copy in range(1 + (i % 2 and i not in LOOSE)):
            phone = f"0812-{1000 + i}-{2000 + i * 13}"
            place = f"Jl. Merdeka No. {i},{CITIES[i % 3]},{SEGMENTS[(i + copy) % 3]}"
            rows[("Shop", "Fair")[i // 3 % 2]].append(f"K{i}-{copy},{name},{phone},k{i}@example.com,{place}")
        if i in LOOSE:
            segment = SEGMENTS[i % 2 + 1]
            rows["Fair"].append(f"K{i}-X,{name},,,Jl. Merdeka No. {i}0,Malang,{segment}")
    with Workspace.create(folder / "store.steward", steward="Ratna") as opened:
        for source, lines in rows.items():
            header = "ID,Nama,No HP,Email,Alamat,Kota,Segmen"
            (folder / f"{source}.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
            opened.import_list(folder / f"{source}.csv", source=source, key="ID")
        opened.match()
        loose = [subject for subject in opened.queue("usefulness") if subject < 0]
        assert len(loose) > 3
        clusters = [subject for subject in opened.queue("usefulness") if subject > 0]
        opened.defer(loose[0])
        opened.defer(clusters[0])
        for subject in (loose[1], clusters[1]):
            opened.reject(opened.draft(subject))
        yield opened


HELD = [held_value("city", city) for city in ("Bandung", "Malang", "Nowhere")] + [held_value("segment", "Gold")]
WANTED = any_filter(ATTRIBUTES, HELD)


@settings(max_examples=40)
@given(wanted=WANTED, sort=st.sampled_from(SORTS), text=st.sampled_from(["", "an"]))
def test_a_filter_leaves_as_many_as_were_counted_for_it(
    workspace: Workspace, wanted: QueueFilter, sort: str, text: str
) -> None:
    counts = workspace.queue_facets(wanted, sort)
    found = workspace.queue_values(wanted, "city", text, sort=sort)
    for one in (*counts, *found):
        assert len(workspace.queue(sort, **asdict(_with(wanted, one)))) == one.clusters, one


def test_records_in_no_cluster_are_counted_where_the_queue_holds_them(workspace: Workspace) -> None:
    of_two = {
        sort: next(one.clusters for one in workspace.queue_facets(QueueFilter(), sort) if one.value == "2")
        for sort in ("usefulness", "uncertainty")
    }
    loose = [subject for subject in workspace.queue("usefulness") if subject < 0]
    assert of_two["usefulness"] == of_two["uncertainty"] + len(loose)
    only_theirs = [one.value for one in workspace.queue_values(QueueFilter(), "city", "malang", sort="usefulness")]
    assert only_theirs == [held_value("city", "Malang")]


def _with(wanted: QueueFilter, one: FacetCount) -> QueueFilter:
    """The filters with just this value of the facet, or of the attribute; traits are added to one another."""
    if one.facet is Facet.TRAITS:
        return replace(wanted, traits=tuple(dict.fromkeys([*wanted.traits, one.value])))
    if one.facet is Facet.VALUES:
        attribute = (held_of(one.value) or ("", ""))[0]
        others = [value for value in wanted.values if (held_of(value) or ("", ""))[0] != attribute]
        return replace(wanted, values=(*others, one.value))
    return replace(wanted, **{one.facet.value: one.value})
