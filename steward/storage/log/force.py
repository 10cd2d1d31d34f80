"""Which entries of the log are in force: those that no later entry in force reverses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from steward.domain.decisions import DecisionId, PrivacyKind
from steward.storage.tables import DecisionRow, ReversalRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def reversed_entries(
    session: Session, *, before: int | None = None, reversing: DecisionId | None = None
) -> dict[DecisionId, DecisionId]:
    """Entries not in force -> what reverses them.

    As the log says ``before`` an entry, and after ``reversing`` one more.
    """
    query = select(DecisionRow.id, DecisionRow.reverses).where(DecisionRow.reverses.is_not(None))
    if before is not None:
        query = query.where(DecisionRow.id < before)
    found = {reversing: reversing} if reversing is not None else {}
    # The newest first: whether an entry is in force depends on later ones only.
    for decision_id, target in session.execute(query.order_by(DecisionRow.id.desc())):
        if decision_id not in found and target is not None:
            found.setdefault(DecisionId(target), DecisionId(decision_id))
    return found


def return_to(session: Session, upto: DecisionId) -> None:
    """Let the log end at an entry, for a look at the past in a session that is rolled back.

    But for erasures: who was erased later is not seen in the past either.
    """
    later = select(DecisionRow.id).where(DecisionRow.id > upto, DecisionRow.kind != PrivacyKind.ERASE.value)
    reversals = reversed_entries(session, before=upto + 1) | {
        DecisionId(d): DecisionId(d) for d in session.scalars(later)
    }
    rows = [{"decision_id": number, "reversed_by": by} for number, by in reversals.items()]
    session.execute(delete(ReversalRow))
    if rows:
        session.execute(insert(ReversalRow), rows)


def settle(session: Session, target: int, upto: DecisionId) -> None:
    """Note whether an entry is in force, by the reversals up to an entry; of several that reverse it the newest counts.

    Where that changes and it reverses another one in turn, the same for that one.
    """
    reversals = (
        select(DecisionRow.id)
        .outerjoin(ReversalRow, ReversalRow.decision_id == DecisionRow.id)
        .where(DecisionRow.reverses == target, DecisionRow.id <= upto, ReversalRow.decision_id.is_(None))
        .order_by(DecisionRow.id.desc())
    )
    reversed_by = session.scalar(reversals.limit(1))
    row = session.get(ReversalRow, target)
    was_in_force = row is None
    if reversed_by is None and row is not None:
        session.delete(row)
    elif reversed_by is not None and row is None:
        session.add(ReversalRow(decision_id=target, reversed_by=reversed_by))
    elif reversed_by is not None and row is not None:
        row.reversed_by = reversed_by
    session.flush()
    turned = session.scalar(select(DecisionRow.reverses).where(DecisionRow.id == target))
    if turned is not None and was_in_force != (reversed_by is None):
        settle(session, turned, upto)
