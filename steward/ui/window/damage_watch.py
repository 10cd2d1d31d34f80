"""A store that is damaged, found when it is opened or later, leads to its newest backup copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from steward.domain.errors import NotAStoreError
from steward.ui.dialogs.damaged_store import DamagedStoreDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from steward.domain.errors import StewardError
    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.workspace import Workspace

#: The error of a store whose file holds what no store can hold.
DAMAGED = "damaged_store"


class DamageWatch(QObject):
    """``copy_agreed``: the store and the copy that is to take its place; ``other_asked``: the store that wants one."""

    copy_agreed = Signal(object, object)
    other_asked = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        newest_backup: Callable[[Path], tuple[Path, datetime] | None],
        give_up: Callable[[], Workspace | None],
        parent: QObject,
    ) -> None:
        """``give_up``: the store that is open, which is nobody's from then on."""
        super().__init__(parent)
        self._window, self._services = window, services
        self._newest_backup, self._give_up = newest_backup, give_up
        services.problems.use_rescue(self._rescue)

    def offer(self, path: Path, error: NotAStoreError) -> None:
        """Offer the newest backup of a store that can't be opened; so for any file that backups lie beside."""

        def look_up() -> tuple[Path, datetime] | None:
            return self._newest_backup(path) if path.is_file() else None

        self._services.jobs.read(look_up, partial(self._ask, path, error), self._services.problems.show)

    def _ask(self, path: Path, error: NotAStoreError, backup: tuple[Path, datetime] | None) -> None:
        if backup is None and error.code != DAMAGED:
            self._services.problems.show(error)
            return
        copy, made = backup or (None, None)
        moment = self._services.language.moment(made) if made is not None else ""
        dialog = DamagedStoreDialog(self._services.look, path, copy, moment, self._window)
        dialog.copy_agreed.connect(partial(self.copy_agreed.emit, path))
        dialog.other_asked.connect(partial(self.other_asked.emit, path))
        dialog.open()

    def _rescue(self, error: StewardError) -> bool:
        """Damage may show only when its place is read: the store is closed then."""
        if not isinstance(error, NotAStoreError) or error.code != DAMAGED:
            return False
        # None: whatever else was under way tells the same.
        workspace = self._give_up()
        if workspace is not None:
            # In a turn of its own: a page may be in the middle of showing the store.
            QTimer.singleShot(0, self, partial(self._leave, workspace, error))
        return True

    def _leave(self, workspace: Workspace, error: NotAStoreError) -> None:
        def offer(_: object) -> None:
            self.offer(workspace.path, error)

        self._window.set_workspace(None)
        jobs = self._services.jobs
        jobs.when_idle(lambda: jobs.write(workspace.close, offer, offer))
