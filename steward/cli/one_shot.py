"""Finding duplicates in any table, without a store."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from steward.cli.output import counted, new_progress, print_json, read_text

if TYPE_CHECKING:
    import argparse

    from steward.cli.command import AddCommand


def add_commands(command: AddCommand) -> None:
    """Add dedupe."""
    dedupe = command("dedupe", _dedupe, "Find duplicates in any customer-like table, without a store.")
    dedupe.add_argument("files", nargs="+", metavar="FILE")
    dedupe.add_argument("--out", required=True, metavar="CLUSTERS.csv", help="file,row,id,cluster,confidence per row")
    dedupe.add_argument("--pairs", metavar="PAIRS.csv", help="id_a,id_b,weight,probability per pair kept")
    dedupe.add_argument("--id", metavar="COLUMN", help="column that names the rows (default: found by itself)")
    dedupe.add_argument("--ignore", default="", metavar="COL,COL", help="columns to leave out")
    dedupe.add_argument("--types", metavar="FILE.json", help='types of columns: {"Nama": "name", ...}')


def _dedupe(options: argparse.Namespace) -> int:
    from steward.workspace.garbage import garbage_left
    from steward.workspace.match_runs.dedupe import DedupeRequest, dedupe, read_types

    types = read_types(read_text(options.types)) if options.types else {}
    request = DedupeRequest(
        files=tuple(Path(name) for name in options.files),
        out=Path(options.out).absolute(),
        pairs=Path(options.pairs).absolute() if options.pairs else None,
        id_column=options.id,
        ignore=tuple(name.strip() for name in options.ignore.split(",") if name.strip()),
        types=types,
    )
    with garbage_left():
        report = dedupe(request, new_progress())
    if options.json:
        print_json(**asdict(report))
        return 0
    compared = ", ".join(f"{name} ({kind})" for name, kind in report.types.items())
    customers = counted(report.clusters, "customer")
    print(f"{counted(report.rows, 'row')}, {report.duplicates} of them duplicates: {customers}. {request.out}")
    print(f"Compared: {compared}.")
    for warning in report.warnings:
        print(f"  {warning}")
    return 0
