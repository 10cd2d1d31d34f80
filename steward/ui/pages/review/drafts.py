"""The drafts of the clusters that were looked at: partial work survives leaving a cluster, and a re-read of it."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING

from steward.domain.errors import DecisionError

if TYPE_CHECKING:
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId

#: Drafts without work in them that are kept for a quick return.
UNTOUCHED_KEPT = 24


class Drafts:
    """Keeps every touched draft, and the last untouched ones."""

    def __init__(self) -> None:
        self._drafts: OrderedDict[ClusterId, ReviewDraft] = OrderedDict()
        self._touched: set[ClusterId] = set()

    def get(self, cluster_id: ClusterId) -> ReviewDraft | None:
        """The draft of a cluster when it is at hand."""
        draft = self._drafts.get(cluster_id)
        if draft is not None:
            self._drafts.move_to_end(cluster_id)
        return draft

    def put(self, draft: ReviewDraft) -> None:
        """Keep a draft that was just read."""
        self._drafts[draft.view.id] = draft
        self._drafts.move_to_end(draft.view.id)
        idle = [cluster_id for cluster_id in self._drafts if cluster_id not in self._touched]
        for cluster_id in idle[: max(0, len(idle) - UNTOUCHED_KEPT)]:
            del self._drafts[cluster_id]

    def touch(self, cluster_id: ClusterId) -> None:
        """There is work in this draft: keep it."""
        self._touched.add(cluster_id)

    def drop(self, cluster_id: ClusterId) -> None:
        """The cluster is decided."""
        self._drafts.pop(cluster_id, None)
        self._touched.discard(cluster_id)

    def take_stale(self) -> dict[ClusterId, ReviewDraft]:
        """Forget what was read; answers the drafts with work in them, to carry it over when they are read again."""
        touched = {cluster_id: self._drafts[cluster_id] for cluster_id in self._touched if cluster_id in self._drafts}
        self._drafts.clear()
        return touched


def carry_over(old: ReviewDraft, new: ReviewDraft) -> bool:
    """Do the old draft's work on a fresh one; answers True when the cluster itself has other members now."""
    before = {member.record_id for member in old.view.members}
    now = {member.record_id for member in new.view.members}
    for record_id in before & now:
        was_in, is_in = record_id in old.included, record_id in new.included
        if was_in != is_in:
            new.toggle(record_id)
    for attribute, choice in old.choices.items():
        if isinstance(choice, str):
            # What only a record that left the cluster says may be readable as nothing else.
            with suppress(DecisionError):
                new.choose_text(attribute, choice)
        elif choice in now:
            new.choose(attribute, choice)
    return before != now
