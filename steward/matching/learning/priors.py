"""What the engine believes before it has seen the data: how often each outcome occurs in each class of pairs.

The figures are round: they stand for many lists, not for one. Data soon outweighs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import EXACT, LEVELS
from steward.matching.names.word_pairs import ROLES
from steward.matching.names.words import Role

if TYPE_CHECKING:
    from steward.matching.features.plan import Feature

_T = AttributeType

Bits = npt.NDArray[np.float64]

#: exact, close, similar, partial, different: two records of one customer.
_MATCH: dict[AttributeType, tuple[float, ...]] = {
    _T.NATIONAL_ID: (0.86, 0.08, 0.02, 0.01, 0.03),
    _T.CODE: (0.65, 0.08, 0.03, 0.02, 0.22),
    _T.PHONE: (0.60, 0.06, 0.02, 0.01, 0.31),
    _T.EMAIL: (0.62, 0.10, 0.04, 0.02, 0.22),
    _T.DATE: (0.82, 0.10, 0.03, 0.02, 0.03),
    _T.ADDRESS: (0.40, 0.22, 0.12, 0.08, 0.18),
    _T.LOCALITY: (0.70, 0.10, 0.02, 0.04, 0.14),
    _T.POSTCODE: (0.70, 0.06, 0.01, 0.08, 0.15),
    _T.CATEGORY: (0.92, 0.01, 0.01, 0.01, 0.05),
    _T.NUMBER: (0.60, 0.10, 0.05, 0.05, 0.20),
    _T.TEXT: (0.50, 0.15, 0.10, 0.10, 0.15),
}

#: The same for two different customers who belong together: household, firm and contact, head office and branch.
_RELATED: dict[AttributeType, tuple[float, ...]] = {
    _T.NATIONAL_ID: (0.01, 0.01, 0.01, 0.01, 0.96),
    _T.CODE: (0.03, 0.01, 0.01, 0.01, 0.94),
    _T.PHONE: (0.45, 0.04, 0.01, 0.01, 0.49),
    _T.EMAIL: (0.08, 0.03, 0.01, 0.01, 0.87),
    _T.DATE: (0.15, 0.02, 0.02, 0.04, 0.77),
    _T.ADDRESS: (0.45, 0.22, 0.10, 0.08, 0.15),
    _T.LOCALITY: (0.75, 0.10, 0.02, 0.03, 0.10),
    _T.POSTCODE: (0.75, 0.06, 0.01, 0.06, 0.12),
    _T.CATEGORY: (0.45, 0.01, 0.01, 0.01, 0.52),
    _T.NUMBER: (0.20, 0.10, 0.10, 0.10, 0.50),
    _T.TEXT: (0.20, 0.10, 0.10, 0.15, 0.45),
}

#: Unrelated records that agree on a context already: agreement says little more.
_IN_CONTEXT: dict[AttributeType, tuple[float, ...]] = {
    _T.EMAIL: (0.02, 0.10, 0.06, 0.04, 0.78),
    _T.CATEGORY: (0.85, 0.01, 0.01, 0.01, 0.12),
    _T.LOCALITY: (0.70, 0.08, 0.02, 0.04, 0.16),
    _T.POSTCODE: (0.60, 0.06, 0.02, 0.12, 0.20),
}

#: Namesakes with equal values, beyond chance.
_NAMESAKES: dict[AttributeType, float] = {
    _T.PHONE: 0.05,
    _T.ADDRESS: 0.05,
    _T.LOCALITY: 0.15,
    _T.POSTCODE: 0.08,
    _T.CATEGORY: 0.50,
}

#: What tells namesakes apart; it is not learnt for them, or the class would drift to one of its own making.
TELL_APART = (_T.DATE, _T.NATIONAL_ID, _T.CODE, _T.EMAIL)
#: What nobody changes: where it differs, two records of one name are of two people.
LASTING = (_T.DATE, _T.NATIONAL_ID)
#: The same for organizations: branches of one name are elsewhere.
PLACES_OF_FIRMS = (_T.ADDRESS, _T.LOCALITY, _T.POSTCODE)
ELSEWHERE = (*PLACES_OF_FIRMS, _T.PHONE)
#: A column in which so many of all pairs agree by chance, such as a country, does not show who is a namesake.
COARSE = 0.05

#: What the branches of a firm may have of it, and how often they do where that is seen.
OF_FIRMS = (_T.NATIONAL_ID, _T.CODE, _T.EMAIL)
_BRANCH_SHARE = 0.2
#: How close the numbers of two branches often are: that of their firm with a few digits of their own (CNPJ, SIRET).
NUMBERED_ALIKE = (_T.NATIONAL_ID, _T.CODE)
_BRANCH_NUMBERS = np.array((0.0, 0.05, 0.1, 0.05, 0.0))

#: exact, close, similar, part, initial, echoed, left out, conflict: one word of a name.
_MATCH_WORD = (0.73, 0.08, 0.03, 0.03, 0.02, 0.02, 0.06, 0.03)
RELATED_FAMILY_WORD = (0.75, 0.10, 0.03, 0.01, 0.01, 0.01, 0.02, 0.07)
_RELATED_WORD = (0.22, 0.04, 0.05, 0.01, 0.01, 0.01, 0.12, 0.54)


#: How often records of one customer may contradict each other, least and most, whatever the data seem to say. The
#: candidates that learning sees share something, and so underrate how often people move; and where much else is
#: shared, as in a family, two people must not pass for one who changes the name at every turn.
_CONTRADICTIONS: dict[AttributeType, tuple[float, float]] = {
    _T.NATIONAL_ID: (0.0, 0.2),
    _T.DATE: (0.0, 0.3),
    _T.PHONE: (0.03, 1.0),
    _T.EMAIL: (0.03, 1.0),
    _T.ADDRESS: (0.03, 1.0),
    _T.LOCALITY: (0.03, 1.0),
    _T.POSTCODE: (0.03, 1.0),
}
_CONTRADICTIONS_OF_WORD = {Role.GIVEN: (0.0, 0.12), Role.FAMILY: (0.0, 0.2), Role.ORGANIZATION: (0.0, 0.2)}
#: Where kin can show: sister firms are known by words of one name, too, and share all else.
_CONTRADICTIONS_BESIDE_SISTERS = _CONTRADICTIONS_OF_WORD | {Role.ORGANIZATION: (0.0, 0.04)}

_CONTRADICTIONS_OF_EMPLOYER = (0.1, 1.0)


def match_prior(feature: Feature) -> Bits:
    """Probabilities of a feature's outcomes among records of one customer."""
    if feature.is_words:
        return np.tile(_MATCH_WORD, ROLES)
    return np.tile(_MATCH[feature.type], 2)


