"""From outcomes to match weights: three ways to explain a pair, and how much better "the same customer" does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.outcomes import Outcomes, compute_outcomes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.features import FeatureData
    from steward.matching.model import MatchModel

Bits = npt.NDArray[np.float64]

MATCH, RELATED, UNRELATED = range(3)


@dataclass(frozen=True, slots=True)
class Scores:
    """Per pair: ``match_weight`` in bits, prior included, and log2 odds of "related" against "unrelated"."""

    match_weight: Bits
    related_weight: Bits


def class_evidence(model: MatchModel, outcomes: Sequence[Outcomes]) -> Bits:
    """Shape (features, 3, pairs): log2 likelihood of each feature's outcome in each class."""
    parts = []
    for weights, outcome in zip(model.weights, outcomes, strict=True):
        likelihood = weights.as_array() @ outcome.counts.T.astype(np.float64)
        likelihood[RELATED] += outcome.kin_chance
        likelihood[UNRELATED] += outcome.chance
        parts.append(likelihood)
    return np.stack(parts)


def class_totals(model: MatchModel, outcomes: Sequence[Outcomes]) -> Bits:
    """Shape (3, pairs): log2 joint probability of each class and all the outcomes."""
    totals: Bits = np.repeat(np.array(model.prior)[:, None], len(outcomes[0].chance), axis=1)
    for weights, outcome in zip(model.weights, outcomes, strict=True):
        totals += weights.as_array() @ outcome.counts.T.astype(np.float64)
        totals[RELATED] += outcome.kin_chance
        totals[UNRELATED] += outcome.chance
    return totals


def score_outcomes(model: MatchModel, outcomes: Sequence[Outcomes]) -> Scores:
    """The match weights of pairs from their outcomes."""
    totals = class_totals(model, outcomes)
    against = np.logaddexp2(totals[RELATED], totals[UNRELATED])
    return Scores(totals[MATCH] - against, totals[RELATED] - totals[UNRELATED])


def score_pairs(
    model: MatchModel, data: Sequence[FeatureData], left: Ints, right: Ints, chunk: int, progress: Progress, phase: str
) -> Scores:
    """The match weights of the pairs (left[i], right[i]), chunk by chunk."""
    weights, related = np.zeros(len(left)), np.zeros(len(left))
    for start in range(0, len(left), chunk):
        progress.check()
        part = slice(start, start + chunk)
        scores = score_outcomes(model, compute_outcomes(model.features, data, left[part], right[part]))
        weights[part], related[part] = scores.match_weight, scores.related_weight
        progress.report(phase, min(start + chunk, len(left)), len(left))
    return Scores(weights, related)


def probability(match_weight: Bits) -> Bits:
    """Match probability of a weight in bits."""
    return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(match_weight, -60.0, 60.0))))
