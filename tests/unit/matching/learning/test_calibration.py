"""What third records tell about how likely matches are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.candidates.blocking import find_candidates
from steward.matching.clusters.clustering import Rules
from steward.matching.clusters.vetoes import Identifiers
from steward.matching.columns import Column
from steward.matching.comparisons.levels import DIFFERENT
from steward.matching.features.data import encode_features
from steward.matching.learning.calibration import RuledPairs, calibrate
from steward.matching.runs.engine import match
from steward.matching.settings import MatchSettings
from steward.matching.weights.scoring import MATCH, NAMESAKE, RELATED, UNRELATED

if TYPE_CHECKING:
    from steward.matching.weights.model import MatchModel

_T = AttributeType
_GIVEN, _FAMILY = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita"), ("Susanto", "Lestari", "Kurnia", "Hidayat")


def _table(copies: int) -> list[Column]:
    """A hundred people; of each so many records, every one with a phone or a birth date of its own."""
    rows = [
        (
            f"{_GIVEN[i % 7]} {_FAMILY[i % 4]} {chr(97 + i % 26)}{'aeiou'[i % 5]}{chr(97 + i // 4)}o",
            f"+62813{10_000_000 + i * 7919 + (copy == 1) * 313}",
            f"19{50 + i % 50}-{1 + i % 12:02}-{1 + (i + 9 * (copy == 2)) % 28:02}",
        )
        for i in range(100)
        for copy in range(copies)
    ]
    kinds = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE))
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]


def _calibrated(columns: list[Column], model: MatchModel, settings: MatchSettings) -> MatchModel:
    data, _ = encode_features(model.features, columns, model.shares)
    found = find_candidates(model.features, data, settings, NoProgress())
    size = len(columns[0].values)
    identifiers = Identifiers.of(model.features, data, size)
    rules = Rules((), (), identifiers.has_any, identifiers.conflict)
    return calibrate(model, data, RuledPairs(size, found.left, found.right, rules), settings, NoProgress())


def _doubting(model: MatchModel, bits: float) -> MatchModel:
    match_share, *others = model.prior
    return replace(model, prior=(match_share - bits, *others))


@pytest.mark.parametrize("records", [10_000, 120])
def test_records_that_others_tie_together_make_matches_likelier(records: int) -> None:
    columns = _table(4)
    doubting = _doubting(match(columns).model, 8.0)
    found = _calibrated(columns, doubting, MatchSettings(calibration_records=records))
    gained = found.prior[MATCH] - doubting.prior[MATCH]
    assert gained > 0.5
    assert found.prior[RELATED] - doubting.prior[RELATED] == pytest.approx(gained, abs=0.5)
    assert (found.prior[NAMESAKE], found.prior[UNRELATED]) == (doubting.prior[NAMESAKE], doubting.prior[UNRELATED])


def test_an_outcome_that_says_less_than_the_model_holds_is_put_right() -> None:
    """Every customer has a record with another phone; a model that takes this for all but impossible is told off."""
    columns = _table(4)
    model = match(columns).model
    phone = next(place for place, feature in enumerate(model.features) if feature.type is _T.PHONE)
    strict = list(model.weights[phone].match)
    strict[DIFFERENT] -= 6.0
    weights = list(model.weights)
    weights[phone] = replace(weights[phone], match=tuple(strict))
    found = _calibrated(columns, replace(model, weights=tuple(weights)), MatchSettings())
    assert found.weights[phone].match[DIFFERENT] > strict[DIFFERENT] + 0.05


def test_where_no_customer_has_a_third_record_nothing_is_corrected() -> None:
    columns = _table(2)
    model = match(columns).model
    assert _calibrated(columns, model, MatchSettings()) == model


def test_a_model_that_is_right_already_stays() -> None:
    columns = _table(4)
    model = match(columns).model
    assert _calibrated(columns, model, MatchSettings()).prior[MATCH] == pytest.approx(model.prior[MATCH], abs=0.5)
