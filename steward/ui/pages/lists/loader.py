"""The work behind a load: preview one file after the other, run what was agreed, match afterwards."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from steward.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.domain.records import Source
    from steward.ui.jobs import Job
    from steward.ui.page import PageContext
    from steward.ui.pages.lists.load_plan import LoadCall, LoadPlan
    from steward.workspace.list_views import ImportReport, ListPreview
    from steward.workspace.run_views import MatchReport


class ReadProgress:
    """Progress of a read on another thread, told through a signal; ``stop`` ends the read at its next step."""

    def __init__(self, progressed: SignalInstance) -> None:
        self._progressed = progressed
        self._is_stopped = False

    def stop(self) -> None:
        """Ask the read to end."""
        self._is_stopped = True

    def report(self, phase: str, done: int, total: int) -> None:
        """Tell how far it is."""
        self._progressed.emit(phase, done, total)

    def check(self) -> None:
        """Raises Cancelled after ``stop``."""
        if self._is_stopped:
            raise Cancelled


class Loader(QObject):
    """Files wait in a row; a failure or a cancel leaves the store as it was and the other files waiting."""

    previewing = Signal(object)
    previewed = Signal(object, object)
    renewed = Signal(object)
    loading = Signal()
    progressed = Signal(str, int, int)
    loaded = Signal(object)
    matched = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._files: deque[Path] = deque()
        self._calls: deque[LoadCall] = deque()
        self._reports: list[ImportReport] = []
        self._job: Job | None = None
        self._generation = 0
        self._progress: ReadProgress | None = None

    @property
    def has_loaded(self) -> bool:
        """True when a part of the last load is in the store."""
        return bool(self._reports)

    @property
    def waiting(self) -> int:
        """How many files wait after the one at hand."""
        return len(self._files)

    @property
    def is_running(self) -> bool:
        """True while a file is read, loaded or matched."""
        return self._job is not None

    def add(self, files: Iterable[Path]) -> None:
        """Put files at the end of the row."""
        self._files.extend(files)

    def forget(self) -> None:
        """Let the waiting files go, and whatever is being read."""
        self._files.clear()
        self.cancel()

    def cancel(self) -> None:
        """Stop what runs. A read is only dropped; a load stops and leaves nothing behind."""
        self._generation += 1
        if self._progress is not None:
            self._progress.stop()
        if self._job is not None:
            self._job.cancel()
        if self._progress is not None:
            # The answer of a read that was dropped never comes.
            self._job = self._progress = None

    def preview_next(self) -> None:
        """Read the next file, without touching the store."""
        if not self._files:
            return
        path = self._files.popleft()
        self._generation += 1
        generation, workspace = self._generation, self._context.workspace
        self._reports = []
        progress = self._progress = ReadProgress(self.progressed)

        def look_at() -> tuple[int, ListPreview | None, list[Source]]:
            try:
                preview = workspace.preview_list(path, progress=progress)
            except Cancelled:
                return generation, None, []
            return generation, preview, [one.source for one in workspace.summary().sources]

        self.previewing.emit(path)
        job = self._context.jobs.read(look_at, self._on_previewed, self._on_failed)
        self._job = None if job.is_finished else job

    def renew(self, plan: LoadPlan) -> None:
        """Look at the file again with what the steward chose; the old counts stay until the answer is there."""
        self._generation += 1
        generation, workspace = self._generation, self._context.workspace

        def look_at() -> tuple[int, ListPreview]:
            path = Path(plan.preview.path)
            return generation, workspace.preview_list(path, source=plan.source or None, mapping=plan.chosen_targets)

        self._context.jobs.read(look_at, self._on_renewed, self._on_not_renewed)

    def _on_renewed(self, answer: tuple[int, ListPreview]) -> None:
        generation, preview = answer
        if generation == self._generation:
            self.renewed.emit(preview)

    def _on_not_renewed(self, error: Exception) -> None:
        if not self.is_running:
            self.failed.emit(error)

    def load(self, plan: LoadPlan) -> None:
        """Run the loads of a plan, one after the other."""
        self._generation += 1
        self._calls = deque(plan.calls())
        self._reports = []
        self.loading.emit()
        self._run_next_call()

    def match(self) -> None:
        """Find the rows that are the same customer."""
        self.loading.emit()
        job = self._context.jobs.process("match", {}, self._on_matched, self._on_failed, self._on_progress)
        self._job = None if job.is_finished else job

    def _run_next_call(self) -> None:
        arguments = self._calls.popleft().arguments()
        job = self._context.jobs.process("import_list", arguments, self._on_loaded, self._on_failed, self._on_progress)
        self._job = None if job.is_finished else job

    def _on_previewed(self, answer: tuple[int, ListPreview | None, list[Source]]) -> None:
        generation, preview, sources = answer
        if generation == self._generation:
            self._job = self._progress = None
            self.previewed.emit(preview, sources)

    def _on_loaded(self, report: ImportReport) -> None:
        self._job = None
        self._reports.append(report)
        if self._calls:
            self._run_next_call()
        else:
            self.loaded.emit(tuple(self._reports))

    def _on_matched(self, report: MatchReport) -> None:
        self._job = None
        self.matched.emit(report)

    def _on_progress(self, phase: str, done: int, total: int) -> None:
        self.progressed.emit(phase, done, total)

    def _on_failed(self, error: Exception) -> None:
        self._job = self._progress = None
        self._calls.clear()
        if self._reports:
            self.loaded.emit(tuple(self._reports))
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)
