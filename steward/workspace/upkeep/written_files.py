"""Files that a store writes: none may take the place of a list that it was filled from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.errors import ExportError
from steward.storage.lists import deliveries
from steward.workspace.lists.list_file import file_hash_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session


def refuse_loaded_list(session: Session, target: Path) -> None:
    """Raises ExportError when ``target`` holds just what was loaded from a list: its department would lose it."""
    if target.is_file() and deliveries.is_loaded(session, file_hash_of(target)):
        raise ExportError(
            f"{target.name} is a list that was loaded into this store; choose another name.", code="loaded_list"
        )
