"""Loading a department's list: a delivery is stored whole, in one transaction, or not at all."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from steward.domain.cell_formats import common_formats
from steward.domain.errors import ListError
from steward.domain.records import Delivery, DeliveryId, KeyMode, Source, SourceId
from steward.exchange.mapping import Mapping
from steward.storage.lists import deliveries, presence, quarantine, record_versions, source_records, sources
from steward.storage.lists.delivery_notes import last_file_time, pack_notes
from steward.storage.lists.header_orders import is_in_other_order
from steward.workspace.lists.delivery_gates import (
    Gate,
    GateKind,
    file_gates,
    gate_sentence,
    gates_of,
    is_full,
)
from steward.workspace.lists.ignored_columns import IgnoredColumns
from steward.workspace.lists.list_views import ImportReport
from steward.workspace.lists.missing_records import missing_records, to_be_ended
from steward.workspace.lists.own_attributes import define_own
from steward.workspace.lists.read_list import PreparedTable, read_list
from steward.workspace.lists.renamed_keys import find_renamed, keys_in_use, with_renamed
from steward.workspace.lists.store_delivery import Load, RowsInOrder, store_delivery
from steward.workspace.privacy.erased_people import hold_back_erased

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.workspace.context import StoreContext

#: Letter and colour of the departments every company has; others take the next free ones.
_KNOWN_DEPARTMENTS = (
    ("S", 0, ("sales", "penjualan")),
    ("M", 1, ("marketing", "pemasaran")),
    ("V", 2, ("service", "layanan", "servis")),
    ("C", 3, ("callcentre", "callcenter", "call centre", "call center", "call_cent")),
    ("E", 4, ("ecommerce", "e-commerce", "webshop", "shop", "toko online", "web")),
    ("O", 5, ("social", "sosial", "medsos")),
    ("P", 6, ("partner", "mitra", "thirdparty", "third party")),
    ("F", 7, ("finance", "keuangan")),
)
_COLORS = 8
#: Characters of a source's name.
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to load and as what. ``targets``: header -> target, where the steward chose one."""

    path: Path
    source: str | None = None
    department: str | None = None
    sheet: str | None = None
    key: str | None = None
    targets: Dict[str, str] | None = None
    mode: str = "auto"
    is_dry_run: bool = False
    skips_hidden: bool = False


def import_list(context: StoreContext, request: ImportRequest, progress: Progress) -> ImportReport:
    """Load a list as one delivery. Raises ListError, MappingError or Cancelled; the store is then as before."""
    started = time.perf_counter()
    name = (request.source or source_name(request.path)).strip()
    with context.database.read() as session:
        source = sources.find_source(session, name)
        remembered = Mapping.from_json(sources.stored_mapping(session, source.id)) if source else None
        is_key_declared = source is not None and sources.source_settings(session, source.id).is_key_declared
        settled = quarantine.settled_cells(session, source.id) if source else {}
    tables = read_list(
        request.path,
        progress,
        sheet=request.sheet,
        key=request.key,
        targets=request.targets,
        remembered=remembered,
        latest_year=context.clock().year,
        is_key_declared=is_key_declared,
        settled=settled,
        skips_hidden=request.skips_hidden,
    )
    file_hash = file_hash_of(request.path)
    read_seconds = time.perf_counter() - started
    progress.check()
    place = context.database.trial() if request.is_dry_run else context.database.write_much(progress.check)
    with place as session:
        report = _store(context, session, request, name, tables, file_hash, progress)
        progress.check()
    return replace(report, seconds={"read": read_seconds, "store": time.perf_counter() - started - read_seconds})


def source_name(path: Path) -> str:
    """What a list is called when nobody says: the name of its file."""
    return path.stem[:1].upper() + path.stem[1:]


