"""Background work of the window, and the only place that starts threads or processes for it.

Three lanes: reads run side by side, writes one after another, and so do the long verbs (import, match, export), each in
a process of its own. Callbacks are given at the start and arrive on the window's thread.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from steward.domain.errors import Cancelled, StewardError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Event
    from pathlib import Path

READERS = 2
GRACE_SECONDS = 5.0
#: By how much a working process stands back behind the window, in steps of nice.
_MODESTY = 10
#: The same on Windows.
_BELOW_NORMAL_PRIORITY_CLASS = 0x4000

DoneCallback = Callable[[Any], object]
FailedCallback = Callable[[Exception], object]
ProgressCallback = Callable[[str, int, int], object]


class BrokenWorkError(Exception):
    """Work failed in another process for a reason that nobody expected; the text is its traceback."""


class Problems(Protocol):
    """Who shows failures that no callback takes."""

    def show(self, error: Exception) -> None:
        """Show an expected failure, or report a bug."""


class Job:
    """Work under way. ``cancel`` asks it to stop; a cancelled read or write only drops its result."""

    def __init__(
        self, done: DoneCallback | None, failed: FailedCallback | None, progress: ProgressCallback | None
    ) -> None:
        self.on_done = done
        self.on_failed = failed
        self.on_progress = progress
        self.is_cancelled = False
        self.is_finished = False
        self.stop_event: Event | None = None

    def cancel(self) -> None:
        """Ask the work to stop; calling it again does no harm."""
        self.is_cancelled = True
        if self.stop_event is not None:
            self.stop_event.set()


class Jobs(QObject):
    """``busy_changed(bool)`` tells when the first job starts and the last one ends."""

    busy_changed = Signal(bool)
    _finished = Signal(object, object, object)
    _progressed = Signal(object, str, int, int)

    def __init__(self, problems: Problems, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems = problems
        self._store: tuple[Path, str] | None = None
        self._jobs: list[Job] = []
        self._waiting: list[Callable[[], object]] = []
        self._is_closed = False
        self._readers = _pool(self, READERS)
        self._writer = _pool(self, 1)
        self._processes = _pool(self, 1)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    def serve(self, store_path: Path, steward: str) -> None:
        """Name the store that processes work on."""
        self._store = (store_path, steward)

    @property
    def is_busy(self) -> bool:
        """True while any job is under way."""
        return bool(self._jobs)

    @property
    def is_processing(self) -> bool:
        """True while another process works on the store, or waits to."""
        return any(job.stop_event is not None for job in self._jobs)

    def read(self, work: Callable[[], Any], on_done: DoneCallback, on_failed: FailedCallback | None = None) -> Job:
        """Look something up beside other work."""
        return self._start(self._readers, work, Job(on_done, on_failed, None))

    def write(
        self, work: Callable[[], Any], on_done: DoneCallback | None = None, on_failed: FailedCallback | None = None
    ) -> Job:
        """Change the store, after every earlier write."""
        return self._start(self._writer, work, Job(on_done, on_failed, None))

    def process(
        self,
        verb: str,
        arguments: Mapping[str, object],
        on_done: DoneCallback | None = None,
        on_failed: FailedCallback | None = None,
        on_progress: ProgressCallback | None = None,
    ) -> Job:
        """Run one of the long verbs of the workspace in a process of its own."""
        if self._store is None:
            raise RuntimeError("no store is open")
        path, steward = self._store
        job = Job(on_done, on_failed, on_progress)
        context = multiprocessing.get_context("spawn")
        job.stop_event = context.Event()
        return self._start(
            self._processes,
            lambda: self._run_process(context, job, (str(path), steward, verb, dict(arguments))),
            job,
        )

    def when_idle(self, act: Callable[[], object]) -> None:
        """Do this on the window's thread as soon as nothing is under way."""
        self._waiting.append(act)
        self._go_on()

    def close(self) -> None:
        """Cancel processes, drop waiting reads, let writes finish. No callback comes and no job starts after this.

        Widgets outlive the window that closes them for a moment, and would still ask on a late event.
        """
        self._is_closed = True
        for job in self._jobs:
            if job.stop_event is not None:
                job.cancel()
        self._readers.clear()
        for pool in (self._processes, self._writer, self._readers):
            pool.waitForDone()
        self._jobs.clear()
        self._waiting.clear()

    # running

    def _start(self, pool: QThreadPool, work: Callable[[], Any], job: Job) -> Job:
        if self._is_closed:
            return job
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)
        pool.start(_Work(work, job, self._finished))
        return job

    def _run_process(self, context: Any, job: Job, arguments: tuple[object, ...]) -> object:
        """Runs on a pool thread: start the process, pass on what it says, return its report or raise its failure."""
        receiver, sender = context.Pipe(duplex=False)
        # No daemon: those may not start the processes that read old workbooks and standardize large columns.
        process = context.Process(target=_worker, args=(*arguments, sender, job.stop_event), daemon=False)
        process.start()
        _put_behind_the_window(process)
        sender.close()
        try:
            return self._listen(receiver, job)
        finally:
            receiver.close()
            process.join(GRACE_SECONDS)
            if process.is_alive():
                process.kill()
                process.join()

    def _listen(self, receiver: Connection, job: Job) -> object:
        while True:
            try:
                message = receiver.recv()
            except EOFError:
                if job.is_cancelled:
                    raise Cancelled from None
                raise BrokenWorkError("The working process ended without a word.") from None
            match message:
                case ("progress", phase, done, total):
                    self._progressed.emit(job, phase, done, total)
                case ("done", report):
                    return report
                case ("failed", _, "cancelled"):
                    raise Cancelled
                case ("failed", sentence, code, *_):
                    raise StewardError(sentence, code=code)
                case ("bug", text):
                    raise BrokenWorkError(text)

    # back on the window's thread

    def _on_progressed(self, job: Job, phase: str, done: int, total: int) -> None:
        if job.on_progress is not None and not job.is_finished and _is_alive(job.on_progress):
            job.on_progress(phase, done, total)

    def _on_finished(self, job: Job, result: object, error: Exception | None) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        job.is_finished = True
        if not self._jobs:
            self.busy_changed.emit(False)
        try:
            self._deliver(job, result, error)
        finally:
            self._go_on()

    def _go_on(self) -> None:
        while self._waiting and not self._jobs:
            self._waiting.pop(0)()

    def _deliver(self, job: Job, result: object, error: Exception | None) -> None:
        if error is None:
            dropped = job.is_cancelled and job.stop_event is None
            if job.on_done is not None and not dropped and _is_alive(job.on_done):
                job.on_done(result)
            return
        self._fail(job, error)

    def _fail(self, job: Job, error: Exception) -> None:
        is_expected = isinstance(error, StewardError)
        if job.on_failed is not None and _is_alive(job.on_failed):
            job.on_failed(error)
            if is_expected:
                return
        if not isinstance(error, Cancelled):
            self._problems.show(error)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], job: Job, finished: Any) -> None:
        super().__init__()
        self._work, self._job, self._finished = work, job, finished

    def run(self) -> None:
        result: object = None
        failure: Exception | None = None
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - the job boundary: every failure is handed to the window's thread
            failure = error
        self._finished.emit(self._job, result, failure)


