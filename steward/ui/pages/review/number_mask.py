"""Which numbers the review page masks: by the steward's setting, until those of the open cluster are revealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.domain.records import RecordId
    from steward.ui.settings import Settings
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import ClusterId


class NumberMask(QObject):
    """What is revealed holds for the records it was logged for, until another cluster is opened.

    ``changed`` when the open cluster is shown otherwise, ``setting_changed`` when everything is.
    """

    changed = Signal()
    setting_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._cluster: ClusterId | None = None
        self._members: frozenset[RecordId] = frozenset()
        self._revealed: frozenset[RecordId] = frozenset()
        settings.changed.connect(self._on_setting)

    @property
    def elsewhere(self) -> Mask:
        """For records outside the open cluster: nobody logged a look at them."""
        return Mask.ON if self._settings.masks_ids else Mask.OFF

    @property
    def mask(self) -> Mask:
        """For the open cluster."""
        return Mask.OFF if self.is_revealed else self.elsewhere

    @property
    def is_revealed(self) -> bool:
        """True while every member on screen is revealed."""
        return bool(self._revealed) and self._members <= self._revealed

    def follow(self, draft: ReviewDraft) -> None:
        """This is on screen now."""
        if draft.view.id != self._cluster:
            self._revealed = frozenset()
        self._cluster = draft.view.id
        self._members = frozenset(member.record_id for member in draft.view.members)

    def reveal(self, cluster_id: ClusterId, records: Collection[RecordId]) -> None:
        """The numbers of these records are shown, unless another cluster was opened meanwhile."""
        if cluster_id == self._cluster:
            self._revealed = frozenset(records)
            self.changed.emit()

    def hide(self) -> None:
        """Mask again what was revealed."""
        if self._revealed:
            self._revealed = frozenset()
            self.changed.emit()

    def _on_setting(self, name: str) -> None:
        if name == "masks_ids":
            self._revealed = frozenset()
            self.changed.emit()
            self.setting_changed.emit()
