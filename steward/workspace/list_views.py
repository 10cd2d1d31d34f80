"""A department's list before and after it is loaded, as people look at it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.records import ImportIssue
    from steward.exchange.header_drift import HeaderDrift as HeaderDrift
    from steward.workspace.delivery_gates import Gate


class DamageKind(StrEnum):
    """A noteworthy finding about a list before it is loaded."""

    ID_DAMAGED = "id_damaged"
    DATE_ORDER = "date_order"
    SHARED_VALUE = "shared_value"
    PLACEHOLDER = "placeholder"
    INVALID = "invalid"
    LAYOUT = "layout"
    DUPLICATE_KEY = "duplicate_key"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what, in which column, in how many rows, one example, and the first rows it stands in."""

    kind: DamageKind
    column: str
    attribute: str
    rows: int
    example: str
    detail: str = ""
    row_numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """One column of a list: the guess, why, and the quality of its values (counts of rows)."""

    header: str
    target: str
    reason: str  # a steward.exchange GuessReason value
    reason_detail: str
    confidence: float
    examples: tuple[str, ...]
    valid: int
    doubtful: int
    empty: int


@dataclass(frozen=True, slots=True)
class TablePreview:
    """One sheet of a file as it would be loaded. ``target`` of a column: attribute, "key", "" or a special rule."""

    file_name: str
    sheet: str
    header_row: int
    row_count: int
    columns: tuple[ColumnPreview, ...]
    findings: tuple[Finding, ...]
    key_column: str
    source_name: str
    earlier_deliveries: int
    new_rows: int
    changed_rows: int
    sample: tuple[tuple[str, ...], ...] = ()
    drifts: tuple[HeaderDrift, ...] = ()  # how the columns changed; empty for a source's first delivery
    gates: tuple[Gate, ...] = ()  # what is doubtful about the delivery as a whole
    missing_rows: int = 0  # known records that are not in it
    extent: str = ""  # a DeliveryExtent value


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A file before it is loaded, and the mapping that would be used (edit ``target`` and hand it back)."""

    path: str
    tables: tuple[TablePreview, ...]
    targets: tuple[str, ...]  # every target a column may be given


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a load did. rows_read = rows_new + rows_changed + rows_unchanged + rows_repeated."""

    source: str
    file_name: str
    sheets: tuple[str, ...]
    delivery_ids: tuple[int, ...]
    rows_read: int
    rows_new: int
    rows_changed: int
    rows_unchanged: int
    rows_repeated: int
    records: int
    key_column: str
    mapping: Mapping[str, str]
    issues: tuple[ImportIssue, ...]
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]
    is_dry_run: bool = False
