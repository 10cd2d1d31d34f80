"""The window: rail, header, pages, status bar and toast. It arranges pages; what they do is theirs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from steward.ui.dialogs.files import STORE_SUFFIX
from steward.ui.dialogs.list_files import LIST_SUFFIXES
from steward.ui.page import Page, PageContext
from steward.ui.tour.tour import Tour
from steward.ui.widgets.progress import WorkStrip
from steward.ui.widgets.toast import Toast
from steward.ui.window.commands import StoreCommands
from steward.ui.window.focus_follower import FocusFollower
from steward.ui.window.header import Header
from steward.ui.window.page_ids import INNER_PAGES, RAIL_PAGES
from steward.ui.window.page_stack import PageStack
from steward.ui.window.rail import Rail
from steward.ui.window.status_bar import StatusBar
from steward.ui.window.toast_place import ToastPlace
from steward.ui.window.window_keys import WindowKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent

    from steward.domain.history import Subject
    from steward.ui.services import Services
    from steward.workspace import Workspace
    from steward.workspace.views import StoreSummary

FIRST_SIZE = QSize(1366, 768)
#: What a window's title bar and borders take at most; the true ones are known only once it is on screen.
FRAME_ROOM = QSize(16, 48)


class MainWindow(QMainWindow):
    """Shows ``welcome`` until a store is given. ``store_asked(path)`` when a store file is dropped."""

    store_asked = Signal(object)
    lists_without_store = Signal(object)
    closed = Signal()

    def __init__(self, services: Services, page_types: Mapping[str, type[Page]], welcome: QWidget, icon: QIcon) -> None:
        super().__init__()
        self._services = services
        self._stack = PageStack(page_types, welcome)
        self._context: PageContext | None = None
        self._commands: StoreCommands | None = None
        self._build(icon)
        self._connect()
        self._keys = WindowKeys(self, services, self._status)
        self.resize(FIRST_SIZE)
        self.setMinimumSize(1024, 640)
        self._was_restored = self.restoreGeometry(services.settings.saved_state("window"))
        self._show_welcome()

    def show_on_screen(self) -> None:
        """Show the window where it was left; the first time whole, and maximized on a screen that it would fill."""
        room = self.screen().availableGeometry().size() - FRAME_ROOM
        is_small = room.width() < FIRST_SIZE.width() or room.height() < FIRST_SIZE.height()
        if self._was_restored or not is_small:
            self.show()
            return
        # The size that it takes when it is no longer maximized.
        self.resize(FIRST_SIZE.boundedTo(room))
        self.showMaximized()

    # stores

    @property
    def context(self) -> PageContext | None:
        """The collaborators of the pages, None while no store is open."""
        return self._context

    @property
    def commands(self) -> StoreCommands | None:
        """The long verbs, None while no store is open."""
        return self._commands

    @property
    def toast(self) -> Toast:
        """The line at the bottom right."""
        return self._toast

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Show another store, or the welcome page."""
        self._tour.stop()
        self._header.clear()
        self._stack.drop_pages()
        if self._commands is not None:
            self._commands.deleteLater()
        if workspace is None:
            self._show_welcome()
            return
        services = self._services
        services.jobs.serve(workspace.path, workspace.steward)
        self._context = PageContext(
            look=services.look,
            jobs=services.jobs,
            events=services.events,
            actions=services.actions,
            settings=services.settings,
            language=services.language,
            problems=services.problems,
            workspace=workspace,
            navigate=self.navigate,
            toast=self.show_toast,
            export=self._keys.export,
        )
        self._commands = StoreCommands(self._context, self._strip, self)
        self._rail.setEnabled(True)
        self._rail.show()
        self._header.show()
        self.setWindowTitle(f"{workspace.path.name} · Steward")
        self.navigate("home")
        self._refresh_summary(frozenset(), None)

    @property
    def strip(self) -> WorkStrip:
        """Where long work is told of."""
        return self._strip

    @property
    def tour(self) -> Tour:
        """The hints over the pages."""
        return self._tour

    # pages

    def page(self, page_id: str) -> Page:
        """A page, made when it is first needed."""
        if self._context is None:
            raise RuntimeError("no store is open")
        return self._stack.page(page_id, self._context)

    @property
    def current_page(self) -> Page | None:
        """The page on screen, None on the welcome page."""
        return self._stack.current_page

    def navigate(self, page_id: str, **arguments: object) -> None:
        """Show a page and hand it the arguments."""
        page = self.page(page_id)
        self._header.show_page(page)
        self._stack.setCurrentWidget(page)
        self._rail.set_current(INNER_PAGES.get(page_id, page_id))
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        page.activated(**arguments)
        self._tour.page_shown(page_id)
        self._toast.change_key(self._undo_key())
        self._toast_place.place()

    def show_toast(self, text: str, undo: Callable[[], object] | None = None, label: str = "") -> None:
        """One line, with Undo or another button where there is something to do."""
        self._toast_place.place()
        key = "" if label else self._undo_key()
        self._toast.show_line(text, undo, label or self.tr("Undo"), key)

    def _undo_key(self) -> str:
        """The page's own key where it has one: a letter is nearer than Ctrl+Z."""
        page_id = self.current_page.page_id if self.current_page else ""
        return self._services.actions.key_text("review.undo" if page_id == "review" else "app.undo")

    # building

    def _build(self, icon: QIcon) -> None:
        services = self._services
        self.setWindowIcon(icon)
        self.setAcceptDrops(True)
        self._rail = Rail(services.look, services.actions, list(RAIL_PAGES), self)
        self._header = Header(services.look, self)
        self._strip = WorkStrip(services.look, services.language, self)
        self._status = StatusBar(services.look, services.language, services.actions, self)
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self._header, self._strip):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        central = QWidget(self)
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(central)
        self._toast = Toast(services.look, central)
        self._toast_place = ToastPlace(self._toast, self._status, self._stack)
        self._tour = Tour(self, central, services)
        FocusFollower(self)

    def _connect(self) -> None:
        services = self._services
        self._rail.page_asked.connect(self.navigate)
        services.events.changed.connect(self._refresh_summary)
        services.jobs.busy_changed.connect(self._header.busy.set_busy)
        self._stack.page_made.connect(self._on_page_made)

    # following the store

    def _refresh_summary(self, _subjects: frozenset[Subject], _initiator: object) -> None:
        if self._context is not None:
            self._services.jobs.read(self._context.workspace.summary, self._on_summary)

    def _on_summary(self, summary: StoreSummary) -> None:
        if self._context is not None:
            self._status.set_summary(summary)
            self._rail.set_count("review", summary.open_clusters)

    def _on_page_made(self, page: Page) -> None:
        page.header_changed.connect(self._on_header_changed)
        self._header.add_page(page)
        self._toast_place.watch(page)

    def _on_header_changed(self) -> None:
        page = self.sender()
        if isinstance(page, Page) and page is self.current_page:
            self._header.show_page(page)

    # the welcome page

    def _show_welcome(self) -> None:
        self._context = self._commands = None
        self._rail.hide()
        self._header.hide()
        self._status.set_summary(None)
        self.setWindowTitle("Steward")
        self._stack.show_welcome()

    # files dropped anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lists and stores are welcome."""
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A store is opened, lists go to Lists."""
        files = _dropped_files(event)
        event.acceptProposedAction()
        stores = [path for path in files if path.suffix.lower() == STORE_SUFFIX]
        if stores:
            self.store_asked.emit(stores[0])
        elif self._context is not None:
            self.navigate("lists", files=files)
        else:
            self.lists_without_store.emit(files)

    # Qt's own events

    def event(self, event: QEvent) -> bool:
        """After a dialog the keys are this window's again, also where no window manager hands them back."""
        if event.type() == QEvent.Type.WindowUnblocked:
            self.activateWindow()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language reaches the registry before the widgets that read it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._services.actions.retranslate()
            page = self.current_page
            if page is not None:
                self._header.show_page(page)
            self._refresh_summary(frozenset(), None)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The toast stays in its corner."""
        super().resizeEvent(event)
        self._toast_place.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Writes are finished first; long work is stopped and leaves the store as it was."""
        self._services.settings.save_state("window", self.saveGeometry())
        self._services.jobs.close()
        self._services.settings.sync()
        super().closeEvent(event)
        self.closed.emit()


def _dropped_files(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in LIST_SUFFIXES | {STORE_SUFFIX}]
