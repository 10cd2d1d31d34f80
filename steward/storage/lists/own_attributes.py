"""The attributes that stewards defined, in the order in which they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from steward.domain.attributes import label_key
from steward.storage.tables import OwnAttributeRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session


def own_attributes(session: Session) -> list[str]:
    """Their names."""
    return list(
        session.scalars(select(OwnAttributeRow.name).order_by(OwnAttributeRow.defined_at, OwnAttributeRow.name))
    )


def define(session: Session, names: Iterable[str], defined_by: str, defined_at: datetime) -> None:
    """Keep these attributes; those that are known already stay as they are."""
    rows = [
        {"label_key": label_key(name), "name": name, "defined_at": defined_at.isoformat(), "defined_by": defined_by}
        for name in names
    ]
    if rows:
        session.execute(insert(OwnAttributeRow).on_conflict_do_nothing(), rows)
