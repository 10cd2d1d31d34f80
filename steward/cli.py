"""The command line: arguments in, Workspace calls, text or JSON out."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from dataclasses import asdict, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from steward import __version__
from steward.domain.errors import StewardError
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.workspace.list_views import ImportReport

log = logging.getLogger(__name__)

_COMMANDS = (
    "demo",
    "import",
    "match",
    "learn",
    "status",
    "export",
    "dedupe",
    "verify",
    "rebuild",
    "backup",
    "restore",
    "export-decisions",
    "import-decisions",
)
#: How many changes of weights a proposal lists.
_SHOWN_WEIGHTS = 10
_OVERVIEW = """\
commands:
  steward                              open the window (the last store, or a welcome page)
  steward FILE.steward                 open that store
  steward demo [--dir DIR]             make a store from the sample lists and open it
  steward import STORE LIST...         load departments' lists; makes the store when it is not there
  steward match STORE                  find the records that may be one customer
  steward learn STORE                  what decisions would teach the matching
  steward status STORE                 what is in the store
  steward export STORE OUT             write the unified master: .xlsx, .csv or .parquet
  steward dedupe FILE... --out CSV     find duplicates in any table, without a store
  steward verify STORE                 is the store sound?
  steward rebuild STORE                make everything derived anew from sources and decisions
  steward backup STORE OUT             copy the store, also while it is open
  steward restore BACKUP STORE         put a copy back; the store that was there is kept beside it
  steward export-decisions STORE OUT   write the decisions in force, keyed by the keys of the lists (.jsonl)
  steward import-decisions STORE FILE  take over decisions that such a file holds

steward COMMAND --help tells more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 failed with a sentence on stderr, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except StewardError as err:
        print(f"steward: {err}", file=sys.stderr)
    except KeyboardInterrupt:
        print("steward: Stopped. Nothing was changed.", file=sys.stderr)
    except BrokenPipeError:
        # Whoever read our output has enough of it; that is no failure worth a word.
        sys.stderr.close()
    except Exception as err:
        log.exception("unexpected failure")
        print(
            f"steward: Something went wrong inside Steward ({type(err).__name__}: {err}); "
            "nothing was changed. Please report it.",
            file=sys.stderr,
        )
    return 1


def _run(given: list[str]) -> int:
    if given and given[0] in _COMMANDS:
        options = _parser().parse_args(given)
        handler: Callable[[argparse.Namespace], int] = options.handler
        return handler(options)
    options = _window_parser().parse_args(given)
    if options.self_test:
        from steward.demo import run_self_test

        return run_self_test()
    return _open_window(options.store)


