"""Calamine in a process of its own: a broken old workbook can end the process that opens it, and must not end ours.

What the child sends, in this order: ("sheets", [(name, is_visible), ...]); then for each name it is sent any number
of ("rows", first row number, rows of values) and ("end", 0, []); or once ("failed", reason, []), reason being
"password" or "damaged".
"""

from __future__ import annotations

import multiprocessing
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from steward.exchange.main_module import no_main_module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from steward.domain.progress import Progress

_PORTION = 5000
#: How long the parent waits before it looks whether it should stop.
_PATIENCE = 0.2


class CalamineFailedError(Exception):
    """The workbook could not be read; the text is "password" or "damaged"."""


@contextmanager
def calamine_process(path: str, progress: Progress) -> Iterator[CalamineClient]:
    """A child that has the workbook open; it is gone when the block ends, however it ends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=serve, args=(path, theirs), daemon=True)
    with no_main_module():
        child.start()
    theirs.close()
    try:
        yield CalamineClient(ours, progress)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()


class CalamineClient:
    """Asks the child and waits for it, ready to stop at any time."""

    def __init__(self, connection: Connection, progress: Progress) -> None:
        self._connection = connection
        self._progress = progress
        self.sheets: list[tuple[str, bool]] = self._receive()[1]

    def rows(self, name: str) -> Iterator[tuple[int, list[list[object]]]]:
        """The rows of a sheet in portions, each with the number of its first row."""
        self._connection.send(name)
        while True:
            kind, first, rows = self._receive()
            if kind == "end":
                return
            yield first, rows

    def _receive(self) -> Any:
        try:
            while not self._connection.poll(_PATIENCE):
                self._progress.check()
            message = self._connection.recv()
        except (EOFError, OSError) as err:
            raise CalamineFailedError("damaged") from err
        if message[0] == "failed":
            raise CalamineFailedError(message[1])
        return message


def serve(path: str, connection: Connection) -> None:
    """The child: open the workbook, say what is in it, send the sheets that are asked for."""
    _silence()
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            connection.send(("sheets", _sheets(workbook)))
            while True:
                _send_sheet(workbook, connection.recv(), connection)
    except EOFError:
        return
    except PasswordError:
        connection.send(("failed", "password", []))
    except (CalamineError, OSError):
        connection.send(("failed", "damaged", []))


def _silence() -> None:
    """What the library prints before it ends the process is of no use to anybody; the parent says a sentence."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _sheets(workbook: CalamineWorkbook) -> list[tuple[str, bool]]:
    return [
        (sheet.name, sheet.visible == SheetVisibleEnum.Visible)
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _send_sheet(workbook: CalamineWorkbook, name: str, connection: Connection) -> None:
    sheet = workbook.get_sheet_by_name(name)
    # Columns before the first filled one are left out by calamine, rows are not.
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    rows: list[list[object]] = []
    number = 0
    for number, values in enumerate(sheet.iter_rows(), start=1):
        rows.append([*margin, *values])
        if len(rows) == _PORTION:
            connection.send(("rows", number - len(rows) + 1, rows))
            rows = []
    connection.send(("rows", number - len(rows) + 1, rows))
    connection.send(("end", 0, []))
