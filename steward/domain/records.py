"""Sources, their deliveries, and the records they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

RecordId = NewType("RecordId", int)
SourceId = NewType("SourceId", int)
DeliveryId = NewType("DeliveryId", int)

#: attribute name -> values in the order of the file; single attributes hold at most one
Values = dict[str, tuple[str, ...]]


class KeyMode(StrEnum):
    """How records of a source are recognized again in the next delivery."""

    COLUMN = "column"
    CONTENT = "content"


class IssueKind(StrEnum):
    """What can be noteworthy about a row or a cell. The row is kept in every case."""

    DUPLICATE_KEY = "duplicate_key"
    MISSING_KEY = "missing_key"
    RAGGED_ROW = "ragged_row"
    DAMAGED_ID = "damaged_id"
    INVALID_VALUE = "invalid_value"
    PLACEHOLDER = "placeholder"
    AMBIGUOUS_DATE = "ambiguous_date"
    ERROR_CELL = "error_cell"
    LOST_ZERO = "lost_zero"
    TURNED_INTO_DATE = "turned_into_date"
    SWAPPED_DATE = "swapped_date"
    BROKEN_TEXT = "broken_text"
    SEVERAL_CUSTOMERS = "several_customers"
    WRONG_COLUMN = "wrong_column"


@dataclass(frozen=True, slots=True)
class ImportIssue:
    """One noteworthy cell or row of a delivery. ``row`` as the spreadsheet numbers it, from 1."""

    row: int
    column: str
    kind: IssueKind
    value: str


@dataclass(frozen=True, slots=True)
class Source:
    """A department's list that is delivered again and again."""

    id: SourceId
    name: str
    department: str
    letter: str
    color_index: int
    key_column: str
    key_mode: KeyMode


@dataclass(frozen=True, slots=True)
class Delivery:
    """One load of one file of a source. Counts: rows_read = new + changed + unchanged + repeated + quarantined.

    ``is_mended``: it is no file, but rows of one that were held back and that a steward mended.
    """

    id: DeliveryId
    source_id: SourceId
    source_name: str
    file_name: str
    sheet: str
    loaded_at: datetime
    loaded_by: str
    rows_read: int
    rows_new: int = 0
    rows_changed: int = 0
    rows_unchanged: int = 0
    rows_repeated: int = 0
    issue_count: int = 0
    is_reversed: bool = False
    rows_quarantined: int = 0
    is_mended: bool = False


@dataclass(slots=True)
class DeliveredRow:
    """One row of a list, mapped and standardized. ``standard`` is parallel to ``values``.

    ``is_repeated``: the delivery holds its key before, and the row was given a key of its own. ``issues``: what is
    doubtful about its values. ``said_by``: parallel to ``raw`` the attribute whose value a cell mostly is, "" where
    there is none. Not frozen: there are millions of them, and a frozen one takes four times as long to make.
    """

    source_key: str
    row: int
    content_hash: str
    raw: Mapping[str, str]
    values: Values
    standard: Values
    said_by: tuple[str, ...]
    is_repeated: bool = False
    issues: tuple[ImportIssue, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One record of a source in its newest version.

    ``raw`` are the cells as delivered, by header; ``values`` the mapped raw values by attribute;
    ``standard`` their standard values, parallel to ``values`` ("" where a value has none).
    """

    id: RecordId
    source_id: SourceId
    source_key: str
    delivery_id: DeliveryId
    version: int
    row: int
    delivered_on: str
    raw: Mapping[str, str]
    values: Values
    standard: Values = field(default_factory=dict)
    is_active: bool = True

    def first(self, attribute: str) -> str:
        """The first raw value of an attribute, "" when there is none."""
        found = self.values.get(attribute)
        return found[0] if found else ""

    def first_standard(self, attribute: str) -> str:
        """The first standard value of an attribute, "" when there is none."""
        found = self.standard.get(attribute)
        return found[0] if found else ""
