"""Spellings of one name are learnt from records that are one person's whatever the name."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS
from steward.matching.columns import Column
from steward.matching.explanation import explain
from steward.matching.features.data import encode_features
from steward.matching.features.plan import plan_features
from steward.matching.learning.spellings import with_spellings
from steward.matching.runs.engine import match
from steward.matching.weights.model import MatchModel

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A name, a birth date and a phone; of one number are the records of one person.
Person = tuple[str, int]


def _columns(people: Sequence[Person]) -> list[Column]:
    names, numbers = [name for name, _ in people], [number for _, number in people]
    dates = [f"19{number % 90 + 10}-0{number % 9 + 1}-1{number % 7}" for number in numbers]
    return [
        Column("nama", AttributeType.NAME, names),
        Column("lahir", AttributeType.DATE, dates),
        Column("hp", AttributeType.PHONE, [f"+62812{number:07}" for number in numbers]),
    ]


def _learnt(people: Sequence[Person]) -> dict[str, str]:
    columns = _columns(people)
    features = plan_features(columns)
    data, shares = encode_features(features, columns)
    left, right = np.array(list(itertools.combinations(range(len(people)), 2)), np.int32).T
    _, known = with_spellings(features, data, shares, left, right, NO_PROGRESS)
    return dict(known[0].spellings)


FAMILIES = ("Haddad", "Khoury", "Mansour", "Darwish", "Najjar", "Zahrani", "Otaibi", "Sultan")


def test_words_that_one_person_is_written_with_by_turns_are_one_name() -> None:
    people = [(f"{given} {family}", n) for n, family in enumerate(FAMILIES) for given in ("Tariq", "Tareq")]
    assert _learnt([*people, ("Tareq Saleh", 100), ("Tariq Saleh", 101)]) == {"tarik": "tarek"}


def test_words_of_different_people_stay_two_names() -> None:
    people = [(f"{given} {family}", n) for n, family in enumerate(FAMILIES) for given in ("Saleh", "Saleh")]
    others = [(f"Salem {family}", n + 50) for n, family in enumerate(FAMILIES)]
    assert _learnt([*people, *others]) == {}


def test_twins_named_alike_are_rarer_than_people_written_the_same() -> None:
    usual = [(name, n + m) for n in range(40) for m, name in ((0, "Salem Haddad"), (100, "Saleh Omar")) for _ in "ab"]
    twins = [(f"{given} {family}", n + 50) for n, family in enumerate(FAMILIES[:3]) for given in ("Salem", "Saleh")]
    assert _learnt([*usual, *twins]) == {}


def test_a_name_in_its_other_spelling_is_believed_and_the_stored_model_knows_it() -> None:
    people = [(f"{given} {family}", n) for n, family in enumerate(FAMILIES * 6) for given in ("Tariq", "Tareq")]
    columns = _columns([*people, *((f"Omar {family}", n + 60) for n, family in enumerate(FAMILIES))])
    model = match(columns).model
    (spelt,) = explain(model, columns, [(0, 1)])
    (by_itself,) = explain(MatchModel.from_json(model.to_json()), columns, [(0, 1)])
    assert model.shares[0].spellings == {"tarik": "tarek"}
    assert by_itself == spelt
    assert spelt.match_probability > 0.99
