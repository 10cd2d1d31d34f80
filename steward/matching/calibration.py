"""How likely matches really are, told by third records.

Two records that look half alike are surely one customer when others of the customer tie them together, and surely two
when they stand among the records of two. From such pairs it shows whether the model takes strangers for likelier than
they are: then the shares of matches and of kin, as against strangers, are corrected. Only upward: what was left apart
of one customer counts as strangers here, so there seem to be more of them than there are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.clustering import MISSING_WEIGHT, Graph, bounded_weights, cluster
from steward.matching.incremental import weigh_touched
from steward.matching.model import MatchModel, rounded
from steward.matching.scoring import MATCH, RELATED, log_add, probability
from steward.matching.weighing import Scales

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.progress import Progress
    from steward.matching.clustering import Rules
    from steward.matching.columns import Ints
    from steward.matching.feature_data import FeatureData
    from steward.matching.incremental import Weighed
    from steward.matching.settings import MatchSettings

Bits = npt.NDArray[np.float64]

#: The second time the clusters are those of the first correction.
_ROUNDS = 2
#: Others tell that much (bits, on average) before they are believed.
_TELLING = 2.0
#: How far off (bits, one standard deviation) the shares are believed to be; no correction goes farther than the last.
_DOUBT, _FARTHEST = 0.5, 6.0
_EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class RuledPairs:
    """The pairs (left[i], right[i]) of ``size`` records, and what forbids to join two."""

    size: int
    left: Ints
    right: Ints
    rules: Rules


def calibrate(
    model: MatchModel, data: Sequence[FeatureData], candidates: RuledPairs, settings: MatchSettings, progress: Progress
) -> MatchModel:
    """The model with its shares of matches and kin put right by third records."""
    quiet = _Unreported(progress)
    weighed = _weighed(Scales(model, data, settings, quiet), candidates, settings)
    bits = 0.0
    for _ in range(_ROUNDS):
        bits = _correction(model, weighed, candidates, bits, quiet)
    match, related, namesake, unrelated = model.prior
    corrected = rounded([match + bits, related + bits])
    return replace(model, prior=(corrected[MATCH], corrected[RELATED], namesake, unrelated))


class _Unreported:
    """Work that may be stopped, but is too short to be told of."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def report(self, phase: str, done: int, total: int) -> None:
        """Nothing is told."""

    def check(self) -> None:
        """Stop when the work should."""
        self._progress.check()


def _weighed(scales: Scales, candidates: RuledPairs, settings: MatchSettings) -> Weighed:
    """Of large tables some records and all that hangs together with them."""
    size, left, right = candidates.size, candidates.left, candidates.right
    if size <= settings.calibration_records:
        return scales.with_inner_pairs(scales.weigh(left, right), size, 0.0)
    rng = np.random.default_rng(settings.seed)
    some = np.sort(rng.choice(size, settings.calibration_records, replace=False)).astype(np.int32)
    inside, weighed = weigh_touched(some, size, left, right, 0.0, scales.weigh)
    first, second, weights, related = weighed
    whole = inside[first] & inside[second]
    return scales.with_inner_pairs((first[whole], second[whole], weights[whole], related[whole]), size, 0.0)


def _correction(
    model: MatchModel, weighed: Weighed, candidates: RuledPairs, so_far: float, progress: Progress
) -> float:
    """Bits that matches and kin gain against strangers, when ``so_far`` they have gained some."""
    left, right, weights, related = weighed
    matches = weights + log_add(related, 0.0)
    shifted = bounded_weights(matches + so_far - log_add(related + so_far, 0.0), model.prior[MATCH] + so_far)
    graph = Graph(candidates.size, left, right, shifted, MISSING_WEIGHT)
    labels = cluster(graph, candidates.rules, 0.0, progress)
    together = labels[left] == labels[right]
    others, count = _others(graph, labels, together)
    # Families hold together like customers: what they tell of each other is no witness.
    telling = (count > 0) & (np.abs(others) >= _TELLING) & ((others > 0) == together) & (related < 0)
    own, is_same = weights[telling], together[telling]

    def excess(bits: float) -> float:
        return float((probability(own + bits) - is_same).sum()) + bits / _DOUBT**2

    if excess(0.0) >= 0.0:
        return 0.0
    return _root(excess, 0.0, _FARTHEST)


def _root(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a function that is below zero at ``low`` comes to zero, at most ``high``."""
    while high - low > _EXACT:
        middle = (low + high) / 2.0
        low, high = (low, middle) if rising(middle) > 0.0 else (middle, high)
    return high


def _others(graph: Graph, labels: Ints, together: npt.NDArray[np.bool_]) -> tuple[Bits, npt.NDArray[np.int64]]:
    """Per pair the average weight of the other pairs that say whether its records are one customer, and their number.

    In one cluster: of the record that fits worse with the rest of it. Across two clusters: of all pairs between them.
    """
    left, right, weights, size = graph.left, graph.right, graph.weights, graph.size
    members = np.bincount(labels, minlength=size)
    ends, twice = np.concatenate([left[together], right[together]]), np.tile(weights[together], 2)
    sums = np.bincount(ends, twice, size).astype(np.float64)
    sums = sums + (members[labels] - 1 - np.bincount(ends, minlength=size)) * graph.missing_weight
    in_cluster = members[labels[left]] - 2
    worse = (np.minimum(sums[left], sums[right]) - weights) / np.maximum(in_cluster, 1)

    low, high = np.minimum(labels[left], labels[right]), np.maximum(labels[left], labels[right])
    _, place = np.unique(low.astype(np.int64) * size + high, return_inverse=True)
    between = members[low] * members[high] - 1
    listed = np.bincount(place)[place] - 1
    rest = np.bincount(place, weights)[place] - weights + (between - listed) * graph.missing_weight
    return np.where(together, worse, rest / np.maximum(between, 1)), np.where(together, in_cluster, between)
