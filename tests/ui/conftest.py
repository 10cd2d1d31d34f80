"""The window's collaborators for tests: a look with the real fonts, jobs without threads, a context around a store."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QIcon, QPixmap
from pytestqt.qtbot import QtBot

import steward.ui.jobs
from steward.app import PAGE_TYPES
from steward.resources import resource_path
from steward.ui.actions import ActionRegistry
from steward.ui.events import StoreEvents
from steward.ui.jobs import Job, Jobs
from steward.ui.language import Language
from steward.ui.look import Look
from steward.ui.page import PageContext
from steward.ui.pages.welcome.page import WelcomePage
from steward.ui.problems import Problems
from steward.ui.services import Services
from steward.ui.settings import Settings
from steward.ui.window.main_window import MainWindow
from steward.ui.window.store_opener import StoreFiles, StoreOpener
from steward.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

#: Also of a process of its own, which is started anew and loads half of the program.
LONGEST_WAIT_MS = 600_000


class InlineJobs(Jobs):
    """Work is done at once on the caller's thread, so that tests need not wait."""

    def read(self, work: Callable[[], Any], on_done: Any = None, on_failed: Any = None) -> Job:
        """At once."""
        return self._inline(work, Job(on_done, on_failed, None))

    def write(self, work: Callable[[], Any], on_done: Any = None, on_failed: Any = None) -> Job:
        """At once."""
        return self._inline(work, Job(on_done, on_failed, None))

    def process(
        self, verb: str, arguments: Any, on_done: Any = None, on_failed: Any = None, on_progress: Any = None
    ) -> Job:
        """The verb of the workspace that ``inline_workspace`` names, at once."""
        job = Job(on_done, on_failed, on_progress)
        return self._inline(lambda: getattr(self.inline_workspace, verb)(**arguments), job)

    inline_workspace: Any = None

    def _inline(self, work: Callable[[], Any], job: Job) -> Job:
        if self._is_closed:
            return job
        self._jobs.append(job)
        result, failure = None, None
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - stands for the job boundary
            failure = error
        self._on_finished(job, result, failure)
        return job


class PatientBot(QtBot):
    """Waits as long as any machine takes: what never comes still fails, only later."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONGEST_WAIT_MS) -> None:
        """Until the callback holds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONGEST_WAIT_MS, **options: Any) -> Any:
        """Until the signal is emitted."""
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's own gives up after five seconds, which a busy machine may need for one cluster."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def _processes_are_not_modest() -> Iterator[None]:
    """Behind whatever else a busy machine does, a working process would stand back for minutes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steward.ui.jobs, "_MODESTY", 0)
        yield


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The name of the program in messages."""
    return ["steward"]


@pytest.fixture(scope="session")
def dressed_look(qapp: QApplication) -> Look:
    """Dressing the application takes long, so it is done once."""
    look = Look(resource_path)
    look.set_theme("light")
    look.attach(qapp)
    return look


@pytest.fixture
def look(dressed_look: Look) -> Iterator[Look]:
    """The light look at 100 %, and again after the test."""
    yield dressed_look
    if dressed_look.is_dark:
        dressed_look.set_theme("light")
    if dressed_look.scale != 100:
        dressed_look.set_scale(100)
    if dressed_look.density != "normal":
        dressed_look.set_density("normal")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of their own."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture(scope="session")
def compiled_translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues as they are in the source tree, compiled."""
    folder = tmp_path_factory.mktemp("translations")
    tool = Path(sysconfig.get_path("scripts")) / ("pyside6-lrelease" + (".exe" if sys.platform == "win32" else ""))
    for catalogue in sorted(resource_path("translations").glob("*.ts")):
        command = [tool, "-silent", catalogue, "-qm", folder / f"{catalogue.stem}.qm"]
        subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def installed_language(qapp: QApplication, compiled_translations: Path) -> Language:
    """The one of all tests: translators are uninstalled when they are collected as garbage, in the middle of any test,
    and whatever is on screen then is written and painted anew.
    """
    language = Language(compiled_translations)
    language.use("en")
    return language


@pytest.fixture
def language(installed_language: Language) -> Iterator[Language]:
    """English, and back to English after the test."""
    yield installed_language
    if installed_language.code != "en":
        installed_language.use("en")


@pytest.fixture
def problems(look: Look) -> Problems:
    """Failures that no callback took."""
    return Problems(look)


@pytest.fixture
def jobs(problems: Problems) -> Iterator[InlineJobs]:
    """Jobs without threads. After the test the store is closed: late events of dying widgets must not read it."""
    jobs = InlineJobs(problems)
    yield jobs
    jobs.close()


class Toasts(list[tuple[str, Callable[[], object] | None]]):
    """The lines shown, with their undo."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None, label: str = "") -> None:
        """Keep a line."""
        self.append((text, undo))


