"""Every count of the queue's filters is what counting the clusters one by one gives, whatever filters are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.clusters import ClusterState
from steward.domain.pairs import Strength
from steward.domain.records import RecordId, SourceId
from steward.storage.database import open_database
from steward.storage.lists import source_records
from steward.storage.matches import candidates
from steward.storage.matches.cluster_queue import SORTS
from steward.workspace import Workspace
from steward.workspace.review.cluster_traits import Trait, Traits, keep_traits
from steward.workspace.review.count_facets import count_facets, search_values
from steward.workspace.review.find_queue import KnownQueue, find_queue
from steward.workspace.review.queue_filters import (
    SIZES,
    STATES,
    VETOES,
    Facet,
    QueueFilter,
    held_of,
    held_value,
    trait_of,
)
from steward.workspace.upkeep.status import STRENGTH_RANGES
from tests.properties.any_queue_filter import any_filter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.domain.records import SourceRecord
    from steward.storage.database import Database

HEADER = "ID,Nama,Kota,Segmen,Produk"
MAPPING = {"Nama": "name", "Kota": "city", "Segmen": "segment", "Produk": "products"}
CITIES, SEGMENTS = ("Bandung", "Medan", ""), ("Gold", "Silver", "")
PRODUCTS = ("FA-100", "FA-100; PA-75", "PA-75", "")
RECORDS = 12
LISTED = ("city", "segment", "products")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A store with a dozen records of two lists, nothing matched."""
    folder: Path = tmp_path_factory.mktemp("queue")
    with Workspace.create(folder / "store.steward", steward="Ratna") as workspace:
        for source, first in (("Shop", 0), ("Fair", RECORDS // 2)):
            rows = [
                f"{n},Pelanggan {n},{CITIES[n % 3]},{SEGMENTS[n // 2 % 3]},{PRODUCTS[n % 4]}"
                for n in range(first, first + RECORDS // 2)
            ]
            (folder / f"{source}.csv").write_text("\n".join([HEADER, *rows]), encoding="utf-8")
            workspace.import_list(folder / f"{source}.csv", source=source, mapping=MAPPING, key="ID")
    found = open_database(folder / "store.steward")
    yield found
    found.close()


CLUSTERS = st.lists(
    st.tuples(
        st.sets(st.integers(1, RECORDS), min_size=2, max_size=9),
        st.sampled_from([0.2, 0.9, 0.95, 0.99, 1.0]),
        st.booleans(),
        st.sampled_from(list(ClusterState)),
    ),
    max_size=12,
)
HELD = [held_value("city", city) for city in ("Bandung", "Medan", "Nowhere")] + [
    held_value("segment", "Gold"),
    held_value("products", "PA-75"),
]
WANTED = any_filter(LISTED, HELD)


@settings(max_examples=60)
@given(clusters=CLUSTERS, wanted=WANTED, sort=st.sampled_from(SORTS), text=st.sampled_from(["", "an", "zz"]))
def test_counts_and_queue_are_what_counting_one_by_one_gives(
    database: Database,
    clusters: list[tuple[set[int], float, bool, ClusterState]],
    wanted: QueueFilter,
    sort: str,
    text: str,
) -> None:
    with database.trial() as session:
        records = {record.id: record for record in source_records.iter_records(session)}
        stored, traits = [], Traits()
        for place, (members, probability, has_veto, state) in enumerate(clusters):
            # Not one after the other: gone clusters leave gaps.
            stored.append(_stored(3 * place + 1, sorted(members), probability, has_veto, state, records))
            traits.add([records[RecordId(member)] for member in sorted(members)])
        candidates.add_clusters(
            session, [(one, [RecordId(m) for m in c[0]]) for one, c in zip(stored, clusters, strict=True)]
        )
        keep_traits(session, [one.id for one in stored], traits)
        plain = [
            _Plain(one, [records[RecordId(m)] for m in sorted(c[0])]) for one, c in zip(stored, clusters, strict=True)
        ]

        known = KnownQueue()
        assert set(find_queue(session, sort, wanted, known)) == {one.id for one in plain if one.fits(wanted)}
        counts = count_facets(session, wanted, known, sort)
        for found in counts:
            assert found.clusters == sum(one.fits(wanted, found.facet, found.value) for one in plain), found
        listed = {found.value for found in counts if found.facet is Facet.VALUES}
        assert set(wanted.values) & _held(plain) <= listed
        for found in search_values(session, wanted, known, "city", text, 5, sort):
            assert text in found.value.casefold()
            assert found.clusters == sum(one.fits(wanted, found.facet, found.value) for one in plain) > 0


def _held(plain: list[_Plain]) -> set[str]:
    return {held_value(name, value) for one in plain for name in LISTED for value in one.values(name)}


def _stored(
    number: int,
    members: list[int],
    probability: float,
    has_veto: bool,
    state: ClusterState,
    records: dict[RecordId, SourceRecord],
) -> candidates.StoredCluster:
    sources = tuple(sorted({SourceId(records[RecordId(member)].source_id) for member in members}))
    return candidates.StoredCluster(
        id=number,
        member_key=f"{number}",
        title="Pelanggan",
        record_count=len(members),
        source_count=len(sources),
        probability=probability,
        veto_count=int(has_veto),
        impact=1,
        usefulness=0.0,
        oldest_day="2026-05-01",
        state=state,
        source_ids=sources,
    )


class _Plain:
    """A cluster that is asked itself whether a filter holds it."""

    def __init__(self, stored: candidates.StoredCluster, members: list[SourceRecord]) -> None:
        self.id, self._stored, self._members = stored.id, stored, members

    def values(self, name: str) -> set[str]:
        return {value for member in self._members for value in member.standard.get(name, ()) if value}

    def fits(self, wanted: QueueFilter, facet: Facet | None = None, value: str = "") -> bool:
        """Whether the queue holds it; with a facet: when the queue is narrowed to just this value there."""
        low, high = STRENGTH_RANGES[Strength(wanted.strength)] if wanted.strength else (-1.0, 2.0)
        fewest, most = SIZES[wanted.size] if wanted.size else (0, 99)
        traits, by_attribute = set(wanted.traits), self._by_attribute(wanted)
        checks = {
            Facet.STRENGTH: low <= self._stored.probability < high,
            Facet.SOURCE: wanted.source is None or self._is_from(wanted.source),
            Facet.VETO: wanted.veto is None or VETOES[wanted.veto] == (self._stored.veto_count > 0),
            Facet.SIZE: fewest <= self._stored.record_count <= most,
            Facet.STATE: self._stored.state in STATES[wanted.state],
        }
        if facet is Facet.TRAITS:
            traits.add(value)
        elif facet is Facet.VALUES:
            attribute, held = held_of(value) or ("", "")
            by_attribute[attribute] = {held}
        elif facet is not None:
            alone = QueueFilter(**{"state": "all", facet.value: value})
            checks[facet] = self.fits(alone)
        is_held = all(self.values(name) & held for name, held in by_attribute.items())
        return is_held and all(checks.values()) and all(self._has(trait) for trait in traits)

    def _by_attribute(self, wanted: QueueFilter) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name, held in filter(None, map(held_of, wanted.values)):
            found.setdefault(name, set()).add(held)
        return found

    def _is_from(self, source: str) -> bool:
        return {"shop": 1, "fair": 2}[source.lower()] in self._stored.source_ids

    def _has(self, named: str) -> bool:
        trait, name = trait_of(named) or (Trait.SAME, "")
        found = [set(member.standard.get(name, ())) for member in self._members]
        filled = [some for some in found if some]
        differs = bool(filled) and not set.intersection(*filled)
        if trait is Trait.DIFFERS:
            return differs
        return len(filled) < len(found) if trait is Trait.MISSING else len(filled) == len(found) and not differs
