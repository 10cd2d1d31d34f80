"""Laws of matching only what is new: it gives what matching everything with the same model gives."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.candidates.key_table import Neighbours
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.runs.changed_rows import match_changed
from steward.matching.runs.engine import Constraints, MatchResult, match
from steward.matching.settings import MatchSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

_T = AttributeType
_KINDS = (
    ("name", _T.NAME),
    ("phone", _T.PHONE),
    ("birth_date", _T.DATE),
    ("address", _T.ADDRESS),
    ("city", _T.LOCALITY),
)
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
        address = f"Jl. {random.choice(_FAMILY)} {random.choice(_GIVEN)} No. {random.randrange(1, 30)}"
        city = random.choice(_CITIES)
        for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
            written = name if random.random() < 0.6 else name[: random.randrange(5, len(name) + 1)]
            values = (written, phone, born, address, city)
            rows.append((values[0], *(v if random.random() < 0.75 else "" for v in values[1:])))
    random.shuffle(rows)
    return rows


def _columns(rows: list[Row]) -> list[Column]:
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(_KINDS)]


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows of which some are gone and some are new, and what they were told before."""

    rows: list[Row]
    former: np.ndarray
    decided: Constraints

    def columns(self, rows: np.ndarray) -> list[Column]:
        return _columns([self.rows[row] for row in rows.tolist()])

    def together(self, rows: np.ndarray) -> np.ndarray:
        found = set(rows.tolist())
        while True:
            labels = {int(self.former[row]) for row in found}
            wider = found | {row for row, label in enumerate(self.former.tolist()) if label in labels}
            wider |= {row for pair in self.decided.must_link if wider & set(pair) for row in pair}
            if wider == found:
                return np.array(sorted(found), np.int32)
            found = wider

    def constraints(self, rows: np.ndarray) -> Constraints:
        place = {row: number for number, row in enumerate(rows.tolist())}
        among = [
            [(place[a], place[b]) for a, b in pairs if a in place and b in place]
            for pairs in (self.decided.must_link, self.decided.cannot_link)
        ]
        return Constraints(*among)


@dataclass(frozen=True, slots=True)
class _Part:
    """What matching the changed rows says, by the numbers of the whole table's rows."""

    inside: np.ndarray
    clusters: dict[int, int]
    confidences: dict[int, float]
    pairs: set[tuple[int, int, float]]


def _match_changed(
    first: MatchResult,
    rows: list[Row],
    gone: Sequence[int] = (),
    decided: Constraints = Constraints(),  # noqa: B008 - frozen
    fresh: Sequence[int] = (),
) -> tuple[_Part, _Part]:
    """The part that is new since the first result, and the same of matching everything with its model.

    ``rows``: those of the first result and the new ones behind them; ``fresh``: others to look at.
    """
    model, known, size = first.model, len(first.clusters), len(rows)
    assert first.keys is not None
    data, _ = encode_features(model.features, _columns(rows[known:]), model.shares)
    keys = first.keys.with_more(model.features, data, NoProgress())
    is_gone, is_new = np.zeros(size, bool), np.arange(size) >= known
    is_gone[list(gone)] = True
    former = np.concatenate([first.clusters, np.arange(known, size, dtype=np.int32)])
    bereft = np.isin(former, former[list(gone)]) & ~is_gone
    former[is_gone] = -1 - np.flatnonzero(is_gone)
    look = np.flatnonzero(is_new | bereft | np.isin(np.arange(size), list(fresh))).astype(np.int32)
    neighbours = Neighbours(keys, is_gone, is_new, MatchSettings(), NoProgress())
    table = _Table(rows, former, decided)
    part, looked = match_changed(model, look, table, neighbours, MatchSettings(), NoProgress())
    present = np.flatnonzero(~is_gone).astype(np.int32)
    whole = match(table.columns(present), constraints=table.constraints(present), model=model, with_keys=True)
    assert whole.keys is not None
    assert neighbours.blocks == whole.keys.blocks
    inside = looked[part.in_scope]
    assert np.isin(look, inside).all()
    return _seen(part, looked, inside), _seen(whole, present, inside)


def _seen(result: MatchResult, rows: np.ndarray, inside: np.ndarray) -> _Part:
    clusters = dict(zip(rows.tolist(), rows[result.clusters].tolist(), strict=True))
    confidences = dict(zip(rows.tolist(), result.confidences.tolist(), strict=True))
    pairs = zip(rows[result.left].tolist(), rows[result.right].tolist(), result.match_weights.tolist(), strict=True)
    asked = set(inside.tolist())
    # Nothing outside is in one cluster with what is inside.
    assert all((row in asked) == (clusters[row] in asked) for row in clusters)
    return _Part(
        inside,
        {row: clusters[row] for row in asked},
        {row: confidences[row] for row in asked},
        {(a, b, weight) for a, b, weight in pairs if a in asked or b in asked},
    )


def _assert_same(part: _Part, whole: _Part) -> None:
    assert part.clusters == whole.clusters
    assert part.confidences == whole.confidences
    assert part.pairs == whole.pairs


@given(seed=st.integers(0, 10**6), later=st.integers(1, 25))
@settings(max_examples=12)
def test_two_deliveries_give_what_one_gives_on_the_clusters_they_touch(seed: int, later: int) -> None:
    rows = _table(seed, 60)
    first = match(_columns(rows[:-later]), with_keys=True)
    _assert_same(*_match_changed(first, rows))


@given(seed=st.integers(0, 10**6), changed=st.integers(1, 15))
@settings(max_examples=12)
def test_rows_that_changed_or_went_are_grouped_as_if_they_had_never_been_others(seed: int, changed: int) -> None:
    rows = _table(seed, 60)
    first = match(_columns(rows), with_keys=True)
    random = Random(seed)
    gone = random.sample(range(len(rows)), changed)
    others = [(rows[random.randrange(len(rows))][0], *rows[row][1:]) for row in gone[: changed // 2]]
    _assert_same(*_match_changed(first, [*rows, *others], gone))


@given(seed=st.integers(0, 10**6))
@settings(max_examples=10)
def test_decisions_hold_and_widen_what_is_looked_at(seed: int) -> None:
    rows = _table(seed, 40)
    first = match(_columns(rows[:-3]), with_keys=True)
    decided = Constraints(must_link=[(0, len(rows) - 1)], cannot_link=[(1, len(rows) - 2)])
    part, whole = _match_changed(first, rows, decided=decided)
    assert part.clusters[0] == part.clusters[len(rows) - 1]
    assert part.clusters == whole.clusters


def test_a_row_about_which_something_was_decided_is_looked_at_again() -> None:
    rows = _table(11, 40)
    first = match(_columns(rows), with_keys=True)
    part, whole = _match_changed(first, rows, fresh=[5])
    _assert_same(part, whole)
    assert 5 in part.clusters


def test_matching_with_the_learnt_model_gives_what_learning_gave() -> None:
    columns = _columns(_table(7, 80))
    first = match(columns)
    again = match(columns, model=first.model)
    assert again.clusters.tolist() == first.clusters.tolist()
    assert again.match_weights.tolist() == first.match_weights.tolist()


def test_nothing_fresh_touches_nothing() -> None:
    rows = _table(3, 30)
    part, _ = _match_changed(match(_columns(rows), with_keys=True), rows)
    assert part.clusters == {}
    assert part.pairs == set()
