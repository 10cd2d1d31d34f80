"""Rows that are held back: what a delivery brought but nobody can take for a customer, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from steward.domain.decisions import DecisionId
    from steward.domain.records import DeliveryId

QuarantinedRowId = NewType("QuarantinedRowId", int)


class QuarantineReason(StrEnum):
    """Why a row is held back; the arguments stand behind each."""

    TOTAL_ROW = "total_row"  # the text of its first cell
    SHIFTED = "shifted"  # by how many columns, the first header whose cell belongs to another
    CONTROL_CHARACTERS = "control_characters"  # header
    MISSING_KEY = "missing_key"  # the key column
    OVERSIZED_CELL = "oversized_cell"  # header, how many characters
    ERASED_PERSON = "erased_person"  # what was recognized, such as "nik"


class QuarantineState(StrEnum):
    """What became of a row. It is derived from the log, so reversing the act brings the earlier state back."""

    HELD = "held"
    RELOADED = "reloaded"  # loaded after a steward mended it, or as it was
    DISMISSED = "dismissed"  # a steward said that it is no customer
    RELEASED = "released"  # a steward said that it is no erased person's; the next delivery that holds it loads it


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row to be held back. ``fingerprint`` recognizes the same cells in a later delivery."""

    row: int
    sheet: str
    source_key: str
    fingerprint: str
    cells: Mapping[str, str]
    reason: QuarantineReason
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row, by which act, whose and when."""

    state: QuarantineState
    decision_id: DecisionId
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class QuarantinedRow:
    """A row that was held back. ``mended`` is the steward's copy of its cells, empty while there is none."""

    id: QuarantinedRowId
    delivery_id: DeliveryId
    source_name: str
    file_name: str
    held: HeldRow
    mended: Mapping[str, str]
    mended_by: str
    mended_at: str
    outcome: Outcome | None = None

    @property
    def state(self) -> QuarantineState:
        """What became of it."""
        return self.outcome.state if self.outcome else QuarantineState.HELD

    @property
    def cells(self) -> Mapping[str, str]:
        """The cells that a reload would load."""
        return self.mended or self.held.cells
