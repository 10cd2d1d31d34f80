"""Which pairs are weighed to group records."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.candidates.packed_pairs import packed
from steward.matching.clusters.clustering import components
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.runs.engine import match
from steward.matching.settings import MatchSettings
from steward.matching.weights.weighing import Scales

_T = AttributeType
_SYLLABLES = tuple(c + v for c in "bdgklmnprst" for v in "aiu")
_THRESHOLD = 0.0


def _people(count: int) -> list[Column]:
    """Two people at each phone and address; some of their records don't say who they are, and seem to be either's."""
    random = Random(3)
    rows: list[tuple[str, ...]] = []
    while len(rows) < count:
        phone, address = f"+62812{random.randint(10**6, 10**7)}", f"Jl. {_name(random)} No. {random.randint(1, 99)}"
        email = f"{_name(random)}{random.randint(1, 99)}@mail.com"
        for _ in range(2):
            name = f"{_name(random)} {_name(random)}"
            born = f"19{random.randint(50, 99)}-0{random.randint(1, 9)}-{random.randint(10, 28)}"
            rows += [(name, phone, born, address, email)] * random.randint(1, 3)
        rows += [("", phone, "", address, email)] * random.randint(0, 2)
    kinds = (_T.NAME, _T.PHONE, _T.DATE, _T.ADDRESS, _T.EMAIL)
    return [Column(kind.value, kind, [row[i] for row in rows[:count]]) for i, kind in enumerate(kinds)]


def _name(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=random.randint(2, 4)))


@pytest.mark.parametrize("largest", [2, 4, 60])
def test_grouping_knows_of_every_pair_inside_components_what_a_look_for_relations_knows(
    monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr("steward.matching.weights.weighing._WEIGHED_WHOLE", largest)
    columns = _people(300)
    model = match(columns).model
    data, _ = encode_features(model.features, columns, model.shares)
    scales = Scales(model, data, MatchSettings(), NoProgress())
    left, right = (rows.astype(np.int32) for rows in np.triu_indices(300, 1))

    everything = scales.with_inner_pairs(scales.weigh(left, right, with_related=True), 300, _THRESHOLD)
    likely = scales.weigh(left, right, with_related=False)
    grouping = scales.with_inner_pairs(likely, 300, _THRESHOLD, [(left, right)])

    linked = everything[2] > _THRESHOLD
    labels = components(300, everything[0][linked], everything[1][linked])
    assert np.bincount(labels).max() > largest or largest == 60
    inside = labels[everything[0]] == labels[everything[1]]
    kept = np.isin(packed(*grouping[:2]), packed(everything[0][inside], everything[1][inside]))
    for found, expected in zip(grouping, everything, strict=True):
        np.testing.assert_array_equal(found[kept], expected[inside])
    # Pairs of different components that may only be related were not compared closely.
    assert len(grouping[0]) < len(everything[0])
