"""Portions of work done by processes of their own, while this one does something else with what is done already."""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from steward.exchange.main_module import no_main_module
from steward.workspace.shared_slots import SharedSlots, shared_slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext, SpawnProcess

    from steward.domain.progress import Progress
    from steward.workspace.shared_slots import Slots

Task = TypeVar("Task")
Result = TypeVar("Result")

#: How long it is waited before it is asked whether to stop.
_PATIENCE = 0.2
#: Tasks that a process is ahead of what is asked of it, so that it need not wait for the next one.
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class _Member:
    """A process, and how it is spoken with."""

    process: SpawnProcess
    connection: Connection
    slots: SharedSlots


class Crew:
    """Does work in a number of processes; the results are the same with any number of them, none included."""

    def __init__(self, progress: Progress, processes: int) -> None:
        self._progress = progress
        self._count = processes
        self._members: list[_Member] = []
        #: Whose answers are still to come, and to which tasks.
        self._under_way: deque[tuple[_Member, Any]] = deque()

    @property
    def has_started(self) -> bool:
        """There are processes, and starting them costs nothing any more."""
        return bool(self._members)

    def get_ready(self, work: Callable[..., Any]) -> None:
        """Start the processes and have them load what the work needs, while this one does something else."""
        if self._count and not self._members:
            self._start()
        self._send_work(work)

    def in_order(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of all tasks, in their order; work begins at once and goes on while a result is used.

        One work at a time: what is left of the one before is given up.
        """
        remaining = iter(tasks)
        if self._under_way:
            # Their answers would be taken for those that are waited for now.
            self.close()
        if self._count and not self._members:
            self._start()
        self._send_work(work)
        for _ in range(_AHEAD):
            for member, task in zip(self._members, islice(remaining, len(self._members)), strict=False):
                self._under_way.append(_sent(member, task))
        return self._results(work, remaining)

    def _results(self, work: Callable[[Task], Result], remaining: Iterator[Task]) -> Iterator[Result]:
        while self._under_way:
            member, task = self._under_way[0]
            answer = self._answer(member)
            self._under_way.popleft()
            self._under_way.extend(_sent(member, following) for following in islice(remaining, 1))
            # Where no process can live (no memory) the work is done here.
            yield work(task) if answer is None else answer[0]
        for task in remaining:
            self._progress.check()
            yield work(task)

    def if_started(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The same by processes that were made ready; here if none were."""
        return self.in_order(work, tasks) if self.has_started else map(work, tasks)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for member in self._members:
            member.slots.close()
            member.process.kill()
            member.process.join()
            member.process.close()
        self._members.clear()
        self._under_way.clear()

    def _answer(self, member: _Member) -> tuple[Any] | None:
        """What a process has to say next, None when it is gone."""
        try:
            while not member.connection.poll(_PATIENCE):
                self._progress.check()
            self._progress.check()
            return (member.slots.receive(),)
        except (EOFError, OSError):
            return None

    def _send_work(self, work: Callable[..., Any]) -> None:
        for member in self._members:
            # Through the pipe: tasks that follow could take its place in a slot before it is received.
            with suppress(OSError):
                member.connection.send(work)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        # Where there is no memory for one those before do its work, and where there is none at all it is done here.
        with suppress(OSError, MemoryError):
            for slots in shared_slots(self._count, _AHEAD):
                self._members.append(_started(context, slots))


@contextmanager
def crew(progress: Progress, processes: int) -> Iterator[Crew]:
    """A crew whose processes are gone when the block ends."""
    found = Crew(progress, processes)
    try:
        yield found
    finally:
        found.close()


def _started(context: SpawnContext, slots: Slots) -> _Member:
    ours, theirs = context.Pipe()
    with theirs:
        process = context.Process(target=serve, args=(theirs, slots), daemon=True)
        with no_main_module():
            process.start()
    return _Member(process, ours, SharedSlots(ours, slots, is_first=True))


def serve(connection: Connection, memory: Slots) -> None:
    """The child: do what comes until nobody is there any more. What can be called is the work, all else is a task."""
    # Rows are made of many small things without a cycle among them: looking for one takes an eighth of the time.
    gc.disable()
    slots = SharedSlots(connection, memory, is_first=False)
    received: SimpleQueue[Any] = SimpleQueue()
    # What comes is taken at once: else both sides could wait for the other to take what they send.
    threading.Thread(target=_receive, args=(slots, received), daemon=True).start()
    work: Callable[[Any], Any]
    while (task := received.get()) is not _END:
        if callable(task):
            work = task
            continue
        try:
            slots.send(work(task))
        except OSError:
            return


_END = object()


def _receive(slots: SharedSlots, received: SimpleQueue[Any]) -> None:
    try:
        with suppress(EOFError, OSError):
            while True:
                received.put(slots.receive())
    finally:
        # Also when a task can't be read here: a process that waited for another would be waited for itself.
        received.put(_END)


def _sent(member: _Member, task: Task) -> tuple[_Member, Task]:
    with suppress(OSError):  # a process that is gone is found when its answer is waited for
        member.slots.send(task)
    return member, task
