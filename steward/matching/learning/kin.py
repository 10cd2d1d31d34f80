"""How often outcomes occur among kin: customers who belong together, and are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import EXACT, SIMILAR
from steward.matching.learning.beliefs import Bits, posterior, within
from steward.matching.learning.priors import RELATED_FAMILY_WORD, block_size, related_prior
from steward.matching.names.word_outcomes import WordOutcome
from steward.matching.names.words import Role

if TYPE_CHECKING:
    from steward.matching.features.outcomes import Outcomes
    from steward.matching.features.plan import Feature

#: The shipped belief counts like this many observed pairs.
RELATED_BELIEF = 200.0
#: What makes people related rather than namesakes is that their given names differ; data must not blur that.
_KIN_NAME_BELIEF = 1e5
#: How often given names of kin contradict each other, least and most; of other words nothing is known.
_KIN_DIFFER = np.array([(0.6, 1.0) if role is Role.GIVEN else (0.0, 1.0) for role in Role])
#: How many of them, at most, were born on one day, or nearly.
_OF_ONE_DAY = 0.3
#: How many of them choose given names alike for their children; how rarely the whole names agree is told beside that.
_ALIKE_IN_A_FAMILY = 0.4
#: What becomes of a word that is written otherwise: mistyped, cut short, an initial.
_SLIPS = slice(WordOutcome.CLOSE, WordOutcome.LEFT_OUT)


def kin_prior(feature: Feature, unrelated: Bits, outcome: Outcomes) -> Bits:
    """What is believed of kin. Where family names are known, that is what kin share; their given names are hardly
    more alike than those of strangers."""
    prior = related_prior(feature)
    if not tells_families(feature, outcome):
        return prior
    blocks, of_strangers = prior.reshape(-1, block_size(feature)), unrelated[: block_size(feature)].copy()
    of_strangers[EXACT] = 0.0
    strangers = of_strangers / of_strangers.sum()
    blocks[Role.GIVEN] = (1.0 - _ALIKE_IN_A_FAMILY) * strangers + _ALIKE_IN_A_FAMILY * blocks[Role.GIVEN]
    blocks[Role.FAMILY] = RELATED_FAMILY_WORD
    return np.asarray(blocks.reshape(-1))


def among_kin(
    feature: Feature,
    unrelated: Bits,
    match: Bits,
    outcome: Outcomes,
    kin: Bits,
    told_apart: npt.NDArray[np.bool_],
) -> Bits:
    """Probabilities of the outcomes among kin. Where family names are known, data can say what kin share of them, and
    how many have the given name in common, too: father and son. Of that only pairs speak of which can be seen that they
    are two.

    ``match``: the probabilities in one customer.
    """
    prior = kin_prior(feature, unrelated, outcome)
    seen = outcome.sums(kin, len(prior))
    if not feature.is_words:
        return _rarely_of_one_day(feature, posterior(feature, prior, seen, RELATED_BELIEF))
    if not tells_families(feature, outcome):
        return _no_likelier_slips(posterior(feature, prior, seen, _KIN_NAME_BELIEF), match, feature)
    given = slice(Role.GIVEN * block_size(feature), (Role.GIVEN + 1) * block_size(feature))
    # What makes their names likelier to agree, or less likely, is told of each pair already.
    seen[given] = outcome.sums(kin * told_apart * np.exp2(-outcome.kin_chance), len(prior))[given]
    belief = np.where([role is Role.ORGANIZATION for role in Role], _KIN_NAME_BELIEF, RELATED_BELIEF)
    learnt = posterior(feature, prior, seen, np.repeat(belief, block_size(feature)))
    return _no_likelier_slips(within(learnt.reshape(-1, block_size(feature)), _KIN_DIFFER), match, feature)


def _rarely_of_one_day(feature: Feature, kin: Bits) -> Bits:
    """Twins are not the rule: of many pairs in which all agrees but the names, these were garbled."""
    if feature.type is not AttributeType.DATE:
        return kin
    blocks = kin.reshape(-1, block_size(feature)).copy()
    alike = blocks[:, :SIMILAR].sum(axis=1, keepdims=True)
    most = np.minimum(alike, _OF_ONE_DAY)
    blocks[:, :SIMILAR] *= most / alike
    blocks[:, SIMILAR:] *= (1.0 - most) / (1.0 - alike)
    return np.asarray(blocks.reshape(-1))


def tells_families(feature: Feature, outcome: Outcomes) -> bool:
    """Family names stand in a column of their own."""
    of_families = slice(Role.FAMILY * block_size(feature), (Role.FAMILY + 1) * block_size(feature))
    return feature.is_words and bool(outcome.counts[:, of_families].any())


def _no_likelier_slips(kin: Bits, match: Bits, feature: Feature) -> Bits:
    """A word written otherwise is one person's sooner than two people's: it never speaks for kin. Where it seems to,
    kin's words contradict each other. Only their family name kin share, with all that becomes of it."""
    bounded, of_one = kin.reshape(-1, block_size(feature)).copy(), match.reshape(-1, block_size(feature))
    for role in (Role.GIVEN, Role.ORGANIZATION):
        slips = np.minimum(bounded[role, _SLIPS], of_one[role, _SLIPS])
        bounded[role, WordOutcome.CONFLICT] += (bounded[role, _SLIPS] - slips).sum()
        bounded[role, _SLIPS] = slips
    return np.asarray(bounded.reshape(-1))
