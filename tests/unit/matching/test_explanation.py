"""The explanation of a pair shows the numbers that decided."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.domain.pairs import Level
from steward.domain.progress import NoProgress
from steward.matching.candidates.blocking import find_candidates
from steward.matching.columns import Column
from steward.matching.explanation import explain
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.runs.engine import match
from steward.matching.settings import MatchSettings
from steward.matching.weights.model import MatchModel
from steward.matching.weights.scoring import score_outcomes

_T = AttributeType


def _columns() -> list[Column]:
    names = [
        f"{first} {last}" for first in ("Ani", "Budi", "Cici", "Dodi") for last in ("Wijaya", "Lubis", "Tan", "Koto")
    ]
    rows = [(name, f"+6281{i:08}", f"19{60 + i}-01-{10 + i % 15:02}") for i, name in enumerate(names * 3)]
    rows += [("Rumbekwan Yosef", "+62811223344", "1970-05-06"), ("Yosef Rumbekwan", "+62811223344", "1970-05-06")]
    kinds = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE))
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]


def test_evidence_and_prior_add_up_to_the_weight_that_decided() -> None:
    columns = _columns()
    result = match(columns)
    pairs = list(zip(result.left.tolist(), result.right.tolist(), strict=True))
    explained = explain(result.model, columns, pairs)
    assert pairs
    for explanation, weight, probability in zip(
        explained, result.match_weights, result.match_probabilities, strict=True
    ):
        parts = sum(evidence.match_weight for evidence in explanation.evidence)
        assert parts + explanation.prior_weight == pytest.approx(explanation.match_weight)
        assert explanation.match_weight == pytest.approx(weight)
        assert explanation.match_probability == pytest.approx(probability)


def test_a_stored_model_explains_rows_on_their_own() -> None:
    columns = _columns()
    model = MatchModel.from_json(match(columns).model.to_json())
    two = [Column(c.name, c.type, c.values[-2:]) for c in columns]
    last = len(columns[0].values) - 1
    assert explain(model, two, [(0, 1)]) == explain(model, columns, [(last - 1, last)])


def test_each_attribute_says_how_its_values_compare() -> None:
    columns = _columns()
    model = match(columns).model
    last = len(columns[0].values) - 1
    same, other = explain(model, columns, [(last - 1, last), (0, last)])
    assert [e.level for e in same.evidence] == [Level.EXACT, Level.EXACT, Level.EXACT]
    assert all(e.match_weight > 0 for e in same.evidence)
    assert other.evidence[0].level is Level.DIFFERENT
    assert other.evidence[0].match_weight < 0


def test_two_records_that_were_never_compared_are_weighed_by_the_same_model() -> None:
    columns = _columns()
    model = match(columns).model
    data, _ = encode_features(model.features, columns, model.shares)
    found = find_candidates(model.features, data, MatchSettings(), NoProgress())
    compared = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    unlike = [pair for pair in itertools.combinations(range(len(columns[0].values)), 2) if pair not in compared]
    assert unlike
    left, right = (np.array(side, np.int32) for side in zip(*unlike, strict=True))
    scores = score_outcomes(model, compute_outcomes(model.features, data, left, right))
    for explanation, weight in zip(explain(model, columns, unlike), scores.match_weight, strict=True):
        parts = sum(evidence.match_weight for evidence in explanation.evidence)
        assert explanation.match_weight == pytest.approx(parts + explanation.prior_weight) == pytest.approx(weight)
        assert explanation.match_probability < 0.5
