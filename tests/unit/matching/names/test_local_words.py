"""Words of firms' names that go with a place are no coincidence there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS
from steward.matching.columns import Column
from steward.matching.explanation import explain
from steward.matching.features.data import WordData, encode_features
from steward.matching.features.known_names import with_places
from steward.matching.features.plan import plan_features
from steward.matching.names.word_pairs import align
from steward.matching.runs.engine import match
from steward.matching.weights.model import MatchModel

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Without vowels in common, so that none is taken for another one mistyped.
CORES = [
    f"{first}{second}" for first in ("bulan", "timor", "sekar", "wijk") for second in ("do", "fe", "gu", "ha", "li")
]
SWEDISH = [(f"{core} stal", "Sweden") for core in CORES]
GERMAN = [(f"{core} handel", "Germany") for core in CORES]
OTHERS = [(f"{core} {form}", country) for core in CORES for form, country in (("invest", "Chad"), ("obchod", "Peru"))]


def _columns(rows: Sequence[tuple[str, str]]) -> list[Column]:
    names, countries = zip(*rows, strict=True)
    return [
        Column("company", AttributeType.ORGANIZATION, list(names)),
        Column("country", AttributeType.LOCALITY, list(countries)),
    ]


def _encoded(rows: Sequence[tuple[str, str]]) -> tuple[WordData, dict[str, dict[str, float]]]:
    columns = _columns(rows)
    features = plan_features(columns)
    data, shares = with_places(features, *encode_features(features, columns), NO_PROGRESS)
    names = data[0]
    assert isinstance(names, WordData)
    return names, {place: dict(words) for place, words in shares[0].local_words["country"].items()}


def _chance(rows: Sequence[tuple[str, str]], left: int, right: int) -> float:
    names, _ = _encoded(rows)
    return float(align(names, np.array([left], np.int32), np.array([right], np.int32), 0.15).chance[0])


def test_a_trade_goes_with_the_country_of_its_language() -> None:
    _, found = _encoded([*SWEDISH, *GERMAN, *OTHERS])
    assert {place: set(words) for place, words in found.items()} == {
        "sweden": {"stal"},
        "germany": {"handel"},
        "chad": {"invest"},
        "peru": {"obchod"},
    }


def test_one_firm_however_often_it_is_listed_goes_with_no_place() -> None:
    _, found = _encoded([*[("Nuri Permai", "Norway")] * 60, *GERMAN, *OTHERS])
    assert "norway" not in found


def test_a_name_is_counted_as_it_is_first_written() -> None:
    glued = [(f"{core}stal", "Norway") for core in CORES]
    _, found = _encoded([*glued, *SWEDISH, *GERMAN, *OTHERS])
    assert "stal" not in found.get("sweden", {})
    assert np.isfinite([bits for words in found.values() for bits in words.values()]).all()


def test_what_is_as_common_everywhere_goes_with_no_place() -> None:
    _, found = _encoded([(f"{core} trading", country) for core in CORES for country in ("Norway", "Peru", "Chad")])
    assert found == {}


def test_a_word_that_goes_with_a_place_says_less_there_than_elsewhere() -> None:
    abroad = ("wijkli stal", "Germany")
    rows = [*SWEDISH, *GERMAN, *OTHERS, abroad]
    assert _chance(rows, 0, 1) > _chance(rows, 0, len(rows) - 1)


def test_a_word_that_nearly_all_records_hold_is_nowhere_likelier_than_certain() -> None:
    rows = [*SWEDISH, *GERMAN, *OTHERS, *[("wijkli stal", "Chad")] * 400]
    nowhere = [(name, "" if place == "Sweden" else place) for name, place in rows]
    share = sum("stal" in name for name, _ in rows) / len(rows)
    assert _chance(rows, 0, 1) - _chance(nowhere, 0, 1) == pytest.approx(-np.log2(share))


def test_a_stored_model_knows_the_words_of_places() -> None:
    columns = _columns([*SWEDISH, *SWEDISH[:5], *GERMAN, *OTHERS])
    result = match(columns)
    assert result.model.shares[0].local_words["country"]
    stored = MatchModel.from_json(result.model.to_json())
    assert stored == result.model
    # A pair that is looked at alone is weighed as among all.
    both = [Column(c.name, c.type, list(c.values[:2])) for c in columns]
    (alone,) = explain(stored, both, [(0, 1)])
    assert [alone] == explain(result.model, columns, [(0, 1)])
    forgetful = replace(stored, shares=(replace(stored.shares[0], local_words={}), *stored.shares[1:]))
    assert alone.match_weight < explain(forgetful, both, [(0, 1)])[0].match_weight
