"""Loading lists."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from steward.cli.output import PartlyDoneError, counted, new_progress, print_json, read_text
from steward.domain.errors import StewardError
from steward.domain.records import IssueKind
from steward.workspace import Workspace
from steward.workspace.lists.mapping_file import names_key, read_mapping

if TYPE_CHECKING:
    import argparse

    from steward.cli.command import AddCommand
    from steward.workspace.lists.list_views import ImportReport


#: Why a part of a file was not read, by the kind of note on it.
_NOT_READ = {
    "sheet_skipped": "holds no customers",
    "hidden_sheet_skipped": "a hidden sheet; --hidden-sheets loads it",
    "list_refused": "can't be read; ask for the file again",
    "other_file_skipped": "no kind of list that can be read",
}
#: So many of the rows and files that were left out are shown.
_NAMED = 3


def add_commands(command: AddCommand) -> None:
    """Add import."""
    load = command("import", _import, "Load departments' lists into a store; the store is made when it is not there.")
    load.add_argument("store", metavar="STORE")
    load.add_argument(
        "lists",
        nargs="+",
        metavar="LIST",
        help=".xlsx, .csv and the like: .xls, .xlsb, .ods, .tsv, .parquet, .vcf, .zip",
    )
    load.add_argument("--source", help="name of the source (default: the name of the file)")
    load.add_argument("--department", help="department that hands in the list (default: the source)")
    load.add_argument("--sheet", help="only this sheet (default: every sheet that holds a customer table)")
    load.add_argument("--key", metavar="COLUMN", help="column that names the rows, or several: A+B (default: found)")
    load.add_argument("--mapping", metavar="FILE.json", help='columns to attributes: {"Nama": "name", ...}')
    parts = load.add_mutually_exclusive_group()
    parts.add_argument("--full", dest="mode", action="store_const", const="full", help="the file holds every customer")
    parts.add_argument("--partial", dest="mode", action="store_const", const="partial", help="it holds only some")
    load.add_argument("--skip-hidden", action="store_true", help="leave out hidden rows and columns")
    load.add_argument("--hidden-sheets", action="store_true", help="load sheets that are hidden in the file, too")
    load.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")


def _import(options: argparse.Namespace) -> int:
    path = Path(options.store)
    mapping = read_mapping(read_text(options.mapping)) if options.mapping else None
    is_new = not path.exists()
    if is_new and options.dry_run:
        return _dry_run_without_store(options, mapping)
    with Workspace.create(path) if is_new else Workspace.open(path) as workspace:
        try:
            return _load_lists(workspace, options, mapping)
        finally:
            if is_new:
                workspace.discard_if_empty()


def _dry_run_without_store(options: argparse.Namespace, mapping: dict[str, str] | None) -> int:
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "trial.steward") as workspace:
        return _load_lists(workspace, options, mapping)


def _load_lists(workspace: Workspace, options: argparse.Namespace, mapping: dict[str, str] | None) -> int:
    reports: list[ImportReport] = []
    for name in options.lists:
        try:
            report = workspace.import_list(
                name,
                source=options.source,
                department=options.department,
                sheet=options.sheet,
                key=options.key,
                mapping=mapping,
                mode=options.mode or "auto",
                progress=new_progress(),
                is_dry_run=options.dry_run,
                skips_hidden=options.skip_hidden,
                reads_hidden_sheets=options.hidden_sheets,
                is_key_declared=mapping is not None and names_key(mapping),
            )
        except (StewardError, KeyboardInterrupt) as err:
            if not reports or options.dry_run:
                raise
            names = ", ".join(report.file_name for report in reports)
            if isinstance(err, StewardError):
                raise PartlyDoneError(f"{err} Loaded before it: {names}.", code=err.code, **_content(reports)) from err
            sentence = f"Stopped. Loaded before that and kept: {names}."
            raise PartlyDoneError(sentence, code="cancelled", **_content(reports)) from None
        reports.append(report)
        if not options.json:
            _print_report(report)
    if options.json:
        print_json(**_content(reports))
    return 0


def _print_report(report: ImportReport) -> None:
    verb = "would load" if report.is_dry_run else "loaded"
    ragged = [str(issue.row) for issue in report.issues if issue.kind is IssueKind.RAGGED_ROW]
    doubtful = len(report.issues) - len(ragged)
    clauses = (
        f"delivery {', '.join(map(str, report.delivery_ids))}" if not report.is_dry_run else "",
        *_counts(report),
        f"key column {report.key_column or 'none (content)'}",
        counted(doubtful, "doubtful cell") if doubtful else "",
    )
    rows = counted(report.rows_read, "row")
    print(f"{report.file_name}: {verb} {rows} as {report.source}: {'; '.join(filter(None, clauses))}.")
    if ragged:
        some = ", ".join(ragged[:_NAMED])
        more = ", ..." if len(ragged) > _NAMED else ""
        odd = f"{counted(len(ragged), 'row')} (row {some}{more})"
        print(f"  More or fewer cells than the header: {odd}; cells beyond it are kept in columns of their own.")
    hidden = {"rows": report.rows_hidden, "columns": ", ".join(report.columns_hidden)}
    done = "skipped" if report.skips_hidden else "loaded like the rest; --skip-hidden leaves them out"
    for what, told in hidden.items():
        if told:
            print(f"  Hidden {what}: {told} ({done}).")
    if report.left_out:
        some = "; ".join(" ".join(one) for one in report.left_out[:_NAMED])
        more = "; ..." if len(report.left_out) > _NAMED else ""
        print(f"  Left out as no customers: {counted(len(report.left_out), 'row')} (row {some}{more}).")
    for why, told in _NOT_READ.items():
        names = [name for name, kind in report.not_read.items() if kind == why]
        if names:
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            print(f"  Not read: {', '.join(names[:_NAMED])}{more} ({told}).")
    for warning in report.warnings:
        print(f"  {warning}")


def _counts(report: ImportReport) -> tuple[str, ...]:
    """What became of the rows and of the records that have none; what befell nobody is left out."""
    rows = (
        (report.rows_new, "new"),
        (report.rows_changed, "changed"),
        (report.rows_unchanged, "unchanged"),
        (report.rows_repeated, "repeated"),
        (report.rows_quarantined, "held back"),
    )
    missing = ((report.rows_missing, "missing"), (report.rows_ended, "of them ended"))
    renamed = ((report.rows_renamed, "renamed"),)
    return tuple(", ".join(f"{count} {what}" for count, what in clause if count) for clause in (rows, missing, renamed))


def _content(reports: list[ImportReport]) -> dict[str, object]:
    return {
        "lists": reports,
        "rows_read": sum(report.rows_read for report in reports),
        "records": reports[-1].records,
        "seconds": _total_seconds([dict(report.seconds) for report in reports]),
        "warnings": [warning for report in reports for warning in report.warnings],
    }


def _total_seconds(found: list[dict[str, float]]) -> dict[str, float]:
    return {phase: sum(seconds[phase] for seconds in found) for phase in (found[0] if found else ())}
