"""Learning the weights: chance agreement from random pairs and value shares, the rest by expectation-maximization.

Two rules keep the learning sane. The chance of agreement among strangers is measured on random pairs and stays
fixed; learnt from candidate pairs alone everything would become a match. And the share of matches is counted
over all pairs of the table, not over the candidates.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import starmap
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import CLOSE, EXACT, LEVELS
from steward.matching.features.plan import CONTACTS, PLACES, TOLD_OF_KIN, Feature, Shares
from steward.matching.learning.beliefs import posterior, within
from steward.matching.learning.branches import Branches
from steward.matching.learning.kin import RELATED_BELIEF, among_kin, kin_prior, tells_families
from steward.matching.learning.priors import (
    COARSE,
    ELSEWHERE,
    LASTING,
    NUMBERED_ALIKE,
    TELL_APART,
    block_size,
    contradiction_bounds,
    in_context_prior,
    match_prior,
    namesake_prior,
    outcome_count,
    related_prior,
)
from steward.matching.weights.model import MatchModel, OutcomeWeights, rounded
from steward.matching.weights.scoring import MATCH, NAMESAKE, RELATED, UNRELATED, class_totals

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from steward.domain.progress import Progress
    from steward.matching.features.outcomes import Outcomes

Bits = npt.NDArray[np.float64]

_ROUNDS = 15
#: Learning ends when no class share moves by more than this (bits) in a round.
_SETTLED = 0.01
#: Shipped beliefs count like this many observed pairs.
_MATCH_BELIEF = 40.0
_NAMESAKE_BELIEF = 100.0
#: Kin who look like one person are taken for one: for each related pair that is seen there are that many.
_RELATED_IN_ALL = 1.15
#: Any table may hold a few kin, seen or not.
_FEW_RELATED = 5.0
#: Pairs of namesakes beyond chance for each pair of one customer, and for how many of those the belief counts.
_NAMESAKE_RATE, _RATE_BELIEF = 0.01, 50.0
#: Matches, related and namesakes per record to begin with: as usual, few duplicates, many, many relations.
_STARTS = ((0.5, 0.3, 0.05), (0.02, 0.02, 0.01), (5.0, 0.3, 0.05), (0.2, 3.0, 0.05))
#: Years in which so many records of one person agree, or nearly, are no events'.
_MOSTLY = 0.5
_CONTEXT_BELIEF = 30.0
_RANDOM_BELIEF = 1.0
_LEAST = 1e-7
_IMPOSSIBLE = 1e-30
#: Classes rarer than this (log2) are not part of the model.
_NEVER = -60.0


@dataclass(frozen=True, slots=True)
class KnownOfFeatures:
    """What is known of features beside the outcomes of pairs. ``years``: the positions of those by which namesakes show
    besides dates and ids."""

    years: Collection[int] = ()
    branches: Branches = field(default_factory=Branches)


_NOTHING_KNOWN = KnownOfFeatures()


def starting_model(
    features: Sequence[Feature],
    shares: Sequence[Shares],
    random: Sequence[Outcomes],
    known: KnownOfFeatures = _NOTHING_KNOWN,
) -> MatchModel:
    """The model before learning: shipped beliefs, and chance agreement measured on random pairs."""
    records = max(2, max((s.records for s in shares), default=2))
    all_pairs = records * (records - 1) / 2
    chances = [_chance(f, outcomes) for f, outcomes in zip(features, random, strict=True)]
    of_firms = _are_firms(features)
    weights = tuple(
        OutcomeWeights(
            _logs(match_prior(f)),
            _logs(kin_prior(f, chance, outcomes)),
            _logs(namesake_prior(f, chance, known.branches.sharing(position), of_firms=of_firms)),
            _logs(chance),
        )
        for position, (f, chance, outcomes) in enumerate(zip(features, chances, random, strict=True))
    )
    matches, related, namesakes = _STARTS[0]
    has_names = any(f.is_words for f in features)
    return MatchModel(
        tuple(features),
        tuple(shares),
        weights,
        _prior(
            matches * records,
            related * records * _may_show_kin(features, random),
            namesakes * records * has_names,
            all_pairs,
        ),
    )


def _may_show_kin(features: Sequence[Feature], random: Sequence[Outcomes]) -> bool:
    """Whether customers who belong together have something in common beside their names. Firms of one town have
    nothing else."""
    kinds = {f.type for f in features}
    if not kinds.isdisjoint(CONTACTS):
        return True
    if AttributeType.NAME not in kinds:
        return False
    families = any(starmap(tells_families, zip(features, random, strict=True)))
    return not kinds.isdisjoint(PLACES) or (families and not kinds.isdisjoint(TOLD_OF_KIN))


def starts(model: MatchModel, all_pairs: float) -> list[MatchModel]:
    """The model with several beliefs about how many pairs per record are matches, related and namesakes."""
    records = model.shares[0].records
    believed = [
        [records * rate if known > _NEVER else 0.0 for rate, known in zip(rates, model.prior[:UNRELATED], strict=True)]
        for rates in _STARTS
    ]
    return [
        replace(model, prior=_prior(matches, related, namesakes, all_pairs)) for matches, related, namesakes in believed
    ]


def learn(
    model: MatchModel,
    outcomes: Sequence[Outcomes],
    all_pairs: float,
    weight_of_pair: float,
    progress: Progress,
    known: KnownOfFeatures = _NOTHING_KNOWN,
) -> MatchModel:
    """The model after expectation-maximization over candidate pairs; each stands for ``weight_of_pair`` pairs.

    ``outcomes``: made to learn from.
    """
    told_apart = _told_apart(model, outcomes, known.years)
    for _ in range(_ROUNDS):
        progress.check()
        responsibility = _responsibilities(class_totals(model, outcomes))
        share = responsibility.sum(axis=1) * weight_of_pair
        share[RELATED] = share[RELATED] * _RELATED_IN_ALL + _FEW_RELATED
        share[NAMESAKE] = share[MATCH] * _namesake_rate(responsibility[:, told_apart])
        responsibility[NAMESAKE] *= told_apart
        related, namesakes = (share[c] if model.prior[c] > _NEVER else 0.0 for c in (RELATED, NAMESAKE))
        weights = tuple(
            _relearn(model, position, outcome, responsibility, told_apart, known)
            for position, outcome in enumerate(outcomes)
        )
        prior = _prior(share[MATCH], related, namesakes, all_pairs)
        settled = max(abs(new - old) for new, old in zip(prior, model.prior, strict=True)) < _SETTLED
        model = MatchModel(model.features, model.shares, weights, prior)
        if settled:
            break
    return model


def _told_apart(model: MatchModel, outcomes: Sequence[Outcomes], years: Collection[int]) -> npt.NDArray[np.bool_]:
    """The pairs of which it can be seen whether they are namesakes: branches, say, mostly share a country."""
    telling = ELSEWHERE if _are_firms(model.features) else LASTING
    told = np.zeros(len(outcomes[0].chance), bool)
    for position, (feature, share, outcome) in enumerate(zip(model.features, model.shares, outcomes, strict=True)):
        if (feature.type in telling or position in years) and share.agreement < COARSE:
            told |= outcome.codes >= 0
    return told


def lasting_years(model: MatchModel) -> list[int]:
    """The positions of the features that hold years which people keep, as that of their birth: by what was learnt of
    them they mostly agree, or nearly. Of each event it is another."""
    if _are_firms(model.features):
        return []
    return [
        position
        for position, (share, weights) in enumerate(zip(model.shares, model.weights, strict=True))
        if share.are_years and np.exp2(weights.match[EXACT : CLOSE + 1]).sum() > _MOSTLY
    ]


def _namesake_rate(responsibility: Bits) -> float:
    """Pairs of namesakes for each pair of one customer, among the pairs in which they show.

    Elsewhere namesakes look like bad matches, and a class learnt from those would swallow good ones.
    """
    matches, namesakes = responsibility[MATCH].sum(), responsibility[NAMESAKE].sum()
    return float((namesakes + _NAMESAKE_RATE * _RATE_BELIEF) / (matches + _RATE_BELIEF))


def _responsibilities(totals: Bits) -> Bits:
    shifted = np.exp2(totals - totals.max(axis=0))
    return np.asarray(shifted / shifted.sum(axis=0))


def _relearn(
    model: MatchModel,
    position: int,
    outcome: Outcomes,
    responsibility: Bits,
    told_apart: npt.NDArray[np.bool_],
    known: KnownOfFeatures,
) -> OutcomeWeights:
    feature, old = model.features[position], model.weights[position]
    observed = [outcome.sums(r, len(old.match)) for r in responsibility]
    unrelated = np.exp2(np.array(old.unrelated))
    match = posterior(feature, match_prior(feature), observed[MATCH], _MATCH_BELIEF)
    is_employer = feature.is_words and not model.names_customers(feature)
    bounds = contradiction_bounds(feature, is_employer=is_employer, may_be_kin=model.prior[RELATED] > _NEVER)
    if position in known.branches.places:
        bounds[:, 1] = np.minimum(bounds[:, 1], known.branches.most_moved)
    match = within(match.reshape(-1, block_size(feature)), bounds)
    if is_employer:
        # Colleagues have it in common as often as the data say.
        related = posterior(feature, related_prior(feature), observed[RELATED], RELATED_BELIEF)
    else:
        related = among_kin(feature, unrelated, match, outcome, responsibility[RELATED], told_apart)
    if feature.contexts or feature.loose_contexts:
        inside = slice(len(LEVELS), None)
        seen = (observed[UNRELATED] + observed[NAMESAKE])[inside] + _CONTEXT_BELIEF * in_context_prior(feature)
        unrelated[inside] = seen / seen.sum()
    of_firms = _are_firms(model.features)
    shared = known.branches.sharing(position)
    namesake = namesake_prior(feature, unrelated, shared, of_firms=of_firms)
    if feature.type not in TELL_APART:
        namesake = posterior(feature, namesake, observed[NAMESAKE], _NAMESAKE_BELIEF)
    elif of_firms and (shared or feature.type in NUMBERED_ALIKE):
        seen = observed[NAMESAKE].copy()
        seen[EXACT] *= shared
        namesake = posterior(feature, namesake, seen, _NAMESAKE_BELIEF)
    match = _ordered(feature, match, unrelated)
    return OutcomeWeights(_logs(match), _logs(related), _logs(namesake), _logs(unrelated))


def _are_firms(features: Sequence[Feature]) -> bool:
    return bool(features) and features[0].type is AttributeType.ORGANIZATION


def _ordered(feature: Feature, match: Bits, unrelated: Bits) -> Bits:
    """A farther level never speaks more for a match than a closer one (outside contexts; exact has its own chance)."""
    if feature.is_words:
        return match
    bounded = match.copy()
    for start in range(EXACT + 2, len(LEVELS)):
        ratio = bounded[start - 1] / unrelated[start - 1]
        bounded[start] = min(bounded[start], ratio * unrelated[start])
    return bounded


def _chance(feature: Feature, outcomes: Outcomes) -> Bits:
    """Probabilities of the outcomes among random pairs; agreement on an equal value is 1 (its own chance is added)."""
    size = block_size(feature)
    everyone = np.ones(len(outcomes.chance))
    observed = outcomes.sums(everyone, outcome_count(feature)).reshape(-1, size)
    smoothed = observed + _RANDOM_BELIEF / size
    chance = smoothed / smoothed.sum(axis=1, keepdims=True)
    if feature.is_words:
        chance[:, EXACT] = 1.0
    else:
        chance[0, EXACT] = 1.0
        chance[1] = in_context_prior(feature)
    return np.asarray(chance.reshape(-1))


def _prior(matches: float, related: float, namesakes: float, all_pairs: float) -> tuple[float, float, float, float]:
    shares = [
        min(max(matches, 1.0) / all_pairs, 0.5),
        min(related / all_pairs, 0.2),
        min(namesakes / all_pairs, 0.1),
    ]
    match, kin, same_name, unrelated = rounded(np.log2(np.maximum([*shares, 1 - sum(shares)], _IMPOSSIBLE)))
    return match, kin, same_name, unrelated


def _logs(probabilities: Bits) -> tuple[float, ...]:
    return rounded(np.log2(np.maximum(probabilities, _LEAST)))
