"""A department's list read, mapped and standardized, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steward.domain.column_rules import attributes_of
from steward.domain.errors import ListError
from steward.domain.records import ImportIssue, IssueKind
from steward.domain.source_keys import key_headers, key_name
from steward.exchange.damages import ColumnDamage, Damage, find_damage
from steward.exchange.header_drift import HeaderDrift, carried_over, compare_headers
from steward.exchange.mapping import ColumnGuess, Mapping, check_mapping, guess_mapping
from steward.exchange.readers import read_tables
from steward.exchange.targets import ColumnRule, takes_several_columns
from steward.standardize.standard_value import LATEST_YEAR
from steward.workspace.lists.hold_back import hold_back
from steward.workspace.lists.prepared_rows import PreparedRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Mapping as Dict
    from pathlib import Path

    from steward.domain.progress import Progress
    from steward.domain.quarantine import HeldRow
    from steward.exchange.spread import Spread
    from steward.exchange.tables import RawTable
    from steward.standardize.values import ValueStatus
    from steward.workspace.crew import Crew

_DAMAGE_ISSUES = {
    Damage.ERROR_CELL: IssueKind.ERROR_CELL,
    Damage.CUT_DIGITS: IssueKind.DAMAGED_ID,
    Damage.SCIENTIFIC: IssueKind.DAMAGED_ID,
    Damage.READ_AS_NUMBER: IssueKind.DAMAGED_ID,
    Damage.TURNED_INTO_DATE: IssueKind.TURNED_INTO_DATE,
    Damage.LOST_ZERO: IssueKind.LOST_ZERO,
    Damage.DAY_MONTH_SWAPPED: IssueKind.SWAPPED_DATE,
    Damage.MOJIBAKE: IssueKind.BROKEN_TEXT,
    Damage.INVISIBLE: IssueKind.BROKEN_TEXT,
    Damage.LOOK_ALIKE: IssueKind.BROKEN_TEXT,
    Damage.SEVERAL_CUSTOMERS: IssueKind.SEVERAL_CUSTOMERS,
    Damage.SEVERAL_VALUES: IssueKind.SEVERAL_CUSTOMERS,
    Damage.WRONG_COLUMN: IssueKind.WRONG_COLUMN,
}


@dataclass(frozen=True, slots=True)
class PreparedTable:
    """One sheet ready to be stored. ``is_key_declared``: a person named the key, so rows without one are held back.

    ``issues``: what is noteworthy of whole columns and of how the file was read; rows that are made when they are asked
    for have their own.
    ``statuses`` (attribute -> raw value -> how good it is) are for a look before loading; they are filled while the
    rows are gone through.
    """

    table: RawTable
    mapping: Mapping
    guesses: tuple[ColumnGuess, ...]
    rows: PreparedRows
    issues: tuple[ImportIssue, ...]
    damages: tuple[ColumnDamage, ...] = ()
    drifts: tuple[HeaderDrift, ...] = ()
    statuses: Dict[str, Dict[str, ValueStatus]] = field(default_factory=dict)
    held: tuple[HeldRow, ...] = ()
    is_key_declared: bool = False


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What a steward, and what is known of the source, say of a list.

    ``targets`` (header -> target) is what the steward chose, ``remembered`` what the source was loaded with before;
    columns that neither names are guessed. ``latest_year`` is the latest that a two-digit birth year can mean.
    ``is_key_declared``, or a ``key`` that is named: rows without one are held back, as are those that are no customers,
    unless they are ``settled`` (see ``hold_back``). ``skips_hidden`` leaves out the rows and columns that are hidden in
    the file, ``reads_hidden_sheets`` takes in the sheets that are. ``keep_statuses`` costs memory and is for a look
    before loading.
    """

    sheet: str | None = None
    key: str | None = None
    targets: Dict[str, str] = field(default_factory=dict)
    remembered: Mapping | None = None
    latest_year: int = LATEST_YEAR
    is_key_declared: bool = False
    settled: Dict[str, Dict[str, str]] = field(default_factory=dict)
    skips_hidden: bool = False
    reads_hidden_sheets: bool = False
    keep_statuses: bool = False

    @property
    def named_key(self) -> str:
        """The key that the steward named, or whose columns were chosen as key; "" for none."""
        chosen = [header for header, target in self.targets.items() if target == ColumnRule.SOURCE_KEY]
        return self.key or key_name(chosen)


def read_list(
    path: Path,
    progress: Progress,
    options: ListOptions | None = None,
    *,
    is_read: Callable[[int], None] = lambda _rows: None,
    workers: Crew | None = None,
) -> list[PreparedTable]:
    """Every table of customers in a file, mapped and standardized.

    ``is_read`` is told how many rows there are as soon as that is known. ``workers`` help to read a large file, and
    look at columns if they have started by then.
    Raises ListError or MappingError.
    """
    options = options or ListOptions()
    tables = read_tables(
        path,
        sheet=options.sheet,
        reads_hidden_sheets=options.reads_hidden_sheets,
        progress=progress,
        spread=workers.in_order if workers else None,
    )
    _check_headers(options.targets, tables)
    is_read(sum(len(table.rows) for table in tables))
    if options.skips_hidden:
        tables = _seen(path, tables)
    seen: dict[str, int] = {}
    spread = workers.if_started if workers else None
    return [_prepare(table, options, seen, progress, spread) for table in tables]


