"""One long verb in a process of its own, for a window that must stay live. No Qt here.

What goes through the connection, in this order: any number of ("progress", phase, done, total), then one of
("done", report), ("failed", sentence, code) or ("bug", traceback text).
"""

from __future__ import annotations

import time
import traceback
from typing import TYPE_CHECKING, Any

from steward.domain.errors import Cancelled, StewardError
from steward.workspace.door import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Event
    from pathlib import Path

VERBS = (
    "preview_list",
    "import_list",
    "match",
    "preview_rules",
    "set_rules",
    "propose_learning",
    "apply_learning",
    "forget_learning",
    "export",
    "back_up",
    "save_report_card",
)

#: Seconds between two progress messages of one phase; more often nobody can see.
_INTERVAL = 0.1


class PipeProgress:
    """Progress that is told through a connection and stops when the event is set."""

    def __init__(self, connection: Connection, cancel: Event) -> None:
        self._connection = connection
        self._cancel = cancel
        self._last: tuple[str, float] = ("", 0.0)

    def report(self, phase: str, done: int, total: int) -> None:
        """Tell the window, not too often."""
        now = time.monotonic()
        if phase != self._last[0] or done == total or now - self._last[1] >= _INTERVAL:
            self._last = (phase, now)
            self._connection.send(("progress", phase, done, total))
        self.check()

    def check(self) -> None:
        """Raise Cancelled when the window asked to stop."""
        if self._cancel.is_set():
            raise Cancelled


def run_verb(
    store: str | Path, steward: str, verb: str, arguments: Mapping[str, Any], connection: Connection, cancel: Event
) -> Workspace | None:
    """Open the store on behalf of the window that holds it, do the verb, send how it went.

    The store stays open; the caller ends the process with it. None when it could not be opened.
    """
    workspace = None
    try:
        if verb not in VERBS:
            raise ValueError(f"{verb} is not one of {VERBS}")  # noqa: TRY301 - a bug like any other
        workspace = Workspace.open(store, steward=steward, is_borrowed=True)
        report = getattr(workspace, verb)(**arguments, progress=PipeProgress(connection, cancel))
        connection.send(("done", report))
    except StewardError as err:
        connection.send(("failed", str(err), err.code))
    except Exception:  # noqa: BLE001 - the boundary of the job: the window shows it as a bug
        connection.send(("bug", traceback.format_exc()))
    finally:
        connection.close()
    return workspace
