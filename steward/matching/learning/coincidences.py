"""How often strangers have a value in common that hardly anybody else has, as the pairs of a table tell.

That two records carry a value does not say how many customers could have come by it: counted on its own, every phone
number that is there twice would be as likely a coincidence as one customer. Were it so, a table without a
duplicate would be full of such coincidences; where most pairs that share one are customers by all else, few are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import EXACT
from steward.matching.weights.model import rounded
from steward.matching.weights.scoring import NAMESAKE, class_totals, log_sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.features.outcomes import Outcomes
    from steward.matching.features.plan import Feature, Shares
    from steward.matching.weights.model import MatchModel, OutcomeWeights

Bits = npt.NDArray[np.float64]

#: Given to one customer alone: what strangers share of these is a slip, or somebody's who acts for both. E-mail
#: addresses are made of names, and coincide where these do.
_GIVEN_TO_ONE = (AttributeType.PHONE, AttributeType.NATIONAL_ID)
#: What more other customers carry is usual, and seen too seldom among the pairs to learn from.
_RARE = 8.0
#: Before any is seen, coincidences are as many as chance brings, and that is believed as if seen in so many pairs.
_BELIEF = 20.0
#: The fewer coincidences there are, the surer are the pairs that tell it; after so many rounds little changes.
_ROUNDS = 3


def with_coincidences(
    model: MatchModel, outcomes: Sequence[Outcomes], weight_of_pair: float, progress: Progress
) -> MatchModel:
    """The model by which strangers have rare values in common as often as these pairs tell, each of which stands for
    ``weight_of_pair`` pairs; all else is left as it was learnt."""
    columns = zip(model.features, model.shares, outcomes, strict=True)
    known = [Coincidences.of(*column, weight_of_pair) for column in columns]
    for _ in range(_ROUNDS if any(known) else 0):
        progress.check()
        totals = class_totals(model, outcomes)
        strangers = np.exp2(log_sum(totals[NAMESAKE:]) - log_sum(totals))
        weights = [
            _shared_by_chance(weight, shared.as_often(strangers)) if shared else weight
            for weight, shared in zip(model.weights, known, strict=True)
        ]
        model = replace(model, weights=tuple(weights))
    return model


def _shared_by_chance(weights: OutcomeWeights, as_often: float) -> OutcomeWeights:
    unrelated = np.array(weights.unrelated)
    unrelated[EXACT] = np.log2(as_often)
    return replace(weights, unrelated=rounded(unrelated))


@dataclass(frozen=True, slots=True)
class Coincidences:
    """Of one feature the pairs that share a rare value, each standing for ``weight_of_pair`` pairs, and how many of
    strangers chance would bring (``expected``)."""

    rows: npt.NDArray[np.int64]
    expected: float
    weight_of_pair: float

    @classmethod
    def of(cls, feature: Feature, share: Shares, outcome: Outcomes, weight_of_pair: float) -> Coincidences | None:
        """``None`` where values are no customer's own."""
        if feature.type not in _GIVEN_TO_ONE or not share.records:
            return None
        counts = np.fromiter(share.counts.values(), np.float64, len(share.counts))
        hardly_any = max(share.records - float(counts.sum()), 0.0)
        pairs = (float((counts[counts <= _RARE] ** 2).sum()) + hardly_any * share.floor) / 2.0
        # Shares are rounded.
        is_rare = outcome.chance <= np.log2(_RARE / share.records) + 1e-9
        return cls(np.flatnonzero((outcome.codes == EXACT) & is_rare), pairs, weight_of_pair)

    def as_often(self, strangers: Bits) -> float:
        """How often strangers share a value, as against chance; ``strangers``: how likely each pair is two."""
        seen = float(strangers[self.rows].sum()) * self.weight_of_pair
        return min((seen + _BELIEF) / (self.expected + _BELIEF), 1.0)