def _seen(path: Path, tables: list[RawTable]) -> list[RawTable]:
    seen = [table for table in (table.without_hidden() for table in tables) if table.rows and table.headers]
    if not seen:
        raise ListError(f"All that {path.name} holds is hidden; load it with what is hidden.", code="all_hidden")
    return seen


def _check_headers(targets: Dict[str, str], tables: list[RawTable]) -> None:
    headers = {header for table in tables for header in table.headers}
    unknown = {header: target for header, target in targets.items() if header not in headers}
    if unknown:
        check_mapping(Mapping("", tuple(unknown.items())), tables[0])


def _prepare(
    table: RawTable, options: ListOptions, seen: dict[str, int], progress: Progress, spread: Spread | None
) -> PreparedTable:
    key, remembered = options.named_key, options.remembered
    is_key_chosen = options.key is not None
    if is_key_chosen:
        is_key_declared = bool(key)
    else:
        is_key_declared = options.is_key_declared or _names_other_key(key, table, remembered, progress)
    wanted = key or (remembered.key_column if remembered else "")
    is_there = bool(key_headers(wanted, table.headers)) or (is_key_chosen and bool(key))
    guessed, guesses = guess_mapping(table, key=wanted if is_there else None, progress=progress)
    drifts = tuple(compare_headers(remembered, table.headers, guesses)) if remembered else ()
    carried = carried_over(remembered, drifts) if remembered else Mapping("", ())
    mapping = _combine(guessed, carried, options.targets, table, is_key_chosen=bool(key))
    check_mapping(mapping, table)
    table, held = hold_back(table, mapping, options.settled, progress, is_key_declared=is_key_declared)
    statuses: dict[str, dict[str, ValueStatus]] = {}
    damages = tuple(find_damage(table, mapping, progress, spread))
    made = PreparedRows(
        table,
        mapping,
        seen,
        frozenset((row, damage.target) for damage in damages for row in damage.rows),
        latest_year=options.latest_year,
        statuses=statuses if options.keep_statuses else None,
        progress=progress,
        spread=spread,
    )
    issues = (*table.issues, *damage_issues(table, damages))
    return PreparedTable(
        table, mapping, guesses, made, issues, damages, drifts, statuses, held, is_key_declared=is_key_declared
    )


def _names_other_key(key: str, table: RawTable, remembered: Mapping | None, progress: Progress) -> bool:
    """Whether a mapping names a key that would not be used without it; a whole mapping holds what was guessed, too."""
    headers = set(key_headers(key, table.headers))
    if not headers or (remembered and headers == set(key_headers(remembered.key_column, table.headers))):
        return False
    guessed, _ = guess_mapping(table, progress=progress)
    return headers != set(key_headers(guessed.key_column, table.headers))


def damage_issues(table: RawTable, damages: Sequence[ColumnDamage]) -> list[ImportIssue]:
    """One issue per damaged cell."""
    errors = {(issue.row, issue.column) for issue in table.issues}
    return [
        ImportIssue(row, damage.header, _DAMAGE_ISSUES[damage.damage], cell)
        for damage in damages
        for row, cell in zip(damage.rows, damage.cells, strict=True)
        if (row, damage.header) not in errors
    ]


def _combine(
    guessed: Mapping, carried: Mapping, chosen: Dict[str, str], table: RawTable, *, is_key_chosen: bool
) -> Mapping:
    """What the steward chose; elsewhere what the source had before, else the guess, unless a target came twice."""
    key = guessed.key_column
    if not is_key_chosen:
        key = carried.key_column if key_headers(carried.key_column, table.headers) else key
        # A steward who maps the key column to something else wants no key.
        own = [chosen.get(header, ColumnRule.SOURCE_KEY) for header in key_headers(key, table.headers)]
        key = key if all(target == ColumnRule.SOURCE_KEY for target in own) else ""
    keys = key_headers(key, table.headers)
    if set(keys) == set(key_headers(carried.key_column, table.headers)):
        # The records are known by the columns in this order.
        key = carried.key_column if keys else key
    settled = {**dict(carried.columns), **chosen}
    taken = {
        filled
        for header, target in settled.items()
        if header in table.headers
        for filled in attributes_of(target) or (target,)
    }
    columns = []
    for header, target in guessed.columns:
        if header in settled:
            target = settled[header]
        elif settled and target in taken and not takes_several_columns(target):
            target = ColumnRule.UNMAPPED
        if header in keys:
            target = target or ColumnRule.SOURCE_KEY
        elif target == ColumnRule.SOURCE_KEY:
            target = ColumnRule.UNMAPPED
        columns.append((header, str(target)))
    return Mapping(key, tuple(columns))
