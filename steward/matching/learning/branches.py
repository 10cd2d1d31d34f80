"""Whether the branches of a firm share its tax number, account or mailbox, as the places tell where these are found.

Two records with one number and two addresses are a firm that moved as likely as two branches. But who moves leaves one
place for another: where numbers are found at three, there are branches behind them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import DIFFERENT, LEVELS
from steward.matching.features.data import ValueData
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.learning.priors import COARSE, OF_FIRMS, PLACES_OF_FIRMS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from steward.domain.progress import Progress
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature, Shares

Rows = npt.NDArray[np.int32]

#: Of values that so many records carry it shows; what more carry is nobody's own.
_SIZES = range(3, 9)
#: So many values of each size tell enough of a large table.
_MOST_VALUES = 500
#: Before any is seen firms only move, and that is believed as if seen of so many values.
_BELIEF = 10.0
#: Of the values that are found at several places so many are at three, where all have branches: most firms have two,
#: and not every branch has given its number.
_OF_BRANCHES = 0.15
#: Of the records of one customer hardly more are at another place than its others, where firms have branches.
_MOST_MOVED = 0.4


@dataclass(frozen=True, slots=True)
class Branches:
    """What is known of branches, by the positions of features. ``places``: those that tell where a firm is;
    ``shared``: how far (0..1) branches are seen to have these in common."""

    places: Collection[int] = ()
    shared: Mapping[int, float] = field(default_factory=dict)

    def sharing(self, position: int) -> float:
        """How far branches are seen to have a feature in common."""
        return self.shared.get(position, 0.0)

    @property
    def most_moved(self) -> float:
        """How many records of one customer may be elsewhere: where numbers of branches say that all of a firm's are one
        customer, nothing else would hold it back."""
        return 1.0 - (1.0 - _MOST_MOVED) * max(self.shared.values(), default=0.0)


def find_branches(
    features: Sequence[Feature], data: Sequence[FeatureData], shares: Sequence[Shares], progress: Progress
) -> Branches:
    """What the places tell at which the same values are found. Among people nobody has branches."""
    if not features or features[0].type is not AttributeType.ORGANIZATION:
        return Branches()
    places = [
        position
        for position, (feature, share) in enumerate(zip(features, shares, strict=True))
        if feature.type in PLACES_OF_FIRMS and share.agreement < COARSE
    ]
    where = [(replace(features[n], contexts=(), loose_contexts=()), data[n]) for n in places]
    shared = {}
    for position, (feature, values) in enumerate(zip(features, data, strict=True)):
        progress.check()
        if places and feature.type in OF_FIRMS and isinstance(values, ValueData):
            at_three = np.concatenate([np.zeros(0), *(_at_three_places(where, rows) for rows in _carriers(values))])
            shared[position] = min(float(at_three.sum()) / (len(at_three) + _BELIEF) / _OF_BRANCHES, 1.0)
    return Branches(places, shared)


def _carriers(values: ValueData) -> Iterator[Rows]:
    """The records that carry a value, a row for each value, by how many there are."""
    rows, columns = np.nonzero(values.ids >= 0)
    carried = values.ids[rows, columns]
    counts = np.bincount(carried, minlength=1)
    for size in _SIZES:
        some = np.flatnonzero(counts == size)
        is_chosen = np.zeros(len(counts), bool)
        is_chosen[some[:: len(some) // _MOST_VALUES + 1]] = True
        chosen = np.flatnonzero(is_chosen[carried])
        if len(chosen):
            yield rows[chosen[np.argsort(carried[chosen], kind="stable")]].astype(np.int32).reshape(-1, size)


def _at_three_places(places: Sequence[tuple[Feature, FeatureData]], carriers: Rows) -> npt.NDArray[np.float64]:
    """For each value that is found at several places: how many of three records are then at three."""
    pairs = list(combinations(range(carriers.shape[1]), 2))
    left, right = (carriers[:, list(ends)].ravel() for ends in zip(*pairs, strict=True))
    apart = _are_elsewhere(places, left, right).reshape(len(carriers), len(pairs))
    number = {pair: place for place, pair in enumerate(pairs)}
    triples = [[number[pair] for pair in combinations(three, 2)] for three in combinations(range(carriers.shape[1]), 3)]
    found = apart[:, triples].sum(axis=2)
    at_three, at_two = ((found == count).sum(axis=1) for count in (3, 2))
    several = at_three + at_two > 0
    return np.asarray(at_three[several] / (at_three + at_two)[several])


def _are_elsewhere(places: Sequence[tuple[Feature, FeatureData]], left: Rows, right: Rows) -> npt.NDArray[np.bool_]:
    """The pairs that have a place in common neither as it is written nor nearly, where any is known of both."""
    features, data = zip(*places, strict=True)
    codes: npt.NDArray[np.int8] = np.stack([outcome.codes for outcome in compute_outcomes(features, data, left, right)])
    known = codes >= 0
    return np.asarray(known.any(axis=0) & (~known | (codes % len(LEVELS) == DIFFERENT)).all(axis=0))
