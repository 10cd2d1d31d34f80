"""What the store keeps about itself: work that is still to be done on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from steward.storage.tables import StoreSettingRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_REWRITE = "rewrite_due"
#: Set by a migration.
_GOLDEN = "golden_due"


def ask_for_rewrite(session: Session) -> None:
    """Have the file written anew before long, so that what was deleted is gone from it."""
    session.execute(insert(StoreSettingRow).on_conflict_do_nothing(), {"name": _REWRITE, "value": "yes"})


def is_rewrite_due(session: Session) -> bool:
    """Whether the file still may hold what was deleted."""
    return session.get(StoreSettingRow, _REWRITE) is not None


def rewrite_is_done(session: Session) -> None:
    """The file was written anew."""
    session.execute(delete(StoreSettingRow).where(StoreSettingRow.name == _REWRITE))


def is_golden_due(session: Session) -> bool:
    """Whether golden records in which a value lost are still those of an earlier version of the program."""
    return session.get(StoreSettingRow, _GOLDEN) is not None


def golden_is_done(session: Session) -> None:
    """They were chosen anew."""
    session.execute(delete(StoreSettingRow).where(StoreSettingRow.name == _GOLDEN))
