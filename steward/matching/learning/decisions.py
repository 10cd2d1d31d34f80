"""Learning from decisions: weights moved as little as possible so that they agree with what stewards said.

Stewards look at chosen pairs, not at a sample, so nothing is counted from them. What is fitted is the answer given
the evidence: every outcome of "the same customer" may gain or lose some bits. Two things hold it back: a belief in the
weights as they are, and pairs nobody answered, which should stay about as likely as they were.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.clusters import Groups
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.learning.fitting import fitted
from steward.matching.weights.scoring import probability, score_outcomes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.columns import Column, Ints
    from steward.matching.weights.model import MatchModel

Bits = npt.NDArray[np.float64]
Pair = tuple[int, int]

#: How far (bits, one standard deviation) an outcome, and the share of matches, are believed to be off.
_DOUBT = 0.5
#: A pair that nobody answered counts this much against one that was answered.
_UNANSWERED = 0.1
#: Of larger groups only so many rows are compared with each other.
_MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What a steward said of rows: all of the one group are one customer, or the two groups are two customers."""

    groups: tuple[tuple[int, ...], ...]

    @property
    def is_same(self) -> bool:
        """One group: one customer."""
        return len(self.groups) == 1

    def pairs(self) -> list[Pair]:
        """The pairs of rows that it speaks about."""
        shortened = [group[:_MOST_ROWS] for group in self.groups]
        if self.is_same:
            return list(itertools.combinations(shortened[0], 2))
        return [(a, b) for a in shortened[0] for b in shortened[1]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The model after learning, and for each answer whether the evidence alone contradicts it, before and after."""

    model: MatchModel
    contradicted_before: tuple[bool, ...]
    contradicted_after: tuple[bool, ...]


def learn_from_answers(
    model: MatchModel, columns: Sequence[Column], answers: Sequence[Answer], unanswered: Sequence[Pair]
) -> Lesson:
    """The model moved towards the answers. ``columns`` need to hold no more than the rows in question."""
    if not answers:
        return Lesson(model, (), ())
    pairs = [pair for answer in answers for pair in answer.pairs()]
    owner = np.repeat(np.arange(len(answers)), [len(answer.pairs()) for answer in answers])
    data, _ = encode_features(model.features, columns, model.shares)
    left, right = _rows(pairs)
    outcomes = compute_outcomes(model.features, data, left, right)
    telling = _telling_links(answers, pairs, owner, score_outcomes(model, outcomes).match_weight)
    is_same = np.array([answer.is_same for answer in answers], bool)[owner[telling]]
    other_left, other_right = _rows(unanswered)
    others = compute_outcomes(model.features, data, other_left, other_right)
    believed = probability(score_outcomes(model, others).match_weight)
    both = compute_outcomes(
        model.features,
        data,
        np.concatenate([left[telling], other_left]),
        np.concatenate([right[telling], other_right]),
    )
    targets = np.concatenate([is_same.astype(np.float64), believed])
    counts = np.repeat([1.0, _UNANSWERED], [len(telling), len(unanswered)])
    learnt = fitted(model, both, targets, counts, _DOUBT)

    def contradicted(judge: MatchModel) -> tuple[bool, ...]:
        weights = score_outcomes(judge, outcomes).match_weight[telling]
        found = np.zeros(len(answers), bool)
        found[owner[telling][(weights > 0) != is_same]] = True
        return tuple(found.tolist())

    return Lesson(learnt, contradicted(model), contradicted(learnt))


def _rows(pairs: Sequence[Pair]) -> tuple[Ints, Ints]:
    listed = np.array(pairs, np.int32).reshape(-1, 2)
    return listed[:, 0], listed[:, 1]


def _telling_links(
    answers: Sequence[Answer], pairs: Sequence[Pair], owner: npt.NDArray[np.int64], weights: Bits
) -> npt.NDArray[np.int64]:
    """The pairs that an answer rests on: the strongest tree that holds a group together, or the strongest link
    between two groups. Other pairs of a group are one customer because of these, whatever they look like."""
    groups: Groups[Pair] = Groups()
    telling = []
    settled: set[int] = set()
    for place in np.lexsort((np.arange(len(pairs)), -weights)).tolist():
        number = int(owner[place])
        if not answers[number].is_same:
            if number not in settled:
                settled.add(number)
                telling.append(place)
            continue
        one, other = pairs[place]
        if groups.join((number, one), (number, other)):
            telling.append(place)
    return np.array(sorted(telling), np.int64)