def _open_window(name: str | None) -> int:
    from steward.demo import has_display

    store = Path(name).absolute() if name else None
    if name and store is not None and not store.exists():
        if store.suffix != ".steward" and store.name == name:
            print(f"steward: there is no command {name}; see steward --help.", file=sys.stderr)
            return 2
        raise StewardError(f"There is no store {store}; check the name, or make one with steward import.")
    if not has_display():
        raise StewardError("There is no display for a window here; use the commands that steward --help lists.")
    # Only the window needs Qt.
    from steward.app import run_window

    return run_window(store)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="steward",
        description="Turns the customer lists of many departments into one unified master.",
        epilog=_OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("store", nargs="?", metavar="FILE.steward", help="the store to open in the window")
    parser.add_argument("--version", action="version", version=f"steward {__version__}")
    parser.add_argument("--self-test", action="store_true", help="do the whole job once on the sample lists and quit")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="steward")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, handler: Callable[[argparse.Namespace], int], summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=summary)
        added.set_defaults(handler=handler)
        return added

    demo = command("demo", _demo, "Make a store from the sample lists, match it and open the window.")
    demo.add_argument("--dir", default="steward-demo", help="folder for the store (default: %(default)s)")
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
    load.add_argument("--key", metavar="COLUMN", help="column that names the rows (default: found by itself)")
    load.add_argument("--mapping", metavar="FILE.json", help='columns to attributes: {"Nama": "name", ...}')
    parts = load.add_mutually_exclusive_group()
    parts.add_argument("--full", dest="mode", action="store_const", const="full", help="the file holds every customer")
    parts.add_argument("--partial", dest="mode", action="store_const", const="partial", help="it holds only some")
    load.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
    match = command("match", _match, "Find the records that may be one customer.")
    match.add_argument("store", metavar="STORE")
    match.add_argument("--full", action="store_true", help="compare everything, also where little has changed")
    learn = command("learn", _learn, "What decisions would teach the matching; changes nothing without --apply.")
    learn.add_argument("store", metavar="STORE")
    choice = learn.add_mutually_exclusive_group()
    choice.add_argument("--apply", action="store_true", help="match with what was learnt, from now on")
    choice.add_argument("--forget", action="store_true", help="match anew with weights that no decision shaped")
    status = command("status", _status, "What is in the store.")
    status.add_argument("store", metavar="STORE")
    export = command("export", _export, "Write the unified master.")
    export.add_argument("store", metavar="STORE")
    export.add_argument("out", metavar="OUT.xlsx|.csv|.parquet")
    export.add_argument(
        "--as-of", metavar="DATE", type=_day, help="the master as it was at the end of that day (yyyy-mm-dd)"
    )
    dedupe = command("dedupe", _dedupe, "Find duplicates in any customer-like table, without a store.")
    dedupe.add_argument("files", nargs="+", metavar="FILE")
    dedupe.add_argument("--out", required=True, metavar="CLUSTERS.csv", help="file,row,id,cluster,confidence per row")
    dedupe.add_argument("--pairs", metavar="PAIRS.csv", help="id_a,id_b,weight,probability per pair kept")
    dedupe.add_argument("--id", metavar="COLUMN", help="column that names the rows (default: found by itself)")
    dedupe.add_argument("--ignore", default="", metavar="COL,COL", help="columns to leave out")
    dedupe.add_argument("--types", metavar="FILE.json", help='types of columns: {"Nama": "name", ...}')
    verify = command("verify", _verify, "Is the store sound? Changes nothing.")
    verify.add_argument("store", metavar="STORE")
    rebuild = command("rebuild", _rebuild, "Make everything derived anew from source rows and decisions.")
    rebuild.add_argument("store", metavar="STORE")
    backup = command("backup", _backup, "Copy a store into one file, also while another program has it open.")
    backup.add_argument("store", metavar="STORE")
    backup.add_argument("out", metavar="OUT.steward")
    restore = command("restore", _restore, "Put a backup copy in the place of a store; that one is kept beside it.")
    restore.add_argument("backup", metavar="BACKUP.steward")
    restore.add_argument("store", metavar="STORE")
    carry = command("export-decisions", _export_decisions, "Write the decisions in force, keyed by source keys.")
    carry.add_argument("store", metavar="STORE")
    carry.add_argument("out", metavar="OUT.jsonl")
    take_over = command("import-decisions", _import_decisions, "Take over decisions that another store wrote.")
    take_over.add_argument("store", metavar="STORE")
    take_over.add_argument("file", metavar="FILE.jsonl")
    for added in (load, match, learn, status, export, dedupe, verify, rebuild, backup, restore, carry, take_over):
        added.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


# Commands


def _demo(options: argparse.Namespace) -> int:
    from steward.demo import run_demo

    return run_demo(Path(options.dir).absolute(), _progress())


def _import(options: argparse.Namespace) -> int:
    path = Path(options.store)
    mapping = _read_mapping(options.mapping) if options.mapping else None
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
    import tempfile

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
                progress=_progress(),
                is_dry_run=options.dry_run,
            )
        except StewardError as err:
            if reports and not options.dry_run:
                names = ", ".join(report.file_name for report in reports)
                raise StewardError(f"{err} Loaded before it: {names}.", code=err.code) from err
            raise
        reports.append(report)
        if not options.json:
            verb = "would load" if options.dry_run else "loaded"
            print(
                f"{report.file_name}: {verb} {report.rows_read} rows as {report.source}: {report.rows_new} new, "
                f"{report.rows_changed} changed, {report.rows_unchanged} unchanged, {report.rows_repeated} repeated; "
                f"key column {report.key_column or 'none (content)'}; {len(report.issues)} doubtful cells."
            )
            for warning in report.warnings:
                print(f"  {warning}")
    if options.json:
        _print_json(
            lists=reports,
            rows_read=sum(report.rows_read for report in reports),
            records=reports[-1].records,
            seconds=_total_seconds([dict(report.seconds) for report in reports]),
            warnings=[warning for report in reports for warning in report.warnings],
        )
    return 0


