"""How many records of one customer carry a value: told by values that equally many records carry."""

from __future__ import annotations

import numpy as np

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.plan import plan_features
from steward.matching.learning.carriers import Copies, copies_of_values

_T = AttributeType


def test_a_firm_with_many_records_has_copies_and_a_usual_town_has_not() -> None:
    """Forty records of one firm, in a town where others are listed once: the firm's name is its own."""
    firms = [*["Xanadu"] * 40, *(f"Firm{i}" for i in range(200))]
    towns = [*["Ulm"] * 10, *["Rom"] * 30, *["Ulm"] * 100, *["Rom"] * 100]
    columns = [Column("firm", _T.ORGANIZATION, firms), Column("town", _T.LOCALITY, towns)]
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    left, right = (rows.astype(np.int32) for rows in np.triu_indices(40, 1))
    average = 40 * 39 / 240
    firm, town = copies_of_values(data, left, right, np.ones(len(left)), 1.0, average)
    assert 35 < firm.of(40) < 40
    assert firm.of(1) < 1
    assert town.of(120) < average


def test_where_nothing_was_seen_the_average_counts() -> None:
    columns = [Column("firm", _T.ORGANIZATION, ["Xanadu", "Avalon"])]
    data, _ = encode_features(plan_features(columns), columns)
    nobody = np.zeros(0, np.int32)
    (firm,) = copies_of_values(data, nobody, nobody, np.zeros(0), 1.0, 3.0)
    assert firm.of(1000) == Copies.always(3.0).of(1000) == 3.0
