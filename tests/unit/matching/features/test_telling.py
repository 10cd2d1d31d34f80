"""Columns that differ as by chance are left out; what says anything of who somebody is stays."""

from __future__ import annotations

import random

import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.plan import plan_features
from steward.matching.features.telling import Encoded, only_telling
from steward.matching.runs.engine import match

_T = AttributeType
_SYLLABLES = ("ka", "ri", "mo", "den", "sul", "wi", "tar", "no", "bel", "gus")


def people(count: int, seed: int = 1) -> tuple[list[Column], list[int]]:
    """Two records of each person: name, birth date and sex agree, flags and scores don't; and who each record is."""
    rng = random.Random(seed)
    rows: list[list[str]] = []
    for person in range(count):
        name = " ".join("".join(rng.choices(_SYLLABLES, k=3)).title() for _ in range(2))
        born = f"{rng.randint(1940, 2000)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        sex = rng.choice("FM")
        for _ in range(2):
            flags = [rng.choice("YN") for _ in range(8)]
            scores = [f"{rng.random():.4f}" for _ in range(12)]
            rows.append([name, born, sex, *flags, *scores, str(person)])
    rng.shuffle(rows)
    kinds = [("name", _T.NAME), ("born", _T.DATE), ("sex", _T.CATEGORY)]
    kinds += [(f"flag {n}", _T.CATEGORY) for n in range(8)]
    kinds += [(f"score {n}", _T.NUMBER) for n in range(12)]
    columns = [Column(name, kind, [row[place] for row in rows]) for place, (name, kind) in enumerate(kinds)]
    return columns, [int(row[-1]) for row in rows]


def kept(columns: list[Column]) -> list[str]:
    features = plan_features(columns)
    return [feature.name for feature in only_telling(Encoded(features, *encode_features(features, columns))).features]


def test_flags_and_scores_that_differ_as_by_chance_are_left_out() -> None:
    assert kept(people(200)[0]) == ["name", "born", "sex"]


def test_few_records_known_to_be_of_one_customer_leave_every_column() -> None:
    columns, _ = people(20)
    assert len(kept(columns)) == len(columns)


def test_a_number_that_is_only_near_stays() -> None:
    columns, who = people(200)
    rng = random.Random(2)
    ages = Column("age", _T.NUMBER, [str(20 + person % 60 + rng.randint(0, 2)) for person in who])
    assert "age" in kept([*columns, ages])


def test_what_depends_on_a_column_that_is_left_out_depends_on_the_others_still() -> None:
    columns, _ = people(200)
    features = plan_features(columns)
    encoded = only_telling(Encoded(features, *encode_features(features, columns)))
    assert [feature.contexts for feature in encoded.features] == [(), (), (0,)]
    assert len(encoded.data) == len(encoded.shares) == 3


@pytest.mark.parametrize("seed", [1, 2])
def test_many_idle_columns_hide_no_duplicates(seed: int) -> None:
    columns, who = people(150, seed)
    clusters = match(columns).clusters.tolist()
    assert len(set(zip(who, clusters, strict=True))) == len(set(who)) == len(set(clusters))
