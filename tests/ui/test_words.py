"""Every enum that lower layers hand up has words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.attributes import ATTRIBUTES
from steward.domain.decisions import DecisionKind, Relation
from steward.domain.pairs import Level, Strength
from steward.domain.survivorship import SurvivorshipRule
from steward.resources import resource_path
from steward.ui.words import attributes, joining, labels, sentences, values
from steward.ui.words.masking import Mask
from steward.workspace.lists.list_views import DamageKind
from steward.workspace.views import CellState, Flip, Reason, ReasonKind
from tests.builders import make_decision_view, make_finding

if TYPE_CHECKING:
    from steward.ui.language import Language

pytestmark = pytest.mark.usefixtures("language")


@pytest.mark.parametrize("name", list(ATTRIBUTES))
def test_attribute_has_a_label_and_an_icon(name: str) -> None:
    assert attributes.attribute_label(name)
    assert name in attributes._ATTRIBUTES
    assert resource_path(f"icons/{attributes.attribute_icon(name)}.svg").is_file()


@pytest.mark.parametrize(
    ("function", "values"),
    [
        (labels.rule_label, SurvivorshipRule),
        (labels.strength_label, Strength),
        (labels.relation_label, Relation),
        (labels.decision_kind_label, DecisionKind),
        (labels.state_label, CellState),
        (labels.level_label, Level),
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
    sentence = sentences.decision_sentence(make_decision_view(kind=kind, reverses=7), Mask.OFF)
    assert "Dewi Lestari" in sentence
    assert "{" not in sentence
    assert resource_path(f"icons/{labels.decision_icon(kind)}.svg").is_file()


@pytest.mark.parametrize("kind", list(DamageKind))
def test_finding_has_title_and_explanation(kind: DamageKind) -> None:
    finding = make_finding(kind, detail="Two title rows are skipped.")
    assert sentences.finding_title(finding)
    assert sentences.finding_sentence(finding)
    assert "{" not in sentences.finding_title(finding) + sentences.finding_sentence(finding)


@pytest.mark.parametrize("kind", list(ReasonKind))
def test_reason_is_a_sentence(kind: ReasonKind) -> None:
    sentence = sentences.reason_sentence([Reason(kind, (1, 2), ("nik", "phone"))])
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_parts_keep_their_order_beside_a_script_that_runs_the_other_way() -> None:
    assert joining.in_order(["00 000 001-1", "Bandung"], " · ") == "00 000 001-1 · Bandung"
    mixed = joining.in_order(["00 000 001-1", "الرياض"], " · ")
    # Read from left to right as a whole, each part by itself in its own direction.
    assert mixed == "\u200e\u206800 000 001-1\u2069 · \u2068الرياض\u2069"


def test_numbers_become_ranges() -> None:
    assert joining.number_ranges([1]) == "1"
    assert joining.number_ranges([2, 1]) == "1 and 2"
    assert joining.number_ranges([1, 2, 3, 5]) == "1–3 and 5"


def test_a_share_is_rounded_and_only_all_of_them_are_a_hundred() -> None:
    assert [values.whole_percent(part, 1000) for part in (0, 333, 995, 999, 1000)] == [0, 33, 99, 99, 100]
    assert values.whole_percent(8, 9) == 89


def test_hundreds_of_scattered_members_are_counted_not_listed() -> None:
    assert joining.number_ranges(range(1, 1001)) == "1–1000"
    assert joining.number_ranges(range(1, 2001, 2)) == "1,000 records"


def test_words_are_joined_as_people_write_them() -> None:
    assert joining.join_words([]) == ""
    assert joining.join_words(["NIK", "phone", "name"]) == "NIK, phone and name"


def test_flip_says_what_would_change() -> None:
    sentence = sentences.flip_sentence(Flip("email", -0.4, Strength.UNCLEAR))
    assert "Without e-mail" in sentence
    assert "−0.4" in sentence


def test_labels_inside_sentences_keep_the_capitals_of_abbreviations_only(language: Language) -> None:
    language.use("id")
    assert attributes.attribute_in_sentence("city") == "kota/kabupaten"
    assert attributes.attribute_in_sentence("nik") == "NIK"
    language.use("en")
    assert attributes.attribute_in_sentence("birth_date") == "birth date"
    assert attributes.attribute_in_sentence("consent_whatsapp") == "WA consent"


@pytest.mark.parametrize("code", ["en", "id"])
@pytest.mark.parametrize(
    ("attribute", "value"),
    [("consent", "given"), ("consent_email", "refused"), ("gender", "female"), ("channel", "sms")],
)
def test_a_category_is_typed_in_the_words_that_are_shown(
    language: Language, code: str, attribute: str, value: str
) -> None:
    language.use(code)
    shown = values.typed_text(attribute, value)
    assert shown == values.value_text(attribute, value)
    assert values.typed_value(attribute, f" {shown.upper()} ") == value


def test_what_is_no_word_of_a_category_is_kept_as_it_is_typed() -> None:
    assert values.typed_value("segment", "Gold Plus") == "Gold Plus"
    assert values.typed_value("name", "Female") == "Female"
    assert values.typed_text("birth_date", "1985-05-17") == "1985-05-17"
