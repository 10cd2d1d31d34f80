"""The program: which command was asked for, and what a failure looks like."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from typing import TYPE_CHECKING

from steward.cli.output import PartlyDoneError, print_json
from steward.domain.errors import StewardError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.cli.command import CommandGroup

log = logging.getLogger(__name__)
#: Where no log is kept only the sentence is seen: a handler of our own keeps Python from printing the trace.
log.addHandler(logging.NullHandler())

#: The module of each command. Only the one that is asked for is loaded: the store's half of Steward takes a second
#: to import, and a one-shot dedupe needs none of it.
COMMANDS = {
    "demo": "window",
    "import": "lists",
    "quarantine": "quarantine",
    "report-card": "quarantine",
    "match": "matching",
    "learn": "matching",
    "status": "store",
    "resolve": "store",
    "verify": "store",
    "rebuild": "store",
    "backup": "store",
    "restore": "store",
    "export": "export",
    "dedupe": "one_shot",
    "log": "decisions",
    "reverse": "decisions",
    "export-decisions": "decisions",
    "import-decisions": "decisions",
    "access-pack": "privacy",
    "restrict": "privacy",
    "unrestrict": "privacy",
    "withdraw-consent": "privacy",
    "erase": "privacy",
    "exports": "privacy",
    "release": "privacy",
}
_OVERVIEW = """\
commands:
  steward                              open the window (the last store, or a welcome page)
  steward FILE.steward                 open that store
  steward demo [--dir DIR]             make a store from the sample lists and open it
  steward import STORE LIST...         load departments' lists; makes the store when it is not there
  steward quarantine STORE             rows that were held back; --reload and --dismiss decide about them
  steward report-card STORE N OUT      what is good and wrong in a delivery, for its department (.xlsx)
  steward match STORE                  find the records that may be one customer
  steward learn STORE                  what decisions would teach the matching
  steward status STORE                 what is in the store
  steward export STORE OUT             write the unified master: .xlsx, .csv or .parquet
  steward dedupe FILE... --out CSV     find duplicates in any table, without a store
  steward log STORE                    entries of the log, newest first, with their numbers
  steward reverse STORE ENTRY          take a decision back, or a delivery: --delivery N
  steward resolve STORE CIN            what became of a CIN, with dates
  steward verify STORE                 is the store sound?
  steward rebuild STORE                make everything derived anew from sources and decisions
  steward backup STORE OUT             copy the store, also while it is open
  steward restore BACKUP STORE         put a copy back; the store that was there is kept beside it
  steward export-decisions STORE OUT   write the decisions in force, keyed by the keys of the lists (.jsonl)
  steward import-decisions STORE FILE  take over decisions that such a file holds
  steward access-pack STORE CIN OUT    all that is known of a person, others masked: .xlsx or .pdf
  steward restrict STORE CIN           neither match nor export a customer; unrestrict lifts it
  steward withdraw-consent STORE CIN   the customer refuses contact, whatever lists say
  steward erase STORE CIN --reason R   erase a person for good; --preview says what goes
  steward exports STORE [CIN]          the register of exports, or those that held a person
  steward release STORE ROW --reason R let in a row that was held back as an erased person's

steward COMMAND --help tells more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 failed with a sentence on stderr, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except PartlyDoneError as err:
        _tell(given, str(err), err.code, **err.done)
    except StewardError as err:
        _tell(given, str(err), err.code)
    except KeyboardInterrupt:
        _tell(given, "Stopped. Nothing was changed.", "cancelled")
    except BrokenPipeError:
        # Whoever read our output has enough of it; that is no failure worth a word.
        sys.stderr.close()
    except Exception as err:
        log.exception("unexpected failure")
        _tell(
            given,
            f"Something went wrong inside Steward ({type(err).__name__}: {err}); "
            "nothing was changed. Please report it.",
            "bug",
        )
    return 1


def _tell(given: Sequence[str], sentence: str, code: str, **done: object) -> None:
    """Say a failure on stderr, and as an object on stdout to who asked for one, with what was done before it."""
    print(f"steward: {sentence}", file=sys.stderr)
    if "--json" in given:
        print_json(error={"sentence": sentence, "code": code}, **done)


def _run(given: list[str]) -> int:
    if given[:1] == ["--json"]:
        # All commands take it, so it may as well stand before theirs.
        given = [*given[1:], "--json"]
    if not given or given[0] not in COMMANDS:
        from steward.cli import window

        return window.run(given, _OVERVIEW, COMMANDS)
    parser = argparse.ArgumentParser(prog="steward")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, handler: Callable[[argparse.Namespace], int], summary: str, *, has_json: bool = True
    ) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = commands.add_parser(name, help=summary, description=summary)
        added.set_defaults(handler=handler, refuse=added.error)
        if has_json:
            added.add_argument("--json", action="store_true", help="print one JSON object")
        return added

    group: CommandGroup = importlib.import_module(f"steward.cli.{COMMANDS[given[0]]}")
    group.add_commands(command)
    options, unknown = parser.parse_known_args(given)
    if unknown:
        # Left to argparse, it would show how ``steward COMMAND`` is used, not the command that was typed.
        options.refuse(f"unrecognized arguments: {' '.join(unknown)}")
    handler: Callable[[argparse.Namespace], int] = options.handler
    return handler(options)
