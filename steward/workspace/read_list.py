"""A department's list read, mapped and standardized, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, Attribute, AttributeType
from steward.domain.records import DeliveredRow, ImportIssue, IssueKind, Values
from steward.exchange.damages import ColumnDamage, Damage, find_damage
from steward.exchange.header_drift import HeaderDrift, carried_over, compare_headers
from steward.exchange.mapping import ColumnGuess, Mapping, RowMapper, check_mapping, content_hash, guess_mapping
from steward.exchange.readers import read_tables
from steward.exchange.targets import ColumnRule, takes_several_columns
from steward.standardize.addresses import address_parts
from steward.standardize.standard_value import LATEST_YEAR
from steward.standardize.values import (
    StandardValue,
    ValueStatus,
    better_attribute,
    detect_hints,
    split_values,
    standardize_column,
)
from steward.workspace.hold_back import hold_back

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence
    from pathlib import Path

    from steward.domain.progress import Progress
    from steward.domain.quarantine import HeldRow
    from steward.exchange.tables import RawTable

_STEP = 2000
#: Attributes that an address written in one cell can hold.
_ADDRESS_PARTS = ("village", "district", "city", "province", "postcode")
_DOUBTFUL = {
    AttributeType.NATIONAL_ID: IssueKind.DAMAGED_ID,
    AttributeType.CODE: IssueKind.DAMAGED_ID,
    AttributeType.DATE: IssueKind.AMBIGUOUS_DATE,
}
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
    Damage.WRONG_COLUMN: IssueKind.WRONG_COLUMN,
}


@dataclass(frozen=True, slots=True)
class PreparedTable:
    """One sheet ready to be stored. ``is_keyed``: a key column recognizes the rows, not their content.

    ``statuses``: attribute -> raw value -> how good it is, for a look before loading.
    """

    table: RawTable
    mapping: Mapping
    guesses: tuple[ColumnGuess, ...]
    rows: tuple[DeliveredRow, ...]
    issues: tuple[ImportIssue, ...]
    damages: tuple[ColumnDamage, ...] = ()
    drifts: tuple[HeaderDrift, ...] = ()
    statuses: Dict[str, Dict[str, ValueStatus]] = field(default_factory=dict)
    held: tuple[HeldRow, ...] = ()

    @property
    def is_keyed(self) -> bool:
        """Whether a column holds the source key."""
        return bool(self.mapping.key_column)


def read_list(
    path: Path,
    progress: Progress,
    *,
    sheet: str | None = None,
    key: str | None = None,
    targets: Dict[str, str] | None = None,
    remembered: Mapping | None = None,
    latest_year: int = LATEST_YEAR,
    keep_statuses: bool = False,
    is_key_declared: bool = False,
    settled: Dict[str, Dict[str, str]] | None = None,
) -> list[PreparedTable]:
    """Every table of customers in a file, mapped and standardized.

    ``targets`` (header -> target) is what the steward chose, ``remembered`` what the source was loaded with before;
    columns that neither names are guessed. ``latest_year`` is the latest that a two-digit birth year can mean;
    ``keep_statuses`` costs memory and is for a look before loading. ``is_key_declared``: rows without a key are held
    back, as are those that are no customers, unless they are ``settled`` (see ``hold_back``). Raises ListError or
    MappingError.
    """
    tables = read_tables(path, sheet=sheet, progress=progress)
    is_key_chosen = key is not None
    key = key or next((h for h, target in (targets or {}).items() if target == ColumnRule.SOURCE_KEY), None)
    key = key or (remembered.key_column if remembered else None)
    _check_headers(targets or {}, tables)
    seen: dict[str, int] = {}
    return [
        _prepare(
            table,
            key,
            targets or {},
            remembered,
            seen,
            progress,
            is_key_chosen=is_key_chosen,
            latest_year=latest_year,
            keep_statuses=keep_statuses,
            is_key_declared=is_key_declared or is_key_chosen,
            settled=settled or {},
        )
        for table in tables
    ]


def _check_headers(targets: Dict[str, str], tables: list[RawTable]) -> None:
    headers = {header for table in tables for header in table.headers}
    unknown = {header: target for header, target in targets.items() if header not in headers}
    if unknown:
        check_mapping(Mapping("", tuple(unknown.items())), tables[0])


def _prepare(
    table: RawTable,
    key: str | None,
    targets: Dict[str, str],
    remembered: Mapping | None,
    seen: dict[str, int],
    progress: Progress,
    *,
    is_key_chosen: bool,
    latest_year: int,
    keep_statuses: bool,
    is_key_declared: bool,
    settled: Dict[str, Dict[str, str]],
) -> PreparedTable:
    guessed, guesses = guess_mapping(table, key=key if key in table.headers or is_key_chosen else None)
    drifts = tuple(compare_headers(remembered, table.headers, guesses)) if remembered else ()
    carried = dict(carried_over(remembered, drifts).columns) if remembered else {}
    mapping = _combine(guessed, {**carried, **targets}, table)
    check_mapping(mapping, table)
    table, held = hold_back(table, mapping, settled, is_key_declared=is_key_declared)
    statuses: dict[str, dict[str, ValueStatus]] = {}
    kept = statuses if keep_statuses else None
    damages = tuple(find_damage(table, mapping))
    rows, issues = prepare_rows(table, mapping, damages, seen, progress, latest_year=latest_year, statuses=kept)
    return PreparedTable(table, mapping, guesses, rows, issues, damages, drifts, statuses, held)


def prepare_rows(
    table: RawTable,
    mapping: Mapping,
    damages: Sequence[ColumnDamage],
    seen: dict[str, int],
    progress: Progress,
    *,
    latest_year: int = LATEST_YEAR,
    statuses: dict[str, dict[str, ValueStatus]] | None = None,
    examples: Dict[str, Sequence[str]] | None = None,
) -> tuple[tuple[DeliveredRow, ...], tuple[ImportIssue, ...]]:
    """The rows of a table, mapped and standardized, and what is noteworthy about them.

    ``seen``: how often each key was used so far. ``statuses`` is filled where it is given. ``examples``: attribute ->
    values of the same source, by which the order of a date and the like are decided where the table has a few rows.
    """
    mapper = RowMapper(mapping, table)
    mapped: list[Values] = []
    for start in range(0, len(table.rows), _STEP):
        progress.check()
        progress.report("standardize", start, len(table.rows))
        mapped += [_joined_name(mapper.values(row)) for row in table.rows[start : start + _STEP]]
    values, standard, doubts = _standardize(mapped, table, progress, latest_year, statuses, examples or {})
    issues = _issues(table, damages, doubts)
    _fill_from_addresses(values, standard)
    rows = []
    for place, row in enumerate(table.rows):
        source_key, is_repeated = _unique_key(mapper.source_key(row), seen)
        if is_repeated and mapping.key_column:
            issues.append(ImportIssue(row.number, mapping.key_column, IssueKind.DUPLICATE_KEY, source_key))
        if mapping.key_column and not mapper.key_cell(row):
            issues.append(ImportIssue(row.number, mapping.key_column, IssueKind.MISSING_KEY, ""))
        raw = dict(zip(table.headers, row.cells, strict=True))
        fingerprint = content_hash([*row.cells, *(f"{a}={v}" for a, found in values[place].items() for v in found)])
        rows.append(DeliveredRow(source_key, row.number, fingerprint, raw, values[place], standard[place], is_repeated))
    return tuple(rows), (*table.issues, *issues)


def _combine(guessed: Mapping, chosen: Dict[str, str], table: RawTable) -> Mapping:
    """What the steward chose; elsewhere the guess, unless that would take a target twice."""
    taken = {target for header, target in chosen.items() if header in table.headers}
    columns = []
    key_column = guessed.key_column
    for header, target in guessed.columns:
        if header in chosen:
            target = chosen[header]
            if target == ColumnRule.SOURCE_KEY:
                key_column = header
            elif header == key_column:
                key_column = ""
        elif chosen and target in taken and not takes_several_columns(target):
            target = ColumnRule.UNMAPPED
        columns.append((header, str(target)))
    return Mapping(
        key_column,
        tuple(
            (header, "" if target == ColumnRule.SOURCE_KEY and header != key_column else target)
            for header, target in columns
        ),
    )


def _unique_key(key: str, seen: dict[str, int]) -> tuple[str, bool]:
    """The key, numbered when the delivery holds it before: no row takes another's place."""
    seen[key] = seen.get(key, 0) + 1
    return (key, False) if seen[key] == 1 else (f"{key} ({seen[key]})", True)


