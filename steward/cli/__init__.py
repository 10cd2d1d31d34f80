"""The command line: arguments in, Workspace calls, text or JSON out. One module per group of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    # Every worker process reads the file that started the program, and with it this one: it needs no command.
    from steward.cli.program import main as run

    return run(arguments)
