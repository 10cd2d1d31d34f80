"""Records that a whole list no longer holds: how often each was missed, and which count no longer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from steward.domain.source_settings import MissingPolicy
from steward.storage.lists.delivery_notes import full_deliveries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

    from steward.domain.records import Source
    from steward.domain.source_settings import SourceSettings
    from steward.storage.lists.presence import Held


def missing_records(now: Iterable[Held], keys: Collection[str]) -> list[Held]:
    """Those of the records that count of which a delivery has none of the keys."""
    return [held for held in now if held.source_key not in keys]


def to_be_ended(
    session: Session, source: Source, missing: list[Held], settings: SourceSettings, now: datetime
) -> list[Held]:
    """Those of the missing records that count no longer once a full delivery came without them."""
    if settings.missing is MissingPolicy.KEEP:
        return []
    if settings.missing is MissingPolicy.END:
        return missing
    full = full_deliveries(session, source.id)
    ended = []
    for held in missing:
        # This delivery is one more that came without it.
        missed = 1 + sum(delivery_id > held.delivery_id for delivery_id in full)
        away = now - datetime.fromisoformat(held.loaded_at)
        is_often = bool(settings.grace_deliveries) and missed >= settings.grace_deliveries
        is_long = bool(settings.grace_days) and away >= timedelta(days=settings.grace_days)
        if is_often or is_long:
            ended.append(held)
    return ended