def contradiction_bounds(feature: Feature, *, is_employer: bool, may_be_kin: bool) -> Bits:
    """Shape (blocks of outcomes, 2): the least and greatest probability of a contradiction in one customer.

    ``may_be_kin``: whether customers who belong together show by what they share beside their names.
    """
    if is_employer:
        return np.tile(_CONTRADICTIONS_OF_EMPLOYER, (len(Role), 1))
    if feature.is_words:
        of_word = _CONTRADICTIONS_BESIDE_SISTERS if may_be_kin else _CONTRADICTIONS_OF_WORD
        return np.array([of_word[role] for role in Role])
    return np.tile(_CONTRADICTIONS.get(feature.type, (0.0, 1.0)), (2, 1))


def related_prior(feature: Feature) -> Bits:
    """Probabilities of a feature's outcomes among records of related customers."""
    if feature.is_words:
        return np.tile(_RELATED_WORD, ROLES)
    return np.tile(_RELATED[feature.type], 2)


def namesake_prior(feature: Feature, unrelated: Bits, shared: float, *, of_firms: bool) -> Bits:
    """Namesakes are strangers who have some things in common: names go with regions, father and son with a home, and
    numbers of branches begin with that of their firm.

    ``shared``: how far (0..1) branches are seen to have the very value of their firm.
    """
    if feature.is_words:
        return match_prior(feature)
    share = max(_NAMESAKES.get(feature.type, 0.001), _BRANCH_SHARE * shared)
    near = unrelated[: len(LEVELS)].copy()
    near[EXACT] = 0.0
    near *= (1.0 - share) / near.sum()
    if of_firms and feature.type in NUMBERED_ALIKE:
        near = (1.0 - _BRANCH_NUMBERS.sum()) * near + _BRANCH_NUMBERS
    near[EXACT] = share
    return np.concatenate([near, unrelated[len(LEVELS) :]])


def in_context_prior(feature: Feature) -> Bits:
    """Probabilities of the levels among unrelated records whose context agrees."""
    return np.array(_IN_CONTEXT.get(feature.type, _RELATED[feature.type]))


def outcome_count(feature: Feature) -> int:
    """How many outcomes a feature has."""
    return len(match_prior(feature))


def block_size(feature: Feature) -> int:
    """Outcomes that sum to one: those of one role of a name, or of one context of a value."""
    return len(_MATCH_WORD) if feature.is_words else len(LEVELS)
