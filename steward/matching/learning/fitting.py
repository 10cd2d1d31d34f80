"""Weights moved as little as possible so that pairs come out as likely as they should.

Every outcome of "the same customer" may gain or lose some bits, and so may the share of matches. A belief in the
weights as they are holds it back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.progress import NO_PROGRESS, Progress
from steward.matching.comparisons.levels import EXACT, LEVELS
from steward.matching.weights.model import rounded
from steward.matching.weights.scoring import MATCH, NAMESAKE, class_totals, log_add, log_sum, probability

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.features.outcomes import Outcomes
    from steward.matching.features.plan import Feature
    from steward.matching.weights.model import MatchModel, OutcomeWeights

Bits = npt.NDArray[np.float64]

#: No outcome moves farther than this, however many pairs ask for it.
_FARTHEST = 4.0
#: The search ends when no outcome moves by more than this (bits) in a step.
_SETTLED = 1e-5
_MOST_STEPS, _MOST_HALVINGS = 50, 20


def fitted(
    model: MatchModel,
    outcomes: Sequence[Outcomes],
    targets: Bits,
    counts: Bits | float,
    doubt: float,
    progress: Progress = NO_PROGRESS,
) -> MatchModel:
    """The model by which pairs with these outcomes are matches with the probabilities ``targets``, as far as beliefs
    allow.

    ``counts``: how much each pair counts; ``doubt``: how far (bits, one standard deviation) an outcome, and the share
    of matches, are believed to be off.
    """
    fit = _Fit(model, outcomes, targets, np.broadcast_to(np.asarray(counts, np.float64), targets.shape), doubt)
    return _moved(model, fit.run(progress))


class _Fit:
    """Logistic loss of the pairs plus the belief in the present weights; the last parameter moves the prior."""

    def __init__(
        self, model: MatchModel, outcomes: Sequence[Outcomes], targets: Bits, counts: Bits, doubt: float
    ) -> None:
        totals = class_totals(model, outcomes)
        self._match, self._namesake = totals[MATCH], totals[NAMESAKE]
        self._others = log_sum(np.delete(totals, (MATCH, NAMESAKE), axis=0))
        occurred = [_occurred(outcome, len(w.match)) for outcome, w in zip(outcomes, model.weights, strict=True)]
        every = np.concatenate([*occurred, np.ones((len(targets), 1))], axis=1)
        # What never occurred stays as it is.
        self._seen = np.asarray(every.any(axis=0))
        self._size = len(self._seen)
        self._occurred = every[:, self._seen]
        # The names of namesakes agree like those of one person, whatever is learnt about names.
        is_name = [
            np.full(len(w.match), model.names_customers(f)) for f, w in zip(model.features, model.weights, strict=True)
        ]
        self._of_names = self._occurred * np.concatenate([*is_name, [False]])[self._seen]
        self._targets, self._counts, self._doubt = targets, counts, doubt

    def run(self, progress: Progress) -> Bits:
        """The move of every outcome, and of the prior, with the least loss."""
        moved = np.zeros(self._occurred.shape[1])
        weight, against = self._weights(moved)
        loss = self._loss(moved, weight)
        for _ in range(_MOST_STEPS):
            progress.check()
            step = self._step(moved, weight, against)
            for _ in range(_MOST_HALVINGS):
                tried = np.clip(moved + step, -_FARTHEST, _FARTHEST)
                weight, against = self._weights(tried)
                new = self._loss(tried, weight)
                if new <= loss:
                    break
                step /= 2.0
            else:
                break
            farthest = float(np.abs(tried - moved).max())
            moved, loss = tried, new
            if farthest < _SETTLED:
                break
        every = np.zeros(self._size)
        every[self._seen] = moved
        return every

    def _weights(self, moved: Bits) -> tuple[Bits, Bits]:
        """The match weights of the pairs, and the share of namesakes in what speaks against."""
        namesake = self._namesake + self._of_names @ moved
        against = log_add(namesake, self._others)
        return self._match + self._occurred @ moved - against, np.exp2(namesake - against)

    def _loss(self, moved: Bits, weight: Bits) -> float:
        """In bits."""
        misfit = log_add(weight, 0.0) - self._targets * weight
        return float(misfit @ self._counts + 0.5 * (moved @ moved) / self._doubt**2)

    def _step(self, moved: Bits, weight: Bits, against: Bits) -> Bits:
        slopes = self._occurred - against[:, None] * self._of_names
        found = probability(weight)
        gradient = ((found - self._targets) * self._counts) @ slopes + moved / self._doubt**2
        bend = np.log(2.0) * found * (1.0 - found) * self._counts
        curvature = (slopes * bend[:, None]).T @ slopes + np.eye(len(moved)) / self._doubt**2
        return -np.linalg.solve(curvature, gradient)


def _occurred(outcome: Outcomes, size: int) -> Bits:
    """How often each outcome of a feature occurred in each pair."""
    if len(outcome.counts):
        return outcome.counts.astype(np.float64)
    found = np.zeros((len(outcome.codes), size + 1))
    # A missing value is outcome -1: the last column, which has no weight.
    found[np.arange(len(outcome.codes)), outcome.codes] = 1.0
    return found[:, :size]


def _moved(model: MatchModel, moved: Bits) -> MatchModel:
    weights = []
    start = 0
    for feature, old in zip(model.features, model.weights, strict=True):
        match = np.array(old.match) + moved[start : start + len(old.match)]
        start += len(old.match)
        weights.append(replace(old, match=rounded(_ordered(feature, old, match))))
    match_prior, *_ = rounded([model.prior[MATCH] + moved[-1]])
    _, related, namesake, unrelated = model.prior
    return replace(model, weights=tuple(weights), prior=(match_prior, related, namesake, unrelated))


def _ordered(feature: Feature, old: OutcomeWeights, match: Bits) -> Bits:
    """A farther level still never speaks more for a match than a closer one."""
    if feature.is_words:
        return match
    ordered = match.copy()
    for level in range(EXACT + 2, len(LEVELS)):
        step = old.unrelated[level] - old.unrelated[level - 1]
        ordered[level] = min(ordered[level], ordered[level - 1] + step)
    return ordered
