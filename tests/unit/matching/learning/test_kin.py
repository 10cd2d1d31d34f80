"""What is held of customers who belong together and are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.features.plan import plan_features
from steward.matching.learning.kin import among_kin
from steward.matching.learning.priors import block_size, match_prior
from steward.matching.names.word_outcomes import WordOutcome
from steward.matching.names.words import Role

if TYPE_CHECKING:
    from steward.matching.features.outcomes import Outcomes
    from steward.matching.features.plan import Feature
    from steward.matching.learning.beliefs import Bits

_T = AttributeType

#: A household: each of them is somebody else.
_NAMES = ("Siti Wijaya", "Sita Wijaya", "Budi Wijaya", "Eka Wijaya", "Putri Wijaya", "Yuliana Wijaya")


def _pairs() -> tuple[Feature, Outcomes]:
    columns = [Column("name", _T.NAME, list(_NAMES))]
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    left, right = np.triu_indices(len(_NAMES), 1)
    (outcomes,) = compute_outcomes(features, data, left.astype(np.int32), right.astype(np.int32))
    return features[0], outcomes


def _blocks(match: Bits) -> tuple[Bits, Bits]:
    """Of kin, and of one customer: one row for each role of a word."""
    feature, outcomes = _pairs()
    everyone = np.ones(len(outcomes.chance))
    kin = among_kin(feature, match, match, outcomes, everyone, everyone > 0)
    return kin.reshape(-1, block_size(feature)), match.reshape(-1, block_size(feature))


@pytest.mark.parametrize("slip", [WordOutcome.CLOSE, WordOutcome.SIMILAR, WordOutcome.PART, WordOutcome.INITIAL])
def test_a_word_written_otherwise_never_speaks_for_kin_but_in_the_family_name(slip: WordOutcome) -> None:
    match = match_prior(_pairs()[0])
    match.reshape(-1, len(WordOutcome))[:, slip] = 0.001
    kin, of_one = _blocks(match)
    not_shared = [Role.GIVEN, Role.ORGANIZATION]
    assert (kin[not_shared, slip] <= of_one[not_shared, slip]).all()
    assert kin[Role.FAMILY, slip] > of_one[Role.FAMILY, slip]


def test_what_kin_do_not_share_contradicts() -> None:
    match = match_prior(_pairs()[0])
    free, _ = _blocks(np.ones_like(match))
    bounded, _ = _blocks(match)
    assert bounded.sum(axis=1) == pytest.approx(free.sum(axis=1))
    assert bounded[:, WordOutcome.EXACT] == pytest.approx(free[:, WordOutcome.EXACT])
    assert (bounded[:, WordOutcome.CONFLICT] >= free[:, WordOutcome.CONFLICT]).all()
