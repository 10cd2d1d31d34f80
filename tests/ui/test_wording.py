"""Every enum that lower layers hand up has words."""

from __future__ import annotations

import pytest

from steward.domain.attributes import ATTRIBUTES
from steward.domain.decisions import DecisionKind, Relation
from steward.domain.pairs import Level, Strength
from steward.domain.records import IssueKind, KeyMode
from steward.domain.survivorship import SurvivorshipRule
from steward.resources import resource_path
from steward.ui import labels, wording
from steward.workspace.lists.list_views import DamageKind
from steward.workspace.views import CellState, Flip, Reason, ReasonKind
from tests.builders import make_decision_view, make_finding

pytestmark = pytest.mark.usefixtures("language")


@pytest.mark.parametrize("name", list(ATTRIBUTES))
def test_attribute_has_a_label_and_an_icon(name: str) -> None:
    assert wording.attribute_label(name)
    assert name in labels._ATTRIBUTES
    assert resource_path(f"icons/{wording.attribute_icon(name)}.svg").is_file()


@pytest.mark.parametrize(
    ("function", "values"),
    [
        (wording.rule_label, SurvivorshipRule),
        (wording.strength_label, Strength),
        (wording.relation_label, Relation),
        (wording.decision_kind_label, DecisionKind),
        (wording.state_label, CellState),
        (wording.level_label, Level),
        (wording.issue_label, IssueKind),
        (wording.key_mode_label, KeyMode),
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
    sentence = wording.decision_sentence(make_decision_view(kind=kind, reverses=7))
    assert "Dewi Lestari" in sentence
    assert "{" not in sentence
    assert resource_path(f"icons/{wording.decision_icon(kind)}.svg").is_file()


@pytest.mark.parametrize("kind", list(DamageKind))
def test_finding_has_title_and_explanation(kind: DamageKind) -> None:
    finding = make_finding(kind, detail="Two title rows are skipped.")
    assert wording.finding_title(finding)
    assert wording.finding_sentence(finding)
    assert "{" not in wording.finding_title(finding) + wording.finding_sentence(finding)


@pytest.mark.parametrize("kind", list(ReasonKind))
def test_reason_is_a_sentence(kind: ReasonKind) -> None:
    sentence = wording.reason_sentence([Reason(kind, (1, 2), ("nik", "phone"))])
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_numbers_become_ranges() -> None:
    assert wording.number_ranges([1]) == "1"
    assert wording.number_ranges([2, 1]) == "1 and 2"
    assert wording.number_ranges([1, 2, 3, 5]) == "1–3 and 5"


def test_words_are_joined_as_people_write_them() -> None:
    assert wording.join_words([]) == ""
    assert wording.join_words(["NIK", "phone", "name"]) == "NIK, phone and name"


def test_flip_says_what_would_change() -> None:
    sentence = wording.flip_sentence(Flip("email", -0.4, Strength.UNCLEAR))
    assert "Without e-mail" in sentence
    assert "−0.4" in sentence
