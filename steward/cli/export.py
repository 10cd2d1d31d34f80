"""Writing the unified master."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from steward.cli.output import counted, new_progress, print_json
from steward.domain.errors import StewardError
from steward.domain.identity import plain_cin
from steward.workspace import Workspace

if TYPE_CHECKING:
    from steward.cli.command import AddCommand


def add_commands(command: AddCommand) -> None:
    """Add export."""
    export = command("export", _export, "Write the unified master.")
    export.add_argument("store", metavar="STORE")
    export.add_argument("out", metavar="OUT.xlsx|.csv|.parquet")
    export.add_argument(
        "--as-of", metavar="DATE", type=_day, help="the master as it was at the end of that day (yyyy-mm-dd)"
    )
    export.add_argument("--cin", metavar="CIN", type=plain_cin, help="this customer alone")


def _export(options: argparse.Namespace) -> int:
    # Days are told in UTC, and in the east a new one has begun before.
    if options.as_of and date.fromisoformat(options.as_of) > max(date.today(), datetime.now(UTC).date()):
        raise StewardError(f"{options.as_of} is still to come; choose today or an earlier day.", code="no_date")
    with Workspace.open(options.store) as workspace:
        report = workspace.export(options.out, as_of=options.as_of, progress=new_progress(), cin=options.cin)
    warnings = []
    if options.as_of and not report.customers + report.restricted:
        warnings.append(f"No customer was in the store at the end of {options.as_of}, so the master is empty.")
    if options.json:
        content = asdict(report)
        content |= {"seconds": {"export": content["seconds"]}, "warnings": warnings}
        print_json(**content)
    else:
        print(f"{report.path}: {counted(report.customers, 'customer')} from {counted(report.records, 'record')}.")
        for warning in warnings:
            print(f"  {warning}")
    return 0


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it as 2026-05-31") from None
