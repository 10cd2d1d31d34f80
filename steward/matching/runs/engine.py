"""The whole job: columns in; pairs, clusters and the learnt model out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.progress import NO_PROGRESS, Progress
from steward.matching.candidates.blocking import find_candidates
from steward.matching.candidates.key_table import KeyTable
from steward.matching.candidates.packed_pairs import packed
from steward.matching.clusters.clustering import MISSING_WEIGHT, Graph, Rules, bounded_weights, cluster
from steward.matching.clusters.divisions import sureness
from steward.matching.clusters.vetoes import Identifiers
from steward.matching.columns import Column, Ints, arrange
from steward.matching.features.data import encode_features
from steward.matching.features.known_names import with_crowds, with_places
from steward.matching.features.plan import plan_features
from steward.matching.features.telling import Encoded, only_telling
from steward.matching.freed_memory import give_back
from steward.matching.learning.calibration import RuledPairs, calibrate
from steward.matching.learning.estimation import Table
from steward.matching.runs.widening import find_and_learn
from steward.matching.settings import MatchSettings
from steward.matching.weights.scoring import MATCH, probability
from steward.matching.weights.weighing import Scales

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.matching.candidates.blocking import Candidates, PassReport
    from steward.matching.clusters.incremental import Mask, Weighed
    from steward.matching.features.data import FeatureData
    from steward.matching.weights.model import MatchModel

Bits = npt.NDArray[np.float64]

#: A cluster that is larger, and a greater part of the table than this, is hardly one customer.
_LARGE_CLUSTER, _LARGE_SHARE = 200, 0.05
_HARDLY_TOLD_APART = (
    "These columns hardly tell customers apart, so what is proposed are guesses; check it well, or add a column such "
    "as a phone or a birth date."
)
_ENOUGH_ROWS, _SMALL_BLOCK = 100, 5


@dataclass(frozen=True, slots=True)
class Constraints:
    """Decisions that always hold: pairs of rows that are, or are not, one customer."""

    must_link: Sequence[tuple[int, int]] = ()
    cannot_link: Sequence[tuple[int, int]] = ()

    def moved(self, order: npt.NDArray[np.int64]) -> Constraints:
        """The same decisions about the rows in another order."""
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        return Constraints(
            [(int(place[a]), int(place[b])) for a, b in self.must_link],
            [(int(place[a]), int(place[b])) for a, b in self.cannot_link],
        )


@dataclass(frozen=True, slots=True)
class MatchResult:
    """What matching found.

    ``left < right``: the pairs worth keeping, sorted, with their weights in bits and probabilities.
    ``clusters``: per row the smallest row of its cluster; ``confidences``: how sure that is one customer.
    ``in_scope``: the rows that were grouped; what is said of pairs and clusters of other rows means nothing.
    ``keys``: what new records will be compared by, where it was asked for.
    """

    left: Ints
    right: Ints
    match_weights: Bits
    match_probabilities: Bits
    clusters: Ints
    confidences: Bits
    model: MatchModel
    passes: tuple[PassReport, ...]
    warnings: tuple[str, ...]
    in_scope: Mask
    keys: KeyTable | None = None


def match(
    columns: Iterable[Column],
    *,
    constraints: Constraints = Constraints(),
    settings: MatchSettings = MatchSettings(),  # noqa: B008 - frozen
    progress: Progress = NO_PROGRESS,
    model: MatchModel | None = None,
    with_keys: bool = False,
) -> MatchResult:
    """Find the rows that are the same customer. The order of rows changes nothing but their numbers.

    With a ``model`` nothing is learnt; ``columns`` must hold all that it compares. They are read once:
    those that nobody else holds are given up when they are prepared.
    """
    arranged, order = arrange(columns, progress)
    moved = constraints.moved(order)
    places = np.argsort(order) if with_keys else None
    result = _match_arranged(arranged, len(order), moved, settings, progress, model, places)
    progress.check()
    return in_given_order(result, order, progress)


def _match_arranged(
    columns: list[Column],
    size: int,
    constraints: Constraints,
    settings: MatchSettings,
    progress: Progress,
    known: MatchModel | None,
    keys_at: npt.NDArray[np.int64] | None,
) -> MatchResult:
    """``columns`` are given up as soon as they are encoded, and pairs as soon as they are weighed: of a million
    records they take much memory. ``keys_at``: the rows whose keys are asked for, in their order."""
    progress.report("values", 0, len(columns))
    model, data, candidates, is_sound = _prepared(columns, size, settings, progress, known)
    progress.check()
    identifiers = Identifiers.of(model.features, data, size)
    progress.check()
    rules = Rules((), (), identifiers.has_any, identifiers.conflict)
    if known is None:
        give_back()
        model = calibrate(model, data, RuledPairs(size, candidates.left, candidates.right, rules), settings, progress)
    give_back()
    scales = Scales(model, data, settings, progress)
    pairs = [(candidates.left, candidates.right)]
    candidates = candidates.without_pairs()
    likely = [scales.weigh(*pairs[0], with_related=False)]
    # Taken out of the lists, they are held by nobody else, and can be given up.
    weighed = scales.with_inner_pairs(likely.pop(), size, threshold_bits(settings), pairs)
    del scales
    give_back()
    rules = replace(rules, must_link=constraints.must_link, cannot_link=constraints.cannot_link)
    result = grouped(model, weighed, rules, candidates.passes, np.ones(size, bool), settings, progress)
    del weighed
    if keys_at is not None:
        give_back()
        result = replace(result, keys=KeyTable.of(model.features, data, candidates, keys_at, progress))
    return result if is_sound else replace(result, warnings=(*result.warnings, _HARDLY_TOLD_APART))


def _prepared(
    columns: list[Column], size: int, settings: MatchSettings, progress: Progress, known: MatchModel | None
) -> tuple[MatchModel, Sequence[FeatureData], Candidates, bool]:
    """The model, learnt where none is known, the values that it compares, the pairs to compare, and whether the table
    tells customers apart."""
    if known is not None:
        data, _ = encode_features(known.features, columns, known.shares, progress, threads=settings.threads)
        columns.clear()
        found = find_candidates(known.features, data, settings, progress, known.pairs_per_record)
        return known, data, found, True
    features = plan_features(columns)
    encoded = encode_features(features, columns, progress=progress, threads=settings.threads)
    columns.clear()
    give_back()
    telling = only_telling(Encoded(features, *encoded))
    features = telling.features
    data, shares = with_crowds(features, telling.data, telling.shares, progress)
    data, shares = with_places(features, data, shares, progress)
    progress.check()
    candidates, estimate = find_and_learn(Table(features, data, shares, size), settings, progress)
    return estimate.model, estimate.data, candidates, estimate.is_sound


def threshold_bits(settings: MatchSettings) -> float:
    """The weight above which two rows are linked."""
    return float(np.log2(settings.threshold_probability / (1 - settings.threshold_probability)))


def grouped(
    model: MatchModel,
    weighed: Weighed,
    rules: Rules,
    passes: tuple[PassReport, ...],
    inside: Mask,
    settings: MatchSettings,
    progress: Progress,
) -> MatchResult:
    """The pairs worth keeping and the clusters that weighed pairs give; ``inside``: the rows that are grouped."""
    left, right, weights, _ = weighed
    size, threshold = len(inside), threshold_bits(settings)
    progress.report("group", 0, 1)
    bounded = bounded_weights(weights, model.prior[MATCH])
    progress.check()
    labels = cluster(Graph(size, left, right, bounded, MISSING_WEIGHT), rules, threshold, progress)
    progress.report("group", 1, 1)
    probabilities = probability(weights)
    together = labels[left] == labels[right]
    progress.check()
    confidences = _confidences(labels, (left, right), together, bounded, probabilities, progress)
    del bounded
    progress.check()
    kept = together | (probabilities >= settings.kept_probability)
    progress.check()
    return MatchResult(
        left[kept],
        right[kept],
        weights[kept],
        probabilities[kept],
        labels,
        confidences,
        model,
        passes,
        _warnings(passes, size, labels),
        inside,
    )


def _warnings(passes: tuple[PassReport, ...], size: int, labels: Ints) -> tuple[str, ...]:
    """What a user must know before trusting the clusters."""
    found = []
    if size >= _ENOUGH_ROWS and passes[-1].pairs == 0:
        found.append("No two rows share a value that is rare enough to compare them; check the types of the columns.")
    largest = int(np.bincount(labels, minlength=1).max())
    if largest > max(_LARGE_CLUSTER, size * _LARGE_SHARE):
        found.append(
            f"One cluster holds {largest} of {size} rows, which no safe cut could divide; look for a column that tells "
            "the rows apart, or for placeholder values."
        )
    capped = [report for report in passes[:-1] if report.left_out and report.largest_block < _SMALL_BLOCK]
    if capped and len(capped) == len(passes) - 1:
        found.append(
            f"Every value is shared by many rows: only those that at most {_SMALL_BLOCK} rows share were compared, so "
            "duplicates may be missing; add a column such as a phone or a birth date."
        )
    return tuple(found)


def _confidences(
    labels: Ints, pairs: tuple[Ints, Ints], together: Mask, weights: Bits, probabilities: Bits, progress: Progress
) -> Bits:
    """How sure the cluster of each row is one customer; a single by its best rejected pair."""
    best = np.zeros(len(labels))
    inside, outside = np.flatnonzero(together), np.flatnonzero(~together)
    for rows in pairs:
        progress.check()
        np.maximum.at(best, rows[outside], probabilities[outside])
    progress.check()
    left, right = (rows[inside] for rows in pairs)
    bits = sureness(labels, left, right, weights[inside], progress)[labels]
    return np.where(np.isfinite(bits), probability(bits), 1.0 - best)


def in_given_order(result: MatchResult, order: npt.NDArray[np.int64], progress: Progress) -> MatchResult:
    """The result with the row numbers of the caller, for which its keys are made already."""
    rows = order.astype(np.int32)
    left, right, sorting = _oriented(rows[result.left], rows[result.right])
    progress.check()
    smallest = np.full(len(order), len(order), np.int32)
    np.minimum.at(smallest, result.clusters, rows)
    clusters, confidences = np.empty(len(order), np.int32), np.empty(len(order))
    in_scope = np.empty(len(order), bool)
    clusters[rows] = smallest[result.clusters]
    confidences[rows] = result.confidences
    in_scope[rows] = result.in_scope
    return MatchResult(
        left,
        right,
        result.match_weights[sorting],
        result.match_probabilities[sorting],
        clusters,
        confidences,
        result.model,
        result.passes,
        result.warnings,
        in_scope,
        result.keys,
    )


def _oriented(a: Ints, b: Ints) -> tuple[Ints, Ints, npt.NDArray[np.int64]]:
    """Pairs with the lower row first, sorted, and the order that sorts them."""
    low, high = np.minimum(a, b), np.maximum(a, b)
    # Each pair is there once.
    sorting = np.argsort(packed(low, high))
    return low[sorting], high[sorting], sorting
