"""Matching the rows of a table that changed: they and what hangs together with them are grouped anew.

The result is that of matching everything with the same model, as far as it is about the rows that are looked at. The
others are not even read: their lasting keys say which of them are worth comparing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from steward.matching.clusters.clustering import Rules
from steward.matching.clusters.vetoes import Identifiers
from steward.matching.columns import arrange
from steward.matching.features.data import encode_features
from steward.matching.runs.engine import Constraints, grouped, in_given_order, threshold_bits
from steward.matching.weights.weighing import Scales

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from steward.domain.progress import Progress
    from steward.matching.candidates.blocking import PassReport
    from steward.matching.candidates.key_table import Neighbours
    from steward.matching.clusters.incremental import Mask, Weighed
    from steward.matching.columns import Column, Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.runs.engine import MatchResult
    from steward.matching.settings import MatchSettings
    from steward.matching.weights.model import MatchModel


class Rows(Protocol):
    """The table that the rows are of; they are asked for in ascending order."""

    def columns(self, rows: Ints) -> list[Column]:
        """All that the model compares, of these rows."""

    def together(self, rows: Ints) -> Ints:
        """These rows and all that were in one cluster, or are one customer, with any of them."""

    def constraints(self, rows: Ints) -> Constraints:
        """The decisions about these rows among themselves, by their places."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Some rows in an order that depends on what they hold alone, and their values as numbers."""

    rows: Ints
    order: npt.NDArray[np.int64]
    data: Sequence[FeatureData]

    @classmethod
    def of(cls, rows: Ints, table: Rows, model: MatchModel, progress: Progress) -> _Sheet:
        columns, order = arrange(table.columns(rows), progress)
        return cls(rows, order, encode_features(model.features, columns, model.shares, progress)[0])

    def places(self, rows: Ints) -> Ints:
        """Where rows of the table stand."""
        place = np.empty(len(self.order), np.int32)
        place[self.order] = np.arange(len(self.order), dtype=np.int32)
        return place[np.searchsorted(self.rows, rows)]


def match_changed(
    model: MatchModel,
    fresh: Ints,
    table: Rows,
    neighbours: Neighbours,
    settings: MatchSettings,
    progress: Progress,
) -> tuple[MatchResult, Ints]:
    """The result for the ``fresh`` rows and all that hangs together with them, and the rows that its rows are.

    They hold the rows outside that are compared with those inside, too.
    """
    inside, candidates, found, passes = _weigh_around(model, fresh, table, neighbours, settings, progress)
    left, right = (np.concatenate([part[i] for part in found]) for i in (0, 1))
    sheet = _Sheet.of(np.flatnonzero(inside).astype(np.int32), table, model, progress)
    reached = np.unique(np.concatenate([left, right]))
    # Rows outside stand behind those inside: they are in no group, so that their values don't matter any more.
    order = np.append(sheet.rows[sheet.order], reached[~inside[reached]])
    place = np.full(neighbours.size, -1, np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    low, high, sorting = _oriented(place[left], place[right])
    weights, related = (np.concatenate([part[i] for part in found])[sorting] for i in (2, 3))
    scales = Scales(model, sheet.data, settings, progress)
    within, beside = (np.concatenate(rows) for rows in zip(*candidates, strict=True))
    whole = inside[within] & inside[beside]
    first, second, _ = _oriented(place[within[whole]], place[beside[whole]])
    weighed = scales.with_inner_pairs(
        (low, high, weights, related), len(order), threshold_bits(settings), [(first, second)]
    )
    identifiers = Identifiers.of(model.features, sheet.data, len(order))
    decided = table.constraints(sheet.rows).moved(sheet.order)
    rules = Rules(decided.must_link, decided.cannot_link, identifiers.has_any, identifiers.conflict)
    result = grouped(model, weighed, rules, passes, inside[order], settings, progress)
    rows = np.sort(order)
    # Few pairs are no news where only a part is looked at.
    return replace(in_given_order(result, np.searchsorted(rows, order), progress), warnings=()), rows


def _weigh_around(
    model: MatchModel,
    fresh: Ints,
    table: Rows,
    neighbours: Neighbours,
    settings: MatchSettings,
    progress: Progress,
) -> tuple[Mask, list[tuple[Ints, Ints]], list[Weighed], tuple[PassReport, ...]]:
    """The rows that hang together with fresh ones, all pairs that have one of them, and those that may be worth
    keeping.

    Links widen the circle until nothing outside is linked to it.
    """
    inside = np.zeros(neighbours.size, bool)
    candidates: list[tuple[Ints, Ints]] = []
    found: list[Weighed] = []
    reports: list[tuple[PassReport, ...]] = []
    around = table.together(fresh)
    while len(around) or not found:
        left, right, passes = neighbours.of(around)
        reports.append(passes)
        new = ~(inside[left] | inside[right])
        candidates.append((left[new], right[new]))
        inside[around] = True
        part = _weighed(model, *candidates[-1], table, settings, progress)
        found.append(part)
        linked = part[2] > threshold_bits(settings)
        reached = np.unique(np.concatenate([part[0][linked], part[1][linked]]))
        around = table.together(reached[~inside[reached]])
        around = around[~inside[around]]
    return inside, candidates, found, _summed(reports)


def _weighed(
    model: MatchModel, left: Ints, right: Ints, table: Rows, settings: MatchSettings, progress: Progress
) -> Weighed:
    sheet = _Sheet.of(np.unique(np.concatenate([left, right])), table, model, progress)
    low, high, _ = _oriented(sheet.places(left), sheet.places(right))
    first, second, weights, related = Scales(model, sheet.data, settings, progress).weigh(low, high, with_related=False)
    rows = sheet.rows[sheet.order]
    return rows[first], rows[second], weights, related


def _oriented(a: Ints, b: Ints) -> tuple[Ints, Ints, npt.NDArray[np.int64]]:
    """Pairs of places, lower first, in order, and that order."""
    low, high = np.minimum(a, b), np.maximum(a, b)
    order = np.lexsort((high, low))
    return low[order], high[order], order


def _summed(reports: Sequence[tuple[PassReport, ...]]) -> tuple[PassReport, ...]:
    """One report of all rounds."""
    return tuple(
        replace(each[0], pairs=sum(r.pairs for r in each), largest_block=max(r.largest_block for r in each))
        for each in zip(*reports, strict=True)
    )
