"""A steward's walk through the queue: its order, which cluster is open, what is read ahead. No widgets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from steward.domain.pairs import Strength
from steward.ui.alive import while_alive
from steward.ui.models.queue import QueueModel
from steward.ui.pages.review.draft_reader import DraftReader
from steward.ui.pages.review.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.records import RecordId
    from steward.ui.jobs import Jobs
    from steward.ui.pages.review.subset import Subset
    from steward.workspace import Workspace
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId, QueueRow

#: Clusters read ahead of the one on screen.
READ_AHEAD = 2
#: A queue is read in two steps, so many clusters first: hundreds of thousands take longer than a steward waits.
FIRST_CLUSTERS = 500
#: The next cluster is painted before anything else is asked of the store, in milliseconds.
PAINT_FIRST_MS = 40


class QueueWalk(QObject):
    """Owns the queue and the drafts. While a decision is being written it stands still."""

    cluster_opened = Signal(object)
    draft_changed = Signal(object)
    cluster_reread = Signal(bool)
    queue_changed = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self.queue = QueueModel(self)
        self.filters = Filters()
        self.subset: Subset | None = None
        self._drafts = DraftReader(workspace, jobs, self)
        self._current: ClusterId | None = None
        self._queue_job = 0
        self._is_writing = False
        self._is_loaded = False
        self._begins = False
        self._left: set[ClusterId] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAINT_FIRST_MS)
        self._soon.timeout.connect(self._follow_up)
        self.queue.rows_wanted.connect(self._read_rows)
        self._drafts.arrived.connect(self._on_draft)
        self._drafts.reread.connect(self._on_reread)
        self._drafts.gone.connect(self._on_gone)

    # what is open

    @property
    def draft(self) -> ReviewDraft | None:
        """The draft on screen."""
        return self._drafts.get(self._current)

    @property
    def current(self) -> ClusterId | None:
        """The cluster that is open or being opened."""
        return self._current

    @property
    def is_loaded(self) -> bool:
        """True once the queue is known."""
        return self._is_loaded

    # the queue

    def load(self, cluster_id: ClusterId | None = None) -> None:
        """Read the queue anew; open ``cluster_id``, else stay, else open the first."""
        self._order(cluster_id)

    def _order(self, cluster_id: ClusterId | None = None) -> None:
        self._queue_job += 1
        self._begins = False
        starts_at_top = cluster_id is None and self._current is None and self.subset is None
        self._read_queue(self._queue_job, cluster_id, FIRST_CLUSTERS if starts_at_top else None)

    def _read_queue(self, job: int, wanted: ClusterId | None, limit: int | None) -> None:
        self._left.clear()
        filters, subset = self.filters, self.subset
        strength = Strength(filters.strength) if filters.strength is not None else None

        def read() -> Sequence[ClusterId]:
            if subset is not None:
                return self._workspace.waiting(subset.ids)
            return self._workspace.queue(
                filters.sort,
                state=filters.state,
                strength=strength,
                source=filters.source,
                veto=filters.veto,
                size=filters.size,
                traits=filters.traits,
                values=filters.values,
                limit=limit,
            )

        self._jobs.read(read, on_done=while_alive(self, partial(self._on_queue, job, wanted, limit)))

    def set_filters(self, filters: Filters) -> None:
        """Sort or filter the whole queue; starts again at its top."""
        if filters != self.filters or self.subset is not None:
            self.filters, self.subset = filters, None
            self._current = None
            self._order()

    def walk_only(self, subset: Subset) -> None:
        """Walk through just these clusters, in their order."""
        self.filters, self.subset = Filters(self.filters.sort), subset
        self._current = None
        self._order()

    def open(self, cluster_id: ClusterId | None) -> None:
        """Show a cluster; at once when it was read ahead."""
        if self._is_writing:
            return
        self._current = cluster_id
        self._show_current()

    def go(self, step: int) -> None:
        """Next or previous cluster, without deciding."""
        other = self.queue.after(self._current, step)
        if other is not None:
            self.open(other)

    def skip(self) -> None:
        """No decision; the cluster comes back at the end."""
        if self._current is None or self._is_writing or len(self.queue) < 2:
            return
        following = self.queue.after(self._current) or self.queue.after(None)
        self.queue.move_to_end(self._current)
        self.queue_changed.emit()
        self.open(following)

    # working on the draft

    def change(self, work: Callable[[ReviewDraft], object]) -> None:
        """Do something to the draft on screen; it is kept when the cluster is left."""
        draft = self.draft
        if draft is None or self._is_writing:
            return
        work(draft)
        self._drafts.touch(draft.view.id)
        self.draft_changed.emit(draft)

    def add_record(self, record_id: RecordId) -> None:
        """Show another record with the cluster on screen."""
        draft = self.draft
        if draft is not None and not self._is_writing:
            self._drafts.add_record(draft, record_id)

    # other people's changes

    def refresh(self) -> None:
        """The store changed elsewhere: read again, keep the work in drafts."""
        self._drafts.read_all_again()
        self.queue.forget_rows()
        self.load()

    # callbacks of reading

    def _on_queue(self, job: int, wanted: ClusterId | None, limit: int | None, ids: Sequence[ClusterId]) -> None:
        if job != self._queue_job:
            return
        is_whole = limit is None or len(ids) < limit
        ahead = self.queue.ids[max(0, self.queue.place_of(self._current)) :] if self._current is not None else ()
        # What was decided while the queue was being read may be in it still.
        self.queue.set_ids([found for found in ids if found not in self._left] if self._left else ids)
        if wanted is not None:
            self.queue.insert(0, wanted)
            self._current = wanted
        elif self._current is None or self.queue.place_of(self._current) < 0:
            # Whoever has come far goes on from there.
            waiting = set(self.queue.ids) if ahead else ()
            self._current = next((other for other in ahead if other in waiting), self.queue.after(None))
        if is_whole:
            self._is_loaded = True
            self.queue_changed.emit()
        if not self._begins:
            self._show_current()
        self._begins = not is_whole
        if not is_whole:
            QTimer.singleShot(PAINT_FIRST_MS, self, partial(self._read_rest, job))

    def _read_rest(self, job: int) -> None:
        """The whole queue, unless another was asked for meanwhile."""
        if job == self._queue_job:
            self._read_queue(job, None, None)

    def _read_rows(self, ids: list[ClusterId]) -> None:
        self._jobs.read(partial(self._workspace.queue_rows, ids), on_done=while_alive(self, self._on_rows))

    def _on_rows(self, rows: list[QueueRow]) -> None:
        self.queue.put_rows(rows)

    def _show_current(self) -> None:
        if self._current is None:
            self.cluster_opened.emit(None)
            return
        draft = self._drafts.get(self._current)
        if draft is None:
            self._drafts.read(self._current)
        else:
            self._open_draft(draft)

    def _open_draft(self, draft: ReviewDraft) -> None:
        self.cluster_opened.emit(draft)
        self._soon.start()

    def _read_ahead(self) -> None:
        for step in (*range(1, READ_AHEAD + 1), -1):
            other = self.queue.after(self._current, step)
            if other is not None:
                self._drafts.read(other)

    def _on_draft(self, draft: ReviewDraft) -> None:
        if draft.view.id == self._current:
            self._open_draft(draft)

    def _on_reread(self, draft: ReviewDraft, is_other: bool) -> None:
        if draft.view.id == self._current:
            self.cluster_reread.emit(is_other)

    def _on_gone(self, cluster_id: ClusterId) -> None:
        """A cluster that another match run has dissolved leaves the queue."""
        following = self.queue.after(cluster_id) if cluster_id == self._current else None
        self.queue.remove(cluster_id)
        self.queue_changed.emit()
        if cluster_id == self._current:
            self._current = following or self.queue.after(None)
            self._show_current()

    def _follow_up(self) -> None:
        """What can wait until the next cluster is painted."""
        self._read_ahead()
