"""The report card of a delivery: a workbook to send back to the department that handed the list in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, attribute_title, find_attribute
from steward.domain.column_rules import attributes_of
from steward.domain.errors import ExportError, StewardError
from steward.domain.quarantine import QuarantineReason
from steward.domain.records import IssueKind
from steward.exchange.mapping import Mapping
from steward.exchange.targets import ColumnRule
from steward.exchange.writers import ColumnKind, Sheet, SheetColumn, write_workbook
from steward.standardize.values import ValueStatus, split_values, standardize_column
from steward.storage.lists import deliveries, quarantine, record_versions, sources
from steward.workspace.lists.profile_columns import profile_column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.quarantine import QuarantinedRow
    from steward.domain.records import Delivery, ImportIssue
    from steward.workspace.lists.list_views import ColumnProfile

#: What is wrong, and what the department can do about it.
FINDINGS: dict[IssueKind, tuple[str, str]] = {
    IssueKind.DUPLICATE_KEY: ("Key stands twice", "Give every customer a number of their own."),
    IssueKind.MISSING_KEY: ("No key", "Fill in the number by which you know the customer."),
    IssueKind.RAGGED_ROW: ("Row with too many or too few cells", "Check the row for separators inside its cells."),
    IssueKind.DAMAGED_ID: (
        "Number damaged by a spreadsheet",
        "Format the column as Text before you type or paste, and enter the number anew from its document.",
    ),
    IssueKind.INVALID_VALUE: ("Unusual value", "Check the value; if it is right, nothing needs to be done."),
    IssueKind.PLACEHOLDER: ("Placeholder", "Leave the cell empty where nothing is known."),
    IssueKind.AMBIGUOUS_DATE: ("Date that can be read two ways", "Write dates as year-month-day, such as 1985-04-17."),
    IssueKind.ERROR_CELL: ("Error of a formula", "Mend the formula, or paste the values only."),
    IssueKind.LOST_ZERO: ("Leading zero lost", "Format the column as Text, then enter the value with its zero."),
    IssueKind.TURNED_INTO_DATE: (
        "Turned into a date by a spreadsheet",
        "Format the column as Text before you type or paste, and enter the value anew.",
    ),
    IssueKind.SWAPPED_DATE: ("Day and month swapped", "Check the date against its document."),
    IssueKind.BROKEN_TEXT: ("Broken or invisible characters", "Type the text anew, or save the file as UTF-8."),
    IssueKind.SEVERAL_CUSTOMERS: (
        "Several customers or values in one cell",
        "Give every customer a row, and every value a cell of its own.",
    ),
    IssueKind.WRONG_COLUMN: ("Value in the wrong column", "Move the value to its column."),
}
HELD_BACK: dict[QuarantineReason, str] = {
    QuarantineReason.TOTAL_ROW: "A total, not a customer",
    QuarantineReason.SHIFTED: "The cells slipped into other columns",
    QuarantineReason.CONTROL_CHARACTERS: "Control characters in a cell",
    QuarantineReason.MISSING_KEY: "No key",
    QuarantineReason.OVERSIZED_CELL: "A cell longer than a spreadsheet can hold",
}
_EXAMPLE_ROWS = 20
_ROWS_LISTED = 100_000


def write_report_card(
    session: Session, delivery_id: int, path: Path, wording: Callable[[str], str], progress: Progress
) -> None:
    """Write the card of a delivery as .xlsx. Raises StewardError for none, ExportError when it can't be written.

    ``wording`` puts the English texts of the card into another language.
    """
    delivery = next((d for d in deliveries.list_deliveries(session) if d.id == delivery_id), None)
    if delivery is None:
        raise StewardError(f"There is no delivery #{delivery_id}; look it up in Lists.", code="no_delivery")
    if path.suffix.lower() != ".xlsx":
        raise ExportError(f"{path.name} has no ending that says what to write; use .xlsx.", code="unknown_card_format")
    issues = deliveries.list_issues(session, delivery.id)
    # Who was erased is no matter for the department.
    held = [
        row for row in quarantine.list_quarantined(session, delivery_id=delivery.id) if row.held.reason in HELD_BACK
    ]
    mapping = Mapping.from_json(sources.stored_mapping(session, delivery.source_id))
    profiles = _profiles(session, delivery, mapping, progress)
    issues = [replace(issue, column=_header(issue.column, mapping)) for issue in issues]
    sheets = [
        _summary(delivery, len(issues), len(held), wording),
        _findings(issues, wording),
        _rows(issues, wording),
        _held_back(held, wording),
        _columns(profiles, wording),
    ]
    write_workbook(path, sheets, created=delivery.loaded_at, progress=progress)


def _header(column: str, mapping: Mapping) -> str:
    """The department knows its own columns, not the attributes that they fill."""
    headers = [header for header, target in mapping.columns if column in attributes_of(target)]
    return column if column in dict(mapping.columns) or not headers else ", ".join(headers)


def _profiles(session: Session, delivery: Delivery, mapping: Mapping, progress: Progress) -> Iterator[ColumnProfile]:
    numbers: list[int] = []
    columns: dict[str, list[str]] = {}
    for row, raw in record_versions.iter_raw(session, delivery.id):
        for header in raw.keys() - columns.keys():
            columns[header] = [""] * len(numbers)
        numbers.append(row)
        for header, cells in columns.items():
            cells.append(raw.get(header, ""))
    order = dict.fromkeys([header for header, _ in mapping.columns if header in columns])
    for header in [*order, *(header for header in columns if header not in order)]:
        progress.check()
        target = mapping.target_of(header) if header in order else ""
        cells = columns[header]
        yield profile_column(header, target, cells, numbers, _statuses(target, cells))


def _statuses(target: str, cells: Sequence[str]) -> list[ValueStatus]:
    attribute = find_attribute(target)
    if attribute is None:
        return [ValueStatus.VALID if cell.strip() else ValueStatus.EMPTY for cell in cells]
    firsts = [next(iter(split_values(attribute, cell)), "") for cell in cells]
    return [value.status for value in standardize_column(attribute, firsts)]


def _text(title: str, width: int = 22) -> SheetColumn:
    return SheetColumn(title, ColumnKind.TEXT, width)


def _count(title: str) -> SheetColumn:
    return SheetColumn(title, ColumnKind.INTEGER, 12)


def _summary(delivery: Delivery, issues: int, held: int, wording: Callable[[str], str]) -> Sheet:
    figures = (
        ("List", delivery.source_name),
        ("File", delivery.file_name),
        ("Sheet", delivery.sheet),
        ("Loaded", f"{delivery.loaded_at:%Y-%m-%d %H:%M} UTC"),
        ("Rows read", str(delivery.rows_read)),
        ("New customers' rows", str(delivery.rows_new)),
        ("Changed rows", str(delivery.rows_changed)),
        ("Unchanged rows", str(delivery.rows_unchanged)),
        ("Rows that repeat a key", str(delivery.rows_repeated)),
        ("Rows held back", str(held)),
        ("Cells to look at", str(issues)),
    )
    columns = (_text(wording("Figure"), 28), SheetColumn(wording("Value"), ColumnKind.INTEGER, 44))
    return Sheet(wording("Summary"), columns, [(wording(name), value) for name, value in figures])


def _findings(issues: Sequence[ImportIssue], wording: Callable[[str], str]) -> Sheet:
    grouped: dict[tuple[str, IssueKind], list[ImportIssue]] = {}
    for issue in issues:
        grouped.setdefault((issue.column, issue.kind), []).append(issue)
    columns = (
        _text(wording("Column")),
        _text(wording("Finding"), 34),
        _count(wording("Rows")),
        _text(wording("Example"), 26),
        _text(wording("In rows"), 40),
        _text(wording("What to do"), 70),
    )
    rows = []
    for (column, kind), found in sorted(grouped.items(), key=lambda item: -len(item[1])):
        numbers = ", ".join(str(issue.row) for issue in found[:_EXAMPLE_ROWS])
        more = " …" if len(found) > _EXAMPLE_ROWS else ""
        finding, advice = map(wording, FINDINGS[kind])
        rows.append((column, finding, str(len(found)), found[0].value, numbers + more, advice))
    return Sheet(wording("Findings"), columns, rows)


def _rows(issues: Sequence[ImportIssue], wording: Callable[[str], str]) -> Sheet:
    columns = (
        _count(wording("Row")),
        _text(wording("Column")),
        _text(wording("Value"), 40),
        _text(wording("Finding"), 34),
    )
    ordered = sorted(issues, key=lambda issue: (issue.row, issue.column))[:_ROWS_LISTED]
    rows = [(str(issue.row), issue.column, issue.value, wording(FINDINGS[issue.kind][0])) for issue in ordered]
    return Sheet(wording("Cells to look at"), columns, rows)


def _held_back(held: Sequence[QuarantinedRow], wording: Callable[[str], str]) -> Sheet:
    headers = dict.fromkeys(header for row in held for header in row.held.cells)
    columns = (_count(wording("Row")), _text(wording("Why it was held back"), 40), *map(_text, headers))
    rows = [
        (
            str(row.held.row),
            wording(HELD_BACK[row.held.reason]),
            *(row.held.cells.get(header, "") for header in headers),
        )
        for row in held
    ]
    return Sheet(wording("Rows held back"), columns, rows)


def _columns(profiles: Iterator[ColumnProfile], wording: Callable[[str], str]) -> Sheet:
    counted = ("Filled", "Empty", "Good", "Doubtful", "Unusual", "Placeholders", "Distinct")
    columns = (
        *(_text(wording(name)) for name in ("Column", "Understood as")),
        *(_count(wording(name)) for name in counted),
        *(_text(wording(name)) for name in ("Most frequent", "Most frequent make", "Shortest", "Longest")),
    )
    return Sheet(wording("Columns"), columns, (_column(profile, wording) for profile in profiles))


def _understood(target: str, wording: Callable[[str], str]) -> str:
    """What a column became, in words."""
    if target == ColumnRule.SOURCE_KEY:
        return wording("Source key")
    names = attributes_of(target) or ((target,) if target else ())
    titles = [(name in ATTRIBUTES, attribute_title(name)) for name in names]
    return " / ".join(wording(title) if is_built_in else title for is_built_in, title in titles)


def _column(profile: ColumnProfile, wording: Callable[[str], str]) -> tuple[str, ...]:
    counts = [
        profile.filled,
        *(
            profile.counts.get(status, 0)
            for status in (
                ValueStatus.EMPTY,
                ValueStatus.VALID,
                ValueStatus.DOUBTFUL,
                ValueStatus.INVALID,
                ValueStatus.PLACEHOLDER,
            )
        ),
        profile.distinct,
    ]
    most = profile.top[0][0] if profile.top else ""
    make = profile.patterns[0][0] if profile.patterns else ""
    understood = _understood(profile.target, wording)
    return (profile.header, understood, *map(str, counts), most, make, profile.shortest, profile.longest)
