"""Background work: callbacks on the window's thread, failures shown once, nothing lost on closing."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread

import steward.ui.jobs
from steward.domain.errors import Cancelled, ListError, StewardError
from steward.resources import resource_path
from steward.ui.jobs import BrokenWorkError, Jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


#: What holds outside of tests.
MODESTY = steward.ui.jobs._MODESTY
OLD_WORKBOOK = Path(__file__).parents[1] / "unit/exchange/readers/files/customers.xls"


class Shown(list[Exception]):
    """Failures that no callback took."""

    def show(self, error: Exception) -> None:
        self.append(error)


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def real_jobs(qtbot: QtBot, shown: Shown) -> Iterator[Jobs]:
    jobs = Jobs(shown)
    yield jobs
    jobs.close()
    jobs.deleteLater()


def test_result_arrives_on_the_windows_thread(qtbot: QtBot, real_jobs: Jobs) -> None:
    seen = []
    window_thread = QThread.currentThread()
    real_jobs.read(threading.get_ident, lambda ident: seen.append((ident, QThread.currentThread() is window_thread)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != threading.get_ident()
    assert seen[0][1]


def test_writes_run_one_after_the_other(qtbot: QtBot, real_jobs: Jobs) -> None:
    order: list[int] = []
    for number in range(20):
        real_jobs.write(lambda number=number: order.append(number))
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_what_waits_for_quiet_comes_after_all_that_jobs_begin(qtbot: QtBot, real_jobs: Jobs) -> None:
    order: list[str] = []

    def go_on(_result: object) -> None:
        order.append("first")
        real_jobs.write(lambda: None, lambda _: order.append("second"))

    real_jobs.read(lambda: None, go_on)
    real_jobs.when_idle(lambda: order.append("idle"))
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["first", "second", "idle"]
    real_jobs.when_idle(lambda: order.append("at once"))
    assert order[-1] == "at once"


def test_expected_failure_without_a_callback_is_shown(qtbot: QtBot, real_jobs: Jobs, shown: Shown) -> None:
    def fail() -> None:
        raise ListError("sales.xlsx is empty; choose another file.")

    real_jobs.read(fail, lambda _: None)
    qtbot.waitUntil(lambda: bool(shown))
    assert isinstance(shown[0], ListError)


def test_expected_failure_with_a_callback_is_not_shown_again(qtbot: QtBot, real_jobs: Jobs, shown: Shown) -> None:
    taken: list[Exception] = []

    def fail() -> None:
        raise StewardError("No.")

    real_jobs.write(fail, None, taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert shown == []


def test_bug_reaches_callback_and_report(qtbot: QtBot, real_jobs: Jobs, shown: Shown) -> None:
    taken: list[Exception] = []

    def fail() -> None:
        raise ZeroDivisionError

    real_jobs.write(fail, None, taken.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert isinstance(taken[0], ZeroDivisionError)


def test_result_for_a_deleted_receiver_is_dropped(qtbot: QtBot, real_jobs: Jobs, shown: Shown) -> None:
    class Receiver(QObject):
        def take(self, result: object) -> None:
            raise AssertionError(result)

    receiver = Receiver()
    go = threading.Event()
    real_jobs.read(go.wait, receiver.take)
    with qtbot.waitSignal(receiver.destroyed):
        receiver.deleteLater()
    with qtbot.waitSignal(real_jobs.busy_changed):
        go.set()
    assert shown == []


def test_cancelled_read_drops_its_result(qtbot: QtBot, real_jobs: Jobs) -> None:
    taken: list[object] = []
    go = threading.Event()
    job = real_jobs.read(go.wait, taken.append)
    job.cancel()
    with qtbot.waitSignal(real_jobs.busy_changed):
        go.set()
    assert taken == []


def test_closing_lets_a_write_finish(qtbot: QtBot, shown: Shown) -> None:
    jobs = Jobs(shown)
    begun, done = threading.Event(), []

    def write() -> None:
        begun.set()
        done.append(True)

    jobs.write(write)
    begun.wait()
    jobs.close()
    assert done == [True]


def test_nothing_starts_after_closing(shown: Shown) -> None:
    jobs = Jobs(shown)
    jobs.close()
    done: list[bool] = []
    jobs.write(lambda: done.append(True))
    jobs.read(lambda: done.append(True), done.append)
    jobs.close()
    assert done == []
    assert not jobs.is_busy


def test_process_reports_progress_and_result_and_stands_back_behind_the_window(
    qtbot: QtBot, real_jobs: Jobs, matched_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "copy.steward"
    shutil.copy(matched_store, store)
    real_jobs.serve(store, "Ratna")
    done: list[object] = []
    phases: list[str] = []
    priorities: set[int] = set()
    listen = Jobs._listen

    def look_and_listen(jobs: Jobs, receiver: object, job: object) -> object:
        """Looked at before the first word of the process: after its last one it may be gone."""
        if sys.platform != "win32":
            priorities.update(os.getpriority(os.PRIO_PROCESS, one.pid) for one in multiprocessing.active_children())
        return listen(jobs, receiver, job)

    monkeypatch.setattr(Jobs, "_listen", look_and_listen)
    # One step back can be seen, too, and doesn't wait for minutes behind a busy machine.
    monkeypatch.setattr(steward.ui.jobs, "_MODESTY", min(MODESTY, 1))
    arguments = {"path": str(resource_path("samples") / "marketing.csv")}
    real_jobs.process("import_list", arguments, done.append, None, lambda phase, *_: phases.append(phase))
    qtbot.waitUntil(lambda: bool(done))
    assert done[0].rows_read > 100
    assert phases
    if sys.platform != "win32":
        # There are no numbers to compare there.
        assert priorities
        assert min(priorities) > os.getpriority(os.PRIO_PROCESS, 0)


def test_a_process_reads_an_old_workbook_through_a_process_of_its_own(
    qtbot: QtBot, real_jobs: Jobs, shown: Shown, matched_store: Path, tmp_path: Path
) -> None:
    store = tmp_path / "copy.steward"
    shutil.copy(matched_store, store)
    real_jobs.serve(store, "Ratna")
    done: list[object] = []
    real_jobs.process("import_list", {"path": str(OLD_WORKBOOK)}, done.append)
    qtbot.waitUntil(lambda: bool(done or shown))
    assert shown == []
    assert done[0].rows_read > 0


def test_failure_in_a_process_comes_back_as_a_sentence(
    qtbot: QtBot, real_jobs: Jobs, shown: Shown, matched_store: Path, tmp_path: Path
) -> None:
    store = tmp_path / "copy.steward"
    shutil.copy(matched_store, store)
    real_jobs.serve(store, "Ratna")
    real_jobs.process("import_list", {"path": str(tmp_path / "nothing.xlsx")})
    qtbot.waitUntil(lambda: bool(shown))
    assert isinstance(shown[0], StewardError)
    assert not isinstance(shown[0], BrokenWorkError)
    assert "nothing.xlsx" in str(shown[0])


def test_cancelled_process_leaves_the_store_as_it_was(
    qtbot: QtBot, real_jobs: Jobs, shown: Shown, matched_store: Path, tmp_path: Path
) -> None:
    store = tmp_path / "copy.steward"
    shutil.copy(matched_store, store)
    real_jobs.serve(store, "Ratna")
    failures: list[Exception] = []
    job = real_jobs.process("match", {}, None, failures.append)
    job.cancel()
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Cancelled)
    assert shown == []
