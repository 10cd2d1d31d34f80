"""Loading a department's list: a delivery is stored whole, in one transaction, or not at all."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from steward.domain.cell_formats import common_formats
from steward.domain.records import Delivery, DeliveryId
from steward.exchange.mapping import Mapping
from steward.exchange.tables import LEFT_OUT, NOT_READ
from steward.storage.lists import quarantine, source_records, sources
from steward.storage.lists.delivery_notes import pack_notes
from steward.storage.lists.header_orders import is_in_other_order
from steward.workspace.lists.delivery_gates import Gate, GateKind, gate_sentence, is_full
from steward.workspace.lists.ignored_columns import IgnoredColumns
from steward.workspace.lists.list_file import ListFile, check_unchanged, source_name, state_of
from steward.workspace.lists.list_views import ImportReport
from steward.workspace.lists.missing_records import to_be_ended
from steward.workspace.lists.own_attributes import define_own
from steward.workspace.lists.read_list import ListOptions, PreparedTable, read_list
from steward.workspace.lists.source_of_list import source_of_list
from steward.workspace.lists.standing import Standing, gates_at, standing_of
from steward.workspace.lists.store_delivery import (
    Load,
    RowsInOrder,
    delivery_crew,
    get_ready,
    store_delivery,
)
from steward.workspace.privacy.erased_people import hold_back_erased

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.quarantine import HeldRow
    from steward.domain.records import ImportIssue, Source
    from steward.storage.lists.presence import Held
    from steward.workspace.context import StoreContext
    from steward.workspace.crew import Crew


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to load and as what. ``targets``: header -> target, where the steward chose one.

    ``is_key_declared``: rows without a key are held back, whoever found the key.
    """

    path: Path
    source: str | None = None
    department: str | None = None
    sheet: str | None = None
    key: str | None = None
    targets: Dict[str, str] | None = None
    mode: str = "auto"
    is_dry_run: bool = False
    skips_hidden: bool = False
    reads_hidden_sheets: bool = False
    is_key_declared: bool = False


def import_list(context: StoreContext, request: ImportRequest, progress: Progress) -> ImportReport:
    """Load a list as one delivery. Raises ListError, MappingError or Cancelled; the store is then as before."""
    with delivery_crew(progress) as workers:
        return _import_list(context, request, workers, progress)