def _store(
    context: StoreContext,
    session: Session,
    request: ImportRequest,
    name: str,
    tables: list[PreparedTable],
    file_hash: str,
    progress: Progress,
) -> ImportReport:
    mapping = Mapping(tables[0].mapping.key_column, _all_columns(tables))
    define_own(context, session, dict(mapping.columns).values())
    source = _source(session, name, request.department, mapping)
    sheets = ", ".join(t.table.sheet for t in tables if t.table.sheet)
    known = record_versions.known_records(session, source.id)
    now = presence.held_now(session, source.id)
    counting = {record.source_key for record in now}
    in_use = keys_in_use(session, source.id, {key for table in tables for key in table.rows.keys})
    # First who is known under another key: of a customer who stays, no row is held back for one who was erased.
    anew = find_renamed(session, source, tables, known, now, in_use, request.mode)
    renamed = anew.with_used(in_use)
    tables = anew.rekeyed(tables)
    tables, erased = hold_back_erased(session, source.name, tables, with_renamed(known, renamed))
    held = [*(row for table in tables for row in table.held), *erased]
    rows = RowsInOrder(tuple(table.rows for table in tables))
    keys = {renamed.get(key, key) for table in tables for key in table.rows.keys}
    file_time = file_time_of(request.path)
    gates = [
        *file_gates(
            deliveries.find_delivery_by_hash(session, source.id, sheets, file_hash),
            file_time,
            last_file_time(session, source.id),
        ),
        *gates_of(
            len(rows),
            keys,
            counting,
            deliveries.list_deliveries(session, source.id),
            [table.drifts for table in tables],
            is_keyed=bool(mapping.key_column),
        ),
    ]
    delivery = Delivery(
        id=DeliveryId(0),
        source_id=source.id,
        source_name=source.name,
        file_name=request.path.name,
        sheet=sheets,
        loaded_at=context.clock(),
        loaded_by=context.steward,
        rows_read=len(rows) + len(held),
    )
    shown = {"source": source.name, "file": request.path.name, "rows": delivery.rows_read, "sha256": file_hash}
    settings = sources.source_settings(session, source.id)
    is_whole = is_full(request.mode, keys, counting)
    lost = missing_records(now, keys | {row.source_key for row in held})
    missing = lost if is_whole else []
    ended = to_be_ended(session, source, missing, settings, context.clock())
    kept = len(lost) - len(ended)
    if kept and request.mode != "partial":
        gates.append(Gate(GateKind.MISSING, (str(kept),)))
    gates += anew.gates()
    warnings = tuple(map(gate_sentence, gates))
    load = Load(
        delivery,
        file_hash,
        pack_notes(
            warnings,
            file_time,
            is_full=is_whole,
            formats=common_formats([table.table.formats for table in tables]),
        ),
        shown,
        with_renamed(known, renamed),
        rows,
        [issue for table in tables for issue in table.issues],
        held,
        ended=ended,
        renamed=tuple(renamed),
        ignored=IgnoredColumns.of(
            settings.ignored_columns,
            dict(mapping.columns),
            is_in_other_order=is_in_other_order(session, source.id, [table.table.headers for table in tables]),
        ),
    )
    delivery, issues = store_delivery(context, session, load, progress)
    sources.set_mapping(session, source.id, mapping.to_json())
    if request.key is not None:
        sources.set_source_settings(session, source.id, replace(settings, is_key_declared=bool(request.key)))
    return ImportReport(
        source=source.name,
        file_name=request.path.name,
        sheets=tuple(t.table.sheet for t in tables),
        delivery_ids=(delivery.id,),
        rows_read=delivery.rows_read,
        rows_new=delivery.rows_new,
        rows_changed=delivery.rows_changed,
        rows_unchanged=delivery.rows_unchanged,
        rows_repeated=delivery.rows_repeated,
        records=source_records.count_active(session),
        key_column=mapping.key_column,
        mapping=dict(mapping.columns),
        issues=tuple(issues),
        warnings=warnings,
        seconds={},
        is_dry_run=request.is_dry_run,
        rows_quarantined=delivery.rows_quarantined,
        rows_missing=len(missing),
        rows_ended=len(ended),
        rows_renamed=len(anew.keys),
        rows_hidden=sum(len(table.table.hidden_rows) for table in tables),
        skips_hidden=request.skips_hidden,
    )


def _all_columns(tables: list[PreparedTable]) -> tuple[tuple[str, str], ...]:
    columns: dict[str, str] = {}
    for table in tables:
        for header, target in table.mapping.columns:
            columns.setdefault(header, target)
    return tuple(columns.items())


def _source(session: Session, name: str, department: str | None, mapping: Mapping) -> Source:
    found = sources.find_source(session, name)
    if found is not None:
        return found
    if not name:
        raise ListError("The source needs a name; give one with --source.", code="no_source_name")
    if len(name) > _LONGEST_NAME:
        raise ListError(
            f"The name of the source has {len(name)} characters; give one of {_LONGEST_NAME} at most.",
            code="long_source_name",
        )
    letter, color = _badge(name, sources.list_sources(session))
    source = Source(
        id=SourceId(0),
        name=name,
        department=department or name,
        letter=letter,
        color_index=color,
        key_column=mapping.key_column,
        key_mode=KeyMode.COLUMN if mapping.key_column else KeyMode.CONTENT,
    )
    return sources.add_source(session, source, mapping.to_json())


def _badge(name: str, others: list[Source]) -> tuple[str, int]:
    """A letter and a colour that no other source has; from the ninth source on colours repeat."""
    letters = {source.letter for source in others}
    colors = {source.color_index for source in others}
    for letter, color, words in _KNOWN_DEPARTMENTS:
        if letter not in letters and color not in colors and any(word in name.lower() for word in words):
            return letter, color
    own = [character.upper() for character in name if character.isalnum()] or ["?"]
    free = [letter for letter in own if letter not in letters] or [
        first + second for first in own for second in own if first + second not in letters
    ]
    reserved = {letter for letter, _, _ in _KNOWN_DEPARTMENTS}
    letter = next((letter for letter in free if letter not in reserved), free[0] if free else own[0])
    color = next((c for c in reversed(range(_COLORS)) if c not in colors), len(others) % _COLORS)
    return letter, color


def file_time_of(path: Path) -> str:
    """When a file was changed last, ISO in UTC; "" when nobody knows."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    except (OSError, OverflowError, ValueError):
        return ""


def file_hash_of(path: Path) -> str:
    """The hash by which the same file is known again. Raises ListError when it can't be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for portion in iter(lambda: file.read(2**20), b""):
                digest.update(portion)
    except OSError as err:
        raise ListError(
            f"{path.name} vanished while it was read ({err.strerror}); check the disk and load it again.",
            code="vanished",
        ) from err
    return digest.hexdigest()
