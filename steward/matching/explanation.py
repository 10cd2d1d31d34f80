"""Why two rows match or don't: the same numbers that decide, per feature, signed, in bits.

A pair that is no match may be unrelated, related or of namesakes; the weight of a feature is measured against the
mixture of these that fits the pair, so the parts add up to the match weight exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.domain.pairs import Evidence, Level, PairExplanation
from steward.domain.side_by_side import thread_count
from steward.matching.feature_data import encode_features
from steward.matching.levels import LEVELS
from steward.matching.outcomes import Outcomes, compute_outcomes
from steward.matching.scoring import MATCH, RELATED, class_evidence, log_sum, probability, score_outcomes
from steward.matching.word_outcomes import OUTCOMES, WordOutcome
from steward.matching.words import ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Column
    from steward.matching.features import Feature
    from steward.matching.model import MatchModel

_PAIRS_AT_ONCE = 10_000
#: Starting threads takes longer than encoding fewer rows than this.
_ROWS_FOR_THREADS = 2_000


def explain(model: MatchModel, columns: Sequence[Column], pairs: Sequence[tuple[int, int]]) -> list[PairExplanation]:
    """The evidence of any pairs of rows of ``columns``, which may hold just the rows in question."""
    threads = thread_count() if len(columns) and len(columns[0].values) >= _ROWS_FOR_THREADS else 1
    data, _ = encode_features(model.features, columns, model.shares, threads=threads)
    texts = {column.name: column.values for column in columns}
    explained: list[PairExplanation] = []
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        chunk = pairs[start : start + _PAIRS_AT_ONCE]
        left = np.array([a for a, _ in chunk], np.int32)
        right = np.array([b for _, b in chunk], np.int32)
        outcomes = compute_outcomes(model.features, data, left, right)
        explained += _explain_chunk(model, texts, outcomes, chunk)
    return explained


def _explain_chunk(
    model: MatchModel,
    texts: dict[str, Sequence[str]],
    outcomes: Sequence[Outcomes],
    pairs: Sequence[tuple[int, int]],
) -> list[PairExplanation]:
    evidence = class_evidence(model, outcomes)
    prior = np.array(model.prior)[:, None]
    totals = evidence.sum(axis=0) + prior
    mixture = np.exp2(totals[RELATED:] - log_sum(totals[RELATED:]))
    mixed = (evidence[:, RELATED:] * mixture).sum(axis=1)
    weights = evidence[:, MATCH] - mixed
    total = score_outcomes(model, outcomes).match_weight
    probabilities = probability(total)
    explained = []
    for number, (a, b) in enumerate(pairs):
        parts = tuple(
            _evidence(feature, texts, outcome, number, a, b, float(weights[position, number]))
            for position, (feature, outcome) in enumerate(zip(model.features, outcomes, strict=True))
        )
        shown = sum(part.match_weight for part in parts)
        match_weight = float(total[number])
        explained.append(PairExplanation(parts, match_weight - shown, match_weight, float(probabilities[number])))
    return explained


def _evidence(
    feature: Feature,
    texts: dict[str, Sequence[str]],
    outcome: Outcomes,
    number: int,
    left: int,
    right: int,
    weight: float,
) -> Evidence:
    shown = [" ".join(filter(None, (texts[c][row] for c in feature.columns if c in texts))) for row in (left, right)]
    return Evidence(feature.columns, _level(feature, outcome, number), weight, shown[0], shown[1])


def _level(feature: Feature, outcome: Outcomes, number: int) -> Level:
    if not feature.is_words:
        code = int(outcome.codes[number])
        return Level.MISSING if code < 0 else LEVELS[code % len(LEVELS)]
    counts = outcome.counts[number]
    if not counts.any():
        return Level.MISSING
    by_outcome = counts.reshape(ROLES, OUTCOMES).sum(axis=0)
    conflicts, exact = by_outcome[WordOutcome.CONFLICT], by_outcome[WordOutcome.EXACT]
    alike = by_outcome[: WordOutcome.LEFT_OUT].sum()
    if exact == by_outcome.sum():
        return Level.EXACT
    if conflicts:
        return Level.PARTIAL if alike else Level.DIFFERENT
    if by_outcome[WordOutcome.LEFT_OUT] == 0 and exact + by_outcome[WordOutcome.CLOSE] == alike:
        return Level.CLOSE
    return Level.SIMILAR
