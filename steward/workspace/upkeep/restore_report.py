"""What putting a copy back in the place of a store did, as people are told of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Unrepeated(StrEnum):
    """Why nothing that persons asked the store before for was repeated in the copy."""

    OTHER_STORE = "other_store"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What putting a copy back did. ``kept``: where the store that was there is now, None when there was none.

    ``erased_again``: persons whom the copy still held. ``rights_noted_again``: restrictions and withdrawn consents that
    the copy did not know of. ``rights_open``: (source, source key) of records such a right spoke of and the copy does
    not have. ``unrepeated``: why it is not known what persons asked for since.
    """

    kept: Path | None
    erased_again: int = 0
    rights_noted_again: int = 0
    rights_open: tuple[tuple[str, str], ...] = ()
    unrepeated: Unrepeated | None = None
