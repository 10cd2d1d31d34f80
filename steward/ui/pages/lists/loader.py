"""The work behind a load: preview one file after the other, run what was agreed, match afterwards."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from steward.ui.jobs import Job
    from steward.ui.page import PageContext
    from steward.ui.pages.lists.load_plan import LoadCall, LoadPlan
    from steward.workspace.lists.list_views import ImportReport, ListPreview
    from steward.workspace.match_runs.run_views import MatchReport
    from steward.workspace.views import StoreSummary


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
        self._renewal: Job | None = None
        self._is_looking = False
        #: Answers to a look that was dropped, or that a newer one replaced, carry an older number.
        self._generation = 0

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
        """Stop what runs, in its own process; nothing of it stays."""
        self._drop_looks()
        if self._job is not None:
            self._job.cancel()
        if self._is_looking:
            # Nobody waits for the end of a look: the next file may come at once.
            self._job, self._is_looking = None, False

    def preview_next(self) -> None:
        """Look at the next file, without touching the store."""
        if not self._files:
            return
        path = self._files.popleft()
        self._drop_looks()
        self._reports = []
        self._is_looking = True
        self.previewing.emit(path)
        job = self._look({"path": str(path)}, self._on_seen, self._on_not_seen, self._on_progress)
        self._job = None if job.is_finished else job

    def renew(self, plan: LoadPlan) -> None:
        """Look at the file again with what the steward chose; the old counts stay until the answer is there."""
        self._drop_looks()
        self._renewal = self._look(
            {
                "path": plan.preview.path,
                "source": plan.source or None,
                "mapping": plan.chosen_targets,
                "skips_hidden": plan.skips_hidden,
                "reads_hidden_sheets": plan.reads_hidden_sheets,
            },
            self._on_renewed,
            self._on_not_renewed,
        )

    def _look(
        self,
        arguments: Mapping[str, object],
        on_done: Callable[[int, ListPreview], None],
        on_failed: Callable[[int, Exception], None],
        on_progress: Callable[[str, int, int], None] | None = None,
    ) -> Job:
        """A look in a process of its own: reading a large file here would make the window stutter."""
        number = self._generation
        return self._context.jobs.process(
            "preview_list", arguments, partial(on_done, number), partial(on_failed, number), on_progress
        )

    def _drop_looks(self) -> None:
        """Answers that are on their way come too late."""
        self._generation += 1
        if self._renewal is not None:
            self._renewal.cancel()
            self._renewal = None

    def _on_seen(self, generation: int, preview: ListPreview) -> None:
        if generation == self._generation:
            summary = self._context.workspace.summary
            self._context.jobs.read(summary, partial(self._on_summary, generation, preview))

    def _on_summary(self, generation: int, preview: ListPreview, summary: StoreSummary) -> None:
        if generation == self._generation:
            self._job, self._is_looking = None, False
            self.previewed.emit(preview, [one.source for one in summary.sources])

    def _on_not_seen(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self._is_looking = False
            self._on_failed(error)

    def _on_renewed(self, generation: int, preview: ListPreview) -> None:
        if generation == self._generation:
            self.renewed.emit(preview)

    def _on_not_renewed(self, generation: int, error: Exception) -> None:
        if generation == self._generation and not isinstance(error, Cancelled):
            self.failed.emit(error)

    def load(self, plan: LoadPlan) -> None:
        """Run the loads of a plan, one after the other."""
        self._drop_looks()
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
        self._job = None
        self._calls.clear()
        if self._reports:
            self.loaded.emit(tuple(self._reports))
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)
