"""The stores opened before that are still there: looked for in the background, since a drive may not answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.ui.alive import while_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from steward.ui.pages.welcome.page import WelcomePage
    from steward.ui.services import Services


class RecentStores(QObject):
    """Tells the welcome page, and whoever asks, which stores there are to go on with."""

    def __init__(self, welcome: WelcomePage, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        welcome.recent_wanted.connect(partial(self.look, welcome.show_recent))
        self.look(welcome.show_recent)

    def look(self, on_found: Callable[[tuple[Path, ...]], object]) -> None:
        """Hand over those that are there, the last one first."""
        remembered = self._services.settings.recent_stores
        self._services.jobs.read(partial(_existing, remembered), on_done=while_alive(self, on_found))


def _existing(paths: Sequence[Path]) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.is_file())
