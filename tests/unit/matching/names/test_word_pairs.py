"""How rarely the words that two names share are shared by chance."""

from __future__ import annotations

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import compute_outcomes
from steward.matching.features.plan import plan_features

_T = AttributeType


def test_an_employer_of_many_is_as_common_as_its_people_are_many_however_rare_its_words() -> None:
    """The words of a firm come together: each is rare, but whoever has one of them has all."""
    people = [
        f"{a}{b} {c}{d}" for a in ("bor", "kel", "mut") for b in ("da", "fi") for c in "xyz" for d in ("ulo", "ami")
    ]
    firms = ["Shaw, Stewart and Edwards"] * 12 + [f"Firm{i} Solo{i}" for i in range(24)]
    columns = [Column("name", _T.NAME, people), Column("firm", _T.ORGANIZATION, firms)]
    features = plan_features(columns)
    counted, shares = encode_features(features, columns)
    known, _ = encode_features(features, columns, shares)
    for data in (counted, known):
        _, firm = compute_outcomes(features, data, np.array([0, 0], np.int32), np.array([1, 30], np.int32))
        assert firm.chance.tolist() == [pytest.approx(np.log2(12 / 36)), 0.0]


def test_an_organization_answers_a_name_only_where_the_other_record_has_none_beside_its_name() -> None:
    people, firms = ["Toni Reed", "Turner Moss", "Turner"], ["Turner Tools", "Turner Tools", ""]
    columns = [Column("name", _T.NAME, people), Column("firm", _T.ORGANIZATION, firms)]
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    name, _ = compute_outcomes(features, data, np.array([0, 0], np.int32), np.array([1, 2], np.int32))
    assert (name.chance < 0).tolist() == [False, True]
