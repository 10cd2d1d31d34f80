"""What the review page says when no cluster is left: why, and the one button that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from steward.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.ui.look import Look
    from steward.ui.pages.review.subset import Subset


class EmptyQueue(EmptyState):
    """Filters hide the rest, or the queue is finished, or there never was one."""

    whole_queue_asked = Signal()
    page_asked = Signal(str)
    match_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "list-checks", parent=parent)
        self._is_narrowed = False
        self._total = 0
        self._can_match = False
        self._subset: Subset | None = None
        self.asked.connect(self._on_asked)

    def show_state(
        self, *, is_narrowed: bool, total: int, subset: Subset | None = None, can_match: bool = False
    ) -> None:
        """Whether filters are in force, how many clusters the store has, the part walked through, what came since.

        ``can_match``: there are records that no match run has seen.
        """
        self._is_narrowed, self._total, self._subset, self._can_match = is_narrowed, total, subset, can_match
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        if self._subset is not None:
            text = self.tr("{title}: everything is decided.").format(title=self._subset.title)
            self.set_content(text, self.tr("Go on"), "circle-check")
        elif self._is_narrowed:
            self.set_content(
                self.tr("No cluster is left under these filters."), self.tr("Show the whole queue"), "filter"
            )
        elif self._can_match:
            self.set_content(
                self.tr("Every cluster has its answer, but lists came or changed since the last match run.")
                if self._total
                else self.tr("The lists are loaded but not compared yet. Rows that may be one customer appear here."),
                self.tr("Find matches"),
                "refresh-cw",
            )
        elif self._total:
            self.set_content(
                self.tr("The queue is finished: every cluster has its answer. The unified master is up to date."),
                self.tr("To Home"),
                "circle-check",
            )
        else:
            self.set_content(
                self.tr("No clusters yet. Load lists and find matches; what may be one customer appears here."),
                self.tr("Load lists"),
                "list-checks",
            )

    def _on_asked(self) -> None:
        if self._subset is not None:
            self.page_asked.emit(self._subset.page_id)
        elif self._is_narrowed:
            self.whole_queue_asked.emit()
        elif self._can_match:
            self.match_asked.emit()
        else:
            self.page_asked.emit("home" if self._total else "lists")
