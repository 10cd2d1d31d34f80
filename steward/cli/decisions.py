"""The log of decisions: its entries, taking them back, and carrying them from store to store."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from steward.cli.command import whole_number
from steward.cli.output import contacts_told, counted, print_json
from steward.domain.errors import DecisionError
from steward.workspace import Workspace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from steward.cli.command import AddCommand
    from steward.workspace.decisions.log_views import DecisionView, ReversePreview

_USUAL_ENTRIES = 20


def add_commands(command: AddCommand) -> None:
    """Add log, reverse, export-decisions, import-decisions."""
    log = command("log", _log, "The entries of the log, newest first, with the numbers that reverse takes.")
    log.add_argument("store", metavar="STORE")
    log.add_argument("--limit", metavar="N", type=whole_number, default=_USUAL_ENTRIES, help="how many (default: 20)")
    reverse = command("reverse", _reverse, "Take an entry of the log or a delivery back, whatever its age.")
    reverse.add_argument("store", metavar="STORE")
    what = reverse.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "entry", metavar="ENTRY", type=whole_number, nargs="?", help="its number, as steward log and the window tell it"
    )
    what.add_argument(
        "--delivery", metavar="N", type=whole_number, help="the delivery of this number; status lists them"
    )
    reverse.add_argument("--preview", action="store_true", help="say what would change, change nothing")
    reverse.add_argument("--reason", help="what the log keeps beside the act")
    carry = command("export-decisions", _export_decisions, "Write the decisions in force, keyed by source keys.")
    carry.add_argument("store", metavar="STORE")
    carry.add_argument("out", metavar="OUT.jsonl")
    take_over = command("import-decisions", _import_decisions, "Take over decisions that another store wrote.")
    take_over.add_argument("store", metavar="STORE")
    take_over.add_argument("file", metavar="FILE.jsonl")


def _log(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        entries = workspace.history(limit=max(0, options.limit))
        count = workspace.history_count()
    if options.json:
        print_json(entries=entries, total=count, seconds={}, warnings=[])
        return 0
    for entry in entries:
        print(_entry_told(entry))
    if count > len(entries):
        print(f"{counted(count - len(entries), 'older entry', 'older entries')}; --limit {count} shows all.")
    return 0


def _entry_told(entry: DecisionView) -> str:
    kind = entry.kind.replace("_", " ")
    about = f"#{entry.reverses}" if entry.reverses else entry.title
    end = f", taken back by #{entry.reversed_by}" if entry.reversed_by else ""
    return f"#{entry.id}  {entry.decided_at:%Y-%m-%d %H:%M}  {entry.decided_by}  {kind}: {about}{end}"


def _reverse(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        entry = options.entry if options.delivery is None else _entry_of_delivery(workspace, options.delivery)
        preview = _preview(workspace, entry)
        done = None if options.preview else workspace.reverse(entry, options.reason)
    if options.json:
        print_json(**asdict(preview), entry=done.id if done else None, seconds={}, warnings=[])
        return 0
    print(_told(preview))
    if done:
        print(f"Taken back by entry #{done.id}; steward reverse with that number brings it in force again.")
    return 0


def _preview(workspace: Workspace, entry: int) -> ReversePreview:
    try:
        return workspace.preview_reverse(entry)
    except DecisionError as err:
        if err.code != "unknown_decision":
            raise
        # The page of the window that lists them is of no help here.
        newest = workspace.summary().last_decision_id
        raise DecisionError(
            f"There is no entry #{entry} in the log, the newest is #{newest}; steward log lists them.",
            code=err.code,
        ) from err


def _entry_of_delivery(workspace: Workspace, delivery_id: int) -> int:
    for decision in workspace.decisions():
        if decision.act.delivery_id == delivery_id:
            return decision.id
    raise DecisionError(f"There is no delivery #{delivery_id}; steward status lists them.", code="no_delivery")


def _told(preview: ReversePreview) -> str:
    kind = preview.decision.kind.replace("_", " ")
    return (
        f"Taking back #{preview.decision.id} ({kind}: {preview.decision.title}): "
        f"{counted(len(preview.moves), 'record')} with another customer, "
        f"{counted(len(preview.values), 'other golden value')}, {counted(len(preview.retired_cins), 'CIN')} retired, "
        f"{counted(len(preview.revived_cins), 'CIN')} in use again; "
        f"{counted(len(preview.later), 'later decision')} about the same records"
        f"{''.join(f'; {right}' for right in _rights_told(preview))}."
    )


def _rights_told(preview: ReversePreview) -> Iterator[str]:
    """What becomes of what a person asked for."""
    if preview.no_longer_refused:
        yield f"the refusal of {contacts_told(preview.no_longer_refused)} is taken back"
    if preview.refused_again:
        yield f"the refusal of {contacts_told(preview.refused_again)} is in force again"
    if preview.is_restricted is not None:
        yield "the restriction is in force again" if preview.is_restricted else "the restriction is lifted"


def _export_decisions(options: argparse.Namespace) -> int:
    path = Path(options.out).absolute()
    with Workspace.open(options.store) as workspace:
        count = workspace.export_decisions(path)
    if options.json:
        print_json(decisions=count, path=str(path), seconds={}, warnings=[])
    else:
        print(f"{path}: {counted(count, 'decision')}.")
    return 0


def _import_decisions(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        found = workspace.import_decisions(options.file)
    warnings = [f"Line {line}: {sentence}" for line, sentence in found.passed_over]
    if options.json:
        print_json(taken=found.taken, repeated=found.repeated, seconds={}, warnings=warnings)
        return 0
    taken = counted(found.taken, "decision")
    print(f"{taken} taken over, {found.repeated} known already, {len(warnings)} passed over.")
    for warning in warnings:
        print(f"  {warning}")
    return 0
