"""Why two rows match, or belong together, or don't: the same numbers that decide, per feature, signed, in bits.

A pair that is no match may be unrelated, related or of namesakes; the weight of a feature is measured against the
mixture of these that fits the pair, so the parts add up to the match weight exactly. In the same way what speaks for
related customers is measured against strangers.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.pairs import Evidence, Level, PairExplanation
from steward.domain.side_by_side import thread_count
from steward.matching.columns import SEPARATOR
from steward.matching.comparisons.levels import LEVELS
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import Outcomes, compute_outcomes
from steward.matching.names.word_outcomes import OUTCOMES, WordOutcome
from steward.matching.names.word_pairs import ROLES
from steward.matching.weights.kinship import weigh_kinship
from steward.matching.weights.scoring import (
    MATCH,
    NAMESAKE,
    RELATED,
    UNRELATED,
    Bits,
    class_evidence,
    log_sum,
    probability,
    score_outcomes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steward.matching.columns import Column
    from steward.matching.features.plan import Feature
    from steward.matching.weights.kinship import Ties
    from steward.matching.weights.model import MatchModel

_PAIRS_AT_ONCE = 10_000
#: Starting threads takes longer than encoding fewer rows than this.
_ROWS_FOR_THREADS = 2_000


def explain(model: MatchModel, columns: Sequence[Column], pairs: Sequence[tuple[int, int]]) -> list[PairExplanation]:
    """The evidence of any pairs of rows of ``columns``, which may hold just the rows in question."""
    explained: list[PairExplanation] = []
    for chunk, outcomes in _outcomes(model, columns, pairs):
        total = score_outcomes(model, outcomes).match_weight
        probabilities = probability(total)
        evidence = class_evidence(model, outcomes)
        totals = evidence.sum(axis=0) + np.array(model.prior)[:, None]
        weights = _weights(evidence, totals, (MATCH,), (RELATED, NAMESAKE, UNRELATED))
        for number, parts in enumerate(_parts(model, columns, outcomes, chunk, weights)):
            match_weight, shown = float(total[number]), sum(part.match_weight for part in parts)
            found = PairExplanation(parts, match_weight - shown, match_weight, float(probabilities[number]))
            explained.append(found)
    return explained


def relation_probabilities(
    model: MatchModel, columns: Sequence[Column], pairs: Sequence[tuple[int, int]], ties: Ties
) -> tuple[Bits, Bits]:
    """How likely rows belong together, given that they are two customers; and how likely they are one."""
    related, same = [np.zeros(0)], [np.zeros(0)]
    for start, (_, outcomes) in zip(itertools.count(0, _PAIRS_AT_ONCE), _outcomes(model, columns, pairs), strict=False):
        same.append(probability(score_outcomes(model, outcomes).match_weight))
        related.append(probability(weigh_kinship(model, outcomes, ties[start : start + _PAIRS_AT_ONCE]).weight))
    return np.concatenate(related), np.concatenate(same)


def explain_relations(
    model: MatchModel, columns: Sequence[Column], pairs: Sequence[tuple[int, int]], ties: Ties
) -> list[tuple[Evidence, ...]]:
    """What says of rows that they belong together, in bits against strangers and the acquainted."""
    explained: list[tuple[Evidence, ...]] = []
    for start, (chunk, outcomes) in zip(
        itertools.count(0, _PAIRS_AT_ONCE), _outcomes(model, columns, pairs), strict=False
    ):
        explained += _parts(
            model, columns, outcomes, chunk, _weights(*weigh_kinship(model, outcomes, ties[start : start + len(chunk)]))
        )
    return explained


def _outcomes(
    model: MatchModel, columns: Sequence[Column], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[Sequence[tuple[int, int]], list[Outcomes]]]:
    """The pairs, portion by portion, with what their features come to."""
    threads = thread_count() if len(columns) and len(columns[0].values) >= _ROWS_FOR_THREADS else 1
    data, _ = encode_features(model.features, columns, model.shares, threads=threads)
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        chunk = pairs[start : start + _PAIRS_AT_ONCE]
        left = np.array([a for a, _ in chunk], np.int32)
        right = np.array([b for _, b in chunk], np.int32)
        yield chunk, compute_outcomes(model.features, data, left, right)


def _weights(evidence: Bits, totals: Bits, together: Sequence[int], apart: Sequence[int]) -> Bits:
    """Shape (features, pairs): how much each feature speaks for some classes of pairs, against others."""

    def mixed(classes: Sequence[int]) -> Bits:
        inside = totals[list(classes)]
        return np.asarray((evidence[:, list(classes)] * np.exp2(inside - log_sum(inside))).sum(axis=1))

    return mixed(together) - mixed(apart)


def _parts(
    model: MatchModel,
    columns: Sequence[Column],
    outcomes: Sequence[Outcomes],
    pairs: Sequence[tuple[int, int]],
    weights: Bits,
) -> Iterator[tuple[Evidence, ...]]:
    texts = {column.name: column.values for column in columns}
    for number, (a, b) in enumerate(pairs):
        yield tuple(
            _evidence(feature, texts, outcome, number, a, b, float(weights[position, number]))
            for position, (feature, outcome) in enumerate(zip(model.features, outcomes, strict=True))
        )


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
    # Of several values in one cell people see a list.
    told = [text.replace(SEPARATOR, ", ") for text in shown]
    return Evidence(feature.columns, _level(feature, outcome, number), weight, told[0], told[1])


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
