"""How likely two customers belong together: as kin, rather than as strangers or through somebody who acts for both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.levels import EXACT, LEVELS
from steward.matching.weights.scoring import (
    NAMESAKE,
    RELATED,
    UNRELATED,
    Bits,
    class_evidence,
    log_add,
    log_sum,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.features.outcomes import Outcomes
    from steward.matching.weights.model import MatchModel

_T = AttributeType

#: Of two persons who share a contact so many (log2) are acquainted for one who is kin, and that many more with every
#: further person who has it: the phone of two is mostly that of a couple, that of six an agent's or an office's.
_ACQUAINTED, _WITH_EACH = -3.0, 1.5
#: What the acquainted have in common like kin, and the share of them who are reached at one address, too: colleagues.
_IN_COMMON = frozenset({_T.PHONE, _T.EMAIL, _T.LOCALITY, _T.POSTCODE})
_AT_ONE_PLACE = 0.1
#: How many have an address is counted from the very families that live there: by chance strangers come by the same
#: house less often than that (log2).
_BY_CHANCE_AT_HOME = -5.0
#: How many firms bear a name is counted from its branches, too: strangers come by it less often than that (log2).
_BRANCHES_COUNTED = -3.0


@dataclass(frozen=True, slots=True)
class Ties:
    """What is known of pairs beside their records.

    ``at_one_house``: the pairs whose addresses, where they agree, name one house, not just a street or a village.
    ``persons``: of each pair, how many persons have a contact or an address in common with both, these included; 0
    where they share none. ``are_of_one_firm``: the rows bear the name of one firm. Among people several of one name are
    strangers as a rule, among firms they are branches, however seldom people of one name meet.
    """

    at_one_house: npt.NDArray[np.bool_]
    persons: npt.NDArray[np.int64]
    are_of_one_firm: bool

    def __getitem__(self, portion: slice) -> Ties:
        return Ties(self.at_one_house[portion], self.persons[portion], self.are_of_one_firm)


class Kinship(NamedTuple):
    """Pairs that are two customers, seen as kin or branches (``together``) and as strangers or acquainted (``apart``).

    ``evidence``: shape (features, classes, pairs), log2 likelihood of each outcome; ``totals``: shape (classes, pairs),
    with the prior of each class.
    """

    evidence: Bits
    totals: Bits
    together: tuple[int, ...]
    apart: tuple[int, ...]

    @property
    def weight(self) -> Bits:
        """log2 odds that they are kin, or branches."""
        return np.asarray(log_sum(self.totals[list(self.together)]) - log_sum(self.totals[list(self.apart)]))


def weigh_kinship(model: MatchModel, outcomes: Sequence[Outcomes], ties: Ties) -> Kinship:
    """What the outcomes of pairs say of their being kin, given that they are two customers."""
    weighed, of_them, together, apart = _classes(model, outcomes, are_of_one_firm=ties.are_of_one_firm)
    evidence = class_evidence(weighed, of_them)
    for feature, outcome, of_classes in zip(weighed.features, of_them, evidence, strict=True):
        if feature.type is _T.ADDRESS:
            of_classes[NAMESAKE:, ties.at_one_house & (outcome.codes % len(LEVELS) == EXACT)] += _BY_CHANCE_AT_HOME
    totals = evidence.sum(axis=0) + np.array(weighed.prior)[:, None]
    if ties.are_of_one_firm:
        return Kinship(evidence, totals, together, apart)
    acquainted = _acquainted(weighed, evidence)
    total = acquainted.sum(axis=0) + _prior_of_acquainted(weighed, ties.persons)
    evidence = np.concatenate([evidence, acquainted[:, None]], axis=1)
    return Kinship(evidence, np.vstack([totals, total]), together, (*apart, len(totals)))


def _classes(
    model: MatchModel, outcomes: Sequence[Outcomes], *, are_of_one_firm: bool
) -> tuple[MatchModel, Sequence[Outcomes], tuple[int, ...], tuple[int, ...]]:
    """The model and the outcomes by which kinship is weighed, and the classes that speak for it and against it."""
    if not are_of_one_firm:
        return model, outcomes, (RELATED,), (NAMESAKE, UNRELATED)
    match_prior, related_prior, _, prior_of_others = model.prior
    firms = replace(model, prior=(match_prior, related_prior, related_prior, prior_of_others + _BRANCHES_COUNTED))
    uncrowded = [replace(outcome, crowd=np.zeros_like(outcome.crowd)) for outcome in outcomes]
    return firms, uncrowded, (RELATED, NAMESAKE), (UNRELATED,)


def _acquainted(model: MatchModel, evidence: Bits) -> Bits:
    """Shape (features, pairs): about the log2 likelihood of each feature's outcome among those who are acquainted."""
    likely = []
    for feature, of_classes in zip(model.features, evidence, strict=True):
        like_kin, like_strangers = of_classes[RELATED], of_classes[UNRELATED]
        if feature.type in _IN_COMMON:
            likely.append(like_kin)
        elif feature.type is _T.ADDRESS:
            at_one_place, elsewhere = np.log2(_AT_ONE_PLACE), np.log2(1.0 - _AT_ONE_PLACE)
            likely.append(log_add(like_kin + at_one_place, like_strangers + elsewhere))
        else:
            likely.append(like_strangers)
    return np.stack(likely)


def _prior_of_acquainted(model: MatchModel, persons: npt.NDArray[np.int64]) -> Bits:
    """log2 share of the acquainted, by how many share a contact; of those who share nothing it is none."""
    prior = model.prior[RELATED] + _ACQUAINTED + _WITH_EACH * (persons - 2.0)
    return np.asarray(np.where(persons > 1, prior, -np.inf))
