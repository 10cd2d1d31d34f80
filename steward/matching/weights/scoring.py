"""From outcomes to match weights: four ways to explain a pair, and how much better "the same customer" does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side
from steward.matching.comparisons.levels import DIFFERENT, LEVELS
from steward.matching.features.outcomes import Outcomes, compute_outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature
    from steward.matching.settings import MatchSettings
    from steward.matching.weights.model import MatchModel, OutcomeWeights

Bits = npt.NDArray[np.float64]

#: Known customers of one name have that many more pairs of rows between them than each has within.
_CROWDED = 1.5
#: Of all the others who carry a customer's name that many are of the same family, or have something else in common
#: beyond chance; the rest are strangers, whose phones and towns agree by chance alone. With half of one, fathers and
#: sons are still told apart where births are unknown, and usual names are believed where a phone agrees
#: (tests/benchmarks/bench_accuracy.py).
_OF_A_FAMILY = 0.5
#: How often (log2) namesakes have their employer in common, beyond chance, and branches another name of their firm.
_OF_ONE_FIRM, _CALLED_ALIKE = -4.0, -1.0
#: Of the firms that belong together so many have all by which they are reached in common, written as differently as in
#: the records of one: what agrees there can't tell much that they are one.
_OF_ONE_DESK = 0.25

MATCH, RELATED, NAMESAKE, UNRELATED = range(4)


@dataclass(frozen=True, slots=True)
class Scores:
    """Per pair: ``match_weight`` in bits, prior included, and log2 odds of "related" against the other ways
    to be different customers."""

    match_weight: Bits
    related_weight: Bits


def class_evidence(model: MatchModel, outcomes: Sequence[Outcomes]) -> Bits:
    """Shape (features, classes, pairs): log2 likelihood of each feature's outcome in each class of pairs, given those
    of the features before it."""
    return np.stack(list(_evidence(model, outcomes)))


def class_totals(model: MatchModel, outcomes: Sequence[Outcomes]) -> Bits:
    """Shape (classes, pairs): log2 joint probability of each class and all the outcomes."""
    totals: Bits = np.repeat(np.array(model.prior)[:, None], len(outcomes[0].chance), axis=1)
    for evidence in _evidence(model, outcomes):
        totals += evidence
    return totals


def _evidence(model: MatchModel, outcomes: Sequence[Outcomes]) -> Iterator[Bits]:
    """Feature by feature, shape (classes, pairs). Once kin have much in common, that they have the rest, too, says
    little."""
    of_one_desk, apart = np.full((2, len(outcomes[0].chance)), np.log2([[_OF_ONE_DESK], [1.0 - _OF_ONE_DESK]]))
    for feature, weights, outcome in zip(model.features, model.weights, outcomes, strict=True):
        evidence = _feature_evidence(model, feature, weights, outcome)
        if model.is_of_desk(feature):
            so_far = log_add(of_one_desk, apart)
            of_one_desk += _at_one_desk(feature, outcome, evidence)
            apart += evidence[RELATED]
            evidence[RELATED] = log_add(of_one_desk, apart) - so_far
        yield evidence


def _at_one_desk(feature: Feature, outcome: Outcomes, evidence: Bits) -> Bits:
    """What firms of one desk have in common is as alike as in the records of one; what differs is no desk's."""
    if feature.is_words:
        return np.asarray(evidence[MATCH])
    # Missing values count as such that differ: of them neither says anything.
    differ = outcome.codes % len(LEVELS) == DIFFERENT
    return np.asarray(np.where(differ, np.minimum(evidence[MATCH], evidence[RELATED]), evidence[MATCH]))


def _feature_evidence(model: MatchModel, feature: Feature, weights: OutcomeWeights, outcome: Outcomes) -> Bits:
    """Namesakes are strangers whose names agree like those of one person.

    Where the table is known to hold several customers of the very name, two rows are as likely to be two of them, and
    most of these are strangers.
    """
    evidence = outcome.log_likelihoods(weights.as_array())
    chance = evidence[UNRELATED]
    chance += outcome.chance
    evidence[RELATED] += outcome.kin_chance
    if model.names_customers(feature):
        evidence[NAMESAKE] = evidence[MATCH]
    elif feature.is_words:
        in_common = _CALLED_ALIKE if model.names_firms(feature) else _OF_ONE_FIRM
        strangers = chance + np.log2(1.0 - 2.0**in_common)
        evidence[NAMESAKE] = log_add(evidence[MATCH] + in_common, strangers)
    else:
        equal = np.flatnonzero(outcome.chance < 0)
        evidence[NAMESAKE, equal] = log_add(evidence[NAMESAKE, equal], chance[equal])
    crowded = np.flatnonzero(outcome.crowd > 0)
    if len(crowded):
        strangers = _CROWDED * (np.maximum(outcome.crowd[crowded], 1.0) - _OF_A_FAMILY)
        as_often = model.prior[MATCH] - model.prior[UNRELATED] + evidence[MATCH, crowded]
        chance[crowded] = log_add(chance[crowded], as_often + np.log2(strangers))
        of_a_family = model.prior[MATCH] - model.prior[NAMESAKE] + np.log2(_CROWDED * _OF_A_FAMILY)
        evidence[NAMESAKE, crowded] += max(of_a_family, 0.0)
    return evidence


def score_outcomes(model: MatchModel, outcomes: Sequence[Outcomes]) -> Scores:
    """The match weights of pairs from their outcomes."""
    totals = class_totals(model, outcomes)
    against = log_sum(totals[RELATED:])
    return Scores(totals[MATCH] - against, totals[RELATED] - log_add(totals[NAMESAKE], totals[UNRELATED]))


def log_sum(logs: Bits) -> Bits:
    """log2 of the sum of probabilities along the first axis."""
    # Many times faster than numpy's logaddexp2, which handles one number after the other.
    most = logs.max(axis=0)
    return np.asarray(most + np.log2(np.exp2(logs - most).sum(axis=0)))


def log_add(first: Bits, second: Bits | float) -> Bits:
    """log2 of the sum of two probabilities."""
    return np.asarray(np.maximum(first, second) + np.log2(1.0 + np.exp2(-np.abs(first - second))))


def score_pairs(
    model: MatchModel,
    data: Sequence[FeatureData],
    left: Ints,
    right: Ints,
    settings: MatchSettings,
    progress: Progress,
    phase: str,
) -> Scores:
    """The match weights of the pairs (left[i], right[i]), portion by portion."""
    at_once = settings.pairs_at_once

    def score(start: int) -> Scores:
        part = slice(start, start + at_once)
        return score_outcomes(model, compute_outcomes(model.features, data, left[part], right[part]))

    weights, related = np.zeros(len(left)), np.zeros(len(left))
    starts = range(0, len(left), at_once)
    for start, scores in zip(starts, side_by_side(score, starts, progress, settings.threads), strict=True):
        weights[start : start + at_once] = scores.match_weight
        related[start : start + at_once] = scores.related_weight
        progress.report(phase, min(start + at_once, len(left)), len(left))
    return Scores(weights, related)


def probability(match_weight: Bits) -> Bits:
    """Match probability of a weight in bits."""
    return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(match_weight, -60.0, 60.0))))
