"""Laws that matching keeps whatever the table."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.attributes import AttributeType
from steward.domain.pairs import Level
from steward.matching.columns import Column
from steward.matching.comparisons.by_type import compare_values
from steward.matching.comparisons.levels import LEVELS
from steward.matching.runs.engine import Constraints, match

_T = AttributeType
_WORDS = st.sampled_from(["budi", "boedi", "santoso", "santosa", "siti", "aminah", "rahmat", "tan", "rumbekwan", "a"])
_NAMES = st.lists(_WORDS, min_size=0, max_size=3).map(" ".join)
_PHONES = st.sampled_from(["", "+628111222333", "+628111222334", "+62215551234", "+628777000111"])
_DATES = st.sampled_from(["", "1980-01-02", "1980-02-01", "1980-01-12", "1955-12-31"])
_TABLES = st.lists(st.tuples(_NAMES, _PHONES, _DATES), min_size=2, max_size=25)

_VALUES = st.text(alphabet="ab1209 .-@+?\x1f", max_size=12)


def _columns(rows: list[tuple[str, str, str]]) -> list[Column]:
    kinds = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE))
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]


def _groups(rows: list[tuple[str, str, str]], labels: list[int]) -> list[list[tuple[str, str, str]]]:
    found: dict[int, list[tuple[str, str, str]]] = {}
    for row, label in zip(rows, labels, strict=True):
        found.setdefault(label, []).append(row)
    return sorted(sorted(group) for group in found.values())


@pytest.mark.parametrize("kind", list(AttributeType))
@given(left=_VALUES, right=_VALUES)
@settings(max_examples=60)
def test_comparisons_are_symmetric_and_equal_values_are_never_worse(kind: AttributeType, left: str, right: str) -> None:
    assert compare_values(kind, [left], [right]) == compare_values(kind, [right], [left])
    assert compare_values(kind, [left], [left])[0] in (Level.EXACT, Level.MISSING)


@given(rows=_TABLES, seed=st.integers(0, 99))
@settings(max_examples=25)
def test_the_order_of_rows_changes_nothing(rows: list[tuple[str, str, str]], seed: int) -> None:
    shuffled = rows.copy()
    Random(seed).shuffle(shuffled)
    first, second = match(_columns(rows)), match(_columns(shuffled))
    assert _groups(rows, first.clusters.tolist()) == _groups(shuffled, second.clusters.tolist())
    assert first.model.to_json() == second.model.to_json()


@given(rows=_TABLES)
@settings(max_examples=15)
def test_matching_twice_gives_the_same(rows: list[tuple[str, str, str]]) -> None:
    first, second = match(_columns(rows)), match(_columns(rows))
    assert first.clusters.tolist() == second.clusters.tolist()
    assert first.match_weights.tolist() == second.match_weights.tolist()


@given(rows=_TABLES, data=st.data())
@settings(max_examples=25)
def test_decisions_always_hold(rows: list[tuple[str, str, str]], data: st.DataObject) -> None:
    pairs = st.tuples(st.integers(0, len(rows) - 1), st.integers(0, len(rows) - 1)).filter(lambda p: p[0] != p[1])
    together, apart = data.draw(pairs), data.draw(pairs)
    if set(together) == set(apart):
        return
    labels = match(_columns(rows), constraints=Constraints([together], [apart])).clusters.tolist()
    assert labels[together[0]] == labels[together[1]]
    assert labels[apart[0]] != labels[apart[1]]


@given(rows=_TABLES)
@settings(max_examples=25)
def test_a_record_that_shares_nothing_changes_no_other_cluster(rows: list[tuple[str, str, str]]) -> None:
    first = match(_columns(rows))
    second = match(_columns([*rows, ("zyx wvu", "+628999888777", "1901-07-23")]), model=first.model)
    assert second.clusters.tolist() == [*first.clusters.tolist(), len(rows)]


@given(rows=_TABLES)
@settings(max_examples=15)
def test_the_label_of_a_cluster_is_its_smallest_row(rows: list[tuple[str, str, str]]) -> None:
    labels = match(_columns(rows)).clusters.tolist()
    assert all(labels[label] == label <= row for row, label in enumerate(labels))


def test_levels_run_from_equal_to_different() -> None:
    assert LEVELS[0] is Level.EXACT
    assert LEVELS[-1] is Level.DIFFERENT
