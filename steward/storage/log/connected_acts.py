"""Which acts in force depend on each other: those that tie records to one another, however far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from steward.domain.decisions import Act, Decision, DecisionId, DecisionKind, DeskKind, PrivacyKind
from steward.domain.records import RecordId
from steward.domain.replay import LoggedAct
from steward.storage.chunks import among, chunks
from steward.storage.log.decisions import decisions_by_id
from steward.storage.tables import DecisionRecordRow, DecisionRow, ReversalRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy.orm import Session


def connected_acts(
    session: Session,
    record_ids: Collection[RecordId],
    *,
    toggled: LoggedAct | None = None,
    is_in_force: bool = True,
) -> tuple[set[RecordId], list[LoggedAct]]:
    """The records that acts in force tie to the given ones, however far, and those acts in log order.

    Of a merge of many groups only the groups that touch the records count: they do not depend on each other.
    ``toggled`` is an act to be treated as in force or not, whatever the log says so far.
    """
    records, parts = _reached(session, record_ids, toggled)
    acts = {found.id: _logged(found, parts[found.id]) for found in decisions_by_id(session, sorted(parts))}
    if toggled is not None and is_in_force:
        acts[toggled.decision_id] = toggled
    return records, [acts[decision_id] for decision_id in sorted(acts)]


def connected_records(session: Session, record_ids: Collection[RecordId]) -> set[RecordId]:
    """The records that acts in force tie to the given ones, without reading the acts: one of them may be large."""
    return _reached(session, record_ids, None)[0]


def _reached(
    session: Session, record_ids: Collection[RecordId], toggled: LoggedAct | None
) -> tuple[set[RecordId], dict[DecisionId, set[int]]]:
    """The records tied to the given ones, and which parts of which acts in force tie them."""
    records: set[RecordId] = set()
    parts: dict[DecisionId, set[int]] = {}
    frontier = set(record_ids)
    if toggled is not None:
        frontier.update(record for group in toggled.act.groups for record in group)
    while frontier:
        records |= frontier
        reached: set[RecordId] = set()
        for decision_id, part, record_id in _tied(session, frontier):
            if toggled is None or decision_id != toggled.decision_id:
                parts.setdefault(decision_id, set()).add(part)
                reached.add(record_id)
        frontier = reached - records
    return records, parts


#: Kinds that change nobody's customer and so tie no records to each other.
_WITHOUT_EFFECT = (
    DecisionKind.DEFER.value,
    *(kind.value for kind in DeskKind),
    *(kind.value for kind in PrivacyKind if kind is not PrivacyKind.ERASE),
)


def _tied(session: Session, record_ids: Collection[RecordId]) -> Iterator[tuple[DecisionId, int, RecordId]]:
    """(decision, part, record) of every record that an act in force names together with one of the given records.

    The parts of a merge stand apart, those of other acts belong together.
    """
    named, together = aliased(DecisionRecordRow), aliased(DecisionRecordRow)
    others: set[int] = set()
    for portion in chunks(record_ids):
        in_force = (
            select(named.decision_id)
            .join(DecisionRow, DecisionRow.id == named.decision_id)
            .outerjoin(ReversalRow, ReversalRow.decision_id == named.decision_id)
            .where(among(named.record_id, portion), ReversalRow.decision_id.is_(None))
        )
        merged = (
            in_force.where(DecisionRow.kind == DecisionKind.MERGE.value)
            .join(together, (together.decision_id == named.decision_id) & (together.part == named.part))
            .with_only_columns(together.decision_id, together.part, together.record_id)
            .distinct()
        )
        for decision_id, part, record_id in session.execute(merged):
            yield DecisionId(decision_id), part, RecordId(record_id)
        others.update(
            session.scalars(
                in_force.where(DecisionRow.kind.not_in((DecisionKind.MERGE.value, *_WITHOUT_EFFECT))).distinct()
            )
        )
    for some in chunks(others):
        query = select(DecisionRecordRow.decision_id, DecisionRecordRow.part, DecisionRecordRow.record_id).where(
            among(DecisionRecordRow.decision_id, some)
        )
        for decision_id, part, record_id in session.execute(query):
            yield DecisionId(decision_id), part, RecordId(record_id)


def _logged(decision: Decision, parts: set[int]) -> LoggedAct:
    act = decision.act
    if act.kind is DecisionKind.MERGE:
        groups = tuple(act.groups[part] for part in sorted(parts))
        act = Act(act.kind, groups, act.values, act.relation, act.until, act.delivery_id, act.reverses)
    return LoggedAct(decision.id, act)
