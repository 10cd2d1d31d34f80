"""How likely matches really are, told by third records.

Two records that look half alike are surely one customer when others of the customer tie them together, and surely two
when they stand among the records of two. From such pairs it shows whether the model takes strangers for likelier than
they are: then the shares of matches and of kin, as against strangers, are corrected. Only upward: what was left apart
of one customer counts as strangers here, so there seem to be more of them than there are. After that it shows which
outcomes say more or less than the model holds, because they hang together: their weights are moved towards what third
records say of the pairs that have them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.progress import Unreported
from steward.matching.clusters.clustering import MISSING_WEIGHT, Graph, bounded_weights, cluster
from steward.matching.clusters.incremental import weigh_touched
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.learning.fitting import fitted
from steward.matching.weights.model import MatchModel, rounded
from steward.matching.weights.scoring import MATCH, RELATED, log_add, probability
from steward.matching.weights.weighing import Scales

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.progress import Progress
    from steward.matching.clusters.clustering import Rules
    from steward.matching.clusters.incremental import Weighed
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.settings import MatchSettings

Bits = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: The second time the clusters are those of the first correction.
_ROUNDS = 2
#: Others tell that much (bits, on average) before they are believed outright.
_TELLING = 2.0
#: How far off (bits, one standard deviation) the shares are believed to be; no correction goes farther than the last.
_DOUBT, _FARTHEST = 0.5, 6.0
_EXACT = 1e-9
#: How likely a match is of which others tell anything, in bits: so many, and so many times what others say and what the
#: pair itself says. Both understate it, and hang together: these fit tables of many kinds (tests/benchmarks/
#: bench_calibration.py).
_BESIDES, _OF_OTHERS, _OF_ITSELF = 0.2, 0.6, 0.7
#: How far off (bits, one standard deviation) the weight of an outcome is believed to be.
_DOUBT_OF_OUTCOME = 0.3
#: Pairs that are surer than that have nothing to correct.
_HOPELESS, _SURE = -8.0, 7.0


@dataclass(frozen=True, slots=True)
class RuledPairs:
    """The pairs (left[i], right[i]) of ``size`` records, and what forbids to join two."""

    size: int
    left: Ints
    right: Ints
    rules: Rules


@dataclass(frozen=True, slots=True)
class _Witnesses:
    """What third records say of weighed pairs: the average weight of ``count`` pairs with them, and whether the pair is
    in one cluster."""

    others: Bits
    count: npt.NDArray[np.int64]
    together: Mask


def calibrate(
    model: MatchModel, data: Sequence[FeatureData], candidates: RuledPairs, settings: MatchSettings, progress: Progress
) -> MatchModel:
    """The model with its shares of matches and kin, and then its weights, put right by third records."""
    quiet = Unreported(progress)
    weighed = _weighed(Scales(model, data, settings, quiet), candidates, settings)
    bits = 0.0
    for _ in range(_ROUNDS):
        witnesses = _witnesses(model, weighed, candidates, bits, quiet)
        bits = _correction(weighed, witnesses)
    match, related, namesake, unrelated = model.prior
    corrected = rounded([match + bits, related + bits])
    model = replace(model, prior=(corrected[MATCH], corrected[RELATED], namesake, unrelated))
    return _reweighted(model, data, _with_more_matches(weighed, bits), witnesses, settings, progress)


def _weighed(scales: Scales, candidates: RuledPairs, settings: MatchSettings) -> Weighed:
    """Of large tables some records and all that hangs together with them."""
    size, left, right = candidates.size, candidates.left, candidates.right
    if size <= settings.calibration_records:
        return scales.with_inner_pairs(scales.weigh(left, right, with_related=True), size, 0.0)
    rng = np.random.default_rng(settings.seed)
    some = np.sort(rng.choice(size, settings.calibration_records, replace=False)).astype(np.int32)
    inside, weighed = weigh_touched(some, size, left, right, 0.0, partial(scales.weigh, with_related=True))
    first, second, weights, related = weighed
    whole = inside[first] & inside[second]
    return scales.with_inner_pairs((first[whole], second[whole], weights[whole], related[whole]), size, 0.0)


def _with_more_matches(weighed: Weighed, bits: float) -> Weighed:
    """What the pairs would weigh if matches and kin were so many bits more usual."""
    left, right, weights, related = weighed
    matches = weights + log_add(related, 0.0)
    return left, right, matches + bits - log_add(related + bits, 0.0), related + bits


def _witnesses(
    model: MatchModel, weighed: Weighed, candidates: RuledPairs, bits: float, progress: Progress
) -> _Witnesses:
    """What others say when matches and kin have gained some bits."""
    left, right, weights, _ = _with_more_matches(weighed, bits)
    bounded = bounded_weights(weights, model.prior[MATCH] + bits)
    graph = Graph(candidates.size, left, right, bounded, MISSING_WEIGHT)
    labels = cluster(graph, candidates.rules, 0.0, progress)
    return _others(graph, labels, labels[left] == labels[right])


def _correction(weighed: Weighed, witnesses: _Witnesses) -> float:
    """Bits that matches and kin gain against strangers."""
    _, _, weights, related = weighed
    others, together = witnesses.others, witnesses.together
    # Families hold together like customers: what they tell of each other is no witness.
    telling = (witnesses.count > 0) & (np.abs(others) >= _TELLING) & ((others > 0) == together) & (related < 0)
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


def _reweighted(
    model: MatchModel,
    data: Sequence[FeatureData],
    weighed: Weighed,
    witnesses: _Witnesses,
    settings: MatchSettings,
    progress: Progress,
) -> MatchModel:
    """The model moved towards what third records say. Pairs of which they say nothing, or that look like kin, should
    stay as likely as they are."""
    left, right, weights, related = weighed
    open_ = np.flatnonzero((weights > _HOPELESS) & (weights < _SURE))
    if len(open_) > settings.calibration_pairs:
        rng = np.random.default_rng(settings.seed)
        open_ = np.sort(rng.choice(open_, settings.calibration_pairs, replace=False))
    own = weights[open_]
    told = (witnesses.count[open_] > 0) & (related[open_] < 0)
    if not told.any():
        return model
    targets = np.where(told, _BESIDES + _OF_OTHERS * witnesses.others[open_] + _OF_ITSELF * own, own)
    outcomes = compute_outcomes(model.features, data, left[open_], right[open_])
    return fitted(model, outcomes, probability(targets), 1.0, _DOUBT_OF_OUTCOME, progress)


def _others(graph: Graph, labels: Ints, together: Mask) -> _Witnesses:
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
    return _Witnesses(
        np.where(together, worse, rest / np.maximum(between, 1)), np.where(together, in_cluster, between), together
    )
