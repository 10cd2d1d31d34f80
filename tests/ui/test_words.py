"""Every enum that lower layers hand up has words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.attributes import ATTRIBUTES
from steward.domain.decisions import DecisionKind, Relation
from steward.domain.pairs import Level, Strength
from steward.domain.records import IssueKind, KeyMode
from steward.domain.survivorship import SurvivorshipRule
from steward.resources import resource_path
from steward.ui import words
from steward.ui.words import attributes
from steward.workspace.lists.list_views import DamageKind
from steward.workspace.views import CellState, Flip, Reason, ReasonKind
from tests.builders import make_decision_view, make_finding

if TYPE_CHECKING:
    from steward.ui.language import Language

pytestmark = pytest.mark.usefixtures("language")


@pytest.mark.parametrize("name", list(ATTRIBUTES))
def test_attribute_has_a_label_and_an_icon(name: str) -> None:
    assert words.attribute_label(name)
    assert name in attributes._ATTRIBUTES
    assert resource_path(f"icons/{words.attribute_icon(name)}.svg").is_file()


@pytest.mark.parametrize(
    ("function", "values"),
    [
        (words.rule_label, SurvivorshipRule),
        (words.strength_label, Strength),
        (words.relation_label, Relation),
        (words.decision_kind_label, DecisionKind),
        (words.state_label, CellState),
        (words.level_label, Level),
        (words.issue_label, IssueKind),
        (words.key_mode_label, KeyMode),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_every_value_has_its_own_words(function: object, values: object) -> None:
    words = [function(value) for value in values]
    assert all(words)
    assert len(set(words)) == len(words)
    assert not any("_" in word for word in words)


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_decision_sentence_names_the_customer(kind: DecisionKind) -> None:
    sentence = words.decision_sentence(make_decision_view(kind=kind, reverses=7))
    assert "Dewi Lestari" in sentence
    assert "{" not in sentence
    assert resource_path(f"icons/{words.decision_icon(kind)}.svg").is_file()


@pytest.mark.parametrize("kind", list(DamageKind))
def test_finding_has_title_and_explanation(kind: DamageKind) -> None:
    finding = make_finding(kind, detail="Two title rows are skipped.")
    assert words.finding_title(finding)
    assert words.finding_sentence(finding)
    assert "{" not in words.finding_title(finding) + words.finding_sentence(finding)


@pytest.mark.parametrize("kind", list(ReasonKind))
def test_reason_is_a_sentence(kind: ReasonKind) -> None:
    sentence = words.reason_sentence([Reason(kind, (1, 2), ("nik", "phone"))])
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_numbers_become_ranges() -> None:
    assert words.number_ranges([1]) == "1"
    assert words.number_ranges([2, 1]) == "1 and 2"
    assert words.number_ranges([1, 2, 3, 5]) == "1–3 and 5"


def test_words_are_joined_as_people_write_them() -> None:
    assert words.join_words([]) == ""
    assert words.join_words(["NIK", "phone", "name"]) == "NIK, phone and name"


def test_flip_says_what_would_change() -> None:
    sentence = words.flip_sentence(Flip("email", -0.4, Strength.UNCLEAR))
    assert "Without e-mail" in sentence
    assert "−0.4" in sentence


def test_labels_inside_sentences_keep_the_capitals_of_abbreviations_only(language: Language) -> None:
    language.use("id")
    assert words.attribute_in_sentence("city") == "kota/kabupaten"
    assert words.attribute_in_sentence("nik") == "NIK"
    language.use("en")
    assert words.attribute_in_sentence("birth_date") == "birth date"
    assert words.attribute_in_sentence("consent_whatsapp") == "WA consent"
