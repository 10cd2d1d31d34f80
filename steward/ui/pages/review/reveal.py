"""Keeps every part of the review page masked as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.ui.reveal import Reveal

if TYPE_CHECKING:
    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.panels import Panels
    from steward.workspace.review.review_draft import ReviewDraft


class ClusterReveal(QObject):
    """Reveals the open cluster, and shows the parts of the page anew when the mask changes."""

    def __init__(self, page: ReviewPage, panels: Panels) -> None:
        super().__init__(page)
        self._page, self._panels = page, panels
        self._masking = page.pane.masking
        self._reveal = Reveal(page.context, self._masking, self)
        self._masking.changed.connect(self._show_anew)
        self._masking.setting_changed.connect(self._on_setting)
        page.session.cluster_opened.connect(self._on_cluster)
        self._mask_queue()

    def toggle(self) -> None:
        """Show the masked numbers of the open cluster, or mask them again."""
        self._reveal.toggle()

    def _on_cluster(self, draft: ReviewDraft | None) -> None:
        if draft is None:
            self._masking.follow(None)

    def _show_anew(self) -> None:
        draft = self._page.session.draft
        if draft is not None:
            self._page.pane.show_anew(draft)
        focus = self._page.focusWidget()
        self._panels.follow_mask()
        if focus is not None:
            focus.setFocus()

    def _on_setting(self) -> None:
        self._panels.retranslate()
        self._page.queue_panels.retranslate()
        self._mask_queue()

    def _mask_queue(self) -> None:
        self._page.sidebar.set_mask(self._masking.elsewhere)
        self._page.scope.filter_bar.set_mask(self._masking.elsewhere)
