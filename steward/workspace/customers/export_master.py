"""The unified master as a workbook, a csv or a Parquet file; the same state always gives the same content."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from steward import __version__
from steward.domain.attributes import AttributeType, OwnKind, attribute_title, in_order, own_kind
from steward.domain.errors import ExportError
from steward.domain.identity import format_cin
from steward.exchange.writers import ColumnKind, Sheet, SheetColumn, write_csv, write_parquet, write_workbook
from steward.storage.customers import cin_history, crosswalk, golden
from steward.storage.lists import deliveries, source_records, sources
from steward.storage.log import decisions, log_figures
from steward.workspace.customers.customer_search import resolve
from steward.workspace.match_runs.run_views import ExportReport
from steward.workspace.review.sample_gate import list_certificates

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.attributes import Attribute
    from steward.domain.decisions import DecisionId
    from steward.domain.identity import Cin
    from steward.domain.progress import Progress
    from steward.domain.survivorship import GoldenValue

_KINDS = {AttributeType.DATE: ColumnKind.DATE, AttributeType.NUMBER: ColumnKind.NUMBER}
_OWN_KINDS = {OwnKind.YES_NO: ColumnKind.YES_NO}
_WIDTHS = {
    AttributeType.NAME: 28,
    AttributeType.ORGANIZATION: 28,
    AttributeType.ADDRESS: 44,
    AttributeType.EMAIL: 30,
    AttributeType.NATIONAL_ID: 20,
    AttributeType.DATE: 13,
    AttributeType.TEXT: 30,
}
_SUFFIXES = (".xlsx", ".csv", ".parquet")
#: A CIN, the log entry that minted it, and the one that retired it.
CinLife = tuple["Cin", "DecisionId", "DecisionId | None"]


def export_master(
    session: Session,
    path: Path,
    progress: Progress,
    hidden: Collection[Cin] = (),
    only: Collection[Cin] | None = None,
) -> ExportReport:
    """Write the master without the ``hidden`` customers; ``only``: with none but these.

    Raises ExportError when the file can't be written; an older file then stays.
    """
    started = time.perf_counter()
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        raise ExportError(
            f"{path.name} has no ending that says what to write; use .xlsx, .csv or .parquet.", code="unknown_format"
        )
    cins = [cin for cin in (golden.active_cins(session) if only is None else only) if cin not in hidden]
    master, customers, records = _master(session, progress, cins)
    retired = cin_history.minted_and_retired(session) if only is None else _taken_over(session, only)
    retired = [row for row in retired if row[2] is not None]
    if suffix == ".csv":
        write_csv(path, master, progress=progress)
        names: tuple[str, ...] = ()
    elif suffix == ".parquet":
        write_parquet(path, master, progress=progress)
        names = ()
    else:
        sheets = [
            master,
            _crosswalk(session, cins),
            _id_changes(session, retired),
            _run_info(session, customers, records, len(hidden)),
        ]
        write_workbook(path, sheets, created=_last_change(session), progress=progress)
        names = tuple(sheet.name for sheet in sheets)
    seconds = time.perf_counter() - started
    return ExportReport(str(path), customers, records, len(retired), seconds, names, len(hidden))


def _master(session: Session, progress: Progress, cins: Sequence[Cin]) -> tuple[Sheet, int, int]:
    """One row per customer, oldest CIN first; several values of one attribute stand in one cell."""
    values: dict[Cin, dict[str, list[GoldenValue]]] = {}
    used: set[str] = set()
    for cin, value in _golden_of(session, cins):
        values.setdefault(cin, {}).setdefault(value.attribute, []).append(value)
        used.add(value.attribute)
    progress.check()
    attributes = in_order(used)
    by_id = {source.id: source.name for source in sources.list_sources(session)}
    found_in = golden.sources_of(session, cins)
    counts = {cin: count for cin, (_, _, count) in golden.titles(session, cins).items()}
    columns = (
        SheetColumn("CIN", ColumnKind.TEXT, 15),
        SheetColumn("Records", ColumnKind.INTEGER, 9),
        SheetColumn("Lists", ColumnKind.TEXT, 30),
        *(
            SheetColumn(
                attribute_title(a.name),
                _cell_kind(a),
                _WIDTHS.get(a.type, 16),
            )
            for a in attributes
        ),
    )

    def rows() -> Iterator[Sequence[str]]:
        for cin in cins:
            own = values.get(cin, {})
            lists = ", ".join(by_id[source_id] for source_id in sorted(found_in.get(cin, ())))
            cells = ["; ".join(v.value for v in own.get(a.name, ())) for a in attributes]
            yield [format_cin(cin), str(counts[cin]), lists, *cells]

    return Sheet("Master", columns, rows()), len(cins), sum(counts.values())


def _cell_kind(attribute: Attribute) -> ColumnKind:
    """What the cells of an attribute are: several values stand in a cell as text."""
    if attribute.is_multiple:
        return ColumnKind.TEXT
    own = own_kind(attribute.name)
    return _OWN_KINDS[own] if own in _OWN_KINDS else _KINDS.get(attribute.type, ColumnKind.TEXT)


def _golden_of(session: Session, cins: Sequence[Cin]) -> Iterator[tuple[Cin, GoldenValue]]:
    if len(cins) > 1:
        yield from golden.iter_golden(session)
        return
    for cin, values in golden.full_values_of(session, cins).items():
        for value in values:
            yield cin, value


def _taken_over(session: Session, cins: Collection[Cin]) -> list[CinLife]:
    """The CINs whose records these customers hold now."""
    names = {name for cin in cins for name in cin_history.took_over(session, cin)}
    return [row for row in cin_history.minted_and_retired(session) if row[0] in names]


def _crosswalk(session: Session, cins: Sequence[Cin]) -> Sheet:
    """Which record of which list is which customer, and the golden values it gave."""
    by_id = {source.id: source.name for source in sources.list_sources(session)}
    won = golden.winning_attributes(session)
    shown = set(cins)
    placed = [(cin, record_id) for cin, record_id in crosswalk.iter_crosswalk(session) if cin in shown]
    wanted = [record_id for _, record_id in placed] if len(cins) <= 1 else None
    records = {record.id: record for record in source_records.iter_records(session, wanted)}
    columns = (
        SheetColumn("CIN", ColumnKind.TEXT, 15),
        SheetColumn("List", ColumnKind.TEXT, 20),
        SheetColumn("Key in the list", ColumnKind.TEXT, 20),
        SheetColumn("Row", ColumnKind.INTEGER, 9),
        SheetColumn("Delivered on", ColumnKind.DATE, 13),
        SheetColumn("Golden values from this record", ColumnKind.TEXT, 60),
    )
    rows = [
        [
            format_cin(cin),
            by_id[records[record_id].source_id],
            records[record_id].source_key,
            str(records[record_id].row),
            records[record_id].delivered_on,
            ", ".join(attribute_title(attribute) for attribute in won.get(record_id, ())),
        ]
        for cin, record_id in placed
    ]
    return Sheet("Crosswalk", columns, rows)


def _id_changes(session: Session, retired: Sequence[CinLife]) -> Sheet:
    """Retired CINs and what stands for them now."""
    columns = (
        SheetColumn("Retired CIN", ColumnKind.TEXT, 15),
        SheetColumn("Is now", ColumnKind.TEXT, 32),
        SheetColumn("On", ColumnKind.DATE, 13),
        SheetColumn("By", ColumnKind.TEXT, 20),
        SheetColumn("Decision", ColumnKind.INTEGER, 10),
        SheetColumn("Reason", ColumnKind.TEXT, 40),
    )
    rows = []
    for cin, _, retired_by in retired:
        decision = decisions.get_decision(session, retired_by) if retired_by is not None else None
        if decision is not None:
            rows.append(
                [
                    format_cin(cin),
                    ", ".join(format_cin(current) for current in resolve(session, cin)),
                    decision.decided_at.date().isoformat(),
                    decision.decided_by,
                    str(decision.id),
                    decision.reason,
                ]
            )
    return Sheet("ID changes", columns, rows)


def _run_info(session: Session, customers: int, records: int, restricted: int) -> Sheet:
    """Counts that let the reader check that nothing is missing."""
    made, reversed_count = log_figures.count_decisions(session)
    rows = [
        ["Customers", str(customers)],
        ["Records", str(records)],
        ["Log entries", str(made)],
        ["Log entries reversed", str(reversed_count)],
        ["Last log entry", str(decisions.next_decision_id(session) - 1)],
        ["Steward version", __version__],
    ]
    if restricted:
        rows.append(["Restricted customers left out", str(restricted)])
    for certificate in reversed(list_certificates(session)):
        rows.append(
            [
                f"Certificate {certificate.id}: probability {certificate.low:g} to {min(certificate.high, 1.0):g}",
                f"{certificate.errors} of {certificate.sampled} sampled were wrong, "
                f"at most {certificate.bound:.2%} are; "
                f"{certificate.certified_by}, {certificate.certified_at:%Y-%m-%d}, model {certificate.model_version}",
            ]
        )
    for delivery in reversed(deliveries.list_deliveries(session)):
        rows.append(
            [
                f"Delivery {delivery.id}: {delivery.source_name}",
                f"{delivery.file_name}, {delivery.rows_read} rows, {delivery.loaded_at:%Y-%m-%d}"
                + (", reversed" if delivery.is_reversed else ""),
            ]
        )
    return Sheet("Run info", (SheetColumn("What", width=36), SheetColumn("Value", ColumnKind.INTEGER, 60)), rows)


def _last_change(session: Session) -> datetime:
    """When the state came about: the workbook's date, so that one state gives one file."""
    newest = decisions.list_decisions(session, limit=1)
    return newest[0].decided_at if newest else datetime(2000, 1, 1, tzinfo=UTC)
