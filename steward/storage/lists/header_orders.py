"""In which order the columns of a source stood when it was delivered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from steward.storage.lists.list_headers import ListHeaders
from steward.storage.tables import DeliveryRow, RecordVersionRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import SourceId


def is_in_other_order(session: Session, source_id: SourceId, headers: Iterable[Sequence[str]]) -> bool:
    """Whether one of these tables has the columns of an earlier delivery of the source in another order."""
    now = list(map(list, headers))
    return any(
        sorted(order) == sorted(before) and order != before for before in _orders(session, source_id) for order in now
    )


def _orders(session: Session, source_id: SourceId) -> list[list[str]]:
    """The headers of the deliveries that brought something, each by the first row it brought."""
    first = (
        select(func.min(RecordVersionRow.id))
        .where(RecordVersionRow.delivery_id == DeliveryRow.id)
        .correlate(DeliveryRow)
        .scalar_subquery()
    )
    headers = ListHeaders(session)
    query = (
        select(RecordVersionRow.header_id, RecordVersionRow.raw)
        .join(DeliveryRow, RecordVersionRow.id == first)
        .where(DeliveryRow.source_id == source_id)
        .order_by(DeliveryRow.id)
    )
    return [
        [header for header, _ in headers.columns(header_id)] if header_id is not None else list(json.loads(raw))
        for header_id, raw in session.execute(query)
    ]
