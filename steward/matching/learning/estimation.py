"""From the records of a table to its model: samples of pairs, learning, counting values anew, learning again.

Learning begins from several beliefs about how many duplicates and relations there are. Where they don't lead to the
same duplicates, or where most of these are doubtful, the table doesn't tell customers apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side
from steward.matching.features.data import with_shares
from steward.matching.features.outcomes import Outcomes, compute_outcomes
from steward.matching.learning.branches import find_branches
from steward.matching.learning.carriers import Copies, copies_of_values, without_copies
from steward.matching.learning.coincidences import with_coincidences
from steward.matching.learning.weights import KnownOfFeatures, lasting_years, learn, starting_model, starts
from steward.matching.weights.scoring import MATCH, class_totals, log_sum, probability, score_outcomes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature, Shares
    from steward.matching.settings import MatchSettings
    from steward.matching.weights.model import MatchModel

#: To know how many records a customer has, this part of the pairs to learn from is enough.
_FIRST_LOOK = 4
_PAIRS_AT_ONCE = 20_000
#: Below this agreement between the starts, or above this share of doubtful matches, the duplicates are guesses.
_LEAST_AGREEMENT, _MOST_DOUBT = 0.85, 0.35


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of ``size`` records before any two of them are compared."""

    features: Sequence[Feature]
    data: list[FeatureData]
    shares: Sequence[Shares]
    size: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """A model, and the data with the shares it goes by. ``is_sound``: the table tells customers apart."""

    model: MatchModel
    data: list[FeatureData]
    is_sound: bool


def estimate_model(
    table: Table,
    left: Ints,
    right: Ints,
    settings: MatchSettings,
    progress: Progress,
    believed: Sequence[Shares] | None = None,
) -> Estimate:
    """The model learnt from the candidate pairs (left[i], right[i]).

    ``believed``: how many other customers carry each value, as far as was learnt from the pairs of smaller blocks,
    where larger ones turned out to be customers.
    """
    begun = table
    if believed is not None:
        begun = replace(table, data=with_shares(table.data, believed, progress), shares=believed)
    rng = np.random.default_rng(settings.seed)
    # A small table has few pairs; drawing each of them many times would say nothing new.
    most = min(settings.random_pairs, 2 * table.size * (table.size - 1))
    a, b = rng.integers(0, max(table.size, 1), (2, most), dtype=np.int32)
    work = _Workers(settings.threads, progress)
    random = work.outcomes(table.features, table.data, a[a != b], b[a != b])
    if not len(left):
        return Estimate(starting_model(table.features, table.shares, random), table.data, is_sound=True)
    progress.report("learn", 0, 2)
    sample = _sample(len(left), settings.learning_pairs // _FIRST_LOOK, rng)
    outcomes = work.outcomes(table.features, begun.data, left[sample], right[sample])
    known = KnownOfFeatures(branches=find_branches(table.features, table.data, table.shares, progress))
    start = starting_model(table.features, begun.shares, random, known)
    first, agreement = _agreed(start, outcomes, _all_pairs(table), len(left), work, known)
    progress.report("learn", 1, 2)
    likely = probability(score_outcomes(first, outcomes).match_weight)
    progress.check()
    average = float(2.0 ** first.prior[MATCH] * (table.size - 1))
    if believed is None:
        # Where no block is larger than usual, all customers are about as large.
        copies = [Copies.always(average)] * len(table.features)
    else:
        each = len(left) / len(sample)
        copies = copies_of_values(table.data, left[sample], right[sample], likely, each, average, progress)
    shares = without_copies(table.features, table.shares, copies, progress)
    data = with_shares(table.data, shares, progress)
    sample = _sample(len(left), settings.learning_pairs, rng)
    progress.check()
    outcomes = work.outcomes(table.features, data, left[sample], right[sample])
    progress.check()
    first = replace(first, shares=tuple(shares))
    known = replace(known, years=lasting_years(first))
    model = learn(first, outcomes, _all_pairs(table), len(left) / len(sample), progress, known)
    model = with_coincidences(model, outcomes, len(left) / len(sample), progress)
    progress.report("learn", 2, 2)
    matches = probability(score_outcomes(model, outcomes).match_weight)
    doubt = float((matches * (1.0 - matches)).sum() / max(matches.sum(), 1.0))
    return Estimate(model, data, is_sound=agreement >= _LEAST_AGREEMENT and doubt <= _MOST_DOUBT)


@dataclass(frozen=True, slots=True)
class _Workers:
    """Threads among which pairs and beliefs are shared out."""

    threads: int
    progress: Progress

    def outcomes(
        self, features: Sequence[Feature], data: Sequence[FeatureData], left: Ints, right: Ints
    ) -> list[Outcomes]:
        """All features of the pairs, made to learn from."""

        def compared(start: int) -> list[Outcomes]:
            part = slice(start, start + _PAIRS_AT_ONCE)
            return compute_outcomes(features, data, left[part], right[part])

        parts = list(side_by_side(compared, range(0, max(len(left), 1), _PAIRS_AT_ONCE), self.progress, self.threads))
        return [Outcomes.joined(of_feature).to_learn_from() for of_feature in zip(*parts, strict=True)]

    def learnt(
        self,
        models: Sequence[MatchModel],
        outcomes: Sequence[Outcomes],
        all_pairs: float,
        weight_of_pair: float,
        known: KnownOfFeatures,
    ) -> list[MatchModel]:
        """What each of the models becomes."""
        return list(
            side_by_side(
                lambda model: learn(model, outcomes, all_pairs, weight_of_pair, self.progress, known),
                models,
                self.progress,
                self.threads,
            )
        )


def _agreed(
    start: MatchModel,
    outcomes: Sequence[Outcomes],
    all_pairs: float,
    pairs: int,
    work: _Workers,
    known: KnownOfFeatures,
) -> tuple[MatchModel, float]:
    """Of the models that several starts lead to the likeliest, and how far the others find the same matches."""
    learnt = work.learnt(starts(start, all_pairs), outcomes, all_pairs, pairs / len(outcomes[0].chance), known)
    totals = [class_totals(model, outcomes) for model in learnt]
    likely = [log_sum(each) for each in totals]
    best = int(np.argmax([round(float(each.sum()), 3) for each in likely]))
    found = [np.exp2(each[MATCH] - whole) for each, whole in zip(totals, likely, strict=True)]
    shared = [np.minimum(each, found[best]).sum() / np.maximum(each, found[best]).sum() for each in found]
    return learnt[best], float(min(shared))


def _all_pairs(table: Table) -> float:
    return table.size * (table.size - 1) / 2


def _sample(count: int, most: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    if count <= most:
        return np.arange(count)
    return np.sort(rng.choice(count, most, replace=False))
