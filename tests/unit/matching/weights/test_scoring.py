"""What agreement says where several customers are known to carry one name, and where firms share a desk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.outcomes import Outcomes, compute_outcomes
from steward.matching.runs.engine import match
from steward.matching.weights.scoring import MATCH, RELATED, class_evidence, class_totals

if TYPE_CHECKING:
    from steward.matching.weights.model import MatchModel

_T = AttributeType

#: name, phone, birth date
Person = tuple[str, str, str]


def _chance(*special: Person) -> float:
    """How likely two rows are one customer among some hundred strangers and a dozen who are all called Wang Wei."""
    ordinary = [
        (f"{chr(97 + i % 26)}{chr(97 + i // 7 % 26)}ri {chr(98 + i // 3 % 24)}untari", f"+62813{10_000_000 + i * 7919}",
         f"19{50 + i % 50}-{1 + i % 12:02}-{1 + i % 28:02}")
        for i in range(200)
    ]  # fmt: skip
    # The records of one customer, so that the table is seen to hold any.
    ordinary += ordinary[:40]
    namesakes = [
        ("Wang Wei", f"+86139{20_000_000 + i * 6151}", f"19{51 + 3 * i}-{1 + i:02}-{9 + i}") for i in range(12)
    ]
    rows = [*ordinary, *namesakes, *special]
    kinds = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE))
    columns = [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]
    result = match(columns)
    last = len(rows) - 1
    found = (result.left == last - 1) & (result.right == last)
    return float(result.match_probabilities[found].max(initial=0.0))


def test_a_usual_name_is_believed_where_the_phone_agrees() -> None:
    assert _chance(("Wang Wei", "+8613711112222", ""), ("Wang Wei", "+8613711112222", "")) > 0.85


def test_a_usual_name_alone_is_not() -> None:
    assert _chance(("Wang Wei", "+8613711112222", ""), ("Wang Wei", "", "1990-04-01")) < 0.2


#: name, phone, e-mail, address
Firm = tuple[str, str, str, str]
_TRADES = ("Bakery", "Roofing", "Dental", "Travel", "Fitness", "Optics", "Storage")


@cache
def _firms() -> MatchModel:
    """Learnt from firms that are listed twice, some with a sister at the same desk."""
    rows = []
    for n in range(150):
        desk = (f"+6221{5_000_000 + 37 * n}", f"info@f{n}.example", f"Jl. Melati No. {n}")
        for trade in _TRADES[n % 7 : n % 7 + 1 + (n % 10 == 0)]:
            rows += [(f"Sr{chr(97 + n % 26)}{chr(97 + n // 26)}ndo {trade}", *desk)] * 2
    return match(_columns(*rows)).model


def _columns(*rows: Firm) -> list[Column]:
    kinds = (_T.ORGANIZATION, _T.PHONE, _T.EMAIL, _T.ADDRESS)
    return [Column(kind.value, kind, [row[i] for row in rows]) for i, kind in enumerate(kinds)]


def _outcomes(first: Firm, second: Firm) -> list[Outcomes]:
    model = _firms()
    data, _ = encode_features(model.features, _columns(first, second), model.shares)
    return compute_outcomes(model.features, data, np.array([0], np.int32), np.array([1], np.int32))


def _one_rather_than_sisters(first: Firm, second: Firm) -> float:
    """Bits."""
    totals = class_totals(_firms(), _outcomes(first, second))
    return float((totals[MATCH] - totals[RELATED])[0])


def test_all_that_sister_firms_share_together_says_little_more_than_a_part_of_it() -> None:
    bare = _one_rather_than_sisters(("Anda Bakery", "", "", ""), ("Anda Roofing", "", "", ""))
    whole = ("+62217654321", "info@anda.example", "Jl. Mawar No. 9")
    assert _one_rather_than_sisters(("Anda Bakery", *whole), ("Anda Roofing", *whole)) - bare <= 2.0


def test_what_features_say_adds_up() -> None:
    outcomes = _outcomes(("Anda Bakery", "+62217654321", "", "x 1"), ("Anda Roofing", "+62217654331", "", "x 1"))
    model = _firms()
    summed = class_evidence(model, outcomes).sum(axis=0) + np.array(model.prior)[:, None]
    assert summed == pytest.approx(class_totals(model, outcomes))
