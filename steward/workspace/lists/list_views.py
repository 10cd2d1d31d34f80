"""A department's list before and after it is loaded, as people look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from steward.standardize.values import ValueStatus as ValueStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.quarantine import HeldRow
    from steward.domain.records import Delivery, ImportIssue
    from steward.exchange.damages import Damage as Damage
    from steward.exchange.header_drift import HeaderDrift as HeaderDrift
    from steward.exchange.tables import NoteKind as NoteKind
    from steward.workspace.lists.delivery_gates import Gate


class DateOrder(StrEnum):
    """How the dates of a column are read."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    MIXED = "mixed"


class DecimalSign(StrEnum):
    """What stands before the fraction in the numbers of a column; NONE: no number says; "1.250" is 1250."""

    COMMA = "comma"
    POINT = "point"
    NONE = "none"


class DamageKind(StrEnum):
    """A noteworthy finding about a list before it is loaded."""

    ID_DAMAGED = "id_damaged"
    DATE_ORDER = "date_order"
    DECIMAL_SIGN = "decimal_sign"
    SHARED_VALUE = "shared_value"
    PLACEHOLDER = "placeholder"
    INVALID = "invalid"
    LAYOUT = "layout"
    DUPLICATE_KEY = "duplicate_key"


@dataclass(frozen=True, slots=True)
class CellProof:
    """A cell and the day, ISO, or the number that it is read as. ``is_decisive``: it has one reading only."""

    row: int
    cell: str
    value: str
    is_decisive: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what, in which column, in how many rows, one example, and the first rows it stands in."""

    kind: DamageKind
    column: str
    attribute: str
    rows: int
    example: str
    detail: Damage | NoteKind | DateOrder | DecimalSign | Literal[""] = ""
    row_numbers: tuple[int, ...] = ()
    arguments: tuple[str, ...] = ()  # of a layout note, as its NoteKind says
    proofs: tuple[CellProof, ...] = ()  # of a reading: cells that decide it, then cells that it decides
    ambiguous_rows: int = 0  # of a reading: rows that could be read both ways
    counted_rows: int = 0  # of a date order: rows that hold the number by which a spreadsheet keeps a day
    counts_from_1904: bool = False  # the workbook says that these numbers do


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """What a column holds, counted over all rows. Rows are named up to a limit, the first ones.

    ``patterns``: the make of the values (``9`` a digit, ``a`` a small letter, ``A`` a capital) and how many have it.
    """

    header: str
    target: str
    rows: int
    counts: Mapping[ValueStatus, int]
    distinct: int
    patterns: tuple[tuple[str, int], ...]
    top: tuple[tuple[str, int], ...]
    shortest: str
    longest: str
    rows_by_status: Mapping[ValueStatus, tuple[int, ...]]

    @property
    def filled(self) -> int:
        """Rows that hold a value."""
        return self.rows - self.counts.get(ValueStatus.EMPTY, 0)


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of a record before and after a delivery; a column that one of them lacks is None there."""

    header: str
    before: str | None
    after: str | None
    is_ignored: bool = False  # the source was told to ignore changes of this column


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a delivery whose record is known with other cells. ``record_id`` is the record's."""

    source_key: str
    row: int
    record_id: int
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row by its key and what it is called: new in a delivery, or missing from it."""

    source_key: str
    row: int  # of the newest delivery that held it
    title: str
    record_id: int | None = None  # None before it is loaded
    missed: int = 0  # full deliveries in a row that did not hold it


@dataclass(frozen=True, slots=True)
class DeliveryChanges:
    """What a delivery brought, row by row; each list holds the first rows only, ``delivery`` the counts."""

    delivery: Delivery
    new: tuple[KeyedRow, ...]
    changed: tuple[RowChange, ...]
    missing: tuple[KeyedRow, ...]
    missing_count: int
    ended_count: int  # of the missing, those that count no longer


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
    profile: ColumnProfile | None = None


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
    unchanged_rows: int = 0
    repeated_rows: int = 0
    held: tuple[HeldRow, ...] = ()  # the first rows that would be held back
    held_count: int = 0  # all of them; row_count = new + changed + unchanged + repeated + these
    changes: tuple[RowChange, ...] = ()  # the first changed rows, cell by cell
    hidden_rows: int = 0  # rows that are hidden in the file; loaded unless the steward skips them
    hidden_columns: tuple[str, ...] = ()  # the headers of columns that are; they are skipped together with the rows
    hidden_sheets: tuple[str, ...] = ()  # of the file, told with its first table; read only when the steward says so
    named_rows: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # the cells of the rows that others name


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A file before it is loaded, and the mapping that would be used (edit ``target`` and hand it back)."""

    path: str
    tables: tuple[TablePreview, ...]
    targets: tuple[str, ...]  # every target a column may be given


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a load did. rows_read = rows_new + rows_changed + rows_unchanged + rows_repeated + rows_quarantined."""

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
    rows_quarantined: int = 0
    rows_missing: int = 0  # records of the source that a full delivery did not hold
    rows_ended: int = 0  # of those, the ones that count no longer
    rows_hidden: int = 0  # rows that are hidden in the file; among rows_read unless they were skipped
    columns_hidden: tuple[str, ...] = ()  # the headers of columns that are hidden in the file
    skips_hidden: bool = False
    not_read: Mapping[str, str] = field(default_factory=dict)  # sheets and lists in the file -> why, a NoteKind value
    rows_renamed: int = 0  # rows that came under another key and stayed the records they were; among the others, too
    left_out: tuple[tuple[str, ...], ...] = ()  # totals, headings of groups, feet of pages: row number and text of each
