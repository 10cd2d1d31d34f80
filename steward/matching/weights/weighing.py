"""Weighing pairs: hopeless ones are dropped at a glance, the others compared closely."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.side_by_side import side_by_side
from steward.matching.candidates.packed_pairs import packed, unpacked
from steward.matching.clusters.clustering import components
from steward.matching.freed_memory import give_back
from steward.matching.weights.glance import Glance
from steward.matching.weights.scoring import score_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.progress import Progress
    from steward.matching.candidates.packed_pairs import Pairs, Rows
    from steward.matching.clusters.incremental import Weighed
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.settings import MatchSettings
    from steward.matching.weights.model import MatchModel

#: Components up to this size have all their pairs weighed before they are taken apart.
_WEIGHED_WHOLE = 60


class Scales:
    """Weighs pairs of the records of one table."""

    def __init__(
        self, model: MatchModel, data: Sequence[FeatureData], settings: MatchSettings, progress: Progress
    ) -> None:
        self._model, self._data = model, data
        self._settings, self._progress = settings, progress

    def weigh(self, left: Ints, right: Ints, *, with_related: bool) -> Weighed:
        """The pairs that may be worth keeping, or only be related, in their order, with their weights."""
        look = self._glance.hopeful if with_related else self._glance.matches
        seen = self._seen(partial(look, least=self._least), left, right)
        left, right = left[seen], right[seen]
        del seen, look
        if not with_related:
            # Comparing takes as much memory again. It is seldom needed once more, and soon made.
            del self._glance
            give_back()
        return self._compared(left, right, "compare")

    def with_inner_pairs(
        self, weighed: Weighed, size: int, threshold: float, candidates: list[tuple[Ints, Ints]] | None = None
    ) -> Weighed:
        """Also the pairs that no blocking pass reached inside small components: average link then knows them all.

        Inside large components those of the ``candidates`` that may only be related speak against one customer, too;
        they are taken out of the list. What is not held elsewhere of them and of the weighed pairs is given up.
        """
        left, right, weights, related = weighed
        linked = weights > threshold
        labels = components(size, left[linked], right[linked])
        inner = _pairs_within(labels)
        if candidates is not None:
            inner = np.concatenate([inner, self._related_within(labels, *candidates.pop())])
        self._progress.check()
        # What is known is sorted, so a look-up is enough.
        known = packed(left, right)
        place = np.minimum(np.searchsorted(known, inner), max(len(known) - 1, 0))
        new = np.sort(inner[known[place] != inner] if len(known) else inner)
        self._progress.check()
        del weighed, linked, inner, place
        at = np.searchsorted(known, new)
        del known
        more = self._compared(*unpacked(new), "compare inside")
        give_back()
        self._progress.check()
        left = np.insert(left, at, more[0])
        right = np.insert(right, at, more[1])
        self._progress.check()
        weights = np.insert(weights, at, more[2])
        self._progress.check()
        return left, right, weights, np.insert(related, at, more[3])

    def _related_within(self, labels: Ints, left: Ints, right: Ints) -> Pairs:
        """The pairs inside components that are too large to weigh all pairs, that may be related at least."""
        large = (np.bincount(labels, minlength=1) > _WEIGHED_WHOLE)[labels]
        places = np.flatnonzero(large[left])
        places = places[labels[left[places]] == labels[right[places]]]
        left, right = left[places], right[places]
        if len(places):
            places = self._seen(self._glance.related, left, right)
            del self._glance
        return packed(left[places], right[places])

    @property
    def _least(self) -> float:
        """The match weight that makes a pair worth keeping."""
        return float(np.log2(self._settings.kept_probability))

    @cached_property
    def _glance(self) -> Glance:
        return Glance(self._model, self._data, self._progress)

    def _seen(self, look: Callable[[Ints, Ints], Rows], left: Ints, right: Ints) -> Rows:
        """The places of the pairs that a look finds, portion by portion."""
        # A look takes less than half of the memory that comparing does.
        at_once = 2 * self._settings.pairs_at_once

        def found_from(start: int) -> Rows:
            part = slice(start, start + at_once)
            return look(left[part], right[part]) + start

        starts = range(0, len(left), at_once)
        found = [np.zeros(0, np.int64)]
        for places in side_by_side(found_from, starts, self._progress, self._settings.threads):
            self._progress.report("glance", min(len(found) * at_once, len(left)), len(left))
            found.append(places)
        return np.concatenate(found)

    def _compared(self, left: Ints, right: Ints, phase: str) -> Weighed:
        scores = score_pairs(self._model, self._data, left, right, self._settings, self._progress, phase)
        return left, right, scores.match_weight, scores.related_weight


def _pairs_within(labels: Ints) -> Pairs:
    """All pairs of rows within small components of three or more."""
    sizes = np.bincount(labels, minlength=1)
    rows = np.flatnonzero((sizes[labels] >= 3) & (sizes[labels] <= _WEIGHED_WHOLE))
    rows = rows[np.argsort(labels[rows], kind="stable")]
    starts = np.flatnonzero(np.diff(labels[rows], prepend=-1))
    extents = np.diff(starts, append=len(rows))
    parts = [np.zeros(0, np.int64)]
    for extent in np.flatnonzero(np.bincount(extents)).tolist():
        members = rows[starts[extents == extent][:, None] + np.arange(extent)]
        i, j = np.triu_indices(extent, 1)
        parts.append(packed(members[:, i].ravel(), members[:, j].ravel()))
    return np.concatenate(parts)