def _import_list(context: StoreContext, request: ImportRequest, workers: Crew, progress: Progress) -> ImportReport:
    started = time.perf_counter()
    name = (request.source or source_name(request.path)).strip()
    with context.database.read() as session:
        source = sources.find_source(session, name)
        remembered = Mapping.from_json(sources.stored_mapping(session, source.id)) if source else None
        is_key_declared = source is not None and sources.source_settings(session, source.id).is_key_declared
        settled = quarantine.settled_cells(session, source.id) if source else {}
    state = state_of(request.path)
    tables = read_list(
        request.path,
        progress,
        ListOptions(
            sheet=request.sheet,
            key=request.key,
            targets=request.targets or {},
            remembered=remembered,
            latest_year=context.clock().year,
            is_key_declared=is_key_declared or request.is_key_declared,
            settled=settled,
            skips_hidden=request.skips_hidden,
            reads_hidden_sheets=request.reads_hidden_sheets,
        ),
        is_read=partial(get_ready, workers),
        workers=workers,
    )
    file = ListFile.at(request.path)
    check_unchanged(request.path, state)
    read_seconds = time.perf_counter() - started
    progress.check()
    place = context.database.trial() if request.is_dry_run else context.database.write_much(progress.check)
    with place as session:
        arrival = _meet(context, session, replace(request, source=name), file, tables)
        progress.check()
        report = _store(context, session, arrival, workers, progress)
        # What was read makes room in memory for the pages of the file, all of which are written next.
        workers.close()
        del tables, arrival
        progress.check()
    return replace(report, seconds={"read": read_seconds, "store": time.perf_counter() - started - read_seconds})


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A list that was read and has met its source. ``erased``: rows held back since they are of erased persons."""

    request: ImportRequest
    file: ListFile
    source: Source
    mapping: Mapping
    tables: list[PreparedTable]
    erased: list[HeldRow]
    standing: Standing

    def held(self) -> list[HeldRow]:
        """All rows that are held back."""
        return [*(row for table in self.tables for row in table.held), *self.erased]


@dataclass(frozen=True, slots=True)
class _Absent:
    """The records that a list came without. ``ended``: those that count no longer, since the list is whole."""

    lost: list[Held]
    ended: list[Held]
    is_whole: bool

    @property
    def missing(self) -> list[Held]:
        """Those that a list should have had."""
        return self.lost if self.is_whole else []


def _meet(
    context: StoreContext, session: Session, request: ImportRequest, file: ListFile, tables: list[PreparedTable]
) -> _Arrival:
    mapping = Mapping(tables[0].mapping.key_column, _all_columns(tables))
    define_own(context, session, dict(mapping.columns).values())
    source = source_of_list(session, request.source or "", request.department, mapping)
    # First who is known under another key: of a customer who stays, no row is held back for one who was erased.
    standing = standing_of(session, source, tables, request.mode)
    tables = standing.anew.rekeyed(tables)
    tables, erased = hold_back_erased(session, source.name, tables, standing.known())
    return _Arrival(request, file, source, mapping, tables, erased, standing)


def _store(
    context: StoreContext, session: Session, arrival: _Arrival, workers: Crew, progress: Progress
) -> ImportReport:
    source, settings = arrival.source, arrival.standing.before.settings
    absent = _absent(context, session, arrival)
    gates = _gates(session, arrival, absent)
    progress.check()
    load = _load(context, session, arrival, absent, gates)
    delivery, issues = store_delivery(context, session, load, workers, progress)
    sources.set_mapping(session, source.id, arrival.mapping.to_json())
    is_key_declared = any(table.is_key_declared for table in arrival.tables)
    if is_key_declared is not settings.is_key_declared:
        sources.set_source_settings(session, source.id, replace(settings, is_key_declared=is_key_declared))
    return _report(arrival, delivery, issues, absent, gates, source_records.count_active(session))


def _absent(context: StoreContext, session: Session, arrival: _Arrival) -> _Absent:
    standing, request = arrival.standing, arrival.request
    keys = standing.own_keys(arrival.tables)
    lost = standing.lost(keys | {row.source_key for row in arrival.held()})
    absent = _Absent(lost, [], is_full(request.mode, keys, standing.counting))
    ended = to_be_ended(session, arrival.source, absent.missing, standing.before.settings, context.clock())
    return replace(absent, ended=ended)


def _gates(session: Session, arrival: _Arrival, absent: _Absent) -> list[Gate]:
    gates = gates_at(session, arrival.source, arrival.file, arrival.tables, arrival.standing)
    kept = len(absent.lost) - len(absent.ended)
    if kept and arrival.request.mode != "partial":
        gates.append(Gate(GateKind.MISSING, (str(kept),)))
    return [*gates, *arrival.standing.anew.gates()]


def _load(context: StoreContext, session: Session, arrival: _Arrival, absent: _Absent, gates: Sequence[Gate]) -> Load:
    source, tables, standing, file = arrival.source, arrival.tables, arrival.standing, arrival.file
    held = arrival.held()
    rows = RowsInOrder(tuple(table.rows for table in tables))
    delivery = Delivery(
        id=DeliveryId(0),
        source_id=source.id,
        source_name=source.name,
        file_name=arrival.request.path.name,
        sheet=", ".join(table.table.sheet for table in tables if table.table.sheet),
        loaded_at=context.clock(),
        loaded_by=context.steward,
        rows_read=len(rows) + len(held),
    )
    return Load(
        delivery,
        file.hash,
        pack_notes(
            tuple(map(gate_sentence, gates)),
            file.changed_at,
            is_full=absent.is_whole,
            formats=common_formats([table.table.formats for table in tables]),
            counts_from_1904=any(table.table.counts_from_1904 for table in tables),
        ),
        {"source": source.name, "file": delivery.file_name, "rows": delivery.rows_read, "sha256": file.hash},
        standing.known(),
        rows,
        [issue for table in tables for issue in table.issues],
        held,
        ended=absent.ended,
        renamed=tuple(standing.renamed),
        ignored=IgnoredColumns.of(
            standing.before.settings.ignored_columns,
            arrival.mapping,
            is_in_other_order=is_in_other_order(session, source.id, [table.table.headers for table in tables]),
        ),
    )


def _report(
    arrival: _Arrival,
    delivery: Delivery,
    issues: Sequence[ImportIssue],
    absent: _Absent,
    gates: Sequence[Gate],
    records: int,
) -> ImportReport:
    """What was done, but for the seconds it took. ``records``: how many the store has now."""
    request, tables = arrival.request, arrival.tables
    return ImportReport(
        source=delivery.source_name,
        file_name=delivery.file_name,
        sheets=tuple(table.table.sheet for table in tables),
        delivery_ids=(delivery.id,),
        rows_read=delivery.rows_read,
        rows_new=delivery.rows_new,
        rows_changed=delivery.rows_changed,
        rows_unchanged=delivery.rows_unchanged,
        rows_repeated=delivery.rows_repeated,
        records=records,
        key_column=arrival.mapping.key_column,
        mapping=dict(arrival.mapping.columns),
        issues=tuple(issues),
        warnings=tuple(map(gate_sentence, gates)),
        seconds={},
        is_dry_run=request.is_dry_run,
        rows_quarantined=delivery.rows_quarantined,
        rows_missing=len(absent.missing),
        rows_ended=len(absent.ended),
        rows_renamed=len(arrival.standing.anew.keys),
        rows_hidden=sum(len(table.table.hidden_rows) for table in tables),
        columns_hidden=tuple(dict.fromkeys(header for table in tables for header in table.table.hidden_columns)),
        skips_hidden=request.skips_hidden,
        not_read={note.arguments[0]: str(note.kind) for t in tables for note in t.table.notes if note.kind in NOT_READ},
        left_out=tuple(note.arguments for t in tables for note in t.table.notes if note.kind in LEFT_OUT),
    )


def _all_columns(tables: list[PreparedTable]) -> tuple[tuple[str, str], ...]:
    columns: dict[str, str] = {}
    for table in tables:
        for header, target in table.mapping.columns:
            columns.setdefault(header, target)
    return tuple(columns.items())
