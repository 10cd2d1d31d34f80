"""Dividing a cluster by hand: the panel, the digits that fill its groups, and the one decision it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.ui.pages.review.split_panel import SplitPanel

if TYPE_CHECKING:
    from steward.domain.records import RecordId
    from steward.ui.pages.review.page import ReviewPage


class FreeSplit(QObject):
    """On while its panel is open; then digits name groups and approving writes them."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self.panel = SplitPanel(page.context.look, page.context.actions, page)
        self.panel.groups_chosen.connect(self._on_groups)
        self.panel.closed.connect(self._on_closed)

    @property
    def is_on(self) -> bool:
        """True while the steward divides the cluster."""
        return self.panel.is_open

    def toggle(self) -> None:
        """Begin to divide the cluster on screen, or stop; nothing has happened then."""
        draft = self._page.session.draft
        if self.is_on:
            self.panel.close_panel()
        elif draft is not None:
            self._page.close_panels()
            # Its texts say what the answers do to the whole cluster.
            self._page.bar.hide()
            self.panel.start(draft)
            self._page.pane.grid.setFocus()

    def assign(self, group: int) -> None:
        """Put the member under the focus into a group and go on to the next one."""
        grid = self._page.pane.grid
        record = grid.current_record()
        if record is not None:
            self.panel.assign(record, group)
            grid.move_member(1)

    def stop(self) -> None:
        """Close without a word: another cluster or another question takes its place."""
        self.panel.hide()
        self._page.bar.setVisible(self._page.session.draft is not None)

    def _on_groups(self, groups: tuple[tuple[RecordId, ...], ...]) -> None:
        self._page.answers.arrange(groups)

    def _on_closed(self) -> None:
        self.stop()
        self._page.take_focus()
