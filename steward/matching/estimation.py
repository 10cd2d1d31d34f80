"""From the records of a table to its model: samples of pairs, learning, counting values anew, learning again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.features import without_copies
from steward.matching.outcomes import compute_outcomes
from steward.matching.scoring import MATCH
from steward.matching.weights import learn, starting_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.features import Feature, FeatureData, Shares
    from steward.matching.model import MatchModel
    from steward.matching.outcomes import Outcomes
    from steward.matching.settings import MatchSettings

#: To know how many records a customer has, this part of the pairs to learn from is enough.
_FIRST_LOOK = 4


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of ``size`` records before any two of them are compared."""

    features: Sequence[Feature]
    data: list[FeatureData]
    shares: Sequence[Shares]
    size: int


def estimate_model(
    table: Table, left: Ints, right: Ints, settings: MatchSettings, progress: Progress
) -> tuple[MatchModel, list[FeatureData]]:
    """The model learnt from the candidate pairs (left[i], right[i]), and the data with the shares it goes by."""
    rng = np.random.default_rng(settings.seed)
    # A small table has few pairs; drawing each of them many times would say nothing new.
    most = min(settings.random_pairs, 2 * table.size * (table.size - 1))
    a, b = rng.integers(0, max(table.size, 1), (2, most), dtype=np.int32)
    progress.check()
    random = compute_outcomes(table.features, table.data, a[a != b], b[a != b])
    if not len(left):
        return starting_model(table.features, table.shares, random), table.data
    progress.report("learn", 0, 2)
    sample = _sample(len(left), settings.learning_pairs // _FIRST_LOOK, rng)
    first = _learnt(table, random, left, right, sample, progress)
    progress.report("learn", 1, 2)
    copies = float(2.0 ** first.prior[MATCH] * (table.size - 1))
    data, shares = without_copies(table.features, table.data, table.shares, copies)
    sample = _sample(len(left), settings.learning_pairs, rng)
    model = _learnt(replace(table, data=data, shares=shares), random, left, right, sample, progress)
    progress.report("learn", 2, 2)
    return model, data


def _learnt(
    table: Table,
    random: Sequence[Outcomes],
    left: Ints,
    right: Ints,
    sample: npt.NDArray[np.int64],
    progress: Progress,
) -> MatchModel:
    progress.check()
    outcomes = compute_outcomes(table.features, table.data, left[sample], right[sample])
    progress.check()
    start = starting_model(table.features, table.shares, random)
    return learn(start, outcomes, table.size * (table.size - 1) / 2, len(left) / len(sample))


def _sample(count: int, most: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    if count <= most:
        return np.arange(count)
    return np.sort(rng.choice(count, most, replace=False))
