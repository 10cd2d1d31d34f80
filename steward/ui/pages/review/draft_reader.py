"""Reads drafts in the background, keeps them, and carries a steward's work over to a draft that is read again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.domain.errors import StewardError
from steward.ui.alive import while_alive
from steward.ui.pages.review.drafts import Drafts, carry_over

if TYPE_CHECKING:
    from steward.domain.records import RecordId
    from steward.ui.jobs import Jobs
    from steward.workspace import Workspace
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId


class DraftReader(QObject):
    """``arrived(draft)``; ``reread(draft, has_other_members)`` when work was carried over; ``gone(cluster id)``."""

    arrived = Signal(object)
    reread = Signal(object, bool)
    gone = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._drafts = Drafts()
        self._stale: dict[ClusterId, ReviewDraft] = {}
        self._reading: set[ClusterId] = set()
        self._added: dict[ClusterId, tuple[RecordId, ...]] = {}
        self._widened: set[ClusterId] = set()
        self._generation = 0

    def get(self, cluster_id: ClusterId | None) -> ReviewDraft | None:
        """The draft of a cluster when it is at hand."""
        return self._drafts.get(cluster_id) if cluster_id is not None else None

    def touch(self, cluster_id: ClusterId) -> None:
        """There is work in this draft."""
        self._drafts.touch(cluster_id)

    def drop(self, cluster_id: ClusterId) -> None:
        """The cluster is decided."""
        self._drafts.drop(cluster_id)
        self._stale.pop(cluster_id, None)
        self._added.pop(cluster_id, None)

    def add_record(self, draft: ReviewDraft, record_id: RecordId) -> None:
        """Show a record with this cluster from now on, until it is decided."""
        cluster_id = draft.view.id
        self._added[cluster_id] = (*self._added.get(cluster_id, ()), record_id)
        self._widened.add(cluster_id)
        self.read_again(draft)
        self.read(cluster_id)

    def read(self, cluster_id: ClusterId) -> None:
        """Read a cluster, unless it is at hand or being read."""
        if cluster_id in self._reading or self._drafts.get(cluster_id) is not None:
            return
        self._reading.add(cluster_id)
        self._jobs.read(
            partial(self._load, cluster_id),
            on_done=while_alive(self, partial(self._on_draft, self._generation)),
            on_failed=while_alive(self, partial(self._on_failed, self._generation, cluster_id)),
        )

    def read_again(self, old: ReviewDraft) -> None:
        """Read a cluster afresh and carry the work in ``old`` over to it."""
        self._drafts.drop(old.view.id)
        self._stale[old.view.id] = old

    def read_all_again(self) -> None:
        """The store changed: nothing that was read, or is being read, counts any more; the work in drafts does."""
        self._stale.update(self._drafts.take_stale())
        self._generation += 1
        self._reading.clear()

    def _load(self, cluster_id: ClusterId) -> ReviewDraft:
        """On a background thread; the rows are made there too, so that the window has only to paint them."""
        draft = self._workspace.draft(cluster_id, self._added.get(cluster_id, ()))
        draft.rows()
        return draft

    def _on_draft(self, generation: int, draft: ReviewDraft) -> None:
        if generation != self._generation:
            return
        cluster_id = draft.view.id
        self._reading.discard(cluster_id)
        old = self._stale.pop(cluster_id, None)
        is_other = carry_over(old, draft) if old is not None else False
        if cluster_id in self._widened:
            # Whoever adds a record wants it in, whatever the evidence would propose.
            draft.include(self._added[cluster_id][-1])
        self._drafts.put(draft)
        if old is not None:
            self._drafts.touch(cluster_id)
        self.arrived.emit(draft)
        was_widened = cluster_id in self._widened
        self._widened.discard(cluster_id)
        if old is not None:
            self.reread.emit(draft, is_other and not was_widened)

    def _on_failed(self, generation: int, cluster_id: ClusterId, error: Exception) -> None:
        if generation != self._generation:
            return
        self._reading.discard(cluster_id)
        # A bug says nothing about the cluster; taking it for gone would empty the queue one by one.
        if isinstance(error, StewardError):
            self.gone.emit(cluster_id)
