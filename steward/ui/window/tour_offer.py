"""When a newcomer is led through the sample store: as soon as it has clusters to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.workspace import Workspace
    from steward.workspace.upkeep.sample_truth import SampleScore


class TourOffer(QObject):
    """Offers it when a store is shown, and when its matches are found."""

    def __init__(self, window: MainWindow, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._services = window, services
        self._workspace: Workspace | None = None

    def follow(self, workspace: Workspace) -> None:
        """The window shows this store now."""
        self._workspace = workspace
        self._offer()
        commands = self._window.commands
        if commands is not None:
            commands.matched.connect(self._offer)

    def _offer(self) -> None:
        if self._workspace is not None and not self._services.settings.tour_seen:
            self._services.jobs.read(self._workspace.sample_score, self._on_score)

    def _on_score(self, score: SampleScore | None) -> None:
        if score is not None and score.proposed and self._window.context is not None:
            self._window.tour.offer()
