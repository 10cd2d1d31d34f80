"""Standard values of many cells, worked out by processes of their own where there are enough to pay for starting them.

What goes to a process: (attribute, hints, cells); what comes back: the standard values in each cell.
"""

from __future__ import annotations

import multiprocessing
import os
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from steward.standardize.values import standardize_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.context import SpawnProcess

    from steward.domain.attributes import Attribute
    from steward.domain.progress import Progress
    from steward.standardize.values import ColumnHints

#: Fewer different cells are done before a process has started.
ENOUGH_CELLS = 100_000
_PORTION = 10_000
_MOST_PROCESSES = 4
#: How long it is waited before it is asked whether to stop.
_PATIENCE = 0.2

Standards = list[tuple[str, ...]]


class Standardizers:
    """Standardizes columns; the result is the same with any number of processes."""

    def __init__(self, progress: Progress, processes: int) -> None:
        self._progress = progress
        self._processes = processes
        self._children: list[tuple[SpawnProcess, Connection]] = []

    def standardize(self, attribute: Attribute, hints: ColumnHints, cells: Sequence[str]) -> Standards:
        """The standard values in each cell, those that are nothing left out."""
        portions = [cells[start : start + _PORTION] for start in range(0, len(cells), _PORTION)]
        if self._processes > 1 and len(cells) >= ENOUGH_CELLS:
            found = self._shared_out(attribute, hints, portions)
        else:
            found = [self._here(attribute, hints, portion) for portion in portions]
        return [standard for part in found for standard in part]

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for process, connection in self._children:
            connection.close()
            process.kill()
            process.join()
            process.close()
        self._children.clear()

    def _here(self, attribute: Attribute, hints: ColumnHints, cells: Sequence[str]) -> Standards:
        self._progress.check()
        return standardize_cells(attribute, cells, hints)

    def _shared_out(
        self, attribute: Attribute, hints: ColumnHints, portions: Sequence[Sequence[str]]
    ) -> list[Standards]:
        """The results of all portions, in their order; whoever is free takes the next."""
        if not self._children:
            self._start()
        results: dict[int, Standards] = {}
        waiting = list(range(len(portions)))[::-1]
        under_way: dict[Connection, int] = {}
        free = [connection for _, connection in self._children]
        while waiting or under_way:
            self._progress.check()
            for connection in free[: len(waiting)]:
                under_way[connection] = waiting.pop()
                with suppress(OSError):  # a child that is gone is found when its answer is waited for
                    connection.send((attribute, hints, portions[under_way[connection]]))
            free = [one for one in wait(list(under_way), _PATIENCE) if isinstance(one, Connection)]
            for connection in list(free):
                task = under_way.pop(connection)
                try:
                    results[task] = connection.recv()
                except (EOFError, OSError):
                    # Where no process can live (no memory, a script without a main guard) the work is done here.
                    free.remove(connection)
                    results[task] = self._here(attribute, hints, portions[task])
            if not free and not under_way:
                results |= {task: self._here(attribute, hints, portions[task]) for task in waiting}
                waiting = []
        return [results[task] for task in range(len(portions))]

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        for _ in range(self._processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._children.append((process, ours))


@contextmanager
def standardizers(progress: Progress, processes: int | None = None) -> Iterator[Standardizers]:
    """Standardizers whose processes are gone when the block ends; by default as many as pay on this computer."""
    found = Standardizers(progress, processes or min(os.cpu_count() or 1, _MOST_PROCESSES))
    try:
        yield found
    finally:
        found.close()


def serve(connection: Connection) -> None:
    """The child: standardize what comes until nobody is there any more."""
    try:
        while True:
            attribute, hints, cells = connection.recv()
            connection.send(standardize_cells(attribute, cells, hints))
    except (EOFError, OSError):
        return
