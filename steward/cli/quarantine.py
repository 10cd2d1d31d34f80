"""Rows that were held back, and what is told to the department about a delivery."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from steward.cli.command import whole_number
from steward.cli.output import counted, print_json
from steward.domain.errors import StewardError
from steward.domain.privacy import IdentityKind
from steward.domain.quarantine import QuarantineReason, QuarantineState
from steward.workspace import Workspace

if TYPE_CHECKING:
    from steward.cli.command import AddCommand
    from steward.domain.quarantine import HeldRow, QuarantinedRow

_KNOWN_BY: dict[str, str] = {
    IdentityKind.NIK: "NIK",
    IdentityKind.NPWP: "NPWP",
    IdentityKind.EMAIL: "e-mail",
    IdentityKind.NAME_AND_BIRTH: "name and birth date",
    IdentityKind.SOURCE_KEY: "the key in the list",
}


def add_commands(command: AddCommand) -> None:
    """Add quarantine and report-card."""
    quarantine = command("quarantine", _quarantine, "Rows that were held back; load or dismiss them.")
    quarantine.add_argument("store", metavar="STORE")
    quarantine.add_argument("--source", help="only rows of this source")
    what = quarantine.add_mutually_exclusive_group()
    what.add_argument(
        "--reload", metavar="ROW", type=whole_number, nargs="+", help="load these rows, each as it was mended"
    )
    what.add_argument("--dismiss", metavar="ROW", type=whole_number, nargs="+", help="these rows are no customers")
    what.add_argument(
        "--mend", metavar="ROW", type=whole_number, help="change a copy of the row with --set; else forget it"
    )
    quarantine.add_argument("--set", metavar="COLUMN=VALUE", type=_assignment, nargs="+", default=[], dest="cells")
    quarantine.add_argument("--reason", default="", help="what the log keeps beside the act")
    card = command("report-card", _report_card, "Write what is good and wrong in a delivery, for its department.")
    card.add_argument("store", metavar="STORE")
    card.add_argument("delivery", metavar="DELIVERY", type=whole_number, help="the number that import and status tell")
    card.add_argument("out", metavar="OUT.xlsx")


def _quarantine(options: argparse.Namespace) -> int:
    if options.cells and options.mend is None:
        options.refuse("--set goes with --mend ROW")
    done: dict[str, object] = {}
    with Workspace.open(options.store) as workspace:
        if options.reload:
            report = workspace.reload_rows(options.reload, options.reason)
            done["reloaded"] = report.rows_read
        elif options.dismiss:
            done["dismissed_by"] = workspace.dismiss_rows(options.dismiss, options.reason).id
        elif options.mend:
            _mend(workspace, options.mend, dict(options.cells))
            done["mended"] = options.mend
        rows = workspace.quarantined(options.source)
    held = [row for row in rows if row.state is QuarantineState.HELD]
    if options.json:
        print_json(**done, rows=rows, held=len(held), seconds={}, warnings=[])
        return 0
    for row in held:
        print(_line(row))
    print(f"{counted(len(held), 'row')} held back, {len(rows) - len(held)} loaded or dismissed.")
    return 0


def _assignment(text: str) -> tuple[str, str]:
    column, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"{text} is no COLUMN=VALUE")
    return column, value


def _mend(workspace: Workspace, row_id: int, cells: dict[str, str]) -> None:
    """Change these cells of the copy of a row, whatever was changed before; without cells the copy is forgotten."""
    before = next((row.mended for row in workspace.quarantined() if row.id == row_id), {})
    workspace.mend_row(row_id, {**before, **cells} if cells else {})


def _line(row: QuarantinedRow) -> str:
    cells = " | ".join(row.cells.values())
    mended = " (mended)" if row.mended else ""
    # Of an erased person's row no cells are kept.
    told = f": {cells[:100]}" if cells else ""
    return f"{row.id:6}  {row.source_name} {row.file_name} row {row.held.row}: {_reason(row.held)}{mended}{told}"


def _reason(held: HeldRow) -> str:
    """Why nobody can take the row for a customer."""
    first, second = (*held.arguments, "", "")[:2]
    match held.reason:
        case QuarantineReason.TOTAL_ROW:
            return f"a total or a remark ({first})"
        case QuarantineReason.SHIFTED:
            return f"all cells moved by {counted(int(first), 'column')}, from {second} on"
        case QuarantineReason.CONTROL_CHARACTERS:
            return f"control characters in {first}"
        case QuarantineReason.MISSING_KEY:
            return f"no key in {first}"
        case QuarantineReason.OVERSIZED_CELL:
            return f"a cell of {second} characters in {first}"
        case QuarantineReason.ERASED_PERSON:
            return f"an erased person, known by {', '.join(_KNOWN_BY.get(kind, kind) for kind in held.arguments)}"


def _report_card(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        try:
            path = workspace.save_report_card(options.delivery, options.out)
        except StewardError as err:
            if err.code != "no_delivery":
                raise
            sentence = f"There is no delivery #{options.delivery}; steward status lists them."
            raise StewardError(sentence, code=err.code) from err
    if options.json:
        print_json(path=str(path), delivery=options.delivery, seconds={}, warnings=[])
    else:
        print(f"{path}: what is good and what is wrong in delivery #{options.delivery}.")
    return 0
