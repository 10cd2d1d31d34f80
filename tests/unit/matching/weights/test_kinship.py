"""What speaks for two customers who belong together: against strangers, and against those for whom one acts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.explanation import explain_relations, relation_probabilities
from steward.matching.runs.engine import match
from steward.matching.weights.kinship import Ties

if TYPE_CHECKING:
    from steward.matching.weights.model import MatchModel

_T = AttributeType

_GIVEN = "Agus Budi Citra Dewi Eko Fajar Gita Hadi Indah Joko Lina Maya".split()
_FAMILY = "Wijaya Lubis Tanoto Kusuma Hidayat Siregar Pranata Halim".split()
_KINDS = (("name", _T.NAME), ("phone", _T.PHONE), ("address", _T.ADDRESS), ("city", _T.LOCALITY))


@cache
def _model() -> MatchModel:
    rows = [
        (f"{given} {family}", f"+62811{i:07}", f"Jl. {family} {given} No. {i + 1}", ("Medan", "Bandung", "Solo")[i % 3])
        for i, (given, family) in enumerate((given, family) for given in _GIVEN for family in _FAMILY)
    ]
    return match(_columns(*rows, *rows[:20])).model


def _columns(*rows: tuple[str, ...]) -> list[Column]:
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(_KINDS)]


def _likelihood(
    one: tuple[str, ...], other: tuple[str, ...], *, persons: int, at_one_house: bool = False, firm: bool = False
) -> float:
    ties = Ties(np.array([at_one_house]), np.array([persons]), firm)
    related, _ = relation_probabilities(_model(), _columns(one, other), [(0, 1)], ties)
    return float(related[0])


_ONE = ("Rosa Manurung", "+628220000001", "Jl. Cempaka No. 4", "Medan")
_AT_HOME = ("Tono Saputra", "+628220000001", "Jl. Cempaka No. 4", "Medan")
_ELSEWHERE = ("Tono Saputra", "+628220000001", "Perum. Griya Asri B7 No. 30", "Medan")


@pytest.mark.parametrize("other", [_AT_HOME, _ELSEWHERE])
def test_the_more_persons_share_it_the_less_they_are_a_family(other: tuple[str, ...]) -> None:
    likely = [_likelihood(_ONE, other, persons=count) for count in range(2, 13)]
    assert likely == sorted(likely, reverse=True)
    assert likely[-1] < likely[0] / 2


def test_a_number_that_many_share_who_live_elsewhere_is_no_familys() -> None:
    assert _likelihood(_ONE, _AT_HOME, persons=2, at_one_house=True) > 0.9
    assert _likelihood(_ONE, _ELSEWHERE, persons=8) < 0.1


def test_one_house_says_more_than_one_street_or_village() -> None:
    apart = ("Tono Saputra", "", "Jl. Cempaka No. 4", "Medan")
    street, house = (_likelihood(_ONE, apart, persons=0, at_one_house=same) for same in (False, True))
    assert street < house


def test_an_address_that_differs_is_no_house_in_common() -> None:
    found = [_likelihood(_ONE, _ELSEWHERE, persons=2, at_one_house=same) for same in (False, True)]
    assert found[0] == found[1]


def test_it_is_said_of_both() -> None:
    for persons in (0, 2, 5):
        assert _likelihood(_ONE, _AT_HOME, persons=persons) == pytest.approx(
            _likelihood(_AT_HOME, _ONE, persons=persons)
        )


def test_how_many_a_firm_is_reached_through_says_nothing_of_its_branches() -> None:
    head, branch = (("PT Sinar Elektrindo", "", f"Jl. Pemuda No. {n}", "Solo") for n in (3, 9))
    found = {_likelihood(head, branch, persons=count, firm=True) for count in (0, 2, 9)}
    assert len(found) == 1


def test_what_is_shown_is_what_was_weighed() -> None:
    def phone_of(persons: int) -> float:
        ties = Ties(np.array([False]), np.array([persons]), are_of_one_firm=False)
        (evidence,) = explain_relations(_model(), _columns(_ONE, _ELSEWHERE), [(0, 1)], ties)
        return next(part.match_weight for part in evidence if part.attributes[0] == "phone")

    def address_of(at_one_house: bool) -> float:
        ties = Ties(np.array([at_one_house]), np.array([0]), are_of_one_firm=False)
        (evidence,) = explain_relations(_model(), _columns(_ONE, _AT_HOME), [(0, 1)], ties)
        return next(part.match_weight for part in evidence if part.attributes[0] == "address")

    # A phone that eight share is hardly a family's, and one house is more than one street.
    assert phone_of(8) < phone_of(2) / 2
    assert address_of(at_one_house=True) > address_of(at_one_house=False)
