"""The command line: arguments in, Workspace calls, text or JSON out. One module per group of commands."""

from __future__ import annotations

from steward.cli.program import main

__all__ = ["main"]
