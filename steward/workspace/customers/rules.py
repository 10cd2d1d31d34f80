"""The survivorship rules of a store: kept in the log as an act, tried before they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeGroup
from steward.domain.decisions import Act, DeskKind
from steward.domain.errors import DecisionError
from steward.domain.survivorship_rules import GROUPS_WITH_RULES, USUAL_RULES, Criterion, SurvivorshipRules
from steward.storage.lists import sources
from steward.storage.log import decisions
from steward.workspace.customers.rule_views import Rules

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

#: The entry of the act's values that names the trusted sources, one a line.
_TRUSTED = "trusted"


def load_rules(session: Session, upto: int | None = None) -> SurvivorshipRules:
    """The rules in force, or those that were after an earlier log entry."""
    decision = decisions.newest_in_force(session, DeskKind.RULES, upto=upto)
    return _parsed(session, decision.act) if decision else USUAL_RULES


def rules_set_by(session: Session, decision_id: int) -> SurvivorshipRules:
    """The rules that an entry set, in force or not; the usual ones where there is no such entry."""
    decision = decisions.get_decision(session, decision_id)
    return _parsed(session, decision.act) if decision else USUAL_RULES


def described(session: Session, rules: SurvivorshipRules) -> Rules:
    """The rules with the names of sources."""
    names = {source.id: source.name for source in sources.list_sources(session)}
    return Rules(dict(rules.by_group), tuple(names[source_id] for source_id in rules.trusted if source_id in names))


def rules_act(session: Session, wanted: Rules) -> Act:
    """The act that sets these rules. Raises DecisionError for a group or source that has none."""
    for group, criteria in wanted.by_group.items():
        if group not in GROUPS_WITH_RULES or not criteria or len(set(criteria)) < len(criteria):
            raise DecisionError(
                f"The group {group} needs one criterion at least, each once, and consent has none to choose.",
                code="bad_rules",
            )
    known = {source.name for source in sources.list_sources(session)}
    unknown = [name for name in wanted.trusted_sources if name not in known]
    if unknown or len(set(wanted.trusted_sources)) < len(wanted.trusted_sources):
        raise DecisionError(
            f"Trust names {unknown[0] if unknown else 'a source'} that the store does not have, or one twice; "
            "use the names of sources.",
            code="no_source",
        )
    values = {group.value: ",".join(criteria) for group, criteria in wanted.by_group.items()}
    return Act(DeskKind.RULES, values={**values, _TRUSTED: "\n".join(wanted.trusted_sources)})


def parsed_rules(session: Session, wanted: Rules) -> SurvivorshipRules:
    """The rules as golden records are computed by. Raises DecisionError like ``rules_act``."""
    return _parsed(session, rules_act(session, wanted))


def _parsed(session: Session, act: Act) -> SurvivorshipRules:
    ids = {source.name: source.id for source in sources.list_sources(session)}
    return SurvivorshipRules(
        by_group={
            AttributeGroup(group): tuple(Criterion(name) for name in criteria.split(","))
            for group, criteria in act.values.items()
            if group != _TRUSTED
        },
        trusted=tuple(ids[name] for name in act.values[_TRUSTED].split("\n") if name in ids),
    )
