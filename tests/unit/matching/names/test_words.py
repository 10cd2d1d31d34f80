"""Names word by word: the words that are compared and how they answer each other."""

from __future__ import annotations

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.plan import plan_features
from steward.matching.names.word_outcomes import OUTCOMES, WordOutcome
from steward.matching.names.word_pairs import ROLES, align
from steward.matching.names.words import WordData

_T = AttributeType
_O = WordOutcome


def _outcomes(
    left: str, right: str, kind: AttributeType = _T.NAME, emails: tuple[str, str] = ("", "")
) -> dict[WordOutcome, int]:
    columns = [Column("name", kind, [left, right]), Column("email", _T.EMAIL, emails)]
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    assert isinstance(data[0], WordData)
    found = align(data[0], np.array([0], np.int32), np.array([1], np.int32), 0.15)
    counts = found.counts.reshape(ROLES, OUTCOMES).sum(axis=0).tolist()
    return {outcome: count for outcome, count in zip(WordOutcome, counts, strict=True) if count}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Budi Santoso", "Budi Santoso", {_O.EXACT: 2}),
        ("Budi Santoso", "Santoso Budi", {_O.EXACT: 2}),
        ("Nur Hayati", "Nurhayati", {_O.EXACT: 1}),
        ("Soerjadi", "Suryadi", {_O.EXACT: 1}),
        ("Budi Santoso", "Budi", {_O.EXACT: 1, _O.LEFT_OUT: 1}),
        ("Budi Santoso", "B. Santoso", {_O.EXACT: 1, _O.INITIAL: 1}),
        ("Budi Santoso", "Budi Santosso Adi", {_O.EXACT: 1, _O.CLOSE: 1, _O.LEFT_OUT: 1}),
        ("Rahmat Hidayat", "Rahmatullah Hidayat", {_O.EXACT: 1, _O.PART: 1}),
        ("Budi Santoso", "Budi Wijaya", {_O.EXACT: 1, _O.CONFLICT: 1}),
        ("Wm Ackroyd", "William Ackroyd", {_O.EXACT: 1, _O.PART: 1}),
        ("Betty Ackroyd", "Bess Ackroyd", {_O.EXACT: 1, _O.PART: 1}),
        ("Andy Ackroyd", "Sandy Ackroyd", {_O.EXACT: 1, _O.CLOSE: 1}),
        ("Chris Ackroyd", "Kit Ackroyd", {_O.EXACT: 1, _O.CONFLICT: 1}),
        ("Rina Latika", "Rini Latika", {_O.EXACT: 1, _O.CONFLICT: 1}),
        ("PT Maju Jaya", "Maju Jaya, PT", {_O.EXACT: 2}),
        ("강영서", "강영서", {_O.EXACT: 1}),
        ("강영서", "강영혜", {_O.CONFLICT: 1}),
        ("王小明", "王小红", {_O.CONFLICT: 1}),
        ("중앙전자산업", "중앙전지산업", {_O.SIMILAR: 1}),
    ],
)
def test_words_of_two_names_answer_each_other(left: str, right: str, expected: dict[WordOutcome, int]) -> None:
    assert _outcomes(left, right) == expected
    assert _outcomes(right, left) == expected


def test_a_word_left_out_can_be_heard_in_the_other_address() -> None:
    assert _outcomes("Teguh", "Teguh Hadikusumo", emails=("teguh.hadikusumo@mail.com", "")) == {
        _O.EXACT: 1,
        _O.ECHOED: 1,
    }


def test_an_address_that_two_share_tells_nothing_of_the_name_of_one() -> None:
    shared = ("amber.wade@mail.com", "amber.wade@mail.com")
    assert _outcomes("Amber Wade", "Katherine Chalford", emails=shared) == {_O.CONFLICT: 2}
    assert _outcomes("Amber Wade", "Amber", emails=shared) == {_O.EXACT: 1, _O.ECHOED: 1}


def test_a_missing_name_is_no_evidence() -> None:
    assert _outcomes("", "Budi") == {}


def test_the_firm_of_one_record_answers_the_name_of_the_other() -> None:
    columns = [
        Column("name", _T.NAME, ["Ikhsan Dirja", "PT Indo Makmur"]),
        Column("organization", _T.ORGANIZATION, ["PT Indo Makmur", ""]),
    ]
    data, _ = encode_features(plan_features(columns), columns)
    assert isinstance(data[0], WordData)
    found = align(data[0], np.array([0], np.int32), np.array([1], np.int32), 0.15)
    assert found.counts.reshape(ROLES, OUTCOMES).sum(axis=0)[_O.EXACT] == 2
