"""What stewards set apart stays apart and is asked again only when the evidence it rested on has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind
from steward.domain.evidence import changed_attributes, evidence_of
from steward.storage.customers import told_apart
from steward.storage.lists import source_records
from steward.storage.log import decisions

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Act
    from steward.domain.records import RecordId

#: The acts that set records apart.
_JUDGEMENTS = frozenset(
    {
        DecisionKind.NOT_SAME,
        DecisionKind.RELATED,
        DecisionKind.SPLIT,
        DecisionKind.ARRANGE,
        DecisionKind.TAKE_OUT,
    }
)


def evidence_shown(session: Session, act: Act) -> dict[str, object]:
    """The part of what was shown that a judgement is remembered with."""
    if act.kind not in _JUDGEMENTS:
        return {}
    named = [record_id for group in act.groups for record_id in group]
    return {
        "evidence": {
            str(record.id): evidence_of(record)
            for record in source_records.iter_records(session, named, with_raw=False)
        }
    }


def refresh_memory(session: Session, record_ids: Collection[RecordId]) -> None:
    """Find out anew for every pair set apart that holds one of the records whether its evidence has changed."""
    known = told_apart.apart_with(session, record_ids)
    if not known:
        return
    evidence = decisions.evidence(session, {row.decision_id for row in known})
    concerned = {record_id for row in known for record_id in row.pair}
    now = {record.id: evidence_of(record) for record in source_records.iter_records(session, concerned, with_raw=False)}
    changes = {}
    for row in known:
        then = evidence.get(row.decision_id, {})
        changed = {
            name
            for record_id in row.pair
            if record_id in then and record_id in now
            for name in changed_attributes(then[record_id], now[record_id])
        }
        if changed != set(row.changed):
            changes[row.pair] = tuple(sorted(changed))
    told_apart.set_changed(session, changes)
