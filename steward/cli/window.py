"""Opening the window: on a store, on the sample lists, or to test the program."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from steward import __version__
from steward.cli.output import new_progress
from steward.domain.errors import StewardError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.cli.command import AddCommand


def add_commands(command: AddCommand) -> None:
    """Add demo."""
    demo = command("demo", _demo, "Make a store from the sample lists, match it and open the window.", has_json=False)
    demo.add_argument("--dir", default="steward-demo", help="folder for the store (default: %(default)s)")


def _demo(options: argparse.Namespace) -> int:
    from steward.demo import run_demo

    return run_demo(Path(options.dir).absolute(), new_progress())


def _open_window(name: str | None) -> int:
    from steward.demo import has_display

    store = Path(name).absolute() if name else None
    if store is not None and not store.exists():
        raise StewardError(f"There is no store {store}; check the name, or make one with steward import.")
    if not has_display():
        raise StewardError("There is no display for a window here; use the commands that steward --help lists.")
    # Only the window needs Qt.
    from steward.app import run_window

    return run_window(store)


def run(given: list[str], overview: str, commands: Iterable[str]) -> int:
    """What ``steward`` does without one of its commands; ``overview`` lists them."""
    if given and _is_meant_as_command(given[0]):
        nearest = get_close_matches(given[0].casefold(), commands, 1)
        hint = f"did you mean {nearest[0]}? steward --help lists them all." if nearest else "see steward --help."
        print(f"steward: there is no command {given[0]}; {hint}", file=sys.stderr)
        return 2
    options = _window_parser(overview).parse_args(given)
    if options.self_test:
        from steward.demo import run_self_test

        return run_self_test()
    return _open_window(options.store)


def _is_meant_as_command(word: str) -> bool:
    """Whether a first word is no option, and names no store and nothing else that is there."""
    path = Path(word)
    return not word.startswith("-") and path.suffix != ".steward" and path.name == word and not path.exists()


def _window_parser(overview: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="steward",
        description="Turns the customer lists of many departments into one unified master.",
        epilog=overview,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("store", nargs="?", metavar="FILE.steward", help="the store to open in the window")
    parser.add_argument("--version", action="version", version=f"steward {__version__}")
    parser.add_argument("--self-test", action="store_true", help="do the whole job once on the sample lists and quit")
    return parser
