"""What every use case needs to work on one open store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from steward.storage.database import Database


@dataclass(frozen=True, slots=True)
class StoreContext:
    """An open store, who works in it, and the clock (UTC) that decisions are stamped with."""

    database: Database
    steward: str
    clock: Callable[[], datetime]
