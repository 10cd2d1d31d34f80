"""Opening, making and leaving stores from the window, and the sample lists of the first visit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from steward.domain.errors import NotAStoreError, StewardError
from steward.ui.dialogs.files import as_store, ask_existing, ask_target
from steward.ui.dialogs.restore import RestoreDialog
from steward.ui.window.damage_watch import DamageWatch
from steward.ui.window.opening_wait import OpeningWait
from steward.ui.window.recent_stores import RecentStores
from steward.ui.window.tour_offer import TourOffer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from steward.ui.pages.welcome.page import WelcomePage
    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.workspace import Workspace
    from steward.workspace.upkeep.restore_report import RestoreReport

SAMPLE_STORE = "Steward sample.steward"


@dataclass(frozen=True)
class StoreFiles:
    """How stores are opened, made and replaced by a copy; ``sample_lists`` are the files of the first visit."""

    open: Callable[[Path], Workspace]
    create: Callable[[Path], Workspace]
    restore: Callable[[Path, Path], RestoreReport]
    newest_backup: Callable[[Path], tuple[Path, datetime] | None]
    sample_lists: Sequence[Path]


class StoreOpener(QObject):
    """One store at a time; the one before is closed when its jobs are done. ``opened`` when the window shows it."""

    opened = Signal()

    def __init__(self, window: MainWindow, welcome: WelcomePage, services: Services, files: StoreFiles) -> None:
        super().__init__(window)
        self._window, self._welcome, self._services, self._files = window, welcome, services, files
        self._workspace: Workspace | None = None
        self._waiting_lists: list[Path] = []
        self._recent = RecentStores(welcome, services, self)
        self._wait = OpeningWait(window.strip, self)
        self._tour = TourOffer(window, services, self)
        self._damage = DamageWatch(window, services, files.newest_backup, self._give_up_store, self)
        self._connect()

    @property
    def workspace(self) -> Workspace | None:
        """The store that is open."""
        return self._workspace

    def open_path(self, path: Path) -> None:
        """Open a store, or say why it can't be opened; the one that is open stays as it is."""
        here = self._workspace.path if self._workspace is not None else None

        def make() -> Workspace | None:
            return None if here is not None and _is_same_file(here, path) else self._files.open(path)

        self._take(path, make, partial(self._on_not_opened, path))

    def open_last(self) -> None:
        """Go on with the store that was opened last, if there is one."""
        self._recent.look(self._on_recent_found)

    def create_path(self, path: Path) -> None:
        """Make a new store and open it."""
        self._take(path, lambda: self._files.create(as_store(path)))

    def try_samples(self, path: Path | None = None) -> None:
        """A store of the sample lists, made at the first time, opened later."""
        path = path or _documents() / SAMPLE_STORE
        self._services.jobs.read(path.exists, partial(self._on_samples_found, path), self._on_failed)

    def _on_samples_found(self, path: Path, exists: bool) -> None:
        if exists:
            self.open_path(path)
            return
        self._waiting_lists = list(self._files.sample_lists)
        self._services.jobs.write(lambda: self._make_sample_store(path), self._on_samples_ready, self._on_failed)

    def close(self) -> None:
        """Close the store that is open."""
        workspace = self._give_up_store()
        if workspace is not None:
            workspace.close()

    def _give_up_store(self) -> Workspace | None:
        workspace, self._workspace = self._workspace, None
        return workspace

    # asking

    def ask_open(self) -> None:
        """Choose a store file."""
        kinds = [self.tr("Steward stores (*.steward)")]
        path = ask_existing(self._window, self.tr("Open a store"), self._folder(), kinds)
        if path:
            self.open_path(path)

    def ask_new(self) -> None:
        """Choose where the new store goes."""
        kinds = [self.tr("Steward stores (*.steward)")]
        path = ask_target(self._window, self.tr("New store"), self._folder() / self.tr("Customers.steward"), kinds)
        if path:
            self.create_path(path)

    def ask_restore(self) -> None:
        """Choose a copy of the store that is open, and say what putting it back means before it is done."""
        workspace, window = self._workspace, self._window
        if workspace is None:
            return
        if self._services.jobs.is_processing:
            window.show_toast(self.tr("Something is still running; restore the copy when it is done."))
            return
        copy = self._choose_copy(workspace.path)
        if copy:
            self.confirm_restore(copy)

    def confirm_restore(self, copy: Path) -> None:
        """Ask whether this copy is to take the place of the store that is open."""
        if self._workspace is not None:
            dialog = RestoreDialog(self._services.look, copy, self._workspace.path, self._window)
            dialog.agreed.connect(partial(self._leave_for, copy, dialog))
            dialog.open()

    def _choose_copy(self, store: Path) -> Path | None:
        kinds = [self.tr("Steward stores (*.steward)")]
        return ask_existing(self._window, self.tr("Choose the copy to restore"), store.parent, kinds)

    def _folder(self) -> Path:
        recent = self._services.settings.recent_stores
        return recent[0].parent if recent else _documents()

    # opening

    def _take(
        self, path: Path, make: Callable[[], Workspace | None], on_failed: Callable[[Exception], None] | None = None
    ) -> None:
        def failed(error: Exception) -> None:
            self._wait.end()
            (on_failed or self._on_failed)(error)

        self._wait.begin(path.name)
        self._services.jobs.read(make, self._on_taken, failed)

    def _on_taken(self, workspace: Workspace | None) -> None:
        self._wait.end()
        if workspace is not None:
            self._on_open(workspace)

    def _on_open(self, workspace: Workspace) -> None:
        before = self._workspace
        self._workspace = workspace
        self._services.settings.remember_store(workspace.path)
        self._window.set_workspace(workspace)
        if before is not None:
            # Not here: the last one who leaves a store tidies its log away, which takes a moment.
            self._services.jobs.write(before.close)
        if self._waiting_lists:
            lists, self._waiting_lists = self._waiting_lists, []
            self._window.navigate("lists", files=lists)
        self._tour.follow(workspace)
        self.opened.emit()

    def _on_failed(self, error: Exception) -> None:
        self._waiting_lists = []
        if isinstance(error, StewardError):
            self._services.problems.show(error)

    # a store that is damaged

    def _on_not_opened(self, path: Path, error: Exception) -> None:
        if isinstance(error, NotAStoreError):
            self._waiting_lists = []
            self._damage.offer(path, error)
        else:
            self._on_failed(error)

    def _ask_other_copy(self, path: Path) -> None:
        copy = self._choose_copy(path)
        if copy:
            self._replace_damaged(path, copy)

    def _replace_damaged(self, path: Path, copy: Path) -> None:
        dialog = RestoreDialog(self._services.look, copy, path, self._window)
        dialog.open()
        dialog.begin()
        done, failed = partial(self._on_restored, path, dialog), partial(self._give_up, dialog)
        self._services.jobs.write(lambda: self._files.restore(copy, path), done, failed)

    # restoring

    def _leave_for(self, copy: Path, dialog: RestoreDialog) -> None:
        """Leave the store that is open; the copy takes its place when nothing works on it any more."""
        workspace = self._give_up_store()
        if workspace is not None:
            self._window.set_workspace(None)
            self._services.jobs.when_idle(partial(self._restore, copy, workspace, dialog))

    def _restore(self, copy: Path, workspace: Workspace, dialog: RestoreDialog) -> None:
        path = workspace.path

        def work() -> RestoreReport:
            workspace.close()
            return self._files.restore(copy, path)

        done, failed = partial(self._on_restored, path, dialog), partial(self._on_not_restored, path, dialog)
        self._services.jobs.write(work, done, failed)

    def _on_restored(self, path: Path, dialog: RestoreDialog, report: RestoreReport) -> None:
        def opened(workspace: Workspace) -> None:
            self._on_open(workspace)
            dialog.tell(report)

        self._services.jobs.read(lambda: self._files.open(path), opened, partial(self._give_up, dialog))

    def _on_not_restored(self, path: Path, dialog: RestoreDialog, error: Exception) -> None:
        """Nothing was changed: the window goes on with the store it had."""
        self._give_up(dialog, error)
        self._take(path, lambda: self._files.open(path))

    def _give_up(self, dialog: RestoreDialog, error: Exception) -> None:
        dialog.give_up()
        self._on_failed(error)

    # sample lists

    def _make_sample_store(self, path: Path) -> Workspace:
        path.parent.mkdir(parents=True, exist_ok=True)
        return self._files.create(path)

    def _on_samples_ready(self, workspace: Workspace) -> None:
        lists, self._waiting_lists = self._waiting_lists, []
        self._on_open(workspace)
        commands = self._window.commands
        if commands is not None:
            commands.load_and_match(lists)

    def _on_lists_without_store(self, files: list[Path]) -> None:
        self._waiting_lists = files
        self.ask_new()

    def _connect(self) -> None:
        welcome, window = self._welcome, self._window
        welcome.demo_asked.connect(self.try_samples)
        welcome.open_asked.connect(self.ask_open)
        welcome.new_asked.connect(self.ask_new)
        welcome.recent_asked.connect(self._on_recent)
        welcome.language_asked.connect(self._on_language)
        window.store_asked.connect(self._on_recent)
        window.lists_without_store.connect(self._on_lists_without_store)
        window.closed.connect(self.close)
        self._damage.copy_agreed.connect(self._replace_damaged)
        self._damage.other_asked.connect(self._ask_other_copy)
        self._services.actions.bind(window, "app.open", self.ask_open)
        self._services.actions.bind(window, "app.new", self.ask_new)
        self._services.actions.bind(window, "app.restore", self.ask_restore)

    def _on_language(self, code: str) -> None:
        self._services.settings.language = code
        self._services.language.use(code)

    def _on_recent(self, path: Path | str) -> None:
        self.open_path(Path(path))

    def _on_recent_found(self, found: Sequence[Path]) -> None:
        if found:
            self.open_path(found[0])


def _is_same_file(first: Path, second: Path) -> bool:
    return first.resolve() == second.resolve()


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