def _joined_name(values: Values) -> Values:
    """First and last name in two columns are one name; the cells stay as delivered beside it."""
    if "name" in values or "given_name" not in values:
        return values
    parts = [*values["given_name"], *values.get("family_name", ())]
    return {"name": (" ".join(parts),), **{a: v for a, v in values.items() if a not in ("given_name", "family_name")}}


def _standardize(
    mapped: list[Values],
    table: RawTable,
    progress: Progress,
    latest_year: int,
    statuses: dict[str, dict[str, ValueStatus]] | None,
    examples: Dict[str, Sequence[str]],
) -> tuple[list[Values], list[Values], list[ImportIssue]]:
    """Split, move to where they belong, and standardize the values of all rows, one attribute after the other."""
    split = [_split(values) for values in mapped]
    standard: list[Values] = [{} for _ in split]
    issues: list[ImportIssue] = []
    names = [name for name in ATTRIBUTES if any(name in values for values in split)]
    for done, name in enumerate(names):
        progress.check()
        progress.report("standardize", done, len(names))
        attribute = ATTRIBUTES[name]
        places = [(row, raw) for row, values in enumerate(split) for raw in values.get(name, ())]
        raws = [raw for _, raw in places]
        hints = replace(detect_hints(attribute, [*raws, *examples.get(name, ())]), latest_year=latest_year)
        found = standardize_column(attribute, raws, hints)
        if statuses is not None:
            statuses[name] = {raw: value.status for raw, value in zip(raws, found, strict=True)}
        collected: dict[int, list[str]] = {}
        for (row, raw), value in zip(places, found, strict=True):
            collected.setdefault(row, []).append(value.value)
            if (issue := _issue(attribute, value)) is not None:
                issues.append(ImportIssue(table.rows[row].number, name, issue, raw))
        for row, values in collected.items():
            standard[row][name] = tuple(values)
    return split, standard, issues


