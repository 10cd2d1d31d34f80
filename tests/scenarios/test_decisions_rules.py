"""Survivorship rules: tried before they are set, logged, reversible, and respected by everything that computes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.attributes import AttributeGroup
from steward.domain.errors import DecisionError
from steward.domain.survivorship import SurvivorshipRule
from steward.domain.survivorship_rules import Criterion
from steward.workspace.customers.rule_views import Rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.survivorship import GoldenValue
    from steward.workspace import Workspace

    Ids = Callable[..., list[int]]

TRUST_SERVICE = Rules(
    {
        AttributeGroup.NAME: (Criterion.SOURCE_TRUST, Criterion.LONGEST),
        AttributeGroup.ADDRESS: (Criterion.SOURCE_TRUST,),
    },
    trusted_sources=("Service", "Sales"),
)


def _value(workspace: Workspace, cin: str, attribute: str) -> GoldenValue:
    return next(v for v in workspace.golden(cin) if v.attribute == attribute and v.position == 0)


@pytest.fixture
def hery(workspace: Workspace, ids: Ids) -> str:
    """One customer of Sales (Heru Prasetyo, Surabaya) and Service (Hery Prasetya, Malang)."""
    a, b = ids("S-003", "V-3")
    workspace.merge([a, b])
    return workspace.cin_of(a)


def test_a_dry_run_lists_what_then_happens(workspace: Workspace, hery: str) -> None:
    before = workspace.fingerprint()
    preview = workspace.preview_rules(TRUST_SERVICE)
    assert workspace.fingerprint() == before
    old = {(c.cin, c.attribute): _value(workspace, c.cin, c.attribute).value for c in preview.changes}
    assert old == {(c.cin, c.attribute): c.before for c in preview.changes}
    workspace.set_rules(TRUST_SERVICE)
    new = {(c.cin, c.attribute): _value(workspace, c.cin, c.attribute).value for c in preview.changes}
    assert new == {(c.cin, c.attribute): c.after for c in preview.changes}
    assert preview.values == len(preview.changes) == sum(preview.by_attribute.values())
    assert workspace.preview_rules(TRUST_SERVICE).values == 0


def test_the_trusted_source_wins_and_the_value_says_so(workspace: Workspace, hery: str) -> None:
    assert _value(workspace, hery, "city").value == "Surabaya"
    workspace.set_rules(TRUST_SERVICE)
    name, city = _value(workspace, hery, "name"), _value(workspace, hery, "city")
    assert (name.value, name.is_trusted, name.runner_up) == ("Hery Prasetya", True, "Heru Prasetyo")
    assert (city.value, city.rule) == ("Malang", SurvivorshipRule.WITH_ADDRESS)


def test_reversing_the_rules_gives_every_value_back(workspace: Workspace, hery: str) -> None:
    before = workspace.fingerprint()
    decision = workspace.set_rules(TRUST_SERVICE)
    after = workspace.fingerprint()
    assert after != before
    preview = workspace.preview_reverse(decision.id)
    assert (hery, "name", "Hery Prasetya", "Heru Prasetyo") in preview.values
    undo = workspace.reverse(decision.id)
    assert workspace.fingerprint() == before
    assert (hery, "name", "Heru Prasetyo", "Hery Prasetya") in workspace.preview_reverse(undo.id).values
    workspace.reverse(undo.id)
    assert workspace.fingerprint() == after


def test_rules_survive_a_rebuild_and_the_past_keeps_its_own(workspace: Workspace, hery: str) -> None:
    decision = workspace.set_rules(TRUST_SERVICE)
    assert workspace.verify() == []
    assert [v.value for v in workspace.golden(hery, as_of=decision.id - 1) if v.attribute == "name"] == [
        "Heru Prasetyo"
    ]
    assert workspace.rules() == TRUST_SERVICE
    assert workspace.rules(as_of=decision.id - 1) == Rules()


def test_a_draft_shows_values_by_the_rules_in_force(workspace: Workspace, ids: Ids) -> None:
    workspace.set_rules(Rules({AttributeGroup.NAME: (Criterion.LONGEST,)}))
    a = ids("S-001")[0]
    cluster_id = next(
        c for c in workspace.queue() if a in [member.record_id for member in workspace.cluster(c).members]
    )
    draft = workspace.draft(cluster_id)
    shown = {(v.attribute, v.position): v.value for v in draft.golden()}
    cin = draft.surviving_cin
    workspace.approve(draft)
    assert {(v.attribute, v.position): v.value for v in workspace.golden(cin)} == shown


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (Rules({AttributeGroup.CONSENT: (Criterion.NEWEST,)}), "consent"),
        (Rules({AttributeGroup.NAME: ()}), "one criterion"),
        (Rules({AttributeGroup.NAME: (Criterion.NEWEST, Criterion.NEWEST)}), "once"),
        (Rules(trusted_sources=("Finance",)), "Finance"),
    ],
)
def test_rules_that_say_nothing_are_refused(workspace: Workspace, rules: Rules, sentence: str) -> None:
    with pytest.raises(DecisionError, match=sentence):
        workspace.set_rules(rules)
