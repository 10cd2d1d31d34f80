"""The first look drops only pairs that comparing closely would drop as well."""

from __future__ import annotations

from random import Random

import numpy as np

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.runs.engine import match
from steward.matching.settings import MatchSettings
from steward.matching.weights.glance import Glance
from steward.matching.weights.scoring import score_pairs

_T = AttributeType
_LEAST = -5.6
_NAMES = ("budi", "boedi", "santoso", "santosa", "sri", "wahyuni", "nur", "hayati", "nurhayati", "siti", "s", "dewi")


def _table(count: int) -> list[Column]:
    random = Random(5)

    def some(values: list[str]) -> str:
        return random.choice(["", *values, *values])

    phones = [f"+62812{random.randint(10**6, 10**7)}" for _ in range(count // 3)]
    rows = [
        (
            " ".join(random.choices(_NAMES, k=random.randint(1, 3))),
            some(["PT Maju Jaya", "Budi Santoso", "CV Sinar"]),
            some([f"{random.choice(_NAMES)}.{random.choice(_NAMES)}{random.randint(1, 9)}@mail.com"]),
            some(phones),
            some([f"19{random.randint(70, 79)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}"]),
            some([f"Jl. Melati No. {random.randint(1, 9)}", f"Jl. Mawar {random.randint(1, 9)}"]),
            some(["Bandung", "Bandun", "Surabaya"]),
            some(["40111", "40112", "60123"]),
        )
        for _ in range(count)
    ]
    rows += rows[::10]
    kinds = (_T.NAME, _T.ORGANIZATION, _T.EMAIL, _T.PHONE, _T.DATE, _T.ADDRESS, _T.LOCALITY, _T.POSTCODE)
    return [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]


def _looked_at(columns: list[Column]) -> tuple[set[int], set[int], int]:
    """The pairs that matter, the pairs that survive the first look, and the number of all pairs."""
    model = match(columns).model
    data, _ = encode_features(model.features, columns, model.shares)
    left, right = (rows.astype(np.int32) for rows in np.triu_indices(len(columns[0].values), 1))
    scores = score_pairs(model, data, left, right, MatchSettings(), NoProgress(), "compare")
    hopeful = Glance(model, data).hopeful(left, right, _LEAST)
    return set(np.flatnonzero(scores.match_weight > _LEAST).tolist()), set(hopeful.tolist()), len(left)


def test_no_pair_that_can_matter_is_dropped() -> None:
    matter, hopeful, _ = _looked_at(_table(150))
    assert matter
    assert matter <= hopeful


def test_most_pairs_of_strangers_are_dropped() -> None:
    random = Random(6)
    columns = [
        Column("name", _T.NAME, [f"{random.choice(_NAMES)} {random.choice(_NAMES)}" for _ in range(150)]),
        Column("phone", _T.PHONE, [f"+628{random.randint(10**9, 10**10)}" for _ in range(150)]),
        Column("born", _T.DATE, [f"{random.randint(1940, 2005)}-03-{random.randint(10, 28)}" for _ in range(150)]),
    ]
    matter, hopeful, pairs = _looked_at(columns)
    assert matter <= hopeful
    assert len(hopeful) < pairs / 4


def test_no_pair_of_firms_that_can_matter_or_belong_together_is_dropped() -> None:
    firms = [column for column in _table(150) if column.type is not _T.NAME]
    matter, hopeful, _ = _looked_at(firms)
    assert matter
    assert matter <= hopeful
