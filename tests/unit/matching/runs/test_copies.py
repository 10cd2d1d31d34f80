"""Customers that are listed over and over are matched once, and all their rows are theirs."""

from __future__ import annotations

import random

import numpy as np

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.runs.copies import match_each_once
from steward.matching.runs.engine import match

_T = AttributeType
_SYLLABLES = ("ka", "ri", "mo", "den", "sul", "wi", "tar", "no", "bel", "gus")
_KINDS = (("name", _T.NAME), ("firm", _T.ORGANIZATION), ("city", _T.LOCALITY), ("patent", _T.TEXT))


def _word(rng: random.Random, syllables: int = 3) -> str:
    return "".join(rng.choices(_SYLLABLES, k=syllables)).title()


def inventors(sizes: list[int], seed: int = 1) -> tuple[list[Column], list[int]]:
    """Inventors with so many patents each, named with and without a second name; and whose each row is."""
    rng = random.Random(seed)
    rows: list[tuple[str, ...]] = []
    for person, size in enumerate(sizes):
        given, family, firm, city = _word(rng), _word(rng), f"{_word(rng)} Ltd", _word(rng)
        for number in range(size):
            name = f"{given} {family}" if number % 4 else f"{given} {_SYLLABLES[person % 10].title()} {family}"
            rows.append((name, firm, city, f"{_word(rng)} {_word(rng)} {person} {number}", str(person)))
    rng.shuffle(rows)
    columns = [Column(name, kind, [row[place] for row in rows]) for place, (name, kind) in enumerate(_KINDS)]
    return columns, [int(row[-1]) for row in rows]


def _shuffled(columns: list[Column], order: list[int]) -> list[Column]:
    return [Column(c.name, c.type, [c.values[row] for row in order]) for c in columns]


def test_hundreds_of_rows_of_one_customer_are_one_cluster() -> None:
    columns, who = inventors([300, 200, 150] + [3] * 120)
    clusters = match_each_once(columns).clusters.tolist()
    assert len(set(zip(who, clusters, strict=True))) == len(set(who)) == len(set(clusters))


def test_every_row_is_in_the_cluster_of_its_smallest_row_whatever_the_order() -> None:
    columns, _ = inventors([80, 60] + [3] * 100)
    straight = match_each_once(columns)
    order = list(range(len(columns[0].values)))
    random.Random(3).shuffle(order)
    mixed = match_each_once(_shuffled(columns, order))
    place = np.argsort(order)
    assert np.array_equal(
        straight.clusters[:, None] == straight.clusters[None, :],
        (mixed.clusters[place])[:, None] == (mixed.clusters[place])[None, :],
    )
    assert (straight.clusters <= np.arange(len(order))).all()
    assert np.array_equal(straight.clusters[straight.clusters], straight.clusters)


def test_pairs_are_sorted_and_tell_of_every_copy() -> None:
    columns, _ = inventors([40, 30] + [3] * 100)
    found = match_each_once(columns)
    assert (found.left < found.right).all()
    assert np.array_equal(np.lexsort((found.right, found.left)), np.arange(len(found.left)))
    together = found.clusters[found.left] == found.clusters[found.right]
    counts = np.bincount(found.clusters)[found.clusters]
    linked = np.zeros(len(counts), bool)
    linked[np.concatenate([found.left[together], found.right[together]])] = True
    assert linked[counts > 1].all()


def test_a_common_name_alone_makes_no_customer() -> None:
    names = [f"{given} {family}" for given in ("Siti", "Budi", "Agus") for family in ("Lestari", "Santoso")] * 40
    found = match_each_once([Column("name", _T.NAME, names)])
    assert len(set(found.clusters.tolist())) > 6


def test_equal_rows_with_different_codes_are_not_taken_for_copies() -> None:
    rng = random.Random(5)
    columns, _ = inventors([2] * 200)
    years = Column("year", _T.CODE, [str(rng.randint(1940, 2000)) for _ in columns[0].values])
    with_codes = [*columns, years]
    assert np.array_equal(match_each_once(with_codes).clusters, match(with_codes).clusters)


def test_a_table_with_few_copies_is_matched_row_by_row() -> None:
    columns, _ = inventors([1] * 150 + [2] * 5)
    straight, once = match(columns), match_each_once(columns)
    assert np.array_equal(straight.clusters, once.clusters)
    assert np.array_equal(straight.match_weights, once.match_weights)
