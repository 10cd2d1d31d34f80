"""The store as a whole: what is in it, whether it is sound, its copies."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from steward.cli.output import counted, print_json
from steward.domain.identity import format_cin, plain_cin
from steward.workspace import Workspace
from steward.workspace.upkeep.restore_report import Unrepeated

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from steward.cli.command import AddCommand
    from steward.domain.decisions import ActKind
    from steward.workspace.customers.customer_views import LockNotice
    from steward.workspace.upkeep.restore_report import RestoreReport
    from steward.workspace.views import StoreSummary

_UNREPEATED = {
    Unrepeated.OTHER_STORE: "The copy is of another store, so nobody who was erased from the store before was erased "
    "from it, and no restriction or withdrawn consent was noted in it; look whether it holds any of these persons.",
    Unrepeated.UNREADABLE: "The store before can't be read, so it is not known who was erased from it since the copy "
    "was made, was restricted or withdrew a consent; erase them again, and note the others again.",
}
#: Of more records only the number is told on the terminal; --json names all.
_SHOWN_RECORDS = 10


def add_commands(command: AddCommand) -> None:
    """Add status, resolve, verify, rebuild, backup, restore."""
    status = command("status", _status, "What is in the store.")
    status.add_argument("store", metavar="STORE")
    resolve = command("resolve", _resolve, "What became of a CIN, with dates; retired ones forward for ever.")
    resolve.add_argument("store", metavar="STORE")
    resolve.add_argument("cin", metavar="CIN", type=plain_cin, help="the number, with or without spaces")
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


def _status(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        summary = workspace.summary()
        by_kind = workspace.decision_counts()
        notices = workspace.lock_notices()
    if options.json:
        _print_status_as_json(summary, by_kind, notices)
    else:
        _print_status(summary, notices)
    return 0


def _print_status_as_json(summary: StoreSummary, by_kind: Mapping[ActKind, int], notices: Sequence[LockNotice]) -> None:
    print_json(
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
        deliveries=_delivery_count(summary),
        records=summary.record_count,
        lost=summary.lost_count,
        clusters=_clusters_by_state(summary),
        decisions={"total": summary.decision_count, "reversed": summary.reversed_count, "by_kind": by_kind},
        golden_records=summary.customer_count,
        lock_notices=[asdict(notice) for notice in notices],
        joined_golden_records=summary.joined_customer_count,
        match={
            "at": summary.last_match_at,
            "seconds": summary.last_match_seconds,
            "records": summary.last_match_records,
            "stale": summary.is_match_stale,
        },
        warnings=["Lists changed since the last match run."] if summary.is_match_stale else [],
    )


def _print_status(summary: StoreSummary, notices: Sequence[LockNotice]) -> None:
    for found in summary.sources:
        _print_load(found.source.name, found.record_count, len(found.deliveries))
        for delivery in found.deliveries:
            state = ", taken back" if delivery.is_reversed else ""
            print(f"  delivery {delivery.id}: {delivery.file_name}, {delivery.loaded_at:%Y-%m-%d}{state}")
    _print_load("Total", summary.record_count, _delivery_count(summary))
    customers = counted(summary.customer_count, "customer")
    print(f"{customers}, {summary.joined_customer_count} of them joined from several records.")
    print(f"Clusters: {', '.join(f'{count} {state}' for state, count in _clusters_by_state(summary).items())}.")
    print(f"Log: {counted(summary.decision_count, 'entry', 'entries')}, {summary.reversed_count} of them reversed.")
    for notice in notices:
        print(f"Lists {notice.standing} now with the locked {notice.attribute} of CIN {format_cin(notice.cin)}.")
    if summary.is_match_stale:
        print("Lists changed since the last match run; run steward match.")


def _print_load(name: str, records: int, deliveries: int) -> None:
    print(f"{name:20} {counted(records, 'record'):>16}  {counted(deliveries, 'delivery', 'deliveries')}")


def _delivery_count(summary: StoreSummary) -> int:
    return sum(len(source.deliveries) for source in summary.sources)


def _clusters_by_state(summary: StoreSummary) -> dict[str, int]:
    return {
        "open": summary.open_clusters,
        "deferred": summary.deferred_clusters,
        "decided": summary.decided_clusters,
    }


def _resolve(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        story = workspace.cin_story(options.cin)
    if options.json:
        print_json(**asdict(story), seconds={}, warnings=[])
        return 0
    end = f"retired {story.retired_at:%Y-%m-%d}" if story.retired_at else "in use"
    end += ", restricted: neither matched nor exported" if story.is_restricted else ""
    print(f"CIN {format_cin(story.cin)}: given {story.given_at:%Y-%m-%d}, {end}.")
    for holder in story.now:
        print(f"  {format_cin(holder.cin)} since {holder.since:%Y-%m-%d}, records: {holder.record_count}")
    if not story.now:
        print("  None of its records is in the store any more.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        problems = workspace.verify()
    if options.json:
        print_json(problems=problems, sound=not problems, seconds={}, warnings=[])
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
        print_json(customers=customers, seconds={"rebuild": seconds}, warnings=[])
    else:
        print(f"{counted(customers, 'golden record')} made anew in {seconds:.1f} s.")
    return 0


def _backup(options: argparse.Namespace) -> int:
    copy = Workspace.back_up_file(options.store, options.out)
    size = copy.stat().st_size
    if options.json:
        print_json(path=str(copy), bytes=size, seconds={}, warnings=[])
    else:
        print(f"{copy}: {size / 2**20:.1f} MiB.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    report = Workspace.restore(options.backup, options.store)
    told = _noteworthy(report, Path(options.backup).name)
    if options.json:
        print_json(
            path=str(Path(options.store).absolute()),
            kept=str(report.kept) if report.kept else None,
            erased_again=report.erased_again,
            rights_noted_again=report.rights_noted_again,
            rights_open=[{"source": source, "key": key} for source, key in report.rights_open],
            seconds={},
            warnings=told,
        )
        return 0
    kept = f" The store before is kept as {report.kept}." if report.kept else ""
    print(f"{options.store} is as in {options.backup}.{kept}")
    for sentence in told:
        print(sentence)
    return 0


def _noteworthy(report: RestoreReport, copy: str) -> list[str]:
    told = []
    if report.erased_again:
        told.append(f"Persons erased since the copy was made were erased again: {report.erased_again}.")
        told.append(f"{copy} itself still holds them; delete it when it is not needed any more.")
    if report.rights_noted_again:
        told.append(
            "Restrictions and withdrawn consents noted since the copy was made were noted again: "
            f"{report.rights_noted_again}."
        )
    if report.rights_open:
        shown = [f"{key} of {source}" for source, key in report.rights_open[:_SHOWN_RECORDS]]
        more = len(report.rights_open) - len(shown)
        told.append(
            f"Records that were restricted or without consent before and are not in the copy: {', '.join(shown)}"
            f"{f' and {more} more' if more else ''}; note it again when their lists are loaded."
        )
    if report.unrepeated is not None:
        told.append(_UNREPEATED[report.unrepeated])
    return told
