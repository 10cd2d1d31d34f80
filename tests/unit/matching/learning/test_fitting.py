"""Weights that are moved so that pairs come out as likely as they should."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import CLOSE, DIFFERENT, EXACT, LEVELS, SIMILAR
from steward.matching.features.outcomes import Outcomes
from steward.matching.features.plan import Feature, Shares
from steward.matching.learning.fitting import fitted
from steward.matching.weights.model import MatchModel, OutcomeWeights, rounded
from steward.matching.weights.scoring import probability, score_outcomes

_PHONE, _CODE = (Feature(kind, (kind.value,)) for kind in (AttributeType.PHONE, AttributeType.CODE))
_MATCH, _UNRELATED = np.array([0.6, 0.1, 0.1, 0.1, 0.1]), np.array([1.0, 0.01, 0.02, 0.07, 0.9])
_SURE_BELIEF, _LOOSE_BELIEF = 0.01, 2.0


def _model() -> MatchModel:
    match, unrelated = (rounded(np.log2(np.tile(levels, 2))) for levels in (_MATCH, _UNRELATED))
    weights = OutcomeWeights(match, unrelated, unrelated, unrelated)
    shares = Shares(100, 1.0, {})
    return MatchModel((_PHONE, _CODE), (shares, shares), (weights, weights), (-3.0, -30.0, -30.0, -0.2))


def _pairs(phones: list[int], codes: list[int]) -> list[Outcomes]:
    """Pairs of these levels, of which equal values have a chance of one in a hundred."""
    found = []
    for levels in (phones, codes):
        numbers, nothing = np.array(levels, np.int8), np.zeros(len(levels))
        chance = np.where(numbers == EXACT, np.log2(0.01), 0.0)
        found.append(Outcomes(numbers, np.zeros((0, 24), np.int8), chance, nothing, nothing))
    return found


def _likely(model: MatchModel, pairs: list[Outcomes]) -> list[float]:
    return [float(found) for found in probability(score_outcomes(model, pairs).match_weight)]


def test_pairs_become_as_likely_as_they_should_be() -> None:
    model, pairs = _model(), _pairs([EXACT, DIFFERENT] * 50, [DIFFERENT] * 100)
    wanted = np.array([0.9, 0.05] * 50)
    found = fitted(model, pairs, wanted, 1.0, _LOOSE_BELIEF)
    assert _likely(found, pairs)[:2] == pytest.approx([0.9, 0.05], abs=0.02)


def test_a_firm_belief_leaves_the_model_nearly_as_it_is() -> None:
    model, pairs = _model(), _pairs([EXACT, DIFFERENT], [DIFFERENT, DIFFERENT])
    found = fitted(model, pairs, np.array([0.1, 0.9]), 1.0, _SURE_BELIEF)
    assert _likely(found, pairs) == pytest.approx(_likely(model, pairs), abs=0.01)


def test_pairs_that_are_right_already_move_nothing() -> None:
    model, pairs = _model(), _pairs([EXACT, CLOSE, DIFFERENT], [DIFFERENT, EXACT, SIMILAR])
    assert fitted(model, pairs, np.array(_likely(model, pairs)), 1.0, _LOOSE_BELIEF) == model


def test_outcomes_that_no_pair_has_keep_their_weights() -> None:
    model, pairs = _model(), _pairs([EXACT, -1], [DIFFERENT, -1])
    found = fitted(model, pairs, np.array([0.1, 0.9]), 1.0, _LOOSE_BELIEF)
    phone, before = found.weights[0].match, model.weights[0].match
    assert phone[EXACT] < before[EXACT]
    assert phone[len(LEVELS) :] == before[len(LEVELS) :]


def test_a_pair_that_counts_nothing_teaches_nothing() -> None:
    model, pairs = _model(), _pairs([EXACT, DIFFERENT], [DIFFERENT, EXACT])
    right = np.array(_likely(model, pairs))
    wrong = right.copy()
    wrong[1] = 0.01
    counts = np.array([1.0, 0.0])
    assert fitted(model, pairs, wrong, counts, _LOOSE_BELIEF) == fitted(model, pairs, right, counts, _LOOSE_BELIEF)


def test_a_farther_level_never_speaks_more_for_a_match_than_a_closer_one() -> None:
    model, pairs = _model(), _pairs([DIFFERENT] * 40 + [SIMILAR] * 40, [DIFFERENT] * 80)
    found = fitted(model, pairs, np.repeat([0.99, 0.01], 40), 1.0, _LOOSE_BELIEF)
    match, others = np.array(found.weights[0].match), np.array(found.weights[0].unrelated)
    gains = (match - others)[EXACT + 1 : len(LEVELS)]
    assert (np.diff(gains) <= 1e-6).all()


def test_names_that_all_namesakes_have_in_common_tell_them_from_nobody() -> None:
    """What is learnt of a name counts for its namesakes as well, so only the share of matches can make up for it."""
    name = Feature(AttributeType.NAME, ("name",))
    words = tuple(np.log2(np.full(24, 0.125)).tolist())
    weights = OutcomeWeights(words, words, words, words)
    model = MatchModel((name,), (Shares(100, 1.0, {}),), (weights,), (-3.0, -30.0, -1.0, -30.0))
    counts = np.zeros((2, 24), np.int8)
    counts[:, 0] = 2
    nothing = np.zeros(2)
    pairs = [Outcomes(np.zeros(0, np.int8), counts, nothing, nothing, nothing)]
    found = fitted(model, pairs, np.array([0.9, 0.9]), 1.0, _LOOSE_BELIEF)
    assert found.prior[0] > model.prior[0] + 1.0
    assert found.weights[0].match[0] == pytest.approx(model.weights[0].match[0], abs=0.01)
    assert replace(found, prior=model.prior).weights[0].related == model.weights[0].related
