"""Words of names that come together count once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS
from steward.matching.candidates.key_families import Use, key_families
from steward.matching.candidates.key_numbers import CompactNumbers
from steward.matching.columns import Column
from steward.matching.explanation import explain
from steward.matching.features.data import WordData, encode_features
from steward.matching.features.plan import plan_features
from steward.matching.names.word_pairs import align
from steward.matching.runs.engine import match
from steward.matching.weights.model import MatchModel

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Words without vowels in common, so that none is taken for another one mistyped.
CORES = [
    f"{first}{second}" for first in ("bulan", "timor", "sekar", "wijk") for second in ("do", "fe", "gu", "ha", "li")
]


def _firms(names: Sequence[str]) -> list[Column]:
    return [Column("firma", AttributeType.ORGANIZATION, list(names))]


def _encoded(names: Sequence[str]) -> tuple[WordData, dict[str, tuple[str, float]]]:
    columns = _firms(names)
    (data,), (shares,) = encode_features(plan_features(columns), columns)
    assert isinstance(data, WordData)
    return data, dict(shares.companions)


def _chance(names: Sequence[str], left: int, right: int) -> float:
    data, _ = _encoded(names)
    return float(align(data, np.array([left], np.int32), np.array([right], np.int32), 0.15).chance[0])


def test_a_word_is_brought_by_one_that_mostly_stands_beside_it() -> None:
    _, brought = _encoded([*(f"{core} sp zoo" for core in CORES), *(f"{core} sp" for core in CORES[:2]), *CORES])
    assert brought == {"zoo": ("sp", round(float(np.log2(20 / 22)), 6))}


def test_one_firm_however_often_it_is_listed_makes_no_words_come_together() -> None:
    _, brought = _encoded([*["Nuri Permai"] * 60, *CORES])
    assert brought == {}


def test_words_that_only_sometimes_stand_together_are_told_apart() -> None:
    _, brought = _encoded(
        [f"{core} {form}" for core in CORES for form in ("jaya abadi", "jaya", "abadi", "jaya utama")]
    )
    assert brought == {}


def test_a_legal_form_of_several_words_says_as_little_as_one_of_a_single_word() -> None:
    of_one = [f"{core} zet" for core in CORES] + CORES
    of_three = [f"{core} zet oo wu" for core in CORES] + CORES
    assert _chance(of_three, 0, 1) == _chance(of_one, 0, 1) < 0


def test_a_brought_word_alone_counts_in_full() -> None:
    names = [*(f"{core} sp zoo" for core in CORES), *(f"{core} sp" for core in CORES[:2]), "Adat zoo", "Ekor zoo"]
    assert _chance(names, len(names) - 2, len(names) - 1) == np.log2(22 / len(names))


def test_nobody_is_looked_for_by_a_brought_word() -> None:
    columns = _firms([f"{core} sp zoo" for core in CORES])
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    (words,) = (k for k in key_families(features, data, CompactNumbers(), NO_PROGRESS) if Use.WORD in k.uses)
    assert [int((row >= 0).sum()) for row in words.codes] == [2] * len(CORES)


def test_firms_of_one_legal_form_are_no_duplicates_and_the_stored_model_knows_it() -> None:
    towns = ["Poznan", "Lublin", "Gdansk", "Krakow"]
    names = [f"{core} sp zoo" for core in CORES for _ in "ab"]
    columns = [*_firms(names), Column("kota", AttributeType.LOCALITY, [towns[n // 2 % 4] for n in range(len(names))])]
    result = match(columns)
    assert sorted(np.bincount(result.clusters[result.clusters >= 0])[result.clusters].tolist()) == [2] * len(names)
    stored = MatchModel.from_json(result.model.to_json())
    assert stored == result.model
    assert explain(stored, columns, [(0, 8)]) == explain(result.model, columns, [(0, 8)])