def _match(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        report = workspace.match(_progress(), full=options.full)
    if options.json:
        _print_json(**asdict(report))
        return 0
    strengths = ", ".join(f"{count} {strength.replace('_', ' ')}" for strength, count in report.by_strength.items())
    print(
        f"{report.records} records, {report.pairs} pairs, {report.clusters} clusters; "
        f"{report.open_clusters} wait for a decision ({strengths})."
    )
    if report.kind == "incremental":
        print(
            f"Only what changed was looked at: {report.fresh_records} new or changed records, "
            f"{report.touched_records} with those they hang together with."
        )
    for warning in report.warnings:
        print(f"  {warning}")
    return 0


def _learn(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        proposal = None if options.forget else workspace.propose_learning(_progress())
        report = None
        if options.forget:
            report = workspace.forget_learning(_progress())
        elif options.apply and proposal is not None:
            report = workspace.apply_learning(proposal, _progress())
    if options.json:
        content = asdict(proposal) if proposal else {}
        content.pop("model", None)
        match_content = asdict(report) if report else None
        _print_json(proposal=content or None, match=match_content, seconds={}, warnings=[])
        return 0
    if proposal is not None:
        print(
            f"From {proposal.decision_count} decisions: {len(proposal.formed)} clusters would come, "
            f"{len(proposal.dissolved)} would go; the evidence contradicts {len(proposal.contradicted_before)} of the "
            f"decisions now and would contradict {len(proposal.contradicted_after)}."
        )
        for change in proposal.weights[:_SHOWN_WEIGHTS]:
            print(f"  {' + '.join(change.attributes)}, {change.outcome.replace('_', ' ')}: {change.bits:+.1f} bits")
    if report is not None:
        how = "no decision shapes the weights any more" if options.forget else "applied"
        print(f"Matched: {how}; {report.open_clusters} clusters wait for a decision.")
    return 0


def _status(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        summary = workspace.summary()
        by_kind = workspace.decision_counts()
    states = {
        "open": summary.open_clusters,
        "deferred": summary.deferred_clusters,
        "decided": summary.decided_clusters,
    }
    deliveries = sum(len(source.deliveries) for source in summary.sources)
    if options.json:
        _print_json(
            store=summary.path,
            sources=[
                {
                    "name": found.source.name,
                    "department": found.source.department,
                    "records": found.record_count,
                    "customers": found.customer_count,
                    "deliveries": [asdict(delivery) for delivery in found.deliveries],
                }
                for found in summary.sources
            ],
            deliveries=deliveries,
            records=summary.record_count,
            clusters=states,
            decisions={"total": summary.decision_count, "reversed": summary.reversed_count, "by_kind": by_kind},
            golden_records=summary.customer_count,
            joined_golden_records=summary.joined_customer_count,
            match={
                "at": summary.last_match_at,
                "seconds": summary.last_match_seconds,
                "records": summary.last_match_records,
                "stale": summary.is_match_stale,
            },
            warnings=["Lists changed since the last match run."] if summary.is_match_stale else [],
        )
        return 0
    for found in summary.sources:
        print(f"{found.source.name:20} {found.record_count:8} records  {len(found.deliveries)} deliveries")
    print(f"{'Total':20} {summary.record_count:8} records  {deliveries} deliveries")
    print(f"{summary.customer_count} customers, {summary.joined_customer_count} of them joined from several records.")
    print(f"Clusters: {', '.join(f'{count} {state}' for state, count in states.items())}.")
    print(f"Log: {summary.decision_count} entries, {summary.reversed_count} of them reversed.")
    if summary.is_match_stale:
        print("Lists changed since the last match run; run steward match.")
    return 0


def _export(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        report = workspace.export(options.out, as_of=options.as_of, progress=_progress())
    if options.json:
        content = asdict(report)
        content |= {"seconds": {"export": content["seconds"]}, "warnings": []}
        _print_json(**content)
    else:
        print(f"{report.path}: {report.customers} customers from {report.records} records.")
    return 0


def _dedupe(options: argparse.Namespace) -> int:
    from steward.workspace.dedupe import DedupeRequest, dedupe, read_types

    types = read_types(_read_text(options.types)) if options.types else {}
    request = DedupeRequest(
        files=tuple(Path(name) for name in options.files),
        out=Path(options.out).absolute(),
        pairs=Path(options.pairs).absolute() if options.pairs else None,
        id_column=options.id,
        ignore=tuple(name.strip() for name in options.ignore.split(",") if name.strip()),
        types=types,
    )
    report = dedupe(request, _progress())
    if options.json:
        _print_json(**asdict(report))
        return 0
    compared = ", ".join(f"{name} ({kind})" for name, kind in report.types.items())
    print(f"{report.rows} rows, {report.duplicates} of them duplicates: {report.clusters} customers. {request.out}")
    print(f"Compared: {compared}.")
    for warning in report.warnings:
        print(f"  {warning}")
    return 0


def _verify(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        problems = workspace.verify()
    if options.json:
        _print_json(problems=problems, sound=not problems, seconds={}, warnings=[])
    else:
        for problem in problems:
            print(problem)
        if not problems:
            print("The store is sound: the log is whole and every record has one customer.")
    return 1 if problems else 0


def _rebuild(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    with Workspace.open(options.store) as workspace:
        workspace.rebuild()
        customers = workspace.customer_count()
    seconds = time.perf_counter() - started
    if options.json:
        _print_json(customers=customers, seconds={"rebuild": seconds}, warnings=[])
    else:
        print(f"{customers} golden records made anew in {seconds:.1f} s.")
    return 0


def _backup(options: argparse.Namespace) -> int:
    copy = Workspace.back_up_file(options.store, options.out)
    size = copy.stat().st_size
    if options.json:
        _print_json(path=str(copy), bytes=size, seconds={}, warnings=[])
    else:
        print(f"{copy}: {size / 2**20:.1f} MiB.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    kept = Workspace.restore(options.backup, options.store)
    if options.json:
        _print_json(path=str(Path(options.store).absolute()), kept=str(kept) if kept else None, seconds={}, warnings=[])
    else:
        print(f"{options.store} is as in {options.backup}." + (f" The store before is kept as {kept}." if kept else ""))
    return 0


def _export_decisions(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        count = workspace.export_decisions(options.out)
    if options.json:
        _print_json(decisions=count, path=options.out, seconds={}, warnings=[])
    else:
        print(f"{options.out}: {count} decisions.")
    return 0


def _import_decisions(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        found = workspace.import_decisions(options.file)
    warnings = [f"Line {line}: {sentence}" for line, sentence in found.passed_over]
    if options.json:
        _print_json(taken=found.taken, repeated=found.repeated, seconds={}, warnings=warnings)
        return 0
    print(f"{found.taken} decisions taken over, {found.repeated} known already, {len(warnings)} passed over.")
    for warning in warnings:
        print(f"  {warning}")
    return 0


# Input and output


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it as 2026-05-31") from None


def _read_mapping(name: str) -> dict[str, str]:
    from steward.workspace.mapping_file import read_mapping

    return read_mapping(_read_text(name))


def _read_text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as err:
        raise StewardError(f"{name} can't be read ({err}); check the file.", code="unreadable") from err


def _total_seconds(found: list[dict[str, float]]) -> dict[str, float]:
    return {phase: sum(seconds[phase] for seconds in found) for phase in (found[0] if found else ())}


def _print_json(**content: Any) -> None:
    # Commands without phases of their own tell how long this process took.
    seconds = content.get("seconds") or {"total": round(time.process_time(), 3)}
    print(
        json.dumps(
            {**content, "seconds": seconds, "peak_memory_mib": _peak_memory()}, default=_plain, ensure_ascii=False
        )
    )


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, Enum):
        return value.value
    return str(value)


def _peak_memory() -> float | None:
    """The most memory this process held, in MiB; None where the system does not tell."""
    if sys.platform == "win32":
        return None
    import resource

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)


class _ConsoleProgress:
    """One line on the terminal that says how far the work is; nothing where nobody looks."""

    _INTERVAL = 0.2

    def __init__(self) -> None:
        self._last = 0.0

    def report(self, phase: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last < self._INTERVAL and done != total:
            return
        self._last = now
        share = f"{100 * done // total:3} %" if total else f"{done}"
        end = "\r\x1b[K" if done == total else "\r"
        print(f"{phase} {share}".ljust(60), end=end, file=sys.stderr, flush=True)

    def check(self) -> None:
        """Ctrl+C raises by itself."""


class _Silent:
    def report(self, phase: str, done: int, total: int) -> None:
        """Nobody looks."""

    def check(self) -> None:
        """Ctrl+C raises by itself."""


def _progress() -> _ConsoleProgress | _Silent:
    return _ConsoleProgress() if sys.stderr.isatty() else _Silent()
