"""The key that shows masked numbers: the look is logged first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.domain.errors import StewardError
from steward.domain.history import Subject

if TYPE_CHECKING:
    from steward.ui.number_mask import NumberMask, Shown
    from steward.ui.page import PageContext


class Reveal(QObject):
    """Reveals what a page shows, or masks it again; the page follows its ``NumberMask``."""

    def __init__(self, context: PageContext, masking: NumberMask, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._masking = context, masking
        self._is_logging = False

    def toggle(self) -> None:
        """Show the masked numbers of what is open, or mask them again."""
        context, shown = self._context, self._masking.shown
        if not context.settings.masks_ids:
            context.toast(self.tr("Nothing is masked here; Settings can mask identity numbers."))
        elif self._masking.is_revealed:
            self._masking.hide()
        elif shown is not None and not self._is_logging:
            self._is_logging = True
            context.jobs.write(
                partial(context.workspace.reveal, sorted(shown.records), file_name=shown.file_name),
                on_done=partial(self._on_logged, shown),
                on_failed=self._on_failed,
            )

    def _on_logged(self, shown: Shown, _decision: object) -> None:
        self._is_logging = False
        self._masking.reveal(shown)
        self._context.events.announce(frozenset({Subject.DECISIONS}))

    def _on_failed(self, error: Exception) -> None:
        self._is_logging = False
        # Bugs are shown by the jobs themselves.
        if isinstance(error, StewardError):
            self._context.problems.show(error)
