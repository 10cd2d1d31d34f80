"""Laws of matching only what is new: it gives what matching everything with the same model gives."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.engine import Constraints, MatchResult, match
from steward.matching.incremental import Scope

_T = AttributeType
_KINDS = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE), ("city", _T.LOCALITY))
_GIVEN = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Rahmat", "Yuliana")
_FAMILY = ("Nugroho", "Santoso", "Lestari", "Kurniadi", "Pertiwi", "Hidayat", "Rumbekwan", "Wanggai", "Tjahjono")
_CITIES = ("Bandung", "Jakarta", "Malang", "Manokwari", "Semarang")

Row = tuple[str, ...]


def _table(seed: int, customers: int) -> list[Row]:
    """Customers with one to four rows each, every row with its own habits."""
    random = Random(seed)
    rows = []
    for _ in range(customers):
        name = f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"
        phone = f"+62813{random.randrange(10**7, 10**8)}"
        born = f"{random.randrange(1950, 2005)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
        city = random.choice(_CITIES)
        for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
            written = name if random.random() < 0.6 else name[: random.randrange(5, len(name) + 1)]
            values = (written, phone, born, city)
            rows.append((values[0], *(v if random.random() < 0.75 else "" for v in values[1:])))
    random.shuffle(rows)
    return rows


def _columns(rows: list[Row]) -> list[Column]:
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(_KINDS)]


def _former(result: MatchResult, size: int) -> np.ndarray:
    """Labels of the first delivery; later rows were in no cluster."""
    labels = np.arange(size, dtype=np.int32)
    labels[: len(result.clusters)] = result.clusters
    return labels


@given(seed=st.integers(0, 10**6), later=st.integers(1, 25))
@settings(max_examples=20, deadline=None)
def test_two_deliveries_give_what_one_gives_on_the_clusters_they_touch(seed: int, later: int) -> None:
    rows = _table(seed, 60)
    first = match(_columns(rows[:-later]))
    fresh = np.arange(len(rows) - later, len(rows), dtype=np.int32)
    scope = Scope(fresh, _former(first, len(rows)))
    whole = match(_columns(rows), model=first.model)
    part = match(_columns(rows), model=first.model, scope=scope)
    inside = part.in_scope
    assert inside[fresh].all()
    assert part.clusters[inside].tolist() == whole.clusters[inside].tolist()
    assert part.confidences[inside].tolist() == whole.confidences[inside].tolist()
    assert not np.isin(whole.clusters[~inside], whole.clusters[inside]).any()
    assert _pairs_of(part, inside) == _pairs_of(whole, inside)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=10, deadline=None)
def test_decisions_hold_and_widen_what_is_looked_at(seed: int) -> None:
    rows = _table(seed, 40)
    first = match(_columns(rows[:-3]))
    fresh = np.arange(len(rows) - 3, len(rows), dtype=np.int32)
    constraints = Constraints(must_link=[(0, len(rows) - 1)], cannot_link=[(1, len(rows) - 2)])
    scope = Scope(fresh, _former(first, len(rows)))
    whole = match(_columns(rows), constraints=constraints, model=first.model)
    part = match(_columns(rows), constraints=constraints, model=first.model, scope=scope)
    assert part.in_scope[0]
    assert part.clusters[0] == part.clusters[len(rows) - 1]
    assert part.clusters[part.in_scope].tolist() == whole.clusters[part.in_scope].tolist()


def test_matching_with_the_learnt_model_gives_what_learning_gave() -> None:
    columns = _columns(_table(7, 80))
    first = match(columns)
    again = match(columns, model=first.model)
    assert again.clusters.tolist() == first.clusters.tolist()
    assert again.match_weights.tolist() == first.match_weights.tolist()


def test_nothing_fresh_touches_nothing() -> None:
    columns = _columns(_table(3, 30))
    first = match(columns)
    nothing = match(columns, model=first.model, scope=Scope(np.zeros(0, np.int32), first.clusters))
    assert not nothing.in_scope.any()
    assert len(nothing.left) == 0


def _pairs_of(result: MatchResult, inside: np.ndarray) -> list[tuple[int, int, float]]:
    kept = inside[result.left] | inside[result.right]
    found = zip(
        result.left[kept].tolist(), result.right[kept].tolist(), result.match_weights[kept].tolist(), strict=True
    )
    return list(found)
