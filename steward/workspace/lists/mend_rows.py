"""Rows that were held back: mended, loaded after all, or dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import Act, DeskKind
from steward.domain.errors import DecisionError
from steward.domain.quarantine import QuarantinedRowId, QuarantineReason, QuarantineState
from steward.domain.records import Delivery, DeliveryId
from steward.domain.source_keys import key_headers, key_text
from steward.exchange.damages import find_damage
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable
from steward.storage.lists import presence, quarantine, record_keys, record_versions, source_records, sources
from steward.storage.lists.delivery_notes import count_from_1904, pack_notes
from steward.workspace.decisions.decide import take
from steward.workspace.lists.known_source import keys_in_use, with_renamed
from steward.workspace.lists.prepared_rows import PreparedRows
from steward.workspace.lists.read_list import PreparedTable, damage_issues
from steward.workspace.lists.store_delivery import Load, RowsInOrder, delivery_crew, store_delivery
from steward.workspace.privacy.erased_people import hold_back_erased

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Mapping as Dict

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.domain.progress import Progress
    from steward.domain.quarantine import QuarantinedRow
    from steward.domain.records import Source
    from steward.workspace.context import StoreContext

#: Rows of the source by whose values the order of a date and the like are decided.
_EXAMPLES = 2000


def held_rows(session: Session, row_ids: Collection[int]) -> list[QuarantinedRow]:
    """The rows of these numbers. Raises DecisionError unless each is there and held back still."""
    wanted = [QuarantinedRowId(row_id) for row_id in row_ids]
    found = {row.id: row for row in quarantine.list_quarantined(session, row_ids=wanted)}
    for row_id in wanted:
        if row_id not in found or found[row_id].state is not QuarantineState.HELD:
            raise DecisionError(
                f"Row {row_id} is not held back (any more); look at the quarantine again.", code="not_held", row=row_id
            )
    if not found:
        raise DecisionError("Choose a row that is held back at least.", code="no_row")
    return [found[row_id] for row_id in sorted(found)]


def mend_row(context: StoreContext, session: Session, row_id: int, cells: Dict[str, str]) -> None:
    """Keep a mended copy of a row, without cells none; the row as delivered stays. Raises DecisionError."""
    (row,) = held_rows(session, [row_id])
    unknown = [header for header in cells if header not in row.held.cells]
    if unknown:
        raise DecisionError(
            f'The row has no column "{unknown[0]}"; use the columns it was delivered with.',
            code="no_column",
            column=unknown[0],
        )
    mended = {header: cells.get(header, text) for header, text in row.held.cells.items()} if cells else {}
    quarantine.set_mended(session, row.id, mended, context.steward, context.clock())


def dismiss_rows(context: StoreContext, session: Session, row_ids: Collection[int], reason: str) -> Decision:
    """The rows are no customers: they are asked about no more, in later deliveries neither."""
    rows = held_rows(session, row_ids)
    return take(
        context, session, Act(DeskKind.DISMISS, values=quarantine.about([row.id for row in rows])), reason=reason
    )


def reload_rows(
    context: StoreContext, session: Session, row_ids: Collection[int], reason: str, progress: Progress
) -> tuple[Delivery, Source]:
    """Load rows that were held back, each as it was mended: one delivery, reversed as one. Raises DecisionError."""
    rows = held_rows(session, row_ids)
    source = _common_source(session, rows)
    if any(row.held.reason is QuarantineReason.ERASED_PERSON for row in rows):
        raise _erased()
    mapping = Mapping.from_json(sources.stored_mapping(session, source.id))
    prepared = _prepare(context, session, rows, source, mapping)
    known = record_versions.known_records(session, source.id)
    renamed = keys_in_use(record_keys.keys_in_use(session, source.id), set(prepared.rows.keys))
    known = with_renamed(known, renamed)
    (prepared,), erased = hold_back_erased(session, source.name, [prepared], known)
    if erased:
        raise _erased()
    delivery = _mended_delivery(context, source, rows)
    shown = {"source": source.name, "file": delivery.file_name, "rows": len(rows)}
    load = Load(
        delivery,
        "",
        pack_notes((), ""),
        shown,
        known,
        RowsInOrder((prepared.rows,)),
        prepared.issues,
        values=quarantine.about([row.id for row in rows]),
        reason=reason,
        renamed=tuple(renamed),
    )
    with delivery_crew(progress) as workers:
        delivery, _ = store_delivery(context, session, load, workers, progress)
    return delivery, source


def _mended_delivery(context: StoreContext, source: Source, rows: Sequence[QuarantinedRow]) -> Delivery:
    return Delivery(
        id=DeliveryId(0),
        source_id=source.id,
        source_name=source.name,
        file_name=rows[0].file_name,
        sheet=rows[0].held.sheet,
        loaded_at=context.clock(),
        loaded_by=context.steward,
        rows_read=len(rows),
        is_mended=True,
    )


def _common_source(session: Session, rows: list[QuarantinedRow]) -> Source:
    names = {row.source_name for row in rows}
    source = sources.find_source(session, min(names))
    if len(names) > 1 or source is None:
        raise DecisionError(
            f"The rows are of {', '.join(sorted(names))}; load those of one source at a time.", code="several_sources"
        )
    return source


def _prepare(
    context: StoreContext,
    session: Session,
    rows: list[QuarantinedRow],
    source: Source,
    mapping: Mapping,
) -> PreparedTable:
    headers = tuple(dict.fromkeys(header for row in rows for header in row.cells))
    table = RawTable(
        file_name=rows[0].file_name,
        sheet=rows[0].held.sheet,
        header_row=0,
        headers=headers,
        rows=RawRows.of(RawRow(row.held.row, tuple(row.cells.get(header, "") for header in headers)) for row in rows),
        counts_from_1904=count_from_1904(session, {row.delivery_id for row in rows}),
    )
    damages = tuple(find_damage(table, mapping))
    made = PreparedRows(
        table,
        mapping,
        _keys_taken(session, rows, mapping),
        frozenset((row, damage.target) for damage in damages for row in damage.rows),
        latest_year=context.clock().year,
        examples=_examples(session, source),
    )
    return PreparedTable(table, mapping, (), made, tuple(damage_issues(table, damages)))


def _keys_taken(session: Session, rows: list[QuarantinedRow], mapping: Mapping) -> dict[str, int]:
    """Keys that other rows of the same files have already: a mended row must not take another's place."""
    keys = key_headers(mapping.key_column, tuple(header for header, _ in mapping.columns))
    wanted = {key_text([row.cells.get(header, "") for header in keys]) for row in rows if keys}
    held = presence.keys_held(session, {row.delivery_id for row in rows}, wanted)
    return dict.fromkeys(held, 1)


def _examples(session: Session, source: Source) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record, _ in zip(source_records.iter_records_of(session, source.id), range(_EXAMPLES), strict=False):
        for attribute, values in record.values.items():
            found.setdefault(attribute, []).extend(values)
    return found


def _erased() -> DecisionError:
    return DecisionError(
        "A row is recognized as an erased person's; release it with a reason before it is loaded.",
        code="erased_row",
    )
