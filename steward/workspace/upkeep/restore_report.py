"""What putting a copy back in the place of a store did, as people are told of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Unrepeated(StrEnum):
    """Why nobody who was erased from the store before was erased from the copy."""

    OTHER_STORE = "other_store"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What putting a copy back did. ``kept``: where the store that was there is now, None when there was none.

    ``erased_again``: persons whom the copy still held. ``unrepeated``: why it is not known whom to erase.
    """

    kept: Path | None
    erased_again: int = 0
    unrepeated: Unrepeated | None = None
