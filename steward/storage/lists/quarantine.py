"""Rows that were held back, the stewards' copies of them, and what the log says became of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from steward.domain.decisions import DecisionKind, DeskKind, PrivacyKind
from steward.domain.quarantine import (
    HeldRow,
    Outcome,
    QuarantinedRow,
    QuarantinedRowId,
    QuarantineReason,
    QuarantineState,
)
from steward.domain.records import DeliveryId
from steward.storage.chunks import among, chunks
from steward.storage.lists.deliveries import reversed_deliveries
from steward.storage.log import decisions
from steward.storage.tables import DeliveryRow, QuarantineRow, SourceRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from steward.domain.decisions import ActKind
    from steward.domain.records import SourceId

#: The entry of an act's values that names the rows it is about, by commas.
_NAMED = "quarantined"
_STATES: dict[ActKind, QuarantineState] = {
    DecisionKind.DELIVERY: QuarantineState.RELOADED,
    DeskKind.DISMISS: QuarantineState.DISMISSED,
    PrivacyKind.RELEASE: QuarantineState.RELEASED,
}


def about(row_ids: Collection[QuarantinedRowId]) -> dict[str, str]:
    """The values of an act that says what becomes of these rows."""
    return {_NAMED: ",".join(str(row_id) for row_id in sorted(row_ids))}


def add_quarantined(session: Session, delivery_id: DeliveryId, rows: Sequence[HeldRow]) -> None:
    """Keep rows that a delivery brought and that were held back."""
    for portion in chunks(rows):
        session.execute(
            insert(QuarantineRow),
            [
                {
                    "delivery_id": delivery_id,
                    "row": held.row,
                    "sheet": held.sheet,
                    "source_key": held.source_key,
                    "fingerprint": held.fingerprint,
                    "raw": json.dumps(dict(held.cells), ensure_ascii=False),
                    "reason": held.reason.value,
                    "arguments": json.dumps(held.arguments, ensure_ascii=False),
                    "mended": "",
                    "mended_by": "",
                    "mended_at": "",
                }
                for held in portion
            ],
        )


def list_quarantined(
    session: Session,
    source_id: SourceId | None = None,
    *,
    delivery_id: DeliveryId | None = None,
    row_ids: Collection[QuarantinedRowId] | None = None,
) -> list[QuarantinedRow]:
    """Rows that deliveries in force held back, oldest delivery first, as far as all that is given names them."""
    outcomes = _outcomes(session)
    query = (
        select(QuarantineRow, SourceRow.name, DeliveryRow.file_name, DeliveryRow.source_id)
        .join(DeliveryRow, DeliveryRow.id == QuarantineRow.delivery_id)
        .join(SourceRow, SourceRow.id == DeliveryRow.source_id)
        .where(QuarantineRow.delivery_id.not_in(reversed_deliveries(session)))
        .order_by(QuarantineRow.id)
    )
    if source_id is not None:
        query = query.where(DeliveryRow.source_id == source_id)
    if delivery_id is not None:
        query = query.where(QuarantineRow.delivery_id == delivery_id)
    if row_ids is not None:
        query = query.where(among(QuarantineRow.id, row_ids))
    dismissed = _dismissed_before(session, outcomes)
    return [
        _quarantined(row, name, file_name, outcomes.get(row.id) or dismissed.get((source, row.fingerprint)))
        for row, name, file_name, source in session.execute(query)
    ]


def _dismissed_before(session: Session, outcomes: Mapping[int, Outcome]) -> dict[tuple[int, str], Outcome]:
    """(source, fingerprint) of the rows that a steward dismissed: a later delivery does not ask about them again."""
    found: dict[tuple[int, str], Outcome] = {}
    dismissed = [row_id for row_id, outcome in outcomes.items() if outcome.state is QuarantineState.DISMISSED]
    for portion in chunks(dismissed):
        query = (
            select(QuarantineRow.id, DeliveryRow.source_id, QuarantineRow.fingerprint)
            .join(DeliveryRow, DeliveryRow.id == QuarantineRow.delivery_id)
            .where(among(QuarantineRow.id, portion))
        )
        found.update(
            ((source, fingerprint), outcomes[row_id]) for row_id, source, fingerprint in session.execute(query)
        )
    return found


def settled_cells(session: Session, source_id: SourceId) -> dict[str, Mapping[str, str]]:
    """Fingerprint -> cells of the rows of a source that a steward loaded after all, as they were loaded."""
    return {
        row.held.fingerprint: row.cells
        for row in list_quarantined(session, source_id)
        if row.state is QuarantineState.RELOADED
    }


def set_mended(
    session: Session, row_id: QuarantinedRowId, cells: Mapping[str, str], mended_by: str, mended_at: datetime
) -> None:
    """Keep the steward's copy of a row; without cells the copy is forgotten. The row as delivered stays."""
    text = json.dumps(dict(cells), ensure_ascii=False) if cells else ""
    values = {"mended": text, "mended_by": mended_by, "mended_at": mended_at.isoformat()}
    session.execute(update(QuarantineRow).where(QuarantineRow.id == row_id).values(values))


def _outcomes(session: Session) -> dict[int, Outcome]:
    """Row id -> what the newest act in force says became of it."""
    found: dict[int, Outcome] = {}
    for decision in decisions.list_decisions(session, kinds=tuple(_STATES)):
        if decision.is_in_force:
            outcome = Outcome(_STATES[decision.act.kind], decision.id, decision.decided_by, decision.decided_at)
            for row_id in filter(None, decision.act.values.get(_NAMED, "").split(",")):
                found.setdefault(int(row_id), outcome)
    return found


def _quarantined(row: QuarantineRow, source_name: str, file_name: str, outcome: Outcome | None) -> QuarantinedRow:
    return QuarantinedRow(
        id=QuarantinedRowId(row.id),
        delivery_id=DeliveryId(row.delivery_id),
        source_name=source_name,
        file_name=file_name,
        held=HeldRow(
            row=row.row,
            sheet=row.sheet,
            source_key=row.source_key,
            fingerprint=row.fingerprint,
            cells=json.loads(row.raw),
            reason=QuarantineReason(row.reason),
            arguments=tuple(json.loads(row.arguments)),
        ),
        mended=json.loads(row.mended) if row.mended else {},
        mended_by=row.mended_by,
        mended_at=row.mended_at,
        outcome=outcome,
    )
