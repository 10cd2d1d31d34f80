"""Weighing pairs: hopeless ones are dropped at a glance, the others compared closely."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side
from steward.matching.clustering import components
from steward.matching.glance import Glance
from steward.matching.packed_pairs import packed, unpacked
from steward.matching.scoring import score_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.feature_data import FeatureData
    from steward.matching.incremental import Weighed
    from steward.matching.model import MatchModel
    from steward.matching.packed_pairs import Pairs
    from steward.matching.settings import MatchSettings

#: Components up to this size have all their pairs weighed before they are taken apart.
_WEIGHED_WHOLE = 60


class Scales:
    """Weighs pairs of the records of one table."""

    def __init__(
        self, model: MatchModel, data: Sequence[FeatureData], settings: MatchSettings, progress: Progress
    ) -> None:
        self._model, self._data = model, data
        self._settings, self._progress = settings, progress

    def weigh(self, left: Ints, right: Ints) -> Weighed:
        """The pairs that may be worth keeping, in their order, with their weights."""
        hopeful = self._hopeful(left, right)
        return self._compared(left[hopeful], right[hopeful], "compare")

    def with_inner_pairs(self, weighed: Weighed, size: int, threshold: float) -> Weighed:
        """Also the pairs that no blocking pass reached inside small components: average link then knows them all.

        What is not held elsewhere of the weighed pairs is given up, column by column.
        """
        left, right, weights, related = weighed
        del weighed
        linked = weights > threshold
        inner = _pairs_within(components(size, left[linked], right[linked]))
        self._progress.check()
        # What is known is sorted, so a look-up is enough.
        known = packed(left, right)
        place = np.minimum(np.searchsorted(known, inner), max(len(known) - 1, 0))
        new = np.sort(inner[known[place] != inner] if len(known) else inner)
        self._progress.check()
        del inner, place
        at = np.searchsorted(known, new)
        del known
        more = self._compared(*unpacked(new), "compare inside")
        self._progress.check()
        left = np.insert(left, at, more[0])
        right = np.insert(right, at, more[1])
        self._progress.check()
        weights = np.insert(weights, at, more[2])
        self._progress.check()
        return left, right, weights, np.insert(related, at, more[3])

    @cached_property
    def _glance(self) -> Glance:
        return Glance.of(self._model, self._data)

    def _hopeful(self, left: Ints, right: Ints) -> npt.NDArray[np.int64]:
        """The places of the pairs that can reach a weight worth keeping, or be related."""
        least = float(np.log2(self._settings.kept_probability))
        # A look takes less than half of the memory that comparing does.
        at_once = 2 * self._settings.pairs_at_once

        def look(start: int) -> npt.NDArray[np.int64]:
            part = slice(start, start + at_once)
            return self._glance.hopeful(left[part], right[part], least) + start

        starts = range(0, len(left), at_once)
        found = [np.zeros(0, np.int64)]
        for places in side_by_side(look, starts, self._progress, self._settings.threads):
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
