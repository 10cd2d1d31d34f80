"""The key that shows masked numbers: the look is logged first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from steward.domain.records import RecordId
    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.panels import Panels
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId


class Reveal(QObject):
    """Reveals the open cluster, and keeps every part of the page masked as it should be."""

    def __init__(self, page: ReviewPage, panels: Panels) -> None:
        super().__init__(page)
        self._page, self._panels = page, panels
        self._masking = page.pane.masking
        self._is_logging = False
        self._masking.changed.connect(self._show_anew)
        self._masking.setting_changed.connect(self._on_setting)
        page.session.cluster_opened.connect(self._on_cluster)
        self._mask_filters()

    def toggle(self) -> None:
        """Show the masked numbers of the open cluster, or mask them again."""
        context, draft = self._page.context, self._page.session.draft
        if not context.settings.masks_ids:
            context.toast(self.tr("Nothing is masked here; Settings can mask identity numbers."))
        elif self._masking.is_revealed:
            self._masking.hide()
        elif draft is not None and not self._is_logging:
            self._is_logging = True
            records = [member.record_id for member in draft.view.members]
            context.jobs.write(
                partial(context.workspace.reveal, records),
                on_done=partial(self._on_logged, draft.view.id, records),
                on_failed=self._on_failed,
            )

    def _on_logged(self, cluster_id: ClusterId, records: list[RecordId], _decision: object) -> None:
        self._is_logging = False
        self._masking.reveal(cluster_id, records)

    def _on_failed(self, error: Exception) -> None:
        self._is_logging = False
        self._page.session.failed.emit(error)

    def _on_cluster(self, draft: ReviewDraft | None) -> None:
        if draft is None:
            self._masking.hide()

    def _show_anew(self) -> None:
        draft = self._page.session.draft
        if draft is not None:
            self._page.pane.show_masked(draft)
        focus = self._page.focusWidget()
        self._panels.follow_mask()
        if focus is not None:
            focus.setFocus()

    def _on_setting(self) -> None:
        self._panels.retranslate()
        self._page.queue_panels.retranslate()
        self._mask_filters()

    def _mask_filters(self) -> None:
        self._page.scope.filter_bar.set_mask(self._masking.elsewhere)