def _worker(path: str, steward: str, verb: str, arguments: dict[str, object], sender: Any, stop: Any) -> None:
    """The first function of a spawned process; what it imports is loaded there, not in the window."""
    from steward.workspace.worker import run_verb

    # Never closed: SQLite would tidy the log away if the window's locks were lost (see dialogs.files). Ending the
    # process at once lets go of the file and leaves the log to the window.
    kept = run_verb(path, steward, verb, arguments, sender, stop)
    os._exit(0 if kept is not None else 1)


def _put_behind_the_window(process: SpawnProcess) -> None:
    """The window comes first where processors are few: a paint that waits for an import is felt as a freeze.

    Done from here: what the process imports first would hold the window up, too. Its own helpers inherit it.
    """
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetPriorityClass(process.sentinel, _BELOW_NORMAL_PRIORITY_CLASS)
    elif process.pid is not None:
        own = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, process.pid, own + _MODESTY)


def _pool(parent: QObject, threads: int) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    return pool


def _is_alive(callback: Callable[..., object]) -> bool:
    """False for a method, alone or with arguments in a ``partial``, of a widget that Qt has deleted meanwhile."""
    receiver = getattr(callback.func if isinstance(callback, partial) else callback, "__self__", None)
    return not isinstance(receiver, QObject) or shiboken6.isValid(receiver)
