"""How a group of commands adds its own to the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class AddCommand(Protocol):
    """Adds a command by its name, what runs it (returns the exit status) and a summary; returns its parser."""

    def __call__(
        self, name: str, handler: Callable[[argparse.Namespace], int], summary: str, *, has_json: bool = True
    ) -> argparse.ArgumentParser: ...


class CommandGroup(Protocol):
    """A module of commands."""

    def add_commands(self, command: AddCommand) -> None:
        """Add the commands of the group."""


def whole_number(text: str) -> int:
    """The number of a row, a delivery or an entry of the log, as lists of them tell it; else wrong usage."""
    # Also "²" is a digit, but no number.
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"'{text}' is no number; give it in digits")
    return int(text)
