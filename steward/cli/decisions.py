"""Carrying decisions from store to store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.cli.output import print_json
from steward.workspace import Workspace

if TYPE_CHECKING:
    import argparse

    from steward.cli.command import AddCommand


def add_commands(command: AddCommand) -> None:
    """Add export-decisions, import-decisions."""
    carry = command("export-decisions", _export_decisions, "Write the decisions in force, keyed by source keys.")
    carry.add_argument("store", metavar="STORE")
    carry.add_argument("out", metavar="OUT.jsonl")
    take_over = command("import-decisions", _import_decisions, "Take over decisions that another store wrote.")
    take_over.add_argument("store", metavar="STORE")
    take_over.add_argument("file", metavar="FILE.jsonl")


def _export_decisions(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        count = workspace.export_decisions(options.out)
    if options.json:
        print_json(decisions=count, path=options.out, seconds={}, warnings=[])
    else:
        print(f"{options.out}: {count} decisions.")
    return 0


def _import_decisions(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        found = workspace.import_decisions(options.file)
    warnings = [f"Line {line}: {sentence}" for line, sentence in found.passed_over]
    if options.json:
        print_json(taken=found.taken, repeated=found.repeated, seconds={}, warnings=warnings)
        return 0
    print(f"{found.taken} decisions taken over, {found.repeated} known already, {len(warnings)} passed over.")
    for warning in warnings:
        print(f"  {warning}")
    return 0