class Visits(list[tuple[str, dict[str, object]]]):
    """The pages asked for, with their arguments."""

    def __call__(self, page_id: str, **arguments: object) -> None:
        """Keep a visit."""
        self.append((page_id, arguments))


class Exports(list[tuple[str, str]]):
    """The exports asked for: of which day, of which customer."""

    def __call__(self, day: str = "", cin: str = "") -> None:
        """Keep an export."""
        self.append((day, cin))


@pytest.fixture
def make_context(
    qapp: QApplication, look: Look, settings: Settings, language: Language, problems: Problems, jobs: InlineJobs
) -> Callable[[Any], PageContext]:
    """A context around any workspace; ``context.toast``, ``navigate`` and ``export`` are lists that can be read."""

    def make(workspace: Any) -> PageContext:
        jobs.inline_workspace = workspace
        return PageContext(
            look=look,
            jobs=jobs,
            events=StoreEvents(),
            actions=ActionRegistry(settings, look),
            settings=settings,
            language=language,
            problems=problems,
            workspace=workspace,
            navigate=Visits(),
            toast=Toasts(),
            export=Exports(),
        )

    return make


@pytest.fixture(scope="session")
def matched_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two of the sample lists, matched; made once, never changed."""
    path = tmp_path_factory.mktemp("store") / "customers.steward"
    with Workspace.create(path, steward="Ratna") as workspace:
        for name in ("sales.xlsx", "webshop.csv"):
            workspace.import_list(resource_path("samples") / name)
        workspace.match()
    return path


@pytest.fixture
def workspace(matched_store: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of that store, open, for one test."""
    path = tmp_path / "customers.steward"
    shutil.copy(matched_store, path)
    with Workspace.open(path, steward="Ratna") as workspace:
        yield workspace


@pytest.fixture
def empty_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store without any list."""
    with Workspace.create(tmp_path / "empty.steward", steward="Ratna") as workspace:
        yield workspace


@pytest.fixture
def context(workspace: Workspace, make_context: Callable[[Any], PageContext]) -> PageContext:
    """The context of the pages over the matched store."""
    return make_context(workspace)


@pytest.fixture
def services(look: Look, settings: Settings, language: Language, problems: Problems, jobs: InlineJobs) -> Services:
    """What lives as long as the program."""
    return Services(look, jobs, StoreEvents(), ActionRegistry(settings, look), settings, language, problems)


@pytest.fixture
def welcome(services: Services) -> WelcomePage:
    """The welcome page of ``window``."""
    return WelcomePage(services.look, services.language, services.actions, QPixmap(48, 48))


@pytest.fixture
def window(qtbot: QtBot, services: Services, welcome: WelcomePage) -> MainWindow:
    """The window on its welcome page, with the real pages."""
    window = MainWindow(services, PAGE_TYPES, welcome, QIcon())
    qtbot.addWidget(window)
    services.problems.use_window(window)
    window.show()
    return window


@pytest.fixture
def open_window(window: MainWindow, workspace: Workspace, jobs: InlineJobs) -> MainWindow:
    """The window with the matched store."""
    jobs.inline_workspace = workspace
    window.set_workspace(workspace)
    return window


@pytest.fixture
def opener(window: MainWindow, welcome: WelcomePage, services: Services, jobs: InlineJobs) -> Iterator[StoreOpener]:
    """Opens and makes real stores in the window."""

    def opened(workspace: Workspace) -> Workspace:
        jobs.inline_workspace = workspace
        return workspace

    files = StoreFiles(
        open=lambda path: opened(Workspace.open(path, steward="Ratna")),
        create=lambda path: opened(Workspace.create(path, steward="Ratna")),
        restore=lambda copy, path: Workspace.restore(copy, path, steward="Ratna"),
        newest_backup=Workspace.newest_backup,
        sample_lists=[resource_path("samples") / "marketing.csv", resource_path("samples") / "webshop.csv"],
    )
    opener = StoreOpener(window, welcome, services, files)
    yield opener
    opener.close()


@pytest.fixture(autouse=True)
def _no_leftovers(qapp: QApplication, dressed_look: Look) -> Iterator[None]:
    """Widgets of the test before are really deleted: outside of an event loop ``deleteLater`` only waits.

    A window left open would keep the keyboard from the windows of later tests, so it fails the test that leaves it.
    A program of the test's own leaves a style sheet that names pictures which go with that program.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dressed = qapp.styleSheet()
    yield
    if qapp.styleSheet() != dressed:
        dressed_look.attach(qapp)
    left_open = [window for window in qapp.topLevelWidgets() if window.isVisible()]
    for window in left_open:
        window.close()
    assert not left_open