def _split(values: Values) -> Values:
    """Several values in a cell taken apart; a value in the wrong column joins the attribute it belongs to."""
    found: dict[str, list[str]] = {}
    for name, raws in values.items():
        attribute = ATTRIBUTES[name]
        for raw in raws:
            for part in split_values(attribute, raw):
                home = better_attribute(attribute, part)
                if home != name and not ATTRIBUTES[home].is_multiple and (home in values or home in found):
                    home = name
                found.setdefault(home, []).append(part)
    return {name: tuple(dict.fromkeys(parts)) for name, parts in found.items()}


def _fill_from_addresses(rows: list[Values], standards: list[Values]) -> None:
    """City, postcode and the like that stand only inside the address become values of their own."""
    for values, standard in zip(rows, standards, strict=True):
        address = next(iter(standard.get("address", ())), "")
        if not address or {"city", "postcode"} <= values.keys():
            continue
        parts = address_parts(address)
        for name in _ADDRESS_PARTS:
            if (found := getattr(parts, name)) and name not in values:
                values[name], standard[name] = (found,), (found,)


def _issue(attribute: Attribute, value: StandardValue) -> IssueKind | None:
    if value.status is ValueStatus.DOUBTFUL:
        return _DOUBTFUL.get(attribute.type, IssueKind.INVALID_VALUE)
    return IssueKind.INVALID_VALUE if value.status is ValueStatus.INVALID else None


def _issues(table: RawTable, damages: Sequence[ColumnDamage], doubts: list[ImportIssue]) -> list[ImportIssue]:
    """One issue per damaged cell, and the doubts about values that no damage explains."""
    errors = {(issue.row, issue.column) for issue in table.issues}
    told = {(row, damage.target) for damage in damages for row in damage.rows}
    found = [
        ImportIssue(row, damage.header, _DAMAGE_ISSUES[damage.damage], cell)
        for damage in damages
        for row, cell in zip(damage.rows, damage.cells, strict=True)
        if (row, damage.header) not in errors
    ]
    return found + [issue for issue in doubts if (issue.row, issue.column) not in told]
