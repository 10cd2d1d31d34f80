"""Earlier answers asked again, blind: they tell how consistent a steward is and how often merges are wrong.

The answer changes nothing but what is known about earlier answers; it is an act of its own in the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import Act, DecisionId, DecisionKind, DeskKind
from steward.domain.errors import DecisionError
from steward.domain.history import EntryState, HistoryFilter
from steward.storage.customers import crosswalk
from steward.storage.log import decision_search, decisions
from steward.workspace.upkeep.report_views import Rechecks
from steward.workspace.views import ClusterId

if TYPE_CHECKING:
    from random import Random

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision

#: Ids from here up to below zero name a decision that is asked about again; lower ones name pairs (``asked_pairs``).
#: All of them fit into the 64 bits that a window passes on.
_LOWEST = -(1 << 32) + 1
#: The answers that can be asked about again.
_ASKABLE = (DecisionKind.MERGE, DecisionKind.NOT_SAME)
#: So many of the newest answers are chosen from.
_LOOKED_AT = 2000


def gold_id(decision_id: int) -> ClusterId:
    """The id in the queue of an earlier decision that is asked about again."""
    return ClusterId(-decision_id)


def gold_decision(cluster_id: int | None) -> DecisionId | None:
    """The decision that an id asks about again; None for the id of a cluster or an asked pair."""
    return DecisionId(-cluster_id) if cluster_id is not None and _LOWEST <= cluster_id < 0 else None


def require_gold(session: Session, decision_id: DecisionId) -> Decision:
    """The answer that is asked about again. Raises DecisionError when nothing in the log can be asked about so."""
    decision = decisions.get_decision(session, decision_id)
    if decision is None or decision.kind not in _ASKABLE or not decision.is_in_force:
        raise DecisionError(
            f"Cluster {gold_id(decision_id)} is not in the queue any more; a later match run replaced it.",
            code="no_cluster",
        )
    return decision


def find_gold(session: Session, steward: str, random: Random, limit: int) -> list[ClusterId]:
    """Earlier answers of the steward about one cluster each, drawn at random; none is asked about twice."""
    wanted = HistoryFilter(kinds=_ASKABLE, steward=steward, state=EntryState.IN_FORCE)
    known = _checked(session)
    found = [
        decision
        for decision in decision_search.find_entries(session, wanted, _LOOKED_AT)
        if decision.id not in known and decision.shown.get("cluster") and _is_still_the_last_word(session, decision)
    ]
    return [gold_id(decision.id) for decision in random.sample(found, min(limit, len(found)))]


def is_checked(session: Session, decision_id: DecisionId) -> bool:
    """Whether this answer was given again already."""
    return decision_id in _checked(session)


def recheck(session: Session, decision_id: DecisionId, answer: Act) -> Act:
    """The act that notes an answer given again, and whether it agrees with the one before."""
    decision = require_gold(session, decision_id)
    named = {record_id for group in answer.groups for record_id in group}
    if decision.kind is DecisionKind.MERGE:
        agrees = answer.kind is DecisionKind.MERGE and set(decision.act.groups[0]) <= named
    else:
        agrees = answer.kind in (DecisionKind.NOT_SAME, DecisionKind.RELATED)
    values = {"decision": str(decision_id), "was": decision.kind.value, "answer": answer.kind.value}
    return Act(DeskKind.CHECK, values={**values, "agrees": "yes" if agrees else "no"})


def count_rechecks(session: Session, steward: str = "") -> Rechecks:
    """How earlier answers fared when they were asked about again; of one steward or of all."""
    asked = decisions.list_decisions(session, kinds=(DeskKind.CHECK,))
    found = [
        decision.act.values
        for decision in asked
        if decision.is_in_force
        and decision.act.values["answer"] != DecisionKind.DEFER
        and steward in ("", decision.decided_by)
    ]
    merged = [values for values in found if values["was"] == DecisionKind.MERGE]
    apart = [values for values in found if values["was"] != DecisionKind.MERGE]
    return Rechecks(
        merges=len(merged),
        false_merges=sum(values["agrees"] == "no" for values in merged),
        apart=len(apart),
        missed=sum(values["answer"] == DecisionKind.MERGE for values in apart),
        agreeing=sum(values["agrees"] == "yes" for values in found),
    )


def _checked(session: Session) -> set[int]:
    asked = decisions.list_decisions(session, kinds=(DeskKind.CHECK,))
    return {int(decision.act.values["decision"]) for decision in asked if decision.is_in_force}


def _is_still_the_last_word(session: Session, decision: Decision) -> bool:
    """Nothing was decided about these records since, and all of them are still there."""
    named = {record_id for group in decision.act.groups for record_id in group}
    later = [
        one
        for one in decisions.decisions_on(session, named)
        # Who looked at a number has said nothing about it.
        if one.id > decision.id and one.is_in_force and one.act.kind is not DeskKind.REVEAL
    ]
    return not later and len(crosswalk.cins_of(session, named)) == len(named)
