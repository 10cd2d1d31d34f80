"""Candidates and the model learnt from them: passes get more to compare where that is customers with many records.

A block of five hundred records is chance in one table, and one firm in another. The model learnt from what is small
tells: where many pairs of a sample of what lies beyond are one customer, the pass takes it in, and learning begins
anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.candidates.blocking import find_candidates
from steward.matching.candidates.packed_pairs import packed
from steward.matching.freed_memory import give_back
from steward.matching.learning.estimation import Estimate, Table, estimate_model
from steward.matching.learning.spellings import with_spellings
from steward.matching.weights.scoring import probability, score_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.progress import Progress
    from steward.matching.candidates.blocking import Beyond, Candidates
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Shares
    from steward.matching.settings import MatchSettings
    from steward.matching.weights.model import MatchModel

Bits = npt.NDArray[np.float64]

#: This share of one customer's pairs among those beyond makes a pass take them in: the others cost time, no more.
_MOSTLY = 0.2
#: What all passes may take in: so many pairs, or in large tables so many per record.
_MOST_PAIRS, _MOST_PER_RECORD = 1_500_000, 20
#: What was taken in may teach the model that there is more, or what tells customers apart.
_MOST_ROUNDS = 3


def find_and_learn(table: Table, settings: MatchSettings, progress: Progress) -> tuple[Candidates, Estimate]:
    """The candidates of a table, and the model learnt from them."""
    allowed: dict[str, float] = {}
    believed: Sequence[Shares] | None = None
    for _ in range(_MOST_ROUNDS):
        candidates = find_candidates(table.features, table.data, settings, progress, allowed)
        progress.check()
        give_back()
        progress.check()
        data, shares = with_spellings(
            table.features, table.data, table.shares, candidates.left, candidates.right, progress
        )
        progress.check()
        taught = replace(table, data=data, shares=shares)
        estimate = estimate_model(taught, candidates.left, candidates.right, settings, progress, believed)
        model = replace(estimate.model, pairs_per_record=allowed)
        estimate = replace(estimate, model=model)
        more = _more(candidates, model, estimate.data, table.size, settings, progress)
        if not more:
            break
        allowed, believed = allowed | more, model.shares
    return candidates, estimate


def _more(
    candidates: Candidates,
    model: MatchModel,
    data: Sequence[FeatureData],
    size: int,
    settings: MatchSettings,
    progress: Progress,
) -> dict[str, float]:
    known = packed(candidates.left, candidates.right)

    def likely(left: Ints, right: Ints) -> Bits:
        pairs = packed(left, right)
        is_known = known[np.minimum(np.searchsorted(known, pairs), len(known) - 1)] == pairs if len(known) else False
        scores = score_pairs(model, data, left, right, settings, progress, "learn")
        # What another pass has found is no news.
        return np.where(is_known, 0.0, probability(scores.match_weight))

    return allowances(candidates.beyond, size, likely)


def allowances(beyond: Sequence[Beyond], size: int, likely: Callable[[Ints, Ints], Bits]) -> dict[str, float]:
    """What passes may be allowed from now on in a table of ``size`` records, by name."""
    allowed: dict[str, float] = {}
    left = max(_MOST_PAIRS, _MOST_PER_RECORD * size)
    asked = list(beyond)
    while asked:
        least = min(each.pairs_per_record for each in asked)
        step = [each for each in asked if each.pairs_per_record == least]
        taken = set()
        for each, share in zip(step, _shares(step, likely), strict=True):
            if share >= _MOSTLY and each.more <= left:
                left -= each.more
                allowed[each.name] = least
                taken.add(each.name)
        ended = {each.name for each in step} - taken
        asked = [each for each in asked if each.pairs_per_record > least and each.name not in ended]
    return allowed


def _shares(step: Sequence[Beyond], likely: Callable[[Ints, Ints], Bits]) -> list[float]:
    """How many of the pairs of each sample are one customer's."""
    left, right = (
        np.concatenate(rows).astype(np.int32) for rows in zip(*((s.left, s.right) for s in step), strict=True)
    )
    found = np.split(likely(left, right), np.cumsum([len(each.left) for each in step])[:-1])
    return [float(each.mean()) if len(each) else 0.0 for each in found]
