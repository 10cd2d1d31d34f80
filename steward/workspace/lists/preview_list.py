"""A list before it is loaded: how its columns would be understood, how good its values are, what is noteworthy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, AttributeType, attribute_of, find_attribute
from steward.domain.source_keys import key_headers
from steward.domain.source_settings import USUAL_SETTINGS
from steward.exchange.damages import Damage
from steward.exchange.mapping import Mapping
from steward.exchange.tables import HIDDEN_SHEETS
from steward.exchange.targets import ColumnRule
from steward.standardize.values import ValueStatus, split_values, standardize_column
from steward.storage.lists import deliveries, own_attributes, quarantine, sources
from steward.storage.lists.header_orders import is_in_other_order
from steward.workspace.lists.delivery_gates import Gate, extent_of
from steward.workspace.lists.ignored_columns import IgnoredColumns
from steward.workspace.lists.kept_columns import placeholders_in
from steward.workspace.lists.list_file import ListFile, source_name
from steward.workspace.lists.list_views import ColumnPreview, DamageKind, Finding, ListPreview, TablePreview
from steward.workspace.lists.own_attributes import check_own
from steward.workspace.lists.preview_rows import RowPreview, preview_rows
from steward.workspace.lists.profile_columns import profile_column
from steward.workspace.lists.read_list import ListOptions, PreparedTable, read_list
from steward.workspace.lists.reading_proofs import date_order_finding, decimal_sign_finding
from steward.workspace.lists.shared_values import commonest_shared, is_contact
from steward.workspace.lists.standing import Standing, gates_at, standing_of
from steward.workspace.lists.told_placeholders import is_told

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.records import Source
    from steward.workspace.context import StoreContext

_SAMPLE_ROWS = 20
_ROWS_NAMED = 200
#: Rows that are held back and shown before the list is loaded; all of them are in the quarantine afterwards.
_HELD_SHOWN = 500
_NUMBER_DAMAGES = frozenset(
    {Damage.CUT_DIGITS, Damage.SCIENTIFIC, Damage.READ_AS_NUMBER, Damage.LOST_ZERO, Damage.TURNED_INTO_DATE}
)
_PLACEHOLDERS = (ValueStatus.PLACEHOLDER, DamageKind.PLACEHOLDER)


def preview_list(
    context: StoreContext,
    path: Path,
    progress: Progress,
    *,
    source: str | None = None,
    targets: Dict[str, str] | None = None,
    skips_hidden: bool = False,
    reads_hidden_sheets: bool = False,
) -> ListPreview:
    """What loading the file would do; nothing is stored. Raises ListError or MappingError."""
    name = source or source_name(path)
    with context.database.read() as session:
        found = sources.find_source(session, name)
        remembered = Mapping.from_json(sources.stored_mapping(session, found.id)) if found else None
        settings = sources.source_settings(session, found.id) if found else USUAL_SETTINGS
        tables = read_list(
            path,
            progress,
            ListOptions(
                targets=targets or {},
                remembered=remembered,
                latest_year=context.clock().year,
                is_key_declared=settings.is_key_declared,
                settled=quarantine.settled_cells(session, found.id) if found else {},
                skips_hidden=skips_hidden,
                reads_hidden_sheets=reads_hidden_sheets,
                keep_statuses=True,
            ),
        )
        used = check_own(session, (target for table in tables for _, target in table.mapping.columns))
        own = dict.fromkeys((*own_attributes.own_attributes(session), *used))
        standing = standing_of(session, found, tables, "auto") if found else Standing()
        tables = standing.anew.rekeyed(tables)
        gates = gates_at(session, found, ListFile.at(path), tables, standing) if found else []
        gates += standing.anew.gates()
        previews = tuple(_preview(session, table, found, name, tuple(gates), standing, progress) for table in tables)
    return ListPreview(str(path), previews, (*map(str, ColumnRule), *ATTRIBUTES, *own))


def _preview(
    session: Session,
    prepared: PreparedTable,
    source: Source | None,
    name: str,
    gates: tuple[Gate, ...],
    standing: Standing,
    progress: Progress,
) -> TablePreview:
    keys = standing.own_keys([prepared])
    ignored = IgnoredColumns.of(
        standing.before.settings.ignored_columns,
        prepared.mapping,
        is_in_other_order=source is not None and is_in_other_order(session, source.id, [prepared.table.headers]),
    )
    contacts = [t for _, t in prepared.mapping.columns if (a := find_attribute(t)) and is_contact(a)]
    rows = preview_rows(session, prepared.rows, standing.known(), ignored, contacts, progress)
    columns, findings = _columns(prepared, rows)
    findings = [*findings, *_row_findings(prepared), *_notes(prepared)]
    return TablePreview(
        file_name=prepared.table.file_name,
        sheet=prepared.table.sheet,
        header_row=prepared.table.header_row,
        row_count=len(prepared.rows) + len(prepared.held),
        columns=columns,
        findings=tuple(findings),
        key_column=prepared.mapping.key_column,
        source_name=source.name if source else name,
        earlier_deliveries=len(deliveries.list_deliveries(session, source.id)) if source else 0,
        new_rows=rows.new,
        changed_rows=rows.changed,
        sample=tuple(row.cells for row in prepared.table.rows[:_SAMPLE_ROWS]),
        drifts=prepared.drifts,
        gates=gates,
        missing_rows=len(standing.counting - keys - {row.source_key for row in prepared.held}),
        extent=str(extent_of(keys, standing.counting)),
        unchanged_rows=rows.unchanged,
        repeated_rows=rows.repeated,
        held=prepared.held[:_HELD_SHOWN],
        held_count=len(prepared.held),
        changes=tuple(rows.changes),
        hidden_rows=len(prepared.table.hidden_rows),
        hidden_columns=prepared.table.hidden_columns,
        hidden_sheets=tuple(note.arguments[0] for note in prepared.table.notes if note.kind in HIDDEN_SHEETS),
        named_rows=_named_rows(prepared, columns, findings),
    )


def _named_rows(
    prepared: PreparedTable, columns: tuple[ColumnPreview, ...], findings: list[Finding]
) -> dict[int, tuple[str, ...]]:
    """The cells of every row that a finding or a profile names, by row number."""
    wanted = {number for finding in findings for number in finding.row_numbers}
    for column in columns:
        if column.profile is not None:
            wanted.update(number for numbers in column.profile.rows_by_status.values() for number in numbers)
    return {row.number: row.cells for row in prepared.table.rows if row.number in wanted}


def _columns(prepared: PreparedTable, rows: RowPreview) -> tuple[tuple[ColumnPreview, ...], list[Finding]]:
    columns, findings = [], []
    keys = key_headers(prepared.mapping.key_column, prepared.table.headers)
    numbers = [row.number for row in prepared.table.rows]
    for guess in prepared.guesses:
        target = prepared.mapping.target_of(guess.header)
        is_key = guess.header in keys
        is_guessed = str(guess.reason).startswith("key") if is_key else target == guess.target
        statuses = _statuses(prepared, guess.header, target)
        columns.append(
            ColumnPreview(
                header=guess.header,
                target=str(ColumnRule.SOURCE_KEY) if is_key else target,
                reason=str(guess.reason) if is_guessed else "chosen",
                reason_detail=guess.detail,
                confidence=guess.confidence if is_guessed else 1.0,
                examples=guess.examples,
                valid=sum(status is ValueStatus.VALID for status in statuses),
                doubtful=sum(status in (ValueStatus.DOUBTFUL, ValueStatus.INVALID) for status in statuses),
                empty=sum(status in (ValueStatus.EMPTY, ValueStatus.PLACEHOLDER) for status in statuses),
                profile=profile_column(guess.header, target, prepared.table.column(guess.header), numbers, statuses),
            )
        )
        if find_attribute(target) is not None:
            findings += _column_findings(prepared, guess.header, target, statuses)
            findings += _shared(prepared, guess.header, target, rows)
        else:
            findings += _damage_findings(prepared, guess.header)
            findings += _status_findings(prepared, guess.header, "", statuses, [_PLACEHOLDERS])
    return tuple(columns), findings


def _statuses(prepared: PreparedTable, header: str, target: str) -> list[ValueStatus]:
    cells = prepared.table.column(header)
    attribute = find_attribute(target)
    if attribute is None:
        said = ValueStatus.VALID, ValueStatus.PLACEHOLDER
        fillers = placeholders_in(header, cells) if target == ColumnRule.UNMAPPED else frozenset()
        return [said[cell in fillers] if cell.strip() else ValueStatus.EMPTY for cell in cells]
    known = prepared.statuses.get(target, {})
    firsts = [next(iter(split_values(attribute, cell)), "") for cell in cells]
    # What was moved to another attribute was not looked at under this one.
    others = list(dict.fromkeys(first for first in firsts if first not in known))
    looked_at = {
        first: value.status for first, value in zip(others, standardize_column(attribute, others), strict=True)
    }
    return [known[first] if first in known else looked_at[first] for first in firsts]


def _column_findings(prepared: PreparedTable, header: str, target: str, statuses: list[ValueStatus]) -> list[Finding]:
    attribute = attribute_of(target)
    kinds = [(ValueStatus.INVALID, DamageKind.INVALID), _PLACEHOLDERS]
    if attribute.type in (AttributeType.NATIONAL_ID, AttributeType.CODE):
        kinds.insert(0, (ValueStatus.DOUBTFUL, DamageKind.ID_DAMAGED))
    found = [*_damage_findings(prepared, header), *_status_findings(prepared, header, target, statuses, kinds)]
    table = prepared.table
    if attribute.type is AttributeType.NUMBER and (sign := decimal_sign_finding(attribute, header, table)):
        found.append(sign)
    if attribute.type is AttributeType.DATE:
        doubtful = sum(status is ValueStatus.DOUBTFUL for status in statuses)
        found.append(date_order_finding(attribute, header, table, doubtful))
    return found


def _status_findings(
    prepared: PreparedTable,
    header: str,
    target: str,
    statuses: list[ValueStatus],
    kinds: list[tuple[ValueStatus, DamageKind]],
) -> list[Finding]:
    """One finding for each status of cells that no damage was told of."""
    told = {row for damage in prepared.damages if damage.header == header for row in damage.rows}
    cells, numbers = prepared.table.column(header), prepared.table.rows.numbers
    found: list[Finding] = []
    for status, kind in kinds:
        wanted = [place for place, value in enumerate(statuses) if value is status]
        if status is ValueStatus.PLACEHOLDER:
            wanted = [place for place in wanted if is_told(find_attribute(target), cells[place])]
        places = [place for place in wanted if int(numbers[place]) not in told]
        if places:
            rows = tuple(int(numbers[place]) for place in places[:_ROWS_NAMED])
            found.append(Finding(kind, header, target, len(places), cells[places[0]], row_numbers=rows))
    return found


def _damage_findings(prepared: PreparedTable, header: str) -> list[Finding]:
    """What a spreadsheet or a person did to a column; ``detail`` names the damage."""
    return [
        Finding(
            DamageKind.ID_DAMAGED if damage.damage in _NUMBER_DAMAGES else DamageKind.INVALID,
            header,
            damage.target,
            len(damage.rows),
            damage.example,
            detail=damage.damage,
            row_numbers=damage.rows[:_ROWS_NAMED],
        )
        for damage in prepared.damages
        if damage.header == header
    ]


def _shared(prepared: PreparedTable, header: str, target: str, rows: RowPreview) -> list[Finding]:
    if target not in rows.standard:
        return []
    column = prepared.table.column(header)
    value, places = commonest_shared(attribute_of(target), column, rows.standard[target])
    numbers = tuple(int(prepared.table.rows.numbers[place]) for place in places[:_ROWS_NAMED])
    return [Finding(DamageKind.SHARED_VALUE, header, target, len(places), value, row_numbers=numbers)] if places else []


def _row_findings(prepared: PreparedTable) -> list[Finding]:
    places = sorted(prepared.rows.repeated)
    if not places or not prepared.mapping.key_column:
        return []
    numbers = tuple(int(prepared.table.rows.numbers[place]) for place in places[:_ROWS_NAMED])
    example = prepared.rows.keys[places[0]]
    return [
        Finding(DamageKind.DUPLICATE_KEY, prepared.mapping.key_column, "", len(places), example, row_numbers=numbers)
    ]


def _notes(prepared: PreparedTable) -> list[Finding]:
    return [
        Finding(DamageKind.LAYOUT, "", "", 0, ", ".join(note.arguments), note.kind, arguments=note.arguments)
        for note in prepared.table.notes
    ]
