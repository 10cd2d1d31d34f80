"""What goes wrong in the database, as sentences for people."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import exc

from steward.domain.errors import (
    NotAStoreError,
    StoreError,
    StoreInUseError,
    StoreUnavailableError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn the database's own failures into sentences."""
    try:
        yield
    except (exc.OperationalError, exc.DatabaseError, sqlite3.DatabaseError) as err:
        cause = str(getattr(err, "orig", None) or err).lower()
        if isinstance(err, exc.IntegrityError | exc.ProgrammingError):
            raise
        raise _store_error(path, cause) from err


def _store_error(path: Path, cause: str) -> StoreError:
    if "locked" in cause or "busy" in cause:
        return StoreInUseError(
            f"{path.name} is busy in another program; try again when it is done.", code="store_in_use"
        )
    if "full" in cause:
        free = shutil.disk_usage(path.parent).free // 2**20 if path.parent.exists() else 0
        return StoreUnavailableError(
            f"The disk is full ({free} MiB free); make room, nothing was changed.", code="disk_full"
        )
    if "readonly" in cause:
        return StoreUnavailableError(f"{path.name} can't be written to; check its permissions.", code="read_only_store")
    if "malformed" in cause or "not a database" in cause or "corrupt" in cause:
        return NotAStoreError(f"{path.name} is damaged; restore it from a backup copy.", code="damaged_store")
    return StoreUnavailableError(
        f"{path.name} can't be used ({cause}); check that its disk is connected.", code="store_unavailable"
    )
