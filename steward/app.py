"""Composition root of the window: builds every object and hands it what it needs. Only the command line imports app."""

from __future__ import annotations

import gc
import getpass
import logging
import logging.handlers
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLocale,
    QMessageLogContext,
    QStandardPaths,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from steward.resources import resource_path, sample_lists
from steward.ui.actions import ActionRegistry
from steward.ui.events import StoreEvents
from steward.ui.jobs import Jobs
from steward.ui.language import Language
from steward.ui.look import Look
from steward.ui.pages.alike.page import AlikePage
from steward.ui.pages.bands.page import BandsPage
from steward.ui.pages.customers.page import CustomersPage
from steward.ui.pages.history.exports_page import ExportsPage
from steward.ui.pages.history.locks_page import LocksPage
from steward.ui.pages.history.memory_page import MemoryPage
from steward.ui.pages.history.page import HistoryPage
from steward.ui.pages.home.page import HomePage
from steward.ui.pages.keys.page import KeysPage
from steward.ui.pages.learning.page import LearningPage
from steward.ui.pages.lists.page import ListsPage
from steward.ui.pages.reports.page import ReportsPage
from steward.ui.pages.review.page import ReviewPage
from steward.ui.pages.rules.page import RulesPage
from steward.ui.pages.settings.page import SettingsPage
from steward.ui.pages.sprint.page import SprintPage
from steward.ui.pages.welcome.page import WelcomePage
from steward.ui.problems import Problems
from steward.ui.services import Services
from steward.ui.settings import Settings
from steward.ui.window.main_window import MainWindow
from steward.ui.window.page_ids import PAGE_IDS
from steward.ui.window.store_opener import StoreFiles, StoreOpener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.page import Page
    from steward.workspace import Workspace

log = logging.getLogger(__name__)

PAGE_TYPES: dict[str, type[Page]] = {
    page.page_id: page
    for page in (
        HomePage,
        ListsPage,
        ReviewPage,
        CustomersPage,
        ReportsPage,
        HistoryPage,
        MemoryPage,
        LocksPage,
        ExportsPage,
        SettingsPage,
        RulesPage,
        BandsPage,
        LearningPage,
        KeysPage,
        AlikePage,
        SprintPage,
    )
}
LOG_BYTES, LOGS_KEPT = 1_000_000, 3
#: How long (seconds) a thread that computes may keep the window's thread waiting for its turn. One screen is painted in
#: dozens of turns; fifty times as long, which is usual, adds up to a window that seems to hang.
SHORT_TURN = 0.0001
MARK = 48


@dataclass(frozen=True)
class Program:
    """The objects of a running window, for whoever started it."""

    application: QApplication
    window: MainWindow
    opener: StoreOpener
    services: Services


def run_window(store: Path | None = None) -> int:
    """Open the window on a store, on the last one, or on the welcome page; returns when it is closed."""
    program = build_program(_settings_path(), log_file=_start_log(_data_folder()))
    problems = program.services.problems
    sys.excepthook = problems.excepthook
    qInstallMessageHandler(_log_qt_message)
    program.window.show_on_screen()
    # Opening loads the store's half of the program; the window is on screen before that begins.
    QTimer.singleShot(0, program.window, lambda: _open_first(program, store))
    return program.application.exec()


def _open_first(program: Program, store: Path | None) -> None:
    if store is not None:
        program.opener.open_path(store)
    else:
        program.opener.open_last()


def build_program(settings_path: Path, *, steward: str = "", log_file: Path | None = None) -> Program:
    """Everything of the window, not shown yet."""
    sys.setswitchinterval(SHORT_TURN)
    application = _application()
    settings = Settings(settings_path)
    look = Look(resource_path)
    look.set_density(settings.density)
    look.set_scale(settings.scale)
    look.set_theme(settings.theme)
    look.attach(application)
    language = Language(resource_path("translations"))
    language.use(settings.language or _system_language())
    problems = Problems(look, log_file)
    services = Services(
        look=look,
        jobs=Jobs(problems),
        events=StoreEvents(),
        actions=ActionRegistry(settings, look),
        settings=settings,
        language=language,
        problems=problems,
    )
    icon = QIcon(str(resource_path("icons/steward.png")))
    welcome = WelcomePage(look, language, services.actions, icon.pixmap(MARK, MARK))
    window = MainWindow(services, PAGE_TYPES, welcome, icon)
    problems.use_window(window)
    name = steward or settings.steward or _account_name()
    files = StoreFiles(
        open=lambda path: _door().open(path, steward=settings.steward or name),
        create=lambda path: _door().create(path, steward=settings.steward or name),
        restore=lambda copy, path: _door().restore(copy, path, steward=settings.steward or name),
        newest_backup=lambda path: _door().newest_backup(path),
        sample_lists=sample_lists(),
    )
    opener = StoreOpener(window, welcome, services, files)
    opener.opened.connect(_keep_for_good, Qt.ConnectionType.SingleShotConnection)
    return Program(application, window, opener, services)


def _keep_for_good() -> None:
    """What stands once the first store is shown stays to the end: nobody has to look again whether it is garbage.

    Looking takes a tenth of a second, in which no thread of the program can do anything else.
    """
    gc.freeze()


def render_pages(
    store: Path,
    out_dir: Path,
    *,
    themes: Sequence[str] = ("light", "dark"),
    languages: Sequence[str] = ("en", "id"),
    sizes: Sequence[tuple[int, int]] = ((1366, 768), (1920, 1080)),
    steward: str = "",
) -> list[Path]:
    """Pictures of every page of a store, without a display. The store is not changed."""
    out_dir.mkdir(parents=True, exist_ok=True)
    program = build_program(out_dir / "settings.ini", steward=steward)
    window, services = program.window, program.services
    made: list[Path] = []
    try:
        workspace = _door().open(store, steward=steward or _account_name())
        try:
            window.set_workspace(workspace)
            for size in sizes:
                window.resize(*size)
                window.show()
                for theme in themes:
                    services.look.set_theme(theme)
                    for language in languages:
                        services.language.use(language)
                        for page_id in PAGE_IDS:
                            window.navigate(page_id)
                            _settle(program)
                            made.append(out_dir / f"{page_id}-{theme}-{language}-{size[0]}x{size[1]}.png")
                            window.grab().save(str(made[-1]))
        finally:
            # Pages that outlive their store would still answer a change of language and read from it.
            window.set_workspace(None)
            window.close()
            workspace.close()
    finally:
        # Collected as garbage at any time, its translators would have other windows painted anew in the middle of it.
        services.language.deleteLater()
        (out_dir / "settings.ini").unlink(missing_ok=True)
    return made


def _settle(program: Program) -> None:
    """Let the jobs of the page finish and the window paint; ends when nothing is under way any more."""
    quiet = QTimer()
    quiet.setInterval(40)
    rounds = 0

    def look_again() -> None:
        nonlocal rounds
        rounds = 0 if program.services.jobs.is_busy else rounds + 1
        if rounds >= 3:
            program.application.exit()

    quiet.timeout.connect(look_again)
    quiet.start()
    program.application.exec()
    quiet.stop()


def _door() -> type[Workspace]:
    # Named only when a store is opened: see steward.workspace.
    from steward.workspace import Workspace

    return Workspace


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("steward")
    application.setApplicationDisplayName("Steward")
    return application


def _system_language() -> str:
    return "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"


def _account_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "steward"


def _data_folder() -> Path:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "steward"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _settings_path() -> Path:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)) / "steward"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "steward.ini"


def _start_log(folder: Path) -> Path:
    path = folder / "steward.log"
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("steward")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
