"""What the store keeps about itself: work that is still to be done on it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from steward.storage.tables import StoreSettingRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Due(StrEnum):
    """Work that outlives the act or the migration that asked for it."""

    #: The file still may hold what was deleted, and is written anew before long.
    REWRITE = "rewrite_due"
    #: Golden records in which a value lost are still those of an earlier version of the program.
    GOLDEN = "golden_due"
    #: So is who is one customer, in a store in which records ended.
    IDENTITY = "identity_due"


def ask_for(session: Session, work: Due) -> None:
    """Have work done before long."""
    session.execute(insert(StoreSettingRow).on_conflict_do_nothing(), {"name": work.value, "value": "yes"})


def is_due(session: Session, work: Due) -> bool:
    """Whether work was asked for and is not done."""
    return session.get(StoreSettingRow, work.value) is not None


def note_done(session: Session, work: Due) -> None:
    """The work was done."""
    session.execute(delete(StoreSettingRow).where(StoreSettingRow.name == work.value))
